using Digitize.Core.Rows;

namespace Digitize.Storage.Queries;

/// <summary>Which runs of a page or document say how it stands: of each step the newest.</summary>
public static class StandingRuns
{
    /// <summary>
    /// Without those that a later run of the same step has overtaken: how an earlier version of the program ended, or
    /// how the whole frame did before it was split, says nothing of the page now.
    /// </summary>
    /// <param name="all">Every run there is.</param>
    public static IQueryable<StepRun> Standing(this IQueryable<StepRun> runs, IQueryable<StepRun> all) =>
        runs.Where(run => !all.Any(other => other.SubjectId == run.SubjectId && other.Step == run.Step
            && (other.CreatedAt > run.CreatedAt || (other.CreatedAt == run.CreatedAt && other.Id > run.Id))));

    /// <summary>The same of runs that were read: of each step the newest, in the order given.</summary>
    public static IEnumerable<StepRun> Standing(this IReadOnlyCollection<StepRun> runs) =>
        runs.Where(run => !runs.Any(other => other.SubjectId == run.SubjectId && other.Step == run.Step
            && (other.CreatedAt > run.CreatedAt || (other.CreatedAt == run.CreatedAt && other.Id.CompareTo(run.Id) > 0))));
}
