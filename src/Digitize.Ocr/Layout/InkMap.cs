namespace Digitize.Ocr.Layout;

/// <summary>Which pixels of a page are ink.</summary>
internal sealed class InkMap
{
    /// <summary>Grey levels between ink and paper; less is the paper's own grain.</summary>
    private const int FaintestInk = 32;

    private readonly bool[] _ink;

    private InkMap(int width, int height, bool[] ink) => (Width, Height, _ink) = (width, height, ink);

    internal int Width { get; }

    internal int Height { get; }

    internal bool this[int x, int y] => _ink[(y * Width) + x];

    /// <summary>Splits the page into ink and paper where Otsu (1979) puts the threshold.</summary>
    internal static InkMap Of(OcrImage image)
    {
        var grey = new byte[image.Width * image.Height];
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                grey[(y * image.Width) + x] = image.Grey(x, y);
            }
        }

        var threshold = Otsu(grey);
        return new InkMap(image.Width, image.Height, Array.ConvertAll(grey, value => value <= threshold));
    }

    /// <summary>
    /// Takes out frames and column rules: upright and level runs of ink too long for a stroke, with two pixels
    /// around, because the edge of a printed rule is ragged.
    /// </summary>
    internal InkMap WithoutRules(int longestStroke)
    {
        const int edge = 2;
        var left = (bool[])_ink.Clone();
        for (var x = 0; x < Width; x++)
        {
            foreach (var (start, end) in Runs(Height, y => this[x, y], longestStroke))
            {
                Erase(left, x - edge, start, x + edge, end - 1);
            }
        }

        for (var y = 0; y < Height; y++)
        {
            foreach (var (start, end) in Runs(Width, x => this[x, y], longestStroke))
            {
                Erase(left, start, y - edge, end - 1, y + edge);
            }
        }

        return new InkMap(Width, Height, left);
    }

    /// <summary>Runs longer than <paramref name="longerThan"/>; the end is exclusive.</summary>
    internal static IEnumerable<(int Start, int End)> Runs(int length, Func<int, bool> isSet, int longerThan)
    {
        var start = -1;
        for (var i = 0; i <= length; i++)
        {
            if (i < length && isSet(i))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start > longerThan)
            {
                yield return (start, i);
            }

            start = -1;
        }
    }

    private void Erase(bool[] ink, int left, int top, int right, int bottom)
    {
        for (var y = Math.Max(0, top); y <= Math.Min(Height - 1, bottom); y++)
        {
            for (var x = Math.Max(0, left); x <= Math.Min(Width - 1, right); x++)
            {
                ink[(y * Width) + x] = false;
            }
        }
    }

    private static int Otsu(byte[] grey)
    {
        var counts = new long[256];
        foreach (var value in grey)
        {
            counts[value]++;
        }

        double total = 0;
        for (var value = 0; value < 256; value++)
        {
            total += (double)value * counts[value];
        }

        var (threshold, best, below, belowSum) = (-1, 0.0, 0L, 0.0);
        for (var value = 0; value < 255; value++)
        {
            below += counts[value];
            belowSum += (double)value * counts[value];
            var above = grey.LongLength - below;
            if (below == 0 || above == 0)
            {
                continue;
            }

            var distance = ((total - belowSum) / above) - (belowSum / below);
            if (distance < FaintestInk)
            {
                continue;
            }

            var between = below * (double)above * distance * distance;
            if (between > best)
            {
                (threshold, best) = (value, between);
            }
        }

        return threshold;
    }
}
