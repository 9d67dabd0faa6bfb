using Digitize.Core.Text;

namespace Digitize.Ocr.Languages;

/// <summary>
/// Reads a page whose recipe says <c>languages: auto</c>: first with the model of the document's language (Vietnamese
/// when nobody said), then, only where the words turn out to be in others, once more with the models of those.
/// </summary>
public static class AutoLanguages
{
    /// <summary>As recipes write it.</summary>
    public const string Name = "auto";

    /// <summary>Less of a page is a quotation or a name, which the page's own model reads well enough.</summary>
    private const double LeastShare = 0.08;

    /// <summary>Every model that a page may ask for; a machine that lacks one is told so before it reads a page.</summary>
    public static IReadOnlyList<string> Models { get; } = [.. LatinLanguages.Tags.Select(LatinLanguages.ModelOf)];

    /// <param name="readAsync">Reads the page with given models and marks each line's language.</param>
    public static async Task<TextPage> ReadAsync(OcrOptions options, Func<OcrOptions, Task<TextPage>> readAsync)
    {
        if (!options.IsAuto || options.Mode == WritingMode.VerticalRl)
        {
            return await readAsync(options);
        }

        var first = ModelsOf([LatinLanguages.KnownTag(options.Language) ?? LatinLanguages.Tags[0]]);
        var page = await readAsync(options with { Languages = first });
        var models = ModelsFor(page);
        return models.Count == 0 || models.SequenceEqual(first)
            ? page
            : await readAsync(options with { Languages = models });
    }

    /// <summary>Models of the languages on a page, the one with most letters first; none when it tells nothing.</summary>
    internal static IReadOnlyList<string> ModelsFor(TextPage page)
    {
        var letters = page.Lines
            .Where(line => LatinLanguages.KnownTag(line.Language) is not null)
            .GroupBy(line => LatinLanguages.KnownTag(line.Language)!, line => line.Text.EnumerateRunes().Count())
            .ToDictionary(lines => lines.Key, lines => lines.Sum());
        var all = letters.Values.Sum();
        return ModelsOf([.. letters.Where(language => language.Value >= LeastShare * all)
            .OrderByDescending(language => language.Value).Select(language => language.Key)]);
    }

    /// <summary>
    /// Vietnamese is always among them: prints of these collections in other languages are full of Vietnamese names, and
    /// French pages are read with fewer errors by both models than by <c>fra</c> alone (figures in bench/README.md).
    /// </summary>
    private static IReadOnlyList<string> ModelsOf(IReadOnlyList<string> languages) => languages.Count == 0
        ? []
        : [.. languages.Append(LatinLanguages.Tags[0]).Distinct().Select(LatinLanguages.ModelOf)];
}
