using Digitize.Core.Text;

namespace Digitize.Bench;

/// <summary>Printed page numbers: as read on each page alone, and as the whole document weighs them.</summary>
internal sealed class LabelScores
{
    private readonly Dictionary<string, List<(LayoutTruth Truth, LabelReading? Read)>> _documents = [];

    public void Add(LayoutTruth truth, IReadOnlyList<TextRegion> read)
    {
        _documents.TryAdd(truth.Document, []);
        _documents[truth.Document].Add((truth, LabelReading.Of(new TextPage(truth.Width, truth.Height, read, null))));
    }

    public void Print()
    {
        var (pages, alone, together, unprinted, filled) = (0, 0, 0, 0, 0);
        foreach (var document in _documents.Values.Where(pages => pages.Count > 1))
        {
            var ordered = document.OrderBy(page => page.Truth.Sequence).ToList();
            var proposals = PageLabels.Propose([.. ordered.Select(page => page.Read)]);
            foreach (var ((truth, read), proposal) in ordered.Zip(proposals))
            {
                if (truth.Label is null)
                {
                    unprinted++;
                    filled += proposal is null ? 0 : 1;
                    continue;
                }

                pages++;
                alone += (read is null ? null : PrintedNumber.Find(read.Text)?.ToString()) == truth.Label ? 1 : 0;
                together += proposal?.Label == truth.Label ? 1 : 0;
            }
        }

        Console.WriteLine(
            $"page labels of books: right alone {LayoutScores.Share(alone, pages)}, with the document's vote {LayoutScores.Share(together, pages)}; "
            + $"of {unprinted} pages without a number {filled} are given the one that the sequence implies");
    }
}
