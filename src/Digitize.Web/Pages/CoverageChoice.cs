using Digitize.Core.Coverage;
using Digitize.Core.Rows;

namespace Digitize.Web.Pages;

/// <summary>
/// Which holdings a number stands for. As a query string it opens the list behind the number, so what is listed is by
/// construction what was counted.
/// </summary>
/// <param name="By">A trait's name; null for all.</param>
/// <param name="Name">The trait's value; empty where the inventory says nothing.</param>
/// <param name="State">At <paramref name="Rung"/>; null for all.</param>
public sealed record CoverageChoice(
    CoverageLine Line, string? By = null, string? Name = null, CoverageRung? Rung = null, Completeness? State = null)
{
    /// <summary>What holdings are grouped by.</summary>
    public static IReadOnlyDictionary<string, Func<Holding, string?>> Traits { get; } =
        new Dictionary<string, Func<Holding, string?>>
        {
            ["collection"] = holding => holding.Collection,
            ["period"] = holding => holding.Period,
            ["script"] = holding => holding.Script,
        };

    public string Query => QueryString.Create(new KeyValuePair<string, string?>[]
    {
        new("line", Line.ToString()),
        new("by", By),
        new("name", By is null ? null : Name ?? ""),
        new("rung", Rung?.ToString()),
        new("state", State?.ToString()),
    }.Where(pair => pair.Value is not null)).ToString();

    public bool Admits(HoldingCoverage holding) =>
        holding.Line == Line
        && (By is null || (Traits.TryGetValue(By, out var trait) && (trait(holding.Holding) ?? "") == (Name ?? "")))
        && (State is null || Rung is null || holding.At(Rung.Value) == State);
}
