namespace Digitize.Ocr.Preparation;

/// <summary>What the strokes of a page tell of what has happened to it.</summary>
/// <param name="IsBlurred">Its edges are soft.</param>
/// <param name="ShowsThrough">Many strokes are far fainter than the ink: another side's, or stains.</param>
internal readonly record struct PrintDamage(bool IsBlurred, bool ShowsThrough)
{
    /// <summary>Share of the ink's contrast that a sharp edge covers within a tenth of the letters' height.</summary>
    private const double SharpEdge = 0.42;

    /// <summary>Share of strokes; on sound pages, edges of letters make up to a tenth.</summary>
    private const double ManyFaint = 0.12;

    /// <param name="page">Its paper is white: see <see cref="PaperBackground"/>.</param>
    /// <returns>Null when there are no strokes at all.</returns>
    internal static PrintDamage? Of(GreyPage page)
    {
        var contrast = StrokeContrast.Of(page);
        if (contrast.Ink == 0)
        {
            return null;
        }

        var steepness = EdgeSteepness.Of(page, Math.Max(1, (TypeHeight.Of(page) ?? 0) / 20));
        return new PrintDamage(
            IsBlurred: steepness < SharpEdge * contrast.Ink,
            ShowsThrough: contrast.Share(0.1, 0.35) > ManyFaint);
    }
}
