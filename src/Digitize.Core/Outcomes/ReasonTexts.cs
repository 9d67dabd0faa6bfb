using System.Globalization;
using System.Resources;

namespace Digitize.Core.Outcomes;

/// <summary>The sentences behind reason codes.</summary>
public static class ReasonTexts
{
    private static readonly ResourceManager Resources =
        new("Digitize.Core.Outcomes.Reasons", typeof(ReasonTexts).Assembly);

    public static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    internal static string? Find(string code, CultureInfo culture) => Resources.GetString(code, culture);
}
