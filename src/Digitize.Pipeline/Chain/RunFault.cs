using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Pipeline.Chain;

/// <summary>Writes down that a start threw: another attempt after a wait, or a question to a person.</summary>
internal sealed class RunFault(IServiceProvider services, TimeProvider clock)
{
    private const int LongestFault = 2000;

    public static RetrySpec NoRetry { get; } = new(1, 0);

    public async Task RecordAsync(Guid runId, Guid lease, RetrySpec retry, Exception fault)
    {
        // A context of its own: the step's may hold the very change that could not be saved.
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var run = await db.Runs.Include(r => r.Page).ThenInclude(p => p!.File).Include(r => r.Document)
            .SingleOrDefaultAsync(r => r.Id == runId && r.LeaseId == lease);
        if (run is null)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        run.Faults++;
        run.LastFault = Shorten($"{fault.GetType().Name}: {fault.Message}");
        run.LeaseId = null;
        run.LeaseUntil = null;
        if (run.Faults >= retry.Attempts)
        {
            run.State = RunState.NeedsPerson;
            run.EndedAt = now;
            run.Reason = new Reason(
                "step-failed", run.Step, $"{run.Faults}", run.Page?.File?.RelativePath ?? run.Document!.Title, run.LastFault);
            if (run.Page is { } page)
            {
                page.Reason = run.Reason;
            }
        }
        else
        {
            run.State = RunState.Due;
            run.NotBefore = now.AddSeconds(retry.BackoffSeconds * Math.Pow(2, run.Faults - 1));
        }

        await db.SaveChangesAsync();
    }

    private static string Shorten(string text) => text.Length <= LongestFault ? text : text[..LongestFault];
}
