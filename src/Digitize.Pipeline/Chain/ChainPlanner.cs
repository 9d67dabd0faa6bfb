using System.Globalization;
using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;

namespace Digitize.Pipeline.Chain;

/// <summary>Says which runs a page or a document is due, from its recipe and the runs it has. Pure: asked twice, says the same.</summary>
public static class ChainPlanner
{
    /// <summary>Runs that the page lacks and whose predecessors have all ended well.</summary>
    /// <param name="page">With its file and people's revisions.</param>
    /// <param name="runs">All runs of this page.</param>
    public static IEnumerable<StepRun> ForPage(Recipe recipe, Page page, IReadOnlyCollection<StepRun> runs, DateTime now)
    {
        foreach (var spec in recipe.Steps.Where(spec => spec.Step.Subject == StepSubject.Page))
        {
            if (InputHash(recipe, spec, page, runs) is not { } input)
            {
                continue;
            }

            var run = Make(spec, page.DocumentId, page.Id, input, now);
            if (Find(run, page, runs) is null)
            {
                yield return run;
            }
        }
    }

    /// <summary>The runs that the document is due once every page has ended: done, set aside, or waiting for a person.</summary>
    /// <param name="document">With its pages and people's revisions of them.</param>
    /// <param name="runs">All runs of the document and of its pages.</param>
    public static IEnumerable<StepRun> ForDocument(
        Recipe recipe, Document document, IReadOnlyCollection<StepRun> runs, DateTime now)
    {
        var byPage = runs.Where(run => run.PageId is not null).ToLookup(run => run.PageId!.Value);
        var ended = document.Pages.Count > 0
            && document.Pages.All(page => HasEnded(recipe, page, [.. byPage[page.Id]], now));
        if (!ended)
        {
            yield break;
        }

        // What a package is made of: the description, and for each page what people wrote, what was made of it and how it ended.
        var input = ShortHash.Of(
        [
            document.Shelfmark, document.Title, document.Collection ?? "", document.Creator ?? "", document.Date ?? "",
            document.Language ?? "", document.Rights ?? "", document.Direction.ToString(),
            .. document.Pages.OrderBy(page => page.Sequence).Select(page => string.Join(
                ' ',
                [page.Id.ToString("N"), page.Sequence.ToString(CultureInfo.InvariantCulture), page.Label ?? "",
                .. page.Revisions.Select(revision => $"text {revision.Number}").Order(StringComparer.Ordinal),
                .. byPage[page.Id].OrderBy(run => run.Step, StringComparer.Ordinal).Select(run => $"{run.RunHash()}={run.State}")])),
        ]);
        foreach (var spec in recipe.Steps.Where(spec => spec.Step.Subject == StepSubject.Document))
        {
            var run = Make(spec, document.Id, null, input, now);
            if (!runs.Any(other => IsSame(run, other)))
            {
                yield return run;
            }
        }
    }

    public static bool HasEnded(Recipe recipe, Page page, IReadOnlyCollection<StepRun> runs, DateTime now) =>
        runs.All(run => run.State is not (RunState.Due or RunState.Running)) && !ForPage(recipe, page, runs, now).Any();

    /// <summary>Null while a predecessor has not ended well.</summary>
    private static string? InputHash(Recipe recipe, StepSpec spec, Page page, IReadOnlyCollection<StepRun> runs)
    {
        var parts = new List<string> { page.File!.Sha256!, page.Frame.ToString(CultureInfo.InvariantCulture) };
        if (page.Region is { } region)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"part {page.Part} {region}"));
        }

        foreach (var name in spec.Step.After.Where(name => recipe.Find(name) is not null))
        {
            var before = recipe.Find(name)!;
            if (InputHash(recipe, before, page, runs) is not { } beforeInput)
            {
                return null;
            }

            var wanted = Make(before, page.DocumentId, page.Id, beforeInput, default);
            if (Find(wanted, page, runs) is not { State: RunState.Done } done)
            {
                return null;
            }

            parts.Add(done.RunHash());
        }

        return ShortHash.Of(parts);
    }

    private static StepRun Make(StepSpec spec, Guid documentId, Guid? pageId, string inputHash, DateTime now) => new()
    {
        DocumentId = documentId,
        PageId = pageId,
        SubjectId = pageId ?? documentId,
        Step = spec.Step.Name,
        StepVersion = spec.Step.Version,
        OptionsHash = spec.OptionsHash,
        InputHash = inputHash,
        Queue = spec.Step.Queue,
        CreatedAt = now,
    };

    /// <summary>
    /// The run that stands for the wanted one: the same, or on a page in people's hands the newest of that step that
    /// ended well. A newer program does not move the pixels under a text that a person wrote or vouched for.
    /// </summary>
    private static StepRun? Find(StepRun wanted, Page page, IReadOnlyCollection<StepRun> runs) =>
        (page.IsInPeoplesHands
            ? runs.Where(run => run.Step == wanted.Step && run.State == RunState.Done).MaxBy(run => run.EndedAt)
            : null)
        ?? runs.FirstOrDefault(run => IsSame(wanted, run));

    private static bool IsSame(StepRun a, StepRun b) =>
        a.SubjectId == b.SubjectId && a.Step == b.Step && a.StepVersion == b.StepVersion
        && a.OptionsHash == b.OptionsHash && a.InputHash == b.InputHash;
}
