using Digitize.Ocr.HanNom;
using Digitize.Ocr.HanNom.Dictionary;

namespace Digitize.Ocr.Tests;

public sealed class CharacterDictionaryTests
{
    private readonly CharacterDictionary _dictionary = new(new HanNomOptions());

    [Fact]
    public void Find_TellsRadicalStrokesReadingAndVariants()
    {
        var entry = _dictionary.Find("國")!;

        Assert.Equal((31, "⼞", 8, 11), (entry.Radical, entry.RadicalCharacter, entry.ResidualStrokes, entry.Strokes));
        Assert.Equal(["quốc"], entry.QuocNgu);
        Assert.Contains("country", entry.Meaning);
        Assert.Contains("国", entry.Variants);
    }

    [Fact]
    public void Find_KnowsEveryCharacterThatTheReaderCanWrite()
    {
        var characters = File.ReadLines(Path.Combine(new HanNomOptions().Folder, "characters.txt"));

        Assert.DoesNotContain(characters, character => _dictionary.Find(character) is null);
    }

    [Fact]
    public void Find_GivesNull_ForWhatIsNoCharacter() => Assert.Null(_dictionary.Find("a"));

    [Fact]
    public void Find_NamesFileAndLine_WhenTheDictionaryIsBroken()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllLines(Path.Combine(folder, "dictionary.tsv"), ["character\tradical", "國\t31.8"]);

            var broken = Assert.Throws<InvalidDataException>(
                () => new CharacterDictionary(new HanNomOptions { Folder = folder }).Find("國"));

            Assert.Contains("dictionary.tsv:2", broken.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
