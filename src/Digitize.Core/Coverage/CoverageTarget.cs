namespace Digitize.Core.Coverage;

/// <summary>What is to be reached, as some decision says.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="LegalSource">Shown beside every figure that rests on it.</param>
/// <param name="DueYear">The year by whose end it was to be reached.</param>
public sealed record CoverageTarget(
    double Share, CoverageRung Rung, CoverageUnit Unit, string LegalSource, int DueYear)
{
    /// <summary>How many more are wanted; null when the denominator is unknown.</summary>
    public long? Shortfall(CoverageSum sum) => sum.Denominator(Unit) is { } whole
        ? Math.Max(0, (long)Math.Ceiling((Share * whole) - 1e-9) - sum.Numerator(Rung, Unit))
        : null;
}
