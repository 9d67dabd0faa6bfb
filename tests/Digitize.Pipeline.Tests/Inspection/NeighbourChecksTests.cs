using Digitize.Core.Inspection;
using Digitize.Pipeline.Inspection;

namespace Digitize.Pipeline.Tests.Inspection;

/// <summary>What only the pages of a document together tell.</summary>
public sealed class NeighbourChecksTests
{
    [Theory]
    [InlineData("L1_001 L1_002 L1_003", 3, "")]
    [InlineData("L1_001 L1_003", 3, "L1_001.tif: 002")]
    [InlineData("p1 p2 p5 p6", 6, "p2.tif: 3–4")]
    [InlineData("001r 001v 002r 002v 004r 004v", 8, "002r.tif: 003, 002v.tif: 003")]
    [InlineData("001_A.12 002_A.12 004_A.12 005_A.12", 5, "002_A.12.tif: 003")]
    [InlineData("v1/p1 v1/p2 v2/p1 v2/p2", 4, "")]
    [InlineData("s001 s003 s005 s007 s011", 6, "s007.tif: 009")]
    [InlineData("IMG_20260301 IMG_20260312 IMG_20260401", 0, "")]
    [InlineData("bia trang phuluc", 0, "")]
    [InlineData("L1_002 L1_0010 L1_0011", 0, "")]
    [InlineData("99999999999999999999 2 3", 2, "")]
    public void Gap_IsFoundInTheNames(string names, int expected, string missing)
    {
        var report = Named(names.Split(' '), null);

        var gap = Tally(report, CheckNames.Gap);
        Assert.Equal(expected, gap.Of - gap.Unknown);
        Assert.Equal(missing, string.Join(", ", report.Entries.Select(entry => $"{entry.File}: {entry.Findings.Single().ToDo!.Facts[2]}")));
        Assert.All(report.Entries, entry => Assert.Null(entry.Page));
    }

    [Fact]
    public void Gap_FollowsTheRecipesNaming()
    {
        string[] names = ["A.12_0001_x9", "A.12_0002_x5", "A.12_0004_x1", "B.3_0001_x2", "loose"];

        var report = Named(names, "{shelfmark}_{sequence}_{any}");

        Assert.Equal("0003", Assert.Single(report.Entries).Findings.Single().ToDo!.Facts[2]);
        Assert.Equal((6, 3, 2), (Tally(report, CheckNames.Gap).Of, Tally(report, CheckNames.Gap).Pass, Tally(report, CheckNames.Gap).Unknown));
    }

    [Fact]
    public void Gap_NamesANumberThatIsThereTwice_ButNotAFileThatCameAgain()
    {
        var document = MadeBatch.Document(new(), MadeBatch.Pages(3)) with
        {
            Files = ["L1_001.tif", "L1_001.tif", "L1_002.tif", "L1_003.tif", "L1_03.jpg"],
        };

        var report = MadeBatch.Of(document).Report();

        var fault = Assert.Single(report.Entries).Findings.Single();
        Assert.Equal(("todo-number-twice", "L1_003.tif, L1_03.jpg"), (fault.ToDo!.Code, fault.ToDo.Facts[1]));
        Assert.Equal((3, 2, 1), (Tally(report, CheckNames.Gap).Of, Tally(report, CheckNames.Gap).Pass, Tally(report, CheckNames.Gap).Warn));
    }

    [Fact]
    public void Gap_IsNotToldWhileFilesMayStillCome() =>
        Assert.DoesNotContain(
            (MadeBatch.Of(MadeBatch.Document(new(), MadeBatch.Page(1), MadeBatch.Page(3))) with { IsTaken = false }).Report().Checks,
            check => check.Name == CheckNames.Gap);

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void NearDuplicate_IsTheLaterOfTwoAlike_AmongItsNeighbours(int apart, bool isFound)
    {
        var pages = MadeBatch.Pages(10);
        pages[2 + apart] = MadeBatch.Page(3 + apart, looks: MadeBatch.Looks(3, strokes: 200));

        var report = MadeBatch.Of(MadeBatch.Document(new() { NearDuplicateNeighbours = 3 }, pages)).Report();

        Assert.Equal(isFound ? [$"L1_{3 + apart:000}.tif"] : [], report.Entries.Select(entry => entry.File));
        if (isFound)
        {
            var finding = report.Entries[0].Findings.Single();
            Assert.Equal(pages[2].Id, finding.OtherPageId);
            Assert.InRange(finding.Check.Measured!.Value, 0.01, 0.2);
        }
    }

    [Fact]
    public void NearDuplicate_IsNotToldOfBlankPages()
    {
        var pages = MadeBatch.Pages(4);
        (pages[1], pages[2]) = (MadeBatch.Page(2, isBlank: true), MadeBatch.Page(3, isBlank: true));

        var tally = Tally(MadeBatch.Of(MadeBatch.Document(new(), pages)).Report(), CheckNames.NearDuplicate);

        Assert.Equal((4, 2, 2), (tally.Of, tally.Pass, tally.Unknown));
    }

    [Theory]
    [InlineData(4000, 3000, 300, "todo-odd-spread")]
    [InlineData(1000, 3000, 300, "todo-odd-half")]
    [InlineData(3000, 2000, 300, "todo-odd-turned")]
    [InlineData(2600, 3900, 300, "todo-odd-size")]
    [InlineData(2300, 3300, 300, null)]
    [InlineData(2667, 4000, 400, null)] // another resolution, the same paper
    [InlineData(2000, 3000, 72, null)] // a wrong resolution in the file
    public void OddSize_IsSetAgainstTheRestOfTheDocument(int width, int height, double ppi, string? toDo)
    {
        var pages = MadeBatch.Pages(9);
        pages[4] = MadeBatch.Page(5, width: width, height: height, ppi: ppi);

        var report = MadeBatch.Of(MadeBatch.Document(new(), pages)).Report();

        Assert.Equal(toDo is null ? [] : ["L1_005.tif"], report.Entries.Select(entry => entry.File));
        Assert.Equal(toDo, report.Entries.FirstOrDefault()?.Findings.Single().ToDo!.Code);
    }

    [Fact]
    public void OddSize_IsNotToldWherePagesDifferAnyway_NorWhereThereIsNoRest()
    {
        var clippings = Enumerable.Range(1, 11).Select(n => MadeBatch.Page(n, width: 1000 + (n * 217 % 1900), height: 1000 + (n * 389 % 1700), ppi: null));
        var two = new[] { MadeBatch.Page(1), MadeBatch.Page(2, width: 9000) };

        Assert.Equal(0, Tally(MadeBatch.Of(MadeBatch.Document(new(), [.. clippings])).Report(), CheckNames.OddSize).Warn);
        Assert.Equal(2, Tally(MadeBatch.Of(MadeBatch.Document(new(), two)).Report(), CheckNames.OddSize).Unknown);
    }

    [Theory]
    [InlineData(Severity.Ignore, BatchVerdict.Pass)]
    [InlineData(Severity.Warn, BatchVerdict.LookAt)]
    [InlineData(Severity.Refuse, BatchVerdict.Rescan)]
    public void Severity_DecidesWhatAFaultMeans(Severity severity, BatchVerdict verdict)
    {
        var options = new InspectOptions { Gap = severity, NearDuplicate = severity, OddSize = severity };
        var pages = MadeBatch.Pages(8);
        pages[3] = MadeBatch.Page(4, looks: MadeBatch.Looks(3), width: 5000);

        var report = MadeBatch.Of(MadeBatch.Document(options, [.. pages.Where(page => page.Sequence != 6)])).Report();

        Assert.Equal(verdict, report.Verdict);
    }

    private static BatchReport Named(IReadOnlyList<string> names, string? naming) => MadeBatch.Of(
        MadeBatch.Document(new() { OddSize = Severity.Ignore, NearDuplicate = Severity.Ignore }, MadeBatch.Pages(1)) with
        {
            Naming = naming, Files = [.. names.Select(name => $"{name}.tif")],
        }).Report();

    private static CheckTally Tally(BatchReport report, string name) => report.Checks.Single(check => check.Name == name);
}
