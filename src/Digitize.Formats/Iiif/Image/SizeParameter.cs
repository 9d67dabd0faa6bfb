namespace Digitize.Formats.Iiif.Image;

/// <summary>Width and height in pixels.</summary>
public readonly record struct ImageSize(int Width, int Height);

/// <summary>
/// Image API 3.0, section 4.2: <c>max</c>, <c>w,</c>, <c>,h</c>, <c>pct:n</c>, <c>w,h</c>, <c>!w,h</c>, each also with
/// <c>^</c>, which alone allows the result to be larger than the region. In 2.1 there is no <c>^</c>, and <c>full</c>
/// is the region's own size.
/// </summary>
internal sealed class SizeParameter(ImageSize region, ImageLimits limits, ImageApiVersion version)
{
    public bool TryParse(string text, out ImageSize size, out ImageRequestError error)
    {
        var upscale = version == ImageApiVersion.V3 && text.StartsWith('^');
        error = Resolve(upscale ? text[1..] : text, upscale, out size);
        return error == ImageRequestError.None;
    }

    private ImageRequestError Resolve(string text, bool upscale, out ImageSize size)
    {
        size = region;
        if (text == "max")
        {
            size = Fit(limits.MaxWidth, limits.MaxHeight, upscale);
            return ImageRequestError.None;
        }

        if (text == "full" && version == ImageApiVersion.V2)
        {
            return Check(size, upscale);
        }

        if (text.StartsWith("pct:", StringComparison.Ordinal))
        {
            return Percent(text[4..], upscale, out size);
        }

        var confined = text.StartsWith('!');
        var parts = (confined ? text[1..] : text).Split(',');
        if (parts.Length != 2 || !TrySide(parts[0], out var width) || !TrySide(parts[1], out var height))
        {
            return ImageRequestError.SizeSyntax;
        }

        switch (width, height)
        {
            case (not null, not null) when confined:
                size = Fit(Math.Min(width.Value, limits.MaxWidth), Math.Min(height.Value, limits.MaxHeight), upscale);
                return ImageRequestError.None;
            case (not null, not null):
                size = new ImageSize(width.Value, height.Value);
                return Check(size, upscale);
            case (not null, null) when !confined:
                size = ForWidth(region, width.Value);
                return Check(size, upscale);
            case (null, not null) when !confined:
                size = ForHeight(region, height.Value);
                return Check(size, upscale);
            default:
                return ImageRequestError.SizeSyntax;
        }
    }

    /// <summary>What <c>w,</c> gives; <c>info.json</c> lists its sizes by it.</summary>
    public static ImageSize ForWidth(ImageSize region, int width) =>
        new(width, Scale(region.Height, width, region.Width));

    /// <summary>The largest size of the region's shape that fits into the bounds, whether smaller or larger.</summary>
    public static ImageSize Within(ImageSize region, int width, int height) =>
        (long)width * region.Height <= (long)height * region.Width
            ? ForWidth(region, width)
            : ForHeight(region, height);

    /// <summary>What <c>,h</c> gives.</summary>
    private static ImageSize ForHeight(ImageSize region, int height) =>
        new(Scale(region.Width, height, region.Height), height);

    /// <summary>The same, also within the area that the limits allow; upscaled only when asked.</summary>
    private ImageSize Fit(int width, int height, bool upscale)
    {
        if (!upscale)
        {
            (width, height) = (Math.Min(width, region.Width), Math.Min(height, region.Height));
        }

        var size = Within(region, width, height);
        if ((long)size.Width * size.Height <= limits.MaxArea)
        {
            return size;
        }

        var narrower = (int)Math.Sqrt((double)limits.MaxArea * region.Width / region.Height);
        size = ForWidth(region, Math.Clamp(narrower, 1, size.Width));
        while ((long)size.Width * size.Height > limits.MaxArea && size.Width > 1)
        {
            size = ForWidth(region, size.Width - 1);
        }

        return size;
    }

    private ImageRequestError Percent(string text, bool upscale, out ImageSize size)
    {
        size = default;
        if (!StrictNumber.TryDecimal(text, out var percent))
        {
            return ImageRequestError.SizeSyntax;
        }

        var width = Math.Round(region.Width * percent / 100, MidpointRounding.AwayFromZero);
        var height = Math.Round(region.Height * percent / 100, MidpointRounding.AwayFromZero);
        if (width < 1 || height < 1)
        {
            return ImageRequestError.SizeSyntax;
        }

        if (percent > 100 && !upscale)
        {
            return ImageRequestError.SizeUpscaled;
        }

        if (width > limits.MaxWidth || height > limits.MaxHeight)
        {
            return ImageRequestError.SizeBeyondLimits;
        }

        size = new ImageSize((int)width, (int)height);
        return Check(size, upscale);
    }

    private ImageRequestError Check(ImageSize size, bool upscale) =>
        !upscale && (size.Width > region.Width || size.Height > region.Height) ? ImageRequestError.SizeUpscaled
        : !limits.Admit(size.Width, size.Height) ? ImageRequestError.SizeBeyondLimits
        : ImageRequestError.None;

    private static bool TrySide(string text, out int? side)
    {
        side = null;
        if (text.Length == 0)
        {
            return true;
        }

        var parsed = StrictNumber.TryInteger(text, out var value) && value > 0;
        side = parsed ? value : null;
        return parsed;
    }

    /// <summary>length × wanted / of, rounded, at least 1: a thin tile must not vanish.</summary>
    private static int Scale(int length, int wanted, int of) =>
        (int)Math.Clamp(((2L * length * wanted) + of) / (2L * of), 1, int.MaxValue);
}
