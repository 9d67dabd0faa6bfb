namespace Digitize.Ocr.Columns;

/// <summary>
/// Which pixels of a page are ink, at a whole fraction of its size: geometry needs no more. Paper is taken from around each
/// place, so that shade and stains stay paper; of a colour image, red seals count as paper.
/// </summary>
internal sealed class PageInk
{
    /// <summary>Longest height worked on, pixels.</summary>
    internal const int MaximumHeight = 1800;

    /// <summary>Side of the squares that paper is measured in, and the share of their pixels that is not brighter.</summary>
    private const int Square = 32;
    private const double PaperShare = 0.8;

    /// <summary>Parts of the paper's brightness that the faintest ink takes away.</summary>
    private const int FaintestInk = 40;

    private readonly bool[] _ink;

    internal PageInk(int width, int height, int scale, bool[] ink) =>
        (Width, Height, Scale, _ink) = (width, height, scale, ink);

    internal int Width { get; }

    internal int Height { get; }

    /// <summary>Pixels of the page to one here, each way.</summary>
    internal int Scale { get; }

    internal bool this[int x, int y]
    {
        get => _ink[(y * Width) + x];
        set => _ink[(y * Width) + x] = value;
    }

    internal ReadOnlySpan<bool> Row(int y) => _ink.AsSpan(y * Width, Width);

    internal static PageInk Of(OcrImage image)
    {
        var scale = Math.Max(1, (int)Math.Ceiling(Math.Max(image.Height, image.Width / 2) / (double)MaximumHeight));
        scale = Math.Min(scale, Math.Min(image.Width, image.Height));
        var (width, height) = (image.Width / scale, image.Height / scale);
        var grey = Reduced(image, scale, width, height);
        var dark = Darkness(grey, width, height);
        var threshold = Math.Max(FaintestInk, Otsu(dark));
        return new PageInk(width, height, scale, Array.ConvertAll(dark, value => value >= threshold));
    }

    /// <summary>The same ink with rows pushed sideways, so that what leans by <paramref name="lean"/> stands upright.</summary>
    internal PageInk Sheared(double lean)
    {
        var ink = new bool[_ink.Length];
        for (var y = 0; y < Height; y++)
        {
            var shift = Shift(lean, y);
            var (from, to) = (Math.Max(0, -shift), Math.Min(Width, Width - shift));
            if (from < to)
            {
                _ink.AsSpan((y * Width) + from + shift, to - from).CopyTo(ink.AsSpan((y * Width) + from));
            }
        }

        return new PageInk(Width, Height, Scale, ink);
    }

    /// <summary>How far right of its upright place row <paramref name="y"/> lies on the page.</summary>
    internal int Shift(double lean, int y) => (int)Math.Round(lean * (y - (Height / 2.0)));

    internal PageInk Transposed()
    {
        var ink = new bool[_ink.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                ink[(x * Height) + y] = _ink[(y * Width) + x];
            }
        }

        return new PageInk(Height, Width, Scale, ink);
    }

    internal PageInk Copy() => new(Width, Height, Scale, [.. _ink]);

    private static byte[] Reduced(OcrImage image, int scale, int width, int height)
    {
        var pixels = image.Pixels.Span;
        var (grey, sums) = (new byte[width * height], new int[width]);
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sums);
            for (var dy = 0; dy < scale; dy++)
            {
                var row = pixels.Slice(((y * scale) + dy) * image.Stride, image.Width * image.BytesPerPixel);
                for (var x = 0; x < width * scale; x++)
                {
                    sums[x / scale] += image.BytesPerPixel == 1 ? row[x] : Brightness(row.Slice(x * 3, 3));
                }
            }

            for (var x = 0; x < width; x++)
            {
                grey[(y * width) + x] = (byte)(sums[x] / (scale * scale));
            }
        }

        return grey;
    }

    /// <summary>Green; of what is plainly red (a seal), red: there a seal is nearly as bright as paper.</summary>
    private static byte Brightness(ReadOnlySpan<byte> rgb) =>
        rgb[0] > rgb[1] + 50 && rgb[0] > rgb[2] + 40 ? rgb[0] : rgb[1];

    /// <summary>For each pixel, how much darker than the paper around: 0 for paper, 255 for black.</summary>
    private static byte[] Darkness(byte[] grey, int width, int height)
    {
        var (across, down) = ((width + Square - 1) / Square, (height + Square - 1) / Square);
        var paper = Papers(grey, width, height, across, down);
        var dark = new byte[grey.Length];
        for (var y = 0; y < height; y++)
        {
            var (row, below) = Between(y, down);
            for (var x = 0; x < width; x++)
            {
                var (column, right) = Between(x, across);
                var (next, under) = (Math.Min(column + 1, across - 1), Math.Min(row + 1, down - 1));
                var top = paper[row, column] + (right * (paper[row, next] - paper[row, column]));
                var bottom = paper[under, column] + (right * (paper[under, next] - paper[under, column]));
                var here = Math.Max(1, top + (below * (bottom - top)));
                dark[(y * width) + x] = (byte)Math.Clamp(255 - (255 * grey[(y * width) + x] / here), 0, 255);
            }
        }

        return dark;
    }

    private static (int Square, double Part) Between(int pixel, int squares)
    {
        var at = Math.Clamp(((pixel + 0.5) / Square) - 0.5, 0, squares - 1);
        return ((int)at, at - (int)at);
    }

    /// <summary>The paper of each square: the brightest of it and its neighbours', and never far below the page's.</summary>
    private static double[,] Papers(byte[] grey, int width, int height, int across, int down)
    {
        var own = new double[down, across];
        var all = new List<double>();
        for (var row = 0; row < down; row++)
        {
            for (var column = 0; column < across; column++)
            {
                own[row, column] = BrightShare(grey, width, height, column * Square, row * Square);
                all.Add(own[row, column]);
            }
        }

        all.Sort();
        var least = all[(int)(all.Count * 0.7)] * 0.5;
        var paper = new double[down, across];
        for (var row = 0; row < down; row++)
        {
            for (var column = 0; column < across; column++)
            {
                var around = new List<double>();
                for (var dy = Math.Max(0, row - 1); dy <= Math.Min(down - 1, row + 1); dy++)
                {
                    for (var dx = Math.Max(0, column - 1); dx <= Math.Min(across - 1, column + 1); dx++)
                    {
                        around.Add(own[dy, dx]);
                    }
                }

                around.Sort();
                paper[row, column] = Math.Max(least, around[(int)(around.Count * 0.7)]);
            }
        }

        return paper;
    }

    private static double BrightShare(byte[] grey, int width, int height, int left, int top)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var (right, bottom) = (Math.Min(width, left + Square), Math.Min(height, top + Square));
        for (var y = top; y < bottom; y++)
        {
            foreach (var value in grey.AsSpan((y * width) + left, right - left))
            {
                counts[value]++;
            }
        }

        var (seen, wanted, at) = (0, (int)((right - left) * (bottom - top) * PaperShare), 0);
        while ((seen += counts[at]) <= wanted && at < 255)
        {
            at++;
        }

        return at;
    }

    /// <summary>Otsu (1979).</summary>
    private static int Otsu(byte[] values)
    {
        var counts = new long[256];
        foreach (var value in values)
        {
            counts[value]++;
        }

        double total = 0;
        for (var value = 0; value < 256; value++)
        {
            total += (double)value * counts[value];
        }

        var (threshold, best, below, belowSum) = (256, 0.0, 0L, 0.0);
        for (var value = 0; value < 255; value++)
        {
            below += counts[value];
            belowSum += (double)value * counts[value];
            var above = values.LongLength - below;
            if (below == 0 || above == 0)
            {
                continue;
            }

            var distance = ((total - belowSum) / above) - (belowSum / below);
            var between = below * (double)above * distance * distance;
            if (between > best)
            {
                (threshold, best) = (value + 1, between);
            }
        }

        return threshold;
    }
}
