using NetVips;

namespace Digitize.Imaging.Inspection;

/// <summary>
/// All that the measures need of a page's pixels, gathered in one pass over strips, so that a map of a gigapixel costs
/// one decode and little memory.
/// </summary>
/// <param name="Tones">Pixels at each luminance, 0 to 255.</param>
/// <param name="Small">Mean colours of squares of <paramref name="Factor"/> pixels.</param>
/// <param name="Black">How many of a square's pixels are at black in all channels.</param>
/// <param name="White">How many are at white in any channel.</param>
/// <param name="Patches">Squares at full resolution, evenly spread.</param>
internal sealed record PageSurvey(
    long[] Tones, int Factor, ColourRaster Small, ushort[] Black, ushort[] White, IReadOnlyList<GreyRaster> Patches)
{
    public const int SmallEdgePixels = 1500;
    private const int PatchEdgePixels = 128;

    // 16 by 16 patches of 128 by 128: four megapixels at the most.
    private const int PatchesAcross = 16;
    private const int StripRows = 128;

    // What a JPEG makes of pure black and white.
    private const int BlackLevel = 1;
    private const int WhiteLevel = 254;

    /// <param name="image">8-bit grey or sRGB.</param>
    /// <exception cref="OperationCanceledException">Between two strips.</exception>
    public static PageSurvey Of(Image image, CancellationToken ct)
    {
        var factor = Math.Max(1, (Math.Max(image.Width, image.Height) + SmallEdgePixels - 1) / SmallEdgePixels);
        var (width, height) = (Math.Max(1, image.Width / factor), Math.Max(1, image.Height / factor));
        var survey = new PageSurvey(new long[256], factor, ColourRaster.Empty(width, height),
            new ushort[width * height], new ushort[width * height], [.. EmptyPatches(image.Width, image.Height)]);
        using var region = Region.New(image);
        var rows = Math.Max(1, StripRows / factor) * factor;
        var sums = new Sums(width);
        var grey = new byte[image.Width * rows];
        for (var top = 0; top < image.Height; top += rows)
        {
            ct.ThrowIfCancellationRequested();
            var count = Math.Min(rows, image.Height - top);
            var strip = region.Fetch(0, top, image.Width, count);
            for (var y = 0; y < count; y++)
            {
                var line = strip.AsSpan(y * image.Width * image.Bands, image.Width * image.Bands);
                survey.Take(line, image.Bands, grey.AsSpan(y * image.Width, image.Width), sums);
                if ((top + y + 1) % factor == 0 && (top + y) / factor < height)
                {
                    sums.Into(survey, (top + y) / factor);
                }
            }

            survey.FillPatches(grey, image.Width, image.Height, top, count);
        }

        return survey;
    }

    private static IEnumerable<GreyRaster> EmptyPatches(int width, int height)
    {
        var (across, down) = (PatchesOf(width), PatchesOf(height));
        var (w, h) = (Math.Min(width, PatchEdgePixels), Math.Min(height, PatchEdgePixels));
        return Enumerable.Range(0, across * down).Select(_ => new GreyRaster(w, h, new byte[w * h]));
    }

    private static int PatchesOf(int edge) => Math.Clamp(edge / PatchEdgePixels, 1, PatchesAcross);

    // The middle of each of the cells that the edge is cut into.
    private static int StartOf(int index, int edge)
    {
        var cell = edge / PatchesOf(edge);
        return index * cell + Math.Max(0, (cell - PatchEdgePixels) / 2);
    }

    private void Take(ReadOnlySpan<byte> line, int bands, Span<byte> grey, Sums sums)
    {
        if (bands == 1)
        {
            TakeGrey(line, grey, sums);
            return;
        }

        var tones = Tones;
        for (int start = 0, cell = 0; start < grey.Length; start += Factor, cell++)
        {
            int reds = 0, greens = 0, blues = 0, blacks = 0, whites = 0;
            for (var x = start; x < Math.Min(start + Factor, grey.Length); x++)
            {
                var at = x * bands;
                int red = line[at], green = line[at + 1], blue = line[at + 2];
                var luminance = (54 * red + 183 * green + 19 * blue) >> 8;
                grey[x] = (byte)luminance;
                tones[luminance]++;
                var brightest = Math.Max(red, Math.Max(green, blue));
                (reds, greens, blues) = (reds + red, greens + green, blues + blue);
                blacks += brightest <= BlackLevel ? 1 : 0;
                whites += brightest >= WhiteLevel ? 1 : 0;
            }

            if (cell < sums.Width)
            {
                sums.Red[cell] += reds;
                sums.Green[cell] += greens;
                sums.Blue[cell] += blues;
                sums.Black[cell] += blacks;
                sums.White[cell] += whites;
            }
        }
    }

    // The weights of the luminance make 256, so that of grey is its level.
    private void TakeGrey(ReadOnlySpan<byte> line, Span<byte> grey, Sums sums)
    {
        line.CopyTo(grey);
        var tones = Tones;
        for (int start = 0, cell = 0; start < line.Length; start += Factor, cell++)
        {
            int levels = 0, blacks = 0, whites = 0;
            foreach (var level in line[start..Math.Min(start + Factor, line.Length)])
            {
                tones[level]++;
                levels += level;
                blacks += level <= BlackLevel ? 1 : 0;
                whites += level >= WhiteLevel ? 1 : 0;
            }

            if (cell < sums.Width)
            {
                sums.Red[cell] += levels;
                sums.Green[cell] += levels;
                sums.Blue[cell] += levels;
                sums.Black[cell] += blacks;
                sums.White[cell] += whites;
            }
        }
    }

    private void FillPatches(byte[] grey, int width, int height, int top, int count)
    {
        var across = PatchesOf(width);
        for (var i = 0; i < Patches.Count; i++)
        {
            var (left, start, patch) = (StartOf(i % across, width), StartOf(i / across, height), Patches[i]);
            for (var y = Math.Max(0, top - start); y < patch.Height && start + y < top + count; y++)
            {
                grey.AsSpan((start + y - top) * width + left, patch.Width).CopyTo(patch.Pixels.AsSpan(y * patch.Width));
            }
        }
    }

    private sealed class Sums(int width)
    {
        public int Width => width;

        public int[] Red { get; } = new int[width];

        public int[] Green { get; } = new int[width];

        public int[] Blue { get; } = new int[width];

        public int[] Black { get; } = new int[width];

        public int[] White { get; } = new int[width];

        public void Into(PageSurvey survey, int row)
        {
            var area = survey.Factor * survey.Factor;
            for (var x = 0; x < width; x++)
            {
                var at = row * width + x;
                survey.Small.Red[at] = (byte)((Red[x] + area / 2) / area);
                survey.Small.Green[at] = (byte)((Green[x] + area / 2) / area);
                survey.Small.Blue[at] = (byte)((Blue[x] + area / 2) / area);
                survey.Black[at] = (ushort)Math.Min(Black[x], ushort.MaxValue);
                survey.White[at] = (ushort)Math.Min(White[x], ushort.MaxValue);
            }

            foreach (var sum in new[] { Red, Green, Blue, Black, White })
            {
                Array.Clear(sum);
            }
        }
    }
}
