using Digitize.Core.Text;

namespace Digitize.Ocr.Engines;

/// <summary>A part of a page as an image of its own, over the same pixels, and the way back to the page.</summary>
internal sealed record PagePart(OcrImage Image, Box Box)
{
    /// <summary>White kept around, pixels.</summary>
    private const int Margin = 12;

    internal static PagePart Of(OcrImage page, Box box)
    {
        var part = new Box(box.X - Margin, box.Y - Margin, box.Width + (2 * Margin), box.Height + (2 * Margin))
            .ClampTo(page.Width, page.Height);
        var first = (part.Y * page.Stride) + (part.X * page.BytesPerPixel);
        return new PagePart(
            new OcrImage(part.Width, part.Height, page.BytesPerPixel, page.Stride, page.Ppi, page.Pixels[first..]), part);
    }

    internal TextRegion OnPage(TextRegion region) => region with
    {
        Box = OnPage(region.Box),
        Lines = [.. region.Lines.Select(line => line with
        {
            Box = OnPage(line.Box),
            Baseline = [.. line.Baseline.Select(point => new Point(point.X + Box.X, point.Y + Box.Y))],
            Words = [.. line.Words.Select(word => word with
            {
                Box = OnPage(word.Box),
                Glyphs = [.. word.Glyphs.Select(glyph => glyph with { Box = OnPage(glyph.Box) })],
            })],
        })],
    };

    private Box OnPage(Box box) => box with { X = box.X + Box.X, Y = box.Y + Box.Y };
}
