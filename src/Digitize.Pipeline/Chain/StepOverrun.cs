using System.Globalization;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline.Chain;

/// <summary>
/// Writes down that a start did not end in its time. The next one is in a process of its own, which can be killed; one
/// that overran there is set aside.
/// </summary>
internal sealed class StepOverrun(IServiceProvider services, ChainOptions options, TimeProvider clock)
{
    /// <param name="isApart">It overran in a process of its own.</param>
    public async Task RecordAsync(Guid runId, Guid lease, bool isApart)
    {
        // A context of its own: the step that was left behind may still use its one.
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var run = await db.Runs.Include(r => r.Page).ThenInclude(p => p!.File).Include(r => r.Document)
            .SingleOrDefaultAsync(r => r.Id == runId && r.LeaseId == lease);
        if (run is null)
        {
            return;
        }

        run.LeaseId = null;
        run.LeaseUntil = null;
        if (isApart)
        {
            SetAside(run);
        }
        else
        {
            run.State = RunState.Due;
            run.Crashes = Math.Max(run.Crashes, StepIsolation.SuspectAfterCrashes);
        }

        await db.SaveChangesAsync();
    }

    private void SetAside(StepRun run)
    {
        run.State = RunState.Rejected;
        run.EndedAt = clock.GetUtcNow().UtcDateTime;
        run.Reason = new Reason(
            "step-overran",
            run.Step,
            options.StepTimeoutSeconds.ToString(CultureInfo.InvariantCulture),
            run.Page?.File?.RelativePath ?? run.Document!.Title);
        if (run.Page is { } page)
        {
            page.State = PageState.Rejected;
            page.Reason = run.Reason;
        }
    }
}
