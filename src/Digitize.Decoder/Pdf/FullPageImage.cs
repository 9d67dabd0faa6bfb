using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;

namespace Digitize.Decoder.Pdf;

/// <summary>
/// The one image that a scanner laid over a whole PDF page, perhaps under an invisible text layer. It can be taken
/// out as it is; a page with anything else on it has to be drawn.
/// </summary>
/// <param name="QuarterTurns">How often the image is turned clockwise by 90° on the page.</param>
/// <param name="ReadBytes">A JPEG stream untouched, or the pixels as PNG; null when PdfPig cannot read them.</param>
internal sealed record FullPageImage(int Width, int Height, int QuarterTurns, bool IsJpeg, Func<byte[]?> ReadBytes)
{
    // Scanners round page sizes to whole points and pixels.
    private const double EdgeTolerancePoints = 2;

    public bool IsSideways => QuarterTurns % 2 == 1;

    public static FullPageImage? Find(Page page)
    {
        var images = page.GetImages().Take(2).ToList();
        if (images is not [var image]
            || page.Paths.Any(path => path.IsFilled || path.IsStroked)
            || page.Letters.Any(IsVisible)
            || page.Dictionary.ContainsKey(NameToken.Annots)
            || !IsPlain(image)
            || !Covers(page, image.BoundingBox)
            || QuarterTurnsOf(image.BoundingBox) is not { } turns)
        {
            return null;
        }

        return new(image.WidthInSamples, image.HeightInSamples, turns, IsJpegStream(image), () => Read(image));
    }

    private static bool IsVisible(Letter letter) =>
        letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip);

    // Masks, inverted samples, inks and spot colours need a renderer's arithmetic.
    private static bool IsPlain(IPdfImage image) =>
        !image.IsImageMask
        && image.MaskImage is null
        && !image.ImageDictionary.ContainsKey(NameToken.Decode)
        && image.ColorSpaceDetails is { BaseType: ColorSpace.DeviceGray or ColorSpace.DeviceRGB or ColorSpace.CalGray
            or ColorSpace.CalRGB or ColorSpace.ICCBased, BaseNumberOfColorComponents: 1 or 3 }
        && (IsJpegStream(image) || HasOnlyFilter(image, "FlateDecode") || HasOnlyFilter(image, "CCITTFaxDecode"));

    private static bool IsJpegStream(IPdfImage image) => HasOnlyFilter(image, "DCTDecode");

    private static bool HasOnlyFilter(IPdfImage image, string name) =>
        image.ImageDictionary.TryGet(NameToken.Filter, out var filter)
        && filter switch
        {
            NameToken single => single.Data == name,
            ArrayToken { Data: [NameToken single] } => single.Data == name,
            _ => false,
        };

    private static bool Covers(Page page, PdfRectangle image)
    {
        var corners = new[] { image.BottomLeft, image.BottomRight, image.TopLeft, image.TopRight };
        return Near(corners.Min(corner => corner.X), 0) && Near(corners.Min(corner => corner.Y), 0)
            && Near(corners.Max(corner => corner.X), page.Width) && Near(corners.Max(corner => corner.Y), page.Height);
    }

    // Null for a mirrored or slanted image.
    private static int? QuarterTurnsOf(PdfRectangle image)
    {
        var (rightX, rightY) = (image.BottomRight.X - image.BottomLeft.X, image.BottomRight.Y - image.BottomLeft.Y);
        var (upX, upY) = (image.TopLeft.X - image.BottomLeft.X, image.TopLeft.Y - image.BottomLeft.Y);
        var isMirrored = rightX * upY - rightY * upX <= 0;
        return (isMirrored, Near(rightX, 0), Near(rightY, 0)) switch
        {
            (false, false, true) => rightX > 0 ? 0 : 2,
            (false, true, false) => rightY < 0 ? 1 : 3,
            _ => null,
        };
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= EdgeTolerancePoints;

    private static byte[]? Read(IPdfImage image) =>
        IsJpegStream(image) ? image.RawMemory.ToArray() : image.TryGetPng(out var png) ? png : null;
}
