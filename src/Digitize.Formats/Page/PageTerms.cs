using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Page;

/// <summary>
/// The schema's own words. Where it has none that is exact (kinds of region, language tags), the exact one stands
/// beside it in <c>custom</c>, in the notation that Transkribus brought in: <c>name {key:value;}</c>.
/// </summary>
internal static class PageTerms
{
    public static string TypeOf(RegionKind kind) => kind switch
    {
        RegionKind.Body => "paragraph",
        RegionKind.Heading => "heading",
        RegionKind.Note => "footnote",
        RegionKind.PageNumber => "page-number",
        RegionKind.RunningHead => "header",
        RegionKind.Caption => "caption",
        RegionKind.Marginalia => "marginalia",
        _ => "other",
    };

    public static string Structure(RegionKind kind) => $"structure {{type:{kind};}}";

    public static string DirectionOf(WritingMode mode) =>
        mode == WritingMode.VerticalRl ? "top-to-bottom" : "left-to-right";

    public static string? LanguageOf(string tag) => tag.Split('-')[0] switch
    {
        "vi" => "Vietnamese",
        "lzh" or "zh" => "Chinese",
        "fr" => "French",
        "en" => "English",
        "la" => "Latin",
        _ => null,
    };

    public static string? ScriptOf(string tag) => tag switch
    {
        _ when tag.Contains("-Hani", StringComparison.Ordinal) => "Hani - Han (Hanzi, Kanji, Hanja)",
        _ when tag.Contains("-Latn", StringComparison.Ordinal) => "Latn - Latin",
        _ => tag.Split('-')[0] switch
        {
            "lzh" or "zh" => "Hani - Han (Hanzi, Kanji, Hanja)",
            "fr" or "en" or "la" => "Latn - Latin",
            _ => null,
        },
    };

    public static string Broken(WordPart part) => $"hyphenation {{half:{part.Half};}}";

    public static string? Language(string tag) =>
        LanguageTag.OrNull(tag) is { } known ? $"language {{tag:{known};}}" : null;
}
