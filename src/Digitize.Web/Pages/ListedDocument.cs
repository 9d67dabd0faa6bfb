using System.Linq.Expressions;
using Digitize.Core.Rows;

namespace Digitize.Web.Pages;

/// <summary>A document as lists show it.</summary>
/// <param name="CoverPageId">First page of which there is an access image.</param>
public sealed record ListedDocument(
    Guid Id, string Shelfmark, string Title, string? Language, int Pages, Guid? CoverPageId)
{
    public static Expression<Func<Document, ListedDocument>> Of { get; } = d => new ListedDocument(
        d.Id, d.Shelfmark, d.Title, d.Language, d.Pages.Count,
        d.Pages.Where(p => p.Artefacts.Any(a => a.Kind == ArtefactKinds.Pyramid))
            .OrderBy(p => p.Sequence).Select(p => (Guid?)p.Id).FirstOrDefault());
}
