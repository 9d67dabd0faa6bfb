using NetVips;

namespace Digitize.Imaging.Decoding;

/// <summary>A stored frame as the line works with it: upright, 8-bit grey or sRGB, no alpha.</summary>
internal static class AccessColour
{
    private const int White8 = 255;
    private const int White16 = 65535;

    /// <exception cref="BrokenImageException">Its bands are no picture.</exception>
    public static Image Of(Image stored)
    {
        CheckIsPicture(stored);
        var isGrey = stored.Interpretation is Enums.Interpretation.Bw or Enums.Interpretation.Grey16
            || stored.Bands - (stored.HasAlpha() ? 1 : 0) == 1;
        var image = stored.Autorot();
        if (image.HasAlpha())
        {
            image = image.Then(i => i.Flatten(background: [White(i)]));
        }

        image = image.Then(ByProfile)
            .Then(i => i.Colourspace(isGrey ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb));
        if (image.Bands != (isGrey ? 1 : 3))
        {
            using (image)
            {
                throw NoPicture(stored);
            }
        }

        return image.Format == Enums.BandFormat.Uchar ? image : image.Then(i => i.Cast(Enums.BandFormat.Uchar));
    }

    private static void CheckIsPicture(Image stored)
    {
        var isMeasured = stored.Interpretation is Enums.Interpretation.Lab or Enums.Interpretation.Labs
            or Enums.Interpretation.Scrgb;
        if (!isMeasured && stored.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort))
        {
            throw NoPicture(stored);
        }
    }

    // A profile that cannot be read, or is for other colours than the file has, is as good as none; inspect says so.
    // libvips has its own idea of CMYK without a profile, that of a coated press.
    private static Image ByProfile(Image image)
    {
        if (!image.Contains(EmbeddedProfile.Field))
        {
            return image.Copy();
        }

        try
        {
            return !EmbeddedProfile.IsOfUse(image) ? WithoutProfile(image) : image.IccTransform("srgb", embedded: true, blackPointCompensation: true,
                intent: Enums.Intent.Relative, depth: 8);
        }
        catch (VipsException)
        {
            return WithoutProfile(image);
        }
    }

    private static Image WithoutProfile(Image image) => image.Mutate(i =>
    {
        i.Remove(EmbeddedProfile.Field);
        i.Set(GValue.GIntType, ScanImage.BrokenProfile, 1);
    });

    // Paper is no ink in CMYK.
    private static double White(Image image) => (image.Interpretation, image.Format) switch
    {
        (Enums.Interpretation.Cmyk, _) => 0,
        (_, Enums.BandFormat.Ushort) => White16,
        _ => White8,
    };

    private static BrokenImageException NoPicture(Image stored) =>
        new($"{stored.Bands} bands of {stored.Interpretation}, {stored.Format}", code: "image-no-picture");
}
