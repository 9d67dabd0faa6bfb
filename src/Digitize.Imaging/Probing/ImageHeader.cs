using System.Diagnostics.CodeAnalysis;
using Digitize.Core.Outcomes;
using NetVips;

namespace Digitize.Imaging.Probing;

/// <summary>What a scan says of itself, read without decoding a pixel.</summary>
/// <param name="MediaType">One of <see cref="ScanMediaTypes"/>, by content.</param>
/// <param name="Frames">The images inside, in file order; a PDF's are its pages.</param>
public sealed record ImageHeader(string MediaType, IReadOnlyList<FrameHeader> Frames);

/// <param name="Width">Pixels as stored, before the orientation tag; of a PDF page, as it will be opened.</param>
/// <param name="Height">Pixels, likewise.</param>
/// <param name="Ppi">Pixels per inch of the original, the smaller of both directions; null when not said.</param>
public sealed record FrameHeader(int Width, int Height, double? Ppi)
{
    private const double MillimetresPerInch = 25.4;

    /// <summary>libvips gives 1 pixel per millimetre when the file says nothing, and no scan has so few.</summary>
    internal static double? PpiOf(Image image)
    {
        var pixelsPerMillimetre = Math.Min(image.Xres, image.Yres);
        return pixelsPerMillimetre > 1.001 && double.IsFinite(pixelsPerMillimetre)
            ? Math.Round(pixelsPerMillimetre * MillimetresPerInch, 2)
            : null;
    }
}

/// <summary>Either the header of a scan that can be taken, or why it cannot.</summary>
public sealed record ProbeResult
{
    private ProbeResult() { }

    public ImageHeader? Header { get; private init; }

    /// <summary>A <c>file-…</c>, <c>image-…</c> or <c>pdf-…</c> code, with the original name first.</summary>
    public Reason? Reason { get; private init; }

    [MemberNotNullWhen(true, nameof(Header))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsAccepted => Header is not null;

    internal static ProbeResult Accept(ImageHeader header) => new() { Header = header };

    internal static ProbeResult Refuse(Reason reason) => new() { Reason = reason };
}
