using System.Globalization;

namespace Digitize.Web.Pages;

/// <summary>A part of a whole, drawn with both numbers beside it.</summary>
/// <param name="Name">What is counted, for those who do not see the bar.</param>
public sealed record Bar(string Name, long Part, long Whole, string Class = "")
{
    /// <summary>As SVG writes a length.</summary>
    public string Percent => Whole <= 0
        ? "0%"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(100.0 * Part / Whole, 0, 100):0.##}%");
}
