using Digitize.Core.Text;

namespace Digitize.Formats.Iiif.Image;

/// <summary>Image API 3.0, section 4.1: <c>full</c>, <c>square</c>, <c>x,y,w,h</c>, <c>pct:x,y,w,h</c>.</summary>
internal static class RegionParameter
{
    /// <summary>The region in pixels, cut to the image.</summary>
    public static bool TryParse(
        string text, int imageWidth, int imageHeight, out Box region, out ImageRequestError error)
    {
        region = new Box(0, 0, imageWidth, imageHeight);
        error = ImageRequestError.None;
        switch (text)
        {
            case "full":
                return true;
            case "square":
                var side = Math.Min(imageWidth, imageHeight);
                region = new Box((imageWidth - side) / 2, (imageHeight - side) / 2, side, side);
                return true;
        }

        var parsed = text.StartsWith("pct:", StringComparison.Ordinal)
            ? TryPercent(text[4..], imageWidth, imageHeight, out var wanted)
            : TryPixels(text, out wanted);
        if (!parsed)
        {
            error = ImageRequestError.RegionSyntax;
            return false;
        }

        region = wanted.ClampTo(imageWidth, imageHeight);
        if (region.Width == 0 || region.Height == 0)
        {
            error = ImageRequestError.RegionOutside;
            return false;
        }

        return true;
    }

    private static bool TryPixels(string text, out Box box)
    {
        box = default;
        var parts = text.Split(',');
        if (parts.Length != 4
            || !StrictNumber.TryInteger(parts[0], out var x)
            || !StrictNumber.TryInteger(parts[1], out var y)
            || !StrictNumber.TryInteger(parts[2], out var width)
            || !StrictNumber.TryInteger(parts[3], out var height)
            || width == 0
            || height == 0)
        {
            return false;
        }

        box = new Box(x, y, width, height);
        return true;
    }

    private static bool TryPercent(string text, int imageWidth, int imageHeight, out Box box)
    {
        box = default;
        var parts = text.Split(',');
        if (parts.Length != 4
            || !StrictNumber.TryDecimal(parts[0], out var x)
            || !StrictNumber.TryDecimal(parts[1], out var y)
            || !StrictNumber.TryDecimal(parts[2], out var width)
            || !StrictNumber.TryDecimal(parts[3], out var height)
            || width == 0
            || height == 0)
        {
            return false;
        }

        box = new Box(
            Pixels(x, imageWidth),
            Pixels(y, imageHeight),
            Math.Max(1, Pixels(width, imageWidth)),
            Math.Max(1, Pixels(height, imageHeight)));
        return true;
    }

    /// <summary>More than the whole image is cut to it later; the bound keeps the sum of two within an int.</summary>
    private static int Pixels(decimal percent, int length) =>
        (int)Math.Round(Math.Min(percent, 100) * length / 100, MidpointRounding.AwayFromZero);
}
