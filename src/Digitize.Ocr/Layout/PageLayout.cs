using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// What a reader sees at a glance on a page of Latin print: columns, headings, footnotes, captions, marginalia, page
/// numbers, running heads, tables, and in which order they are read. Works on lines that were read already, from their
/// places, the size of their letters and what they say; looks at pixels only where a picture may be.
/// </summary>
public static class PageLayout
{
    /// <param name="regions">As the recogniser gave them; vertical ones keep their kind and their lines.</param>
    /// <returns>The same lines, some cut in two at a gutter, in reading order. No word is lost.</returns>
    public static IReadOnlyList<TextRegion> Of(IReadOnlyList<TextRegion> regions, OcrImage image)
    {
        var vertical = regions.Where(region => region.Mode == WritingMode.VerticalRl).ToList();
        var horizontal = regions.Where(region => region.Mode == WritingMode.HorizontalTb).ToList();
        // A line without words has nothing to be judged by.
        var unread = horizontal.Where(region => region.Lines.Any(line => line.Words.Count == 0)).ToList();
        var read = horizontal.Except(unread).SelectMany(region => region.Lines).Select(PrintLine.Of).ToList();
        if (read.Count == 0)
        {
            return regions;
        }

        var measure = PageMeasure.Of(read);
        var (top, bottom, rest) = PageEdges.Take(read, measure);
        if (rest.Count > 0)
        {
            measure = PageMeasure.Of(rest);
        }

        var (tables, text) = TableFinder.Take(Gutters.Split(rest, measure), measure);
        var blocks = LineChains.Of(text, measure).Select(chain => new PrintBlock(RegionKind.Body, chain)).ToList();
        blocks = Marginalia.Mark(blocks, measure);
        blocks = Footnotes.Cut(blocks, measure);
        blocks = Headings.Cut(blocks, measure);
        blocks = Captions.Mark([.. blocks, .. tables], text, measure, image);
        return [.. InOrder(top, blocks, bottom, [.. vertical, .. unread])];
    }

    private static IEnumerable<TextRegion> InOrder(
        List<PrintBlock> top, List<PrintBlock> blocks, List<PrintBlock> bottom, IReadOnlyList<TextRegion> asTheyAre)
    {
        var notes = blocks.Where(block => block.Kind == RegionKind.Note).ToList();
        var margins = blocks.Where(block => block.Kind == RegionKind.Marginalia).ToList();
        var main = blocks.Except(notes).Except(margins).Select(Region).Concat(asTheyAre).ToList();
        var body = Bands.Of(main).SelectMany(band => ReadingOrder.Of(band, region => region.Box)).ToList();
        foreach (var margin in margins.OrderBy(block => block.Box.Y))
        {
            body.Insert(1 + Beside(margin.Box, body), Region(margin));
        }

        return top.Select(Region).Concat(body)
            .Concat(ReadingOrder.Of(notes, block => block.Box).Select(Region))
            .Concat(bottom.Select(Region));
    }

    /// <summary>The text that a note in the margin stands beside; the notes there before it come first.</summary>
    private static int Beside(Box margin, List<TextRegion> body)
    {
        var beside = body.Index()
            .Where(entry => entry.Item.Kind != RegionKind.Marginalia)
            .OrderByDescending(entry => PrintLine.SharedHeight(entry.Item.Box, margin))
            .ThenBy(entry => Math.Abs(entry.Item.Box.Y - margin.Y))
            .Select(entry => entry.Index).DefaultIfEmpty(-1).First();
        while (beside + 1 < body.Count && body[beside + 1].Kind == RegionKind.Marginalia)
        {
            beside++;
        }

        return beside;
    }

    private static TextRegion Region(PrintBlock block) => new(
        "", block.Kind, block.Box, WritingMode.HorizontalTb, [.. block.Lines.Select(line => line.Line)]);
}
