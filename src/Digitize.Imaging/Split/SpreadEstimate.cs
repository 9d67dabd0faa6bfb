namespace Digitize.Imaging.Split;

/// <summary>Whether an image shows two pages, and where each lies. All in pixels of the upright image.</summary>
/// <param name="Confidence">0 to 1.</param>
/// <param name="GutterTop">Where the fold or the strip's cut crosses the upper edge, pixels from the left.</param>
/// <param name="GutterBottom">Where it crosses the lower edge.</param>
/// <param name="Left">The left page, wide enough that a slanting fold cuts nothing off.</param>
/// <param name="Right">The right page, likewise; both may share a narrow band along the fold.</param>
/// <param name="Strip">The centre strip (版心) of an unfolded leaf, which goes whole to the right half; else null.</param>
public sealed record SpreadEstimate(
    SpreadKind Kind,
    double Confidence,
    double GutterTop,
    double GutterBottom,
    PixelRegion? Left,
    PixelRegion? Right,
    PixelRegion? Strip)
{
    /// <summary>A page cut in two by mistake is worse than a spread left whole.</summary>
    public const double LeastConfidence = 0.6;

    public static SpreadEstimate SinglePage { get; } = new(SpreadKind.SinglePage, 0, 0, 0, null, null, null);

    public bool IsReliable => Kind != SpreadKind.SinglePage && Confidence >= LeastConfidence;
}

public enum SpreadKind
{
    SinglePage,

    /// <summary>An open book: two pages on either side of the fold.</summary>
    Fold,

    /// <summary>An unfolded woodblock leaf: two half-leaves on either side of the 版心.</summary>
    Leaf,
}
