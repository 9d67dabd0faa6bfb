using System.Runtime.InteropServices;
using Digitize.Core.Text;
using Digitize.Ocr.Layout;
using Digitize.Ocr.Text;
using Native = Digitize.Ocr.Engines.Tesseract.TesseractIteratorNative;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>Walks once over what an engine has read and makes regions, lines, words and glyphs of it.</summary>
internal sealed class TesseractResults(TesseractHandle api, PageArea area, OcrOptions options) : IDisposable
{
    private readonly nint _results = TesseractNative.Results(api);

    private bool IsVertical => options.Mode == WritingMode.VerticalRl;

    private nint Page => Native.AsPageIterator(_results);

    /// <summary>In Tesseract's reading order; their ids, like their lines', are still empty.</summary>
    internal IEnumerable<TextRegion> Regions()
    {
        if (_results == 0)
        {
            yield break;
        }

        do
        {
            // Rules, pictures and noise are no text.
            if (Native.BlockType(Page) is < BlockType.FlowingText or > BlockType.CaptionText)
            {
                continue;
            }

            var lines = Each(Level.Block, Level.TextLine, Line).OfType<TextLine>().ToList();
            if (lines.Count > 0)
            {
                // Tesseract's "heading" only means text across more than one column, so every region is body.
                yield return new TextRegion(
                    "", RegionKind.Body, Box.Around(lines.Select(line => line.Box)), options.Mode, lines);
            }
        }
        while (Native.Next(_results, Level.Block) != 0);
    }

    public void Dispose()
    {
        if (_results != 0)
        {
            Native.Delete(_results);
        }
    }

    private IEnumerable<T> Each<T>(Level level, Level element, Func<T> read)
    {
        do
        {
            yield return read();
        }
        while (Native.IsLast(Page, level, element) == 0 && Native.Next(_results, element) != 0);
    }

    private TextLine? Line()
    {
        var baseline = Baseline();
        var words = Each(Level.TextLine, Level.Word, Word).OfType<Word>().ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var box = Box.Around(words.Select(word => word.Box));
        return IsVertical
            ? new TextLine("", box, Axis(box), options.Language, options.Mode, [Column(words, box)])
            : new TextLine("", box, baseline ?? Foot(box), options.Language, options.Mode, words);
    }

    private Word? Word()
    {
        var text = Text(Level.Word);
        var confidence = Confidence(Level.Word);
        var whole = Bounds(Level.Word);
        var glyphs = Each(Level.Word, Level.Symbol, Glyph).OfType<Glyph>().ToList();
        if (IsVertical)
        {
            glyphs = Spread(glyphs, whole);
        }

        return string.IsNullOrWhiteSpace(text) || glyphs.Count == 0
            ? null
            : new Word(text, Box.Around(glyphs.Select(glyph => glyph.Box)), confidence, glyphs);
    }

    private Glyph? Glyph()
    {
        var text = Text(Level.Symbol);
        return string.IsNullOrWhiteSpace(text)
            ? null
            : new Glyph(text, Bounds(Level.Symbol), Confidence(Level.Symbol), Candidates(text));
    }

    private List<GlyphCandidate> Candidates(string chosen)
    {
        if (options.Candidates == 0)
        {
            return [];
        }

        var candidates = new Dictionary<string, double> { [chosen] = Confidence(Level.Symbol) };
        var choices = Native.Choices(_results);
        try
        {
            do
            {
                var text = LatinText.Compose(Marshal.PtrToStringUTF8(Native.ChoiceText(choices)) ?? "");
                if (!string.IsNullOrWhiteSpace(text))
                {
                    candidates.TryAdd(text, Share(Native.ChoiceConfidence(choices)));
                }
            }
            while (Native.NextChoice(choices) != 0);
        }
        finally
        {
            Native.DeleteChoices(choices);
        }

        return [.. candidates
            .Select(candidate => new GlyphCandidate(candidate.Key, candidate.Value))
            .OrderByDescending(candidate => candidate.Text == chosen)
            .ThenByDescending(candidate => candidate.Confidence)
            .Take(options.Candidates)];
    }

    /// <summary>Where Tesseract cuts Hán-Nôm into words says nothing, so a column is one run of characters.</summary>
    private static Word Column(List<Word> words, Box box)
    {
        var glyphs = words.SelectMany(word => word.Glyphs).ToList();
        // Now and then a word's box reaches over its neighbours; then an even pitch is nearer to the truth.
        var inOrder = words.Zip(words.Skip(1)).All(pair => pair.Second.Box.Y > pair.First.Glyphs[^1].Box.Y);
        return new Word(
            string.Concat(words.Select(word => word.Text)), box, glyphs.Average(glyph => glyph.Confidence),
            inOrder ? glyphs : Spread(glyphs, box));
    }

    /// <summary>
    /// Cuts a box of vertical text into equal parts. Tesseract turns the boxes of words back to the page's axes but
    /// not those of symbols (its issue 2679); a word rarely has more than three.
    /// </summary>
    private static List<Glyph> Spread(List<Glyph> glyphs, Box box) =>
        [.. glyphs.Select((glyph, index) =>
        {
            var top = box.Y + (box.Height * index / glyphs.Count);
            var bottom = box.Y + (box.Height * (index + 1) / glyphs.Count);
            return glyph with { Box = box with { Y = top, Height = Math.Max(1, bottom - top) } };
        })];

    private List<Point>? Baseline() =>
        Native.Baseline(Page, Level.TextLine, out var x1, out var y1, out var x2, out var y2) == 0
            ? null
            : [Inside(x1, y1), Inside(x2, y2)];

    private static List<Point> Foot(Box box) => [new(box.X, box.Bottom), new(box.Right, box.Bottom)];

    private static List<Point> Axis(Box box) =>
        [new(box.X + (box.Width / 2), box.Y), new(box.X + (box.Width / 2), box.Bottom)];

    private Point Inside(int x, int y)
    {
        var page = area.Bounds;
        return new Point(
            Math.Clamp(x + area.X, page.X, page.Right), Math.Clamp(y + area.Y, page.Y, page.Bottom));
    }

    /// <summary>Always inside the page and never empty: formats refuse other boxes.</summary>
    private Box Bounds(Level level)
    {
        _ = Native.Bounds(Page, level, out var left, out var top, out var right, out var bottom);
        var page = area.Bounds;
        var x = Math.Clamp(left + area.X, page.X, page.Right - 1);
        var y = Math.Clamp(top + area.Y, page.Y, page.Bottom - 1);
        var width = Math.Clamp(right + area.X - x, 1, page.Right - x);
        return new Box(x, y, width, Math.Clamp(bottom + area.Y - y, 1, page.Bottom - y));
    }

    private double Confidence(Level level) => Share(Native.Confidence(_results, level));

    private static double Share(float percent) => Math.Clamp(Math.Round(percent / 100.0, 4), 0, 1);

    private string Text(Level level)
    {
        var text = Native.Text(_results, level);
        try
        {
            return LatinText.Compose(Marshal.PtrToStringUTF8(text) ?? "").Trim();
        }
        finally
        {
            TesseractNative.DeleteText(text);
        }
    }
}
