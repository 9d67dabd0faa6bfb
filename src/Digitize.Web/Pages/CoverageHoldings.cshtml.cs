using Digitize.Core.Coverage;
using Digitize.Core.Rows;
using Digitize.Storage.Queries;
using Digitize.Web.Culture;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Digitize.Web.Pages;

/// <summary>The holdings behind a number of the coverage screen.</summary>
public sealed class CoverageHoldingsModel(CoverageQuery query, Texts texts) : PageModel
{
    private const int Size = 100;

    public CoverageChoice Choice { get; private set; } = new(CoverageLine.Library);

    public IReadOnlyList<HoldingCoverage> Holdings { get; private set; } = [];

    public int Total { get; private set; }

    public Pager Pager { get; private set; } = new(1, 1);

    public async Task<IActionResult> OnGetAsync(
        CoverageLine line, string? by, string? name, CoverageRung? rung, Completeness? state,
        [FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        if (!ModelState.IsValid || (by is not null && !CoverageChoice.Traits.ContainsKey(by)))
        {
            return BadRequest();
        }

        Choice = new CoverageChoice(line, by, name, rung, state);
        var chosen = (await query.CountAsync(ct)).Holdings.Where(Choice.Admits).ToList();
        Total = chosen.Count;
        Pager = Pager.Of(number, Total, Size);
        Holdings = [.. chosen.Skip((Pager.Number - 1) * Size).Take(Size)];
        return Page();
    }

    internal string? LegalClass(Holding holding) => holding.LegalClass switch
    {
        null => null,
        "ancient" => texts["class.ancient"],
        "rare" => texts["class.rare"],
        var other => other,
    };
}
