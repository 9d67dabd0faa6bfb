using Digitize.Core.Text;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Storage.Queries;

/// <summary>Finds a string in the newest text of pages, without regard to case, tone and vowel marks.</summary>
public sealed class PageSearchQuery(DigitizeDb db)
{
    /// <summary>Longer queries are refused by the screens.</summary>
    public const int MaximumQueryLength = 200;

    private const int AroundLength = 60;

    /// <param name="publishedOnly">Readers see published documents only.</param>
    /// <exception cref="ArgumentException">The query is longer than <see cref="MaximumQueryLength"/>.</exception>
    public async Task<SearchPage> FindAsync(
        string query, bool publishedOnly, int skip, int take, CancellationToken ct)
    {
        if (query.Length > MaximumQueryLength)
        {
            throw new ArgumentException($"A query has at most {MaximumQueryLength} characters.", nameof(query));
        }

        var folded = SearchFolding.Fold(query).Trim();
        if (folded.Length == 0)
        {
            return new SearchPage(0, []);
        }

        var pattern = $"%{EscapeLike(folded)}%";
        var hits = db.Revisions
            .Standing(db.Revisions)
            .Where(r => EF.Functions.Like(r.FoldedText, pattern, "\\"))
            .Where(r => !publishedOnly || r.Page!.Document!.PublishedAt != null);
        var total = await hits.CountAsync(ct);
        var rows = await hits
            .OrderBy(r => r.Page!.Document!.Shelfmark).ThenBy(r => r.Page!.DocumentId).ThenBy(r => r.Page!.Sequence)
            .Skip(skip).Take(take)
            .Select(r => new
            {
                r.PageId,
                r.Page!.DocumentId,
                r.Page.Document!.Shelfmark,
                r.Page.Document.Title,
                r.Page.Document.Language,
                r.Page.Sequence,
                r.PlainText,
            })
            .ToListAsync(ct);
        return new SearchPage(total, [.. rows.Select(row => new SearchHit(
            row.PageId, row.DocumentId, row.Shelfmark, row.Title, row.Language, row.Sequence,
            new FoldedText(row.PlainText).Find(folded, AroundLength)))]);
    }

    /// <summary>What a person typed means itself: <c>%</c> and <c>_</c> are no wildcards.</summary>
    internal static string EscapeLike(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}

public sealed record SearchPage(int Total, IReadOnlyList<SearchHit> Hits);

/// <param name="Language">BCP 47 of the document; null when not known.</param>
/// <param name="Context">The first place on the page.</param>
public sealed record SearchHit(
    Guid PageId, Guid DocumentId, string Shelfmark, string Title, string? Language, int Sequence, TextHit? Context);
