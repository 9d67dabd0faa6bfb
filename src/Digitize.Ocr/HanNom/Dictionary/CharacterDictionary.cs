using System.Globalization;
using System.Text;

namespace Digitize.Ocr.HanNom.Dictionary;

/// <summary>
/// The characters that the reader knows and those that Unicode took from Vietnamese sources, from
/// <c>dictionary.tsv</c>, which <c>training/han-nom/dictionary.py</c> makes of Unihan (Unicode Standard Annex 38).
/// </summary>
public sealed class CharacterDictionary
{
    private const string File = "dictionary.tsv";
    private const int Fields = 7;
    private const int Radicals = 214;

    private readonly string _path;
    private readonly Lazy<Dictionary<string, CharacterEntry>> _entries;

    public CharacterDictionary(HanNomOptions options)
    {
        _path = Path.Combine(options.Folder, File);
        _entries = new(() => IsInstalled ? Load(_path) : []);
    }

    public bool IsInstalled => System.IO.File.Exists(_path);

    /// <exception cref="InvalidDataException">The dictionary's file is broken.</exception>
    public CharacterEntry? Find(string character) => _entries.Value.GetValueOrDefault(character);

    private static Dictionary<string, CharacterEntry> Load(string path)
    {
        var entries = new Dictionary<string, CharacterEntry>(StringComparer.Ordinal);
        foreach (var (number, line) in System.IO.File.ReadLines(path, Encoding.UTF8).Index().Skip(1))
        {
            var entry = Entry(line.Split('\t'))
                ?? throw new InvalidDataException($"{path}:{number + 1}: not an entry of a dictionary of characters.");
            entries[entry.Character] = entry;
        }

        return entries;
    }

    private static CharacterEntry? Entry(string[] fields)
    {
        if (fields.Length != Fields)
        {
            return null;
        }

        // "85.11"; an apostrophe after the radical says that it is simplified.
        var parts = fields[1].Split('.');
        var radical = Number(parts[0].TrimEnd('\''));
        return new CharacterEntry(
            fields[0],
            radical is >= 1 and <= Radicals ? radical : 0,
            parts.Length == 2 ? Number(parts[1]) : 0,
            Number(fields[2]),
            fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            fields[4],
            Characters(fields[5]),
            Characters(fields[6]));
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string[] Characters(string text) => [.. text.EnumerateRunes().Select(rune => rune.ToString())];
}
