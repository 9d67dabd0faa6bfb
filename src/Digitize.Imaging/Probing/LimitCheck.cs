using System.Globalization;

namespace Digitize.Imaging.Probing;

/// <summary>Holds what a header claims against the limits, and against the file's real size.</summary>
internal sealed class LimitCheck(ImageLimits limits, long fileBytes)
{
    /// <exception cref="BeyondLimitException">Too many.</exception>
    public void Frames(int count) => Check(count, limits.MaxFrames, nameof(limits.MaxFrames));

    /// <exception cref="BeyondLimitException">Too many.</exception>
    public void PdfPages(int count) => Check(count, limits.MaxPdfPages, nameof(limits.MaxPdfPages));

    /// <exception cref="BeyondLimitException">Too many.</exception>
    public void Bands(int count) => Check(count, limits.MaxBands, nameof(limits.MaxBands));

    /// <exception cref="BeyondLimitException">Too large.</exception>
    public FrameHeader Size(FrameHeader frame)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{frame.Width} × {frame.Height}");
        Check(Math.Max(frame.Width, frame.Height), limits.MaxDimension, nameof(limits.MaxDimension), size);
        Check((long)frame.Width * frame.Height, limits.MaxPixels, nameof(limits.MaxPixels), size);
        return frame;
    }

    /// <summary>A few bytes that claim a great picture are a bomb, or what is left of one. Not asked of a drawn PDF.</summary>
    /// <exception cref="BrokenImageException">More than so few bytes can hold.</exception>
    public void Claim(IEnumerable<FrameHeader> frames)
    {
        var pixels = frames.Sum(frame => (long)frame.Width * frame.Height);
        if (pixels > limits.UnquestionedPixels && pixels / Math.Max(1, fileBytes) > limits.MaxPixelsPerByte)
        {
            throw new BrokenImageException(
                string.Create(CultureInfo.InvariantCulture, $"{pixels} pixels in {fileBytes} bytes, MaxPixelsPerByte = {limits.MaxPixelsPerByte}"),
                code: "image-bomb");
        }
    }

    // The name of the setting is what an administrator raises, in either language.
    private static void Check(long found, long allowed, string setting, string? shown = null)
    {
        if (found > allowed)
        {
            throw new BeyondLimitException(
                shown ?? found.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{setting} = {allowed}"));
        }
    }
}

internal sealed class BeyondLimitException(string found, string allowed) : Exception
{
    public string Found { get; } = found;

    public string Allowed { get; } = allowed;
}
