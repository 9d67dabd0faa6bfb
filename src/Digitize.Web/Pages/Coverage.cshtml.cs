using System.Globalization;
using Digitize.Core.Coverage;
using Digitize.Formats.Csv;
using Digitize.Storage.Queries;
using Digitize.Web.Culture;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Digitize.Web.Pages;

/// <summary>The manager's screen: how much of the inventory is digitized, against the target.</summary>
public sealed class CoverageModel(CoverageQuery query, WebOptions options, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>Longest list of exceptions shown here.</summary>
    internal const int Listed = 100;

    private static readonly CoverageRung[] Rungs = Enum.GetValues<CoverageRung>();

    private ILookup<CoverageLine, HoldingCoverage> _lines = null!;

    public CoverageCount Count { get; private set; } = null!;

    public IReadOnlyList<(string Library, DateOnly Day, string Source, int Titles)> Snapshots { get; private set; } = [];

    public bool IsPastDue => clock.GetUtcNow().Year > options.Target.DueYear;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Count = await query.CountAsync(ct);
        _lines = Count.Holdings.ToLookup(holding => holding.Line);
        Snapshots = [.. Count.Holdings.Select(holding => holding.Holding)
            .GroupBy(holding => (holding.Library, holding.SnapshotDate, holding.Source))
            .Select(group => (group.Key.Library, group.Key.SnapshotDate, group.Key.Source, group.Count()))];
    }

    /// <summary>Every holding with its figures, for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        var count = await query.CountAsync(ct);
        var file = new MemoryStream();
        await using (var csv = new CsvWriter(file))
        {
            await csv.WriteRowAsync(
            [
                .. new[] { "library", "collection", "shelfmark", "title", "class", "clause", "period", "script", "volumes", "expected", "line", "snapshot", "source" }
                    .Select(column => texts[$"csv.{column}"]),
                .. Rungs.SelectMany(rung => new[] { texts["csv.pages", texts.Of(rung)], texts["csv.state", texts.Of(rung)] }),
            ], ct);
            foreach (var coverage in count.Holdings)
            {
                await csv.WriteRowAsync(Cells(coverage), ct);
            }
        }

        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return File(file.ToArray(), "text/csv; charset=utf-8", $"digitize-coverage-{day}.csv");
    }

    internal CoverageSum Of(CoverageLine line) => CoverageSum.Of([.. _lines[line]]);

    internal IEnumerable<(string Name, CoverageSum Sum)> By(string trait) => _lines[CoverageLine.Library]
        .GroupBy(holding => CoverageChoice.Traits[trait](holding.Holding) ?? "")
        .OrderBy(group => group.Key.Length == 0)
        .ThenBy(group => group.Key, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true))
        .Select(group => (group.Key, CoverageSum.Of([.. group])));

    internal string Share(CoverageSum sum, CoverageRung rung, CoverageUnit unit) =>
        sum.Share(rung, unit)?.ToString("P1", CultureInfo.CurrentCulture) ?? texts["unknown"];

    /// <summary>As SVG writes a length.</summary>
    internal string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%");

    private IEnumerable<string?> Cells(HoldingCoverage coverage)
    {
        var holding = coverage.Holding;
        return
        [
            holding.Library, holding.Collection, holding.Shelfmark, holding.Title, holding.LegalClass, holding.LegalClause,
            holding.Period, holding.Script, Number(coverage.Volumes), Number(coverage.ExpectedPages),
            texts.Of(coverage.Line), holding.SnapshotDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), holding.Source,
            .. Rungs.SelectMany(rung => new[] { Number(coverage.ReachedPages[(int)rung]), texts.Of(coverage.At(rung)) }),
        ];
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
