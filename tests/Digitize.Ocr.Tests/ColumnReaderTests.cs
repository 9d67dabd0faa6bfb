using System.Text.Json;
using Digitize.Core.Text;
using Digitize.Ocr.HanNom;

namespace Digitize.Ocr.Tests;

/// <summary>The reader against what its Python twin made of the same columns with the same weights.</summary>
public sealed class ColumnReaderTests : IDisposable
{
    private readonly HanNomModel _model = new(new HanNomOptions());

    public static TheoryData<string> Images => [.. Expected().Select(column => column.Image)];

    public void Dispose() => _model.Dispose();

    [Theory]
    [MemberData(nameof(Images))]
    public void Read_GivesWhatPythonGives(string image)
    {
        var expected = Expected().Single(column => column.Image == image).Characters;
        var page = Pages.Fixture(image);

        var read = _model.Reader.Read(page, new Box(0, 0, page.Width, page.Height), 5);

        Assert.Equal(expected.Select(character => character.Candidates[0].Text), read.Select(glyph => glyph.Text));
        Assert.All(expected.Zip(read), pair =>
        {
            Assert.Equal(pair.First.Top, pair.Second.Box.Y, 1.0);
            Assert.Equal(pair.First.Bottom, pair.Second.Box.Bottom, 1.0);
            Assert.Equal(pair.First.Candidates[0].Confidence, pair.Second.Confidence, 0.03);
            Assert.Equal(pair.First.Candidates.Count, pair.Second.Candidates.Count);
        });
    }

    [Fact]
    public void Read_KeepsAsManyCandidatesAsAsked()
    {
        var page = Pages.Fixture("column-han.pgm");

        var read = _model.Reader.Read(page, new Box(0, 0, page.Width, page.Height), 2);

        Assert.All(read, glyph => Assert.Equal(2, glyph.Candidates.Count));
        Assert.All(read, glyph => Assert.Equal(glyph.Text, glyph.Candidates[0].Text));
    }

    [Fact]
    public void Read_GivesNothing_WhenTheColumnIsBlank() =>
        Assert.Empty(_model.Reader.Read(Pages.Blank(40, 400), new Box(0, 0, 40, 400), 5));

    [Fact]
    public void FindMissing_NamesTheFile_WhenTheFolderIsEmpty()
    {
        using var model = new HanNomModel(new HanNomOptions { Folder = Path.Combine(AppContext.BaseDirectory, "nowhere") });

        Assert.Equal("characters.onnx", model.FindMissing()?.Facts[0]);
    }

    private static List<ExpectedColumn> Expected() => JsonSerializer.Deserialize<List<ExpectedColumn>>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "columns.json")), JsonSerializerOptions.Web)!;

    private sealed record ExpectedColumn(string Image, IReadOnlyList<ExpectedCharacter> Characters);

    private sealed record ExpectedCharacter(double Top, double Bottom, IReadOnlyList<GlyphCandidate> Candidates);
}
