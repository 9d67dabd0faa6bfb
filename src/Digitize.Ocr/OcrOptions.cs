using System.Text.RegularExpressions;
using Digitize.Core.Text;
using Digitize.Ocr.Languages;

namespace Digitize.Ocr;

/// <summary>How a page is to be read.</summary>
public sealed partial record OcrOptions
{
    private readonly IReadOnlyList<string> _languages = ["vie"];

    /// <summary>
    /// Names of the models, most likely first, e.g. <c>["vie", "fra"]</c>; <c>["auto"]</c> to let the page tell.
    /// </summary>
    /// <exception cref="ArgumentException">None, or a name that is not letters, digits and underscores.</exception>
    public IReadOnlyList<string> Languages
    {
        get => _languages;
        init => _languages = CanBe(value)
            ? value
            : throw new ArgumentException($"Not names of models: “{string.Join(", ", value)}”.", nameof(value));
    }

    public bool IsAuto => Languages is [AutoLanguages.Name];

    public WritingMode Mode { get; init; } = WritingMode.HorizontalTb;

    /// <summary>BCP 47, of the document; lines whose words tell another language get that.</summary>
    public string Language { get; init; } = "vi";

    /// <summary>How many readings to keep for each glyph, the chosen one included; 0 for none.</summary>
    public int Candidates { get; init; }

    /// <summary>Leave each word the engine's own confidence: to choose between readings, and to fit the calibration.</summary>
    public bool RawConfidence { get; init; }

    public PagePreparation Prepare { get; init; }

    /// <summary>Whether these are names of models, or <c>auto</c> alone.</summary>
    public static bool CanBe(IReadOnlyList<string> languages) =>
        languages.Count > 0 && languages.All(name => ModelName().IsMatch(name))
        && (languages.Count == 1 || !languages.Contains(AutoLanguages.Name));

    // A name becomes part of a file's path, so nothing that could leave the models' folder may pass.
    [GeneratedRegex(@"\A[A-Za-z0-9_]{2,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ModelName();
}
