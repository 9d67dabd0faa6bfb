using Digitize.Ocr.HanNom;
using Digitize.Ocr.HanNom.Transliteration;

namespace Digitize.Ocr.Tests;

public sealed class TransliteratorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A verse that is in the texts it learnt from: a check of the code, no measure of the model.</summary>
    [Fact]
    public void Read_GivesTheVerse_WithTheInstalledModel()
    {
        var read = new Transliterator(new HanNomOptions()).Read(Characters("花㵢聀柳香"));

        Assert.Equal(5, read.Count);
        Assert.Equal("hoa", read[0]);
        Assert.Equal("liễu", read[3]);
    }

    [Fact]
    public void Read_LetsWhatGoesBeforeDecide()
    {
        var transliterator = With("=\tnom-verse\t1.0", "c\t沒\tmột:60\tmất:80", "c\t𨔍\tchẳng:1", "s\tchẳng\t300\t200\tmất:20", "s\tmột\t300\t100", "s\tmất\t300\t100");

        Assert.Equal(["một"], transliterator.Read(["沒"]));
        Assert.Equal(["chẳng", "mất"], transliterator.Read(["𨔍", "沒"]));
    }

    [Fact]
    public void Read_TakesTheStyleThatFitsTheWholeLine()
    {
        var transliterator = With(
            "=\tnom-verse\t0.7", "c\t沒\tmột:1", "c\t茹\tnhà:1", "s\tmột\t200\t100", "s\tnhà\t200\t100",
            "=\than-prose\t0.7", "c\t沒\tmột:900", "c\t茹\tnhư:1", "s\tnhư\t300\t100");

        Assert.Equal(["một", "nhà"], transliterator.Read(["沒", "茹"]));
    }

    [Fact]
    public void Read_LeavesAGap_WhereACharacterIsNotKnown() =>
        Assert.Equal(["một", null, "một"], With("=\tnom-verse\t0.7", "c\t沒\tmột:1", "s\tmột\t200\t100").Read(["沒", "□", "沒"]));

    [Fact]
    public void Read_GivesGaps_WhenTheModelIsNotInstalled() =>
        Assert.Equal([null, null], new Transliterator(new HanNomOptions { Folder = _folder }).Read(["沒", "茹"]));

    [Fact]
    public void Read_NamesFileAndLine_WhenTheModelIsBroken()
    {
        var broken = Assert.Throws<InvalidDataException>(() => With("=\tnom-verse\t0.7", "c\t沒\tmột").Read(["沒"]));

        Assert.Contains("transliteration.txt:2", broken.Message);
    }

    private Transliterator With(params string[] lines)
    {
        File.WriteAllLines(Path.Combine(_folder, "transliteration.txt"), lines);
        return new Transliterator(new HanNomOptions { Folder = _folder });
    }

    private static string[] Characters(string text) => [.. text.EnumerateRunes().Select(rune => rune.ToString())];
}
