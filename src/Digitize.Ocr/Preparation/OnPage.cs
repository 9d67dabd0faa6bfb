using Digitize.Core.Text;

namespace Digitize.Ocr.Preparation;

/// <summary>Brings what was read on a resized page back to the pixels of the page itself.</summary>
/// <param name="Width">Of the page, pixels.</param>
/// <param name="Height">Of the page, pixels.</param>
/// <param name="Factor">How many pixels of the resized page are one of the page.</param>
internal readonly record struct OnPage(int Width, int Height, double Factor)
{
    internal List<TextRegion> Of(IEnumerable<TextRegion> regions) => [.. regions.Select(Of)];

    private TextRegion Of(TextRegion region) =>
        region with { Box = Of(region.Box), Lines = [.. region.Lines.Select(Of)] };

    private TextLine Of(TextLine line) => line with
    {
        Box = Of(line.Box),
        Baseline = [.. line.Baseline.Select(Of)],
        Words = [.. line.Words.Select(Of)],
    };

    private Word Of(Word word) => word with { Box = Of(word.Box), Glyphs = [.. word.Glyphs.Select(Of)] };

    private Glyph Of(Glyph glyph) => glyph with { Box = Of(glyph.Box) };

    private Point Of(Point point) => new(
        Math.Clamp((int)Math.Round(point.X / Factor), 0, Width),
        Math.Clamp((int)Math.Round(point.Y / Factor), 0, Height));

    /// <summary>Outwards to whole pixels, so that a box inside another stays inside.</summary>
    private Box Of(Box box)
    {
        var x = Math.Clamp((int)Math.Floor(box.X / Factor), 0, Width - 1);
        var y = Math.Clamp((int)Math.Floor(box.Y / Factor), 0, Height - 1);
        var right = Math.Clamp((int)Math.Ceiling(box.Right / Factor), x + 1, Width);
        var bottom = Math.Clamp((int)Math.Ceiling(box.Bottom / Factor), y + 1, Height);
        return new Box(x, y, right - x, bottom - y);
    }
}
