using System.Globalization;
using System.Text;

namespace Digitize.Ocr.HanNom.Transliteration;

/// <summary>
/// Says how Hán-Nôm is probably read aloud in quốc ngữ. A suggestion: a character has several readings, and which one
/// was meant only a reader knows. Learnt from parallel texts by <c>training/han-nom/transliteration.py</c>.
/// </summary>
public sealed class Transliterator
{
    private const string File = "transliteration.txt";

    private readonly string _path;
    private readonly Lazy<IReadOnlyList<(string Name, ReadingStyle Style)>> _styles;

    public Transliterator(HanNomOptions options)
    {
        _path = Path.Combine(options.Folder, File);
        _styles = new(() => IsInstalled ? Load(_path) : []);
    }

    public bool IsInstalled => System.IO.File.Exists(_path);

    /// <summary>
    /// One syllable for each character, in the style (Nôm verse or Hán prose) that fits the whole line better; null
    /// where the character is not known. The first letter is not made large and nothing is punctuated.
    /// </summary>
    /// <exception cref="InvalidDataException">The model's file is broken.</exception>
    public IReadOnlyList<string?> Read(IReadOnlyList<string> characters) =>
        characters.Count == 0 || _styles.Value.Count == 0
            ? new string?[characters.Count]
            : _styles.Value.Select(style => style.Style.Read(characters)).MaxBy(reading => reading.Score).Syllables;

    /// <summary>Readings of a character in Nôm, the commonest first; shares of all, 0 to 1.</summary>
    public IEnumerable<(string Syllable, double Share)> NomReadings(string character) => Readings("nom-verse", character);

    /// <summary>Hán-Việt readings of a character, the commonest first; shares of all, 0 to 1.</summary>
    public IEnumerable<(string Syllable, double Share)> HanVietReadings(string character) => Readings("han-prose", character);

    private IEnumerable<(string, double)> Readings(string name, string character) =>
        _styles.Value.Where(style => style.Name == name).SelectMany(style => style.Style.Readings(character));

    private static List<(string, ReadingStyle)> Load(string path)
    {
        var styles = new List<(string Name, ReadingStyle Style)>();
        foreach (var (number, line) in System.IO.File.ReadLines(path, Encoding.UTF8).Index())
        {
            var fields = line.Split('\t');
            try
            {
                switch (fields[0])
                {
                    case "=":
                        styles.Add((fields[1], new ReadingStyle(double.Parse(fields[2], CultureInfo.InvariantCulture))));
                        break;
                    case "c":
                        styles[^1].Style.AddCharacter(fields);
                        break;
                    case "s":
                        styles[^1].Style.AddSyllable(fields);
                        break;
                    default:
                        throw new FormatException();
                }
            }
            catch (Exception broken) when (broken is FormatException or IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException)
            {
                throw new InvalidDataException($"{path}:{number + 1}: not a line of a transliteration model.", broken);
            }
        }

        return styles;
    }
}
