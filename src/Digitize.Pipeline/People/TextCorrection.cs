using System.Globalization;
using System.Text;
using System.Text.Json;
using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Pipeline.Chain;
using Digitize.Storage.Blobs;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Digitize.Pipeline.People;

/// <summary>
/// A person's corrections: each line change is a command with the state of the line that the person saw. Nothing that a
/// person wrote is ever overwritten, by a machine or by another person.
/// </summary>
public sealed class TextCorrection(DigitizeDb db, IBlobStore blobs, ChainAdvance advance, TimeProvider clock)
{
    /// <summary>Longest text of a line, in UTF-16 units; the longest printed lines have some 200.</summary>
    public const int LongestLine = 2000;

    /// <summary>The standing text with what people have changed since; null when the page has none.</summary>
    public async Task<CorrectedText?> OpenAsync(Guid pageId, CancellationToken ct)
    {
        var revision = await db.Revisions.AsNoTracking().Where(r => r.PageId == pageId).StandingFirst().FirstOrDefaultAsync(ct);
        if (revision is { AuthorKind: RevisionAuthor.Machine })
        {
            // A later reading waits beside the one that a person has begun to correct.
            revision = await db.LineChanges.AsNoTracking().Where(change => change.PageId == pageId)
                .OrderByDescending(change => change.At).Select(change => change.Revision).FirstOrDefaultAsync(ct) ?? revision;
        }

        return revision is null
            ? null
            : new CorrectedText(revision, await ReadAsync(revision, ct), await NewestAsync(revision.Id, ct));
    }

    /// <summary>Keeps one line's new text, if the line is still as the person saw it.</summary>
    public async Task<LineAnswer> ChangeAsync(Guid pageId, LineCommand command, string who, CancellationToken ct)
    {
        if (command.Id == Guid.Empty || command.Text.Length > LongestLine || command.Text.EnumerateRunes().Any(IsControl))
        {
            return new LineAnswer.Refused();
        }

        await using var alone = await LockAsync(pageId, ct);
        if (await db.LineChanges.AsNoTracking().SingleOrDefaultAsync(change => change.Id == command.Id, ct) is { } sentBefore)
        {
            return sentBefore.PageId == pageId ? new LineAnswer.Saved(sentBefore.Number) : new LineAnswer.Refused();
        }

        if (await OpenAsync(pageId, ct) is not { } text || command.Line < 1 || text.Lines.ElementAtOrDefault(command.Line - 1) is not { } line)
        {
            return new LineAnswer.Refused();
        }

        var newest = text.Changes.GetValueOrDefault(command.Line);
        var standing = newest?.After ?? line.Text;
        var written = Tidy(command.Text, line.Mode);
        if (command.RevisionId == text.Revision.Id && written == standing)
        {
            // Nothing to keep: the line says so already, perhaps by the same person's hand a moment ago.
            return new LineAnswer.Saved(newest?.Number ?? 0);
        }

        if (command.RevisionId != text.Revision.Id || command.Base != (newest?.Number ?? 0))
        {
            return new LineAnswer.Conflict(
                text.Revision.Id, newest?.Number ?? 0, standing, newest?.Who ?? text.Revision.Author, newest?.At ?? text.Revision.CreatedAt);
        }

        var page = await db.Pages.SingleAsync(p => p.Id == pageId, ct);
        page.State = PageState.InCorrection;
        db.LineChanges.Add(new LineChange
        {
            Id = command.Id,
            PageId = pageId,
            RevisionId = text.Revision.Id,
            Line = command.Line,
            Number = command.Base + 1,
            Before = standing,
            After = written,
            Who = who,
            At = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
        return new LineAnswer.Saved(command.Base + 1);
    }

    /// <summary>
    /// Makes a revision of the changes and has the document packaged anew. Without a change the reading stands and
    /// the page counts as corrected: the person vouches for it.
    /// </summary>
    /// <returns>False when the text is not the one that the person saw, or there is none.</returns>
    public async Task<bool> FinishAsync(Guid pageId, Guid revisionId, string who, CancellationToken ct)
    {
        await using var alone = await LockAsync(pageId, ct);
        if (await OpenAsync(pageId, ct) is not { } text || text.Revision.Id != revisionId)
        {
            return false;
        }

        var page = await db.Pages.SingleAsync(p => p.Id == pageId, ct);
        var was = page.State;
        if (text.Changes.Count > 0)
        {
            db.Revisions.Add(await RevisionAsync(page, text, who, ct));
        }

        page.State = PageState.Corrected;
        db.Audit.Add(new AuditEntry
        {
            At = clock.GetUtcNow().UtcDateTime,
            Who = who,
            Action = "page.correct",
            SubjectId = pageId,
            Detail = JsonSerializer.Serialize(new { was = was.ToString(), lines = text.Changes.Count, revision = text.Revision.Number }),
        });
        await db.SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
        await advance.DocumentAsync(page.DocumentId, ct);
        return true;
    }

    /// <summary>
    /// One person after the other on a page, until the transaction ends: a change that comes while another finishes the
    /// page would be kept on a text that no longer stands. On a desk the transaction itself waits for its turn.
    /// </summary>
    private async Task<IDbContextTransaction> LockAsync(Guid pageId, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Pages.Where(page => page.Id == pageId)
            .ExecuteUpdateAsync(page => page.SetProperty(p => p.State, p => p.State), ct);
        return transaction;
    }

    private async Task<Revision> RevisionAsync(Page page, CorrectedText text, string who, CancellationToken ct)
    {
        var corrected = text.Text with { Regions = [.. text.Regions()] };
        using var json = new MemoryStream();
        await TextPageJson.WriteAsync(corrected, json, ct);
        json.Position = 0;
        var blob = await blobs.WriteAsync(
            hash => BlobNames.PageArtefact(page.DocumentId, page.Id, ArtefactKinds.Text, hash[..12], "json"), json, "application/json", ct);
        var last = await db.Revisions.Where(r => r.PageId == page.Id).MaxAsync(r => r.Number, ct);
        return new Revision
        {
            PageId = page.Id,
            Number = last + 1,
            AuthorKind = RevisionAuthor.Person,
            Author = who,
            TextBlob = blob.Name,
            PlainText = corrected.JoinedText,
            FoldedText = corrected.FoldedText,
            Confidence = corrected.Confidence,
            Lines = corrected.Lines.Count(),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
    }

    private async Task<TextPage> ReadAsync(Revision revision, CancellationToken ct)
    {
        await using var json = await blobs.OpenReadAsync(revision.TextBlob, ct);
        return await TextPageJson.ReadAsync(json, ct);
    }

    private async Task<Dictionary<int, LineChange>> NewestAsync(Guid revisionId, CancellationToken ct)
    {
        var changes = await db.LineChanges.AsNoTracking().Where(change => change.RevisionId == revisionId)
            .OrderBy(change => change.Number).ToListAsync(ct);
        return changes.GroupBy(change => change.Line).ToDictionary(line => line.Key, line => line.Last());
    }

    /// <summary>Latin text is kept composed; Hán-Nôm as it was written, for composing would make other characters of some.</summary>
    private static string Tidy(string text, WritingMode mode) =>
        mode == WritingMode.VerticalRl ? text.Trim() : text.Trim().Normalize(NormalizationForm.FormC);

    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

/// <summary>A person wants a line to say this.</summary>
/// <param name="Id">Made by the browser; sent again with the same id it is the same command.</param>
/// <param name="RevisionId">The reading that the person sees.</param>
/// <param name="Line">From 1.</param>
/// <param name="Base">Number of the change that the person sees on the line; 0 for the reading itself.</param>
public sealed record LineCommand(Guid Id, Guid RevisionId, int Line, int Base, string Text);

/// <summary>What became of a line command.</summary>
public abstract record LineAnswer
{
    private LineAnswer()
    {
    }

    /// <param name="Number">The line's newest change; the base of the next command.</param>
    public sealed record Saved(int Number) : LineAnswer;

    /// <summary>The line, or the whole text, is no longer as the person saw it. Nothing was kept; both texts live on.</summary>
    public sealed record Conflict(Guid RevisionId, int Number, string Text, string Who, DateTime At) : LineAnswer;

    /// <summary>There is no such line, or the text cannot be a line.</summary>
    public sealed record Refused : LineAnswer;
}

/// <summary>A reading with the newest change of each line.</summary>
public sealed record CorrectedText(Revision Revision, TextPage Text, IReadOnlyDictionary<int, LineChange> Changes)
{
    /// <summary>As read, in the reading's order.</summary>
    public IReadOnlyList<TextLine> Lines { get; } = [.. Text.Lines];

    /// <summary>What the line says now.</summary>
    /// <param name="number">From 1.</param>
    public string Of(int number) => Changes.TryGetValue(number, out var change) ? change.After : Lines[number - 1].Text;

    /// <summary>Regions with the changed lines; lines that people emptied are gone, and regions without lines.</summary>
    internal IEnumerable<TextRegion> Regions()
    {
        var number = 0;
        foreach (var region in Text.Regions)
        {
            var lines = new List<TextLine>();
            foreach (var line in region.Lines)
            {
                var now = Changes.TryGetValue(++number, out var change) ? line.With(change.After) : line;
                if (now.Words.Count > 0)
                {
                    lines.Add(now);
                }
            }

            if (lines.Count > 0)
            {
                yield return region with { Lines = lines };
            }
        }
    }
}
