using Digitize.Core.Rows;
using Digitize.Core.Text;

namespace Digitize.Storage.Queries;

/// <summary>The labels proposed for a document's pages that have none.</summary>
public static class PageLabelProposals
{
    /// <param name="pages">All pages of the document, in order.</param>
    /// <returns>By page; a page with a label is not among them, but its label counts as a sure reading.</returns>
    public static IReadOnlyDictionary<Guid, LabelProposal> Of(IReadOnlyList<Page> pages)
    {
        var proposals = PageLabels.Propose([.. pages.Select(Reading)]);
        return pages.Zip(proposals)
            .Where(entry => string.IsNullOrWhiteSpace(entry.First.Label) && entry.Second is not null)
            .ToDictionary(entry => entry.First.Id, entry => entry.Second!);
    }

    private static LabelReading? Reading(Page page) =>
        !string.IsNullOrWhiteSpace(page.Label) ? new LabelReading(page.Label, 1)
        : page.ReadLabel is { } read ? new LabelReading(read, page.ReadLabelConfidence ?? 0)
        : null;
}
