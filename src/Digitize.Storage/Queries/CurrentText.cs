using Digitize.Core.Rows;

namespace Digitize.Storage.Queries;

/// <summary>Which revision of a page stands: a person's newest, and only without one the newest reading.</summary>
public static class CurrentText
{
    /// <summary>The standing revision of a page first. A machine's later reading waits beside a person's text.</summary>
    public static IOrderedQueryable<Revision> StandingFirst(this IQueryable<Revision> ofOnePage) =>
        ofOnePage.OrderByDescending(r => r.AuthorKind == RevisionAuthor.Person).ThenByDescending(r => r.Number);

    /// <summary>Of many pages, each page's standing revision.</summary>
    /// <param name="all">Every revision there is.</param>
    public static IQueryable<Revision> Standing(this IQueryable<Revision> revisions, IQueryable<Revision> all) =>
        revisions.Where(r => !all.Any(o => o.PageId == r.PageId
            && ((o.AuthorKind == r.AuthorKind && o.Number > r.Number)
                || (o.AuthorKind == RevisionAuthor.Person && r.AuthorKind == RevisionAuthor.Machine))));
}
