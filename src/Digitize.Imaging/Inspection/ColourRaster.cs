namespace Digitize.Imaging.Inspection;

/// <summary>A small sRGB copy of an image in memory; of a grey one all three planes are the same.</summary>
internal sealed record ColourRaster(int Width, int Height, byte[] Red, byte[] Green, byte[] Blue)
{
    public static ColourRaster Empty(int width, int height) =>
        new(width, height, new byte[width * height], new byte[width * height], new byte[width * height]);

    public GreyRaster Grey()
    {
        var grey = new byte[Red.Length];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = (byte)((54 * Red[i] + 183 * Green[i] + 19 * Blue[i]) >> 8);
        }

        return new(Width, Height, grey);
    }

    /// <summary>Means of squares, by a whole number, until no edge is longer.</summary>
    public ColourRaster Reduced(int longestEdge)
    {
        var factor = Math.Max(1, (Math.Max(Width, Height) + longestEdge - 1) / longestEdge);
        var small = Empty(Math.Max(1, Width / factor), Math.Max(1, Height / factor));
        Reduce(Red, small.Red);
        Reduce(Green, small.Green);
        Reduce(Blue, small.Blue);
        return small;

        void Reduce(byte[] from, byte[] to)
        {
            for (var y = 0; y < small.Height; y++)
            {
                for (var x = 0; x < small.Width; x++)
                {
                    int sum = 0, count = 0;
                    for (var dy = 0; dy < factor && y * factor + dy < Height; dy++)
                    {
                        for (var dx = 0; dx < factor && x * factor + dx < Width; dx++, count++)
                        {
                            sum += from[(y * factor + dy) * Width + x * factor + dx];
                        }
                    }

                    to[y * small.Width + x] = (byte)(sum / count);
                }
            }
        }
    }

    /// <summary>CIELAB under D65 of one pixel.</summary>
    public (double L, double A, double B) Lab(int at)
    {
        var (red, green, blue) = (Linear[Red[at]], Linear[Green[at]], Linear[Blue[at]]);
        var x = Root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
        var y = Root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        var z = Root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));

        static double Root(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static readonly double[] Linear = [.. Enumerable.Range(0, 256).Select(level => level / 255.0)
        .Select(level => level <= 0.04045 ? level / 12.92 : Math.Pow((level + 0.055) / 1.055, 2.4))];
}
