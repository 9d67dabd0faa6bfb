using System.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>
/// Writes variants of a character as one, for comparing a reading with its truth: Unihan's simplified, traditional and
/// z-variants, old and new printed forms, NomNaTong's private use with what Unicode has for it. The table is made by
/// `training/han-nom/variants.py`, which lists what else is in it.
/// </summary>
public static class VariantFolding
{
    private static readonly Lazy<Dictionary<Rune, Rune>> Roots = new(Read);

    public static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            folded.Append(Roots.Value.GetValueOrDefault(rune, rune).ToString());
        }

        return folded.ToString();
    }

    private static Dictionary<Rune, Rune> Read()
    {
        var roots = new Dictionary<Rune, Rune>();
        using var table = new StreamReader(
            typeof(VariantFolding).Assembly.GetManifestResourceStream("variants.tsv")!, Encoding.UTF8);
        while (table.ReadLine() is { } row)
        {
            var runes = row.EnumerateRunes().ToList();
            roots[runes[0]] = runes[2];
        }

        return roots;
    }
}
