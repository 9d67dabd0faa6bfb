using System.Text.Json;
using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Intake;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.People;

/// <summary>
/// What a person at a screen may ask of the line. Each action changes rows and leaves an audit entry in one
/// transaction; the chain then finds what has become due. Screens run no step themselves.
/// </summary>
public sealed class PersonActions(DigitizeDb db, BatchIntake intake, JobQueue jobs, TimeProvider clock)
{
    /// <summary>Lets a held batch go on with the pages that are there.</summary>
    /// <returns>False when a file is still on its way, or the batch is not waiting for its count to be confirmed, or now waits for something else.</returns>
    public async Task<bool> ReleaseBatchAsync(Guid batchId, string who, CancellationToken ct)
    {
        var batch = await db.Batches.Include(b => b.Files).Include(b => b.Documents).AsSplitQuery()
            .SingleOrDefaultAsync(b => b.Id == batchId && b.State == BatchState.Held, ct);
        if (batch?.Reason is not { Code: "batch-count" } reason || batch.Files.Any(file => file.State == FileState.Seen))
        {
            return false;
        }

        Note(who, "batch.release", batchId, new { expected = reason.Facts[1], received = reason.Facts[2] });
        await intake.PassGateAsync(batch, acceptCount: true, ct);
        return batch.State == BatchState.Taken;
    }

    /// <summary>Gives every step of the page that a person had to look at, or that was set aside, another start.</summary>
    /// <returns>Steps started again.</returns>
    public Task<int> RetryPageAsync(Guid pageId, string who, CancellationToken ct) =>
        RetryAsync(db.Runs.Where(run => run.PageId == pageId), pageId, "page.retry", who, ct);

    /// <summary>The same for a step of the whole document (its packaging).</summary>
    public Task<int> RetryDocumentAsync(Guid documentId, string who, CancellationToken ct) =>
        RetryAsync(db.Runs.Where(run => run.SubjectId == documentId), documentId, "document.retry", who, ct);

    /// <summary>Marks every read page as verified by this person and lets readers reach the document.</summary>
    /// <returns>False when the document is not packaged yet, is being worked on, or is public already.</returns>
    public async Task<bool> PublishDocumentAsync(Guid documentId, string who, CancellationToken ct)
    {
        var document = await db.Documents.Include(d => d.Pages)
            .SingleOrDefaultAsync(d => d.Id == documentId && d.PackagedAt != null && d.PublishedAt == null
                && !db.Runs.Any(run => run.DocumentId == d.Id && (run.State == RunState.Due || run.State == RunState.Running)), ct);
        if (document is null)
        {
            return false;
        }

        var read = document.Pages.Where(page => page.State is PageState.Read or PageState.Corrected).ToList();
        read.ForEach(page => page.State = PageState.Verified);
        document.PublishedAt = clock.GetUtcNow().UtcDateTime;
        document.PublishedBy = who;
        Note(who, "document.publish", documentId, new { verifiedPages = read.Count, pages = document.Pages.Count, missing = document.Reason?.Facts[0] });
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Takes the document back from readers; nothing of it is removed.</summary>
    /// <returns>False when it was not public.</returns>
    public async Task<bool> WithdrawDocumentAsync(Guid documentId, string who, CancellationToken ct)
    {
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Id == documentId && d.PublishedAt != null, ct);
        if (document is null)
        {
            return false;
        }

        Note(who, "document.withdraw", documentId, new { document.PublishedAt, document.PublishedBy });
        document.PublishedAt = null;
        document.PublishedBy = null;

        // Or the next packaging would let it out again over this person's head.
        document.PublishPolicy = PublishPolicy.AfterVerification;
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Gives pages without a label the one that is proposed; a label that is there stays.</summary>
    /// <param name="pageId">One page, or null for all of the document whose proposals are sure enough.</param>
    /// <returns>Pages that have a label now and had none.</returns>
    public async Task<int> AcceptLabelsAsync(Guid documentId, Guid? pageId, string who, CancellationToken ct)
    {
        var pages = await db.Pages.Where(page => page.DocumentId == documentId).OrderBy(page => page.Sequence).ToListAsync(ct);
        var proposals = PageLabelProposals.Of(pages);
        var labelled = pages.Where(page => proposals.TryGetValue(page.Id, out var proposal)
            && (pageId is null ? proposal.Confidence >= PageLabels.Sure : pageId == page.Id)).ToList();
        foreach (var page in labelled)
        {
            page.Label = proposals[page.Id].Label;
            Note(who, "page.label", page.Id, new { page.Label, proposals[page.Id].Confidence, read = page.ReadLabel });
        }

        await db.SaveChangesAsync(ct);
        return labelled.Count;
    }

    private async Task<int> RetryAsync(
        IQueryable<StepRun> which, Guid subjectId, string action, string who, CancellationToken ct)
    {
        var runs = await which.Standing(db.Runs).Include(run => run.Page)
            .Where(run => run.State == RunState.NeedsPerson || run.State == RunState.Rejected).ToListAsync(ct);
        foreach (var run in runs)
        {
            Note(who, action, subjectId, new { run.Step, was = run.State.ToString(), run.Reason, run.Attempts, run.LastFault });
            run.State = RunState.Due;
            run.Attempts = 0;
            run.Faults = 0;
            run.Crashes = 0;
            run.NotBefore = null;
            run.Reason = null;
            run.EndedAt = null;
            if (run.Page is { } page)
            {
                page.Reason = null;
                page.State = page.State == PageState.Rejected ? PageState.Captured : page.State;
            }
        }

        await db.SaveChangesAsync(ct);
        foreach (var run in runs)
        {
            await jobs.EnqueueAsync(run, ct);
        }

        return runs.Count;
    }

    private void Note(string who, string action, Guid subjectId, object detail) => db.Audit.Add(new AuditEntry
    {
        At = clock.GetUtcNow().UtcDateTime,
        Who = who,
        Action = action,
        SubjectId = subjectId,
        Detail = JsonSerializer.Serialize(detail),
    });
}
