namespace Digitize.Imaging;

/// <summary>
/// Grey-level closing by a square: what is darker and narrower than the square is filled with the paper around it.
/// Three comparisons a pixel whatever the square's size (van Herk 1992; Gil and Werman 1993).
/// </summary>
internal sealed class Closing
{
    private readonly int _radius;
    private readonly int _window;
    private readonly byte[] _padded;
    private readonly byte[] _fromLeft;
    private readonly byte[] _fromRight;

    private Closing(int longest, int radius)
    {
        _radius = radius;
        _window = 2 * radius + 1;
        _padded = new byte[longest + 2 * _window];
        _fromLeft = new byte[_padded.Length];
        _fromRight = new byte[_padded.Length];
    }

    public static GreyRaster Of(GreyRaster grey, int radius)
    {
        var closing = new Closing(Math.Max(grey.Width, grey.Height), radius);
        var pixels = (byte[])grey.Pixels.Clone();
        closing.Lighten(pixels, grey.Width, grey.Height);
        Invert(pixels);
        closing.Lighten(pixels, grey.Width, grey.Height);
        Invert(pixels);
        return grey with { Pixels = pixels };
    }

    private static void Invert(Span<byte> pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)~pixels[i];
        }
    }

    // Each pixel becomes the lightest of the square around it; a square is a row and then a column.
    private void Lighten(byte[] pixels, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            LightenLine(pixels, y * width, 1, width);
        }

        for (var x = 0; x < width; x++)
        {
            LightenLine(pixels, x, width, height);
        }
    }

    private void LightenLine(byte[] pixels, int start, int step, int count)
    {
        var length = (count + 2 * _radius + _window - 1) / _window * _window;
        Array.Clear(_padded, 0, length);
        for (var i = 0; i < count; i++)
        {
            _padded[i + _radius] = pixels[start + i * step];
        }

        for (var block = 0; block < length; block += _window)
        {
            _fromLeft[block] = _padded[block];
            _fromRight[block + _window - 1] = _padded[block + _window - 1];
            for (var i = 1; i < _window; i++)
            {
                _fromLeft[block + i] = Math.Max(_fromLeft[block + i - 1], _padded[block + i]);
                var back = block + _window - 1 - i;
                _fromRight[back] = Math.Max(_fromRight[back + 1], _padded[back]);
            }
        }

        for (var i = 0; i < count; i++)
        {
            pixels[start + i * step] = Math.Max(_fromRight[i], _fromLeft[i + _window - 1]);
        }
    }
}
