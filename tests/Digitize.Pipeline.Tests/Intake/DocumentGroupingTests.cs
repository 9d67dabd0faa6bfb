using Digitize.Pipeline.Intake;

namespace Digitize.Pipeline.Tests.Intake;

public sealed class DocumentGroupingTests
{
    private static readonly string[] Pages = ["1.tif", "2.tif", "3.tif"];

    [Fact]
    public void Group_MakesOneDocumentOfABatch()
    {
        var group = Assert.Single(DocumentGrouping.Group("LVT", Pages, BatchDescription.Nothing, null));

        Assert.Equal(("LVT", "LVT", null), (group.Shelfmark, group.Title, group.Collection));
        Assert.Equal(Pages, group.Files);
    }

    [Fact]
    public void Group_TakesShelfmarkAndTitleFromTheDescription()
    {
        var description = BatchDescription.Nothing with { Shelfmark = "AB.1", Title = "Kiều", Collection = "Nôm" };

        var group = Assert.Single(DocumentGrouping.Group("LVT", Pages, description, "{shelfmark}_{sequence}"));

        Assert.Equal(("AB.1", "Kiều", "Nôm"), (group.Shelfmark, group.Title, group.Collection));
    }

    [Fact]
    public void Group_MakesADocumentOfEachSubFolder()
    {
        var groups = DocumentGrouping.Group("LVT", ["q1/1.tif", "q1/2.tif", "q2/1.tif", "loose.tif"], BatchDescription.Nothing with { Title = "T" }, null);

        Assert.Equal(["q1", "q2", "LVT"], groups.Select(group => group.Shelfmark));
        Assert.Equal(["q1", "q2", "T"], groups.Select(group => group.Title));
    }

    [Fact]
    public void Group_ReadsShelfmarkAndOrderFromNames()
    {
        var groups = DocumentGrouping.Group(
            "B", ["A_2.tif", "A_10.tif", "A_1.tif", "C_1.tif", "cover.tif"], BatchDescription.Nothing, "{shelfmark}_{sequence}");

        Assert.Equal(["A", "C", "B"], groups.Select(group => group.Shelfmark));
        Assert.Equal(["A_1.tif", "A_2.tif", "A_10.tif"], groups[0].Files);
        Assert.Equal(["cover.tif"], groups[2].Files);
    }

    [Fact]
    public void Group_BelievesTheTableBeforeAllElse()
    {
        var description = BatchDescription.Nothing with
        {
            Shelfmark = "all",
            Title = "All",
            Files = new Dictionary<string, FileDescription>
            {
                ["1.tif"] = new("X", "Tập X", "C", 2),
                ["2.tif"] = new("X", null, null, 1),
                ["3.tif"] = new(null, null, null, null),
            },
        };

        var groups = DocumentGrouping.Group("B", Pages, description, null);

        Assert.Equal([("X", "Tập X", "C"), ("all", "All", null)], groups.Select(group => (group.Shelfmark, group.Title, group.Collection)));
        Assert.Equal(["2.tif", "1.tif"], groups[0].Files);
    }

    [Fact]
    public void Group_PutsFilesWithoutANumberLast()
    {
        var group = Assert.Single(DocumentGrouping.Group("B", ["back.tif", "p_2.tif", "p_1.tif"], BatchDescription.Nothing with { Shelfmark = "S" }, "p_{sequence}"));

        Assert.Equal(["p_1.tif", "p_2.tif", "back.tif"], group.Files);
    }
}
