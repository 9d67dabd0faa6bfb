using System.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>A table <c>character TAB character</c> that lies in this assembly.</summary>
internal sealed class CharacterTable(string name)
{
    private readonly Lazy<Dictionary<Rune, Rune>> _rows = new(() => Read(name));

    /// <summary>The text with every character of the table replaced.</summary>
    internal string Map(string text)
    {
        var mapped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            mapped.Append(_rows.Value.GetValueOrDefault(rune, rune).ToString());
        }

        return mapped.ToString();
    }

    private static Dictionary<Rune, Rune> Read(string name)
    {
        var rows = new Dictionary<Rune, Rune>();
        using var table = new StreamReader(
            typeof(CharacterTable).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        while (table.ReadLine() is { } row)
        {
            var runes = row.EnumerateRunes().ToList();
            rows[runes[0]] = runes[2];
        }

        return rows;
    }
}
