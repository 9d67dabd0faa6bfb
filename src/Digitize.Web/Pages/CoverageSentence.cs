using Digitize.Core.Coverage;
using Digitize.Web.Culture;

namespace Digitize.Web.Pages;

/// <summary>Coverage in words: always the part, the whole and the share together.</summary>
internal static class CoverageSentence
{
    public static string Headline(CoverageSum sum, CoverageTarget target, Texts t)
    {
        var unit = t.Of(target.Unit);
        if (sum.Denominator(target.Unit) is not { } whole)
        {
            return t["coverage.headline.unknown", unit];
        }

        var part = sum.Numerator(target.Rung, target.Unit);
        return target.Shortfall(sum) is > 0 and var missing
            ? t["coverage.headline.short", t.Of(target.Rung), part, whole, unit, (double)part / whole, target.Share, missing]
            : t["coverage.headline.met", t.Of(target.Rung), part, whole, unit, (double)part / whole, target.Share];
    }
}
