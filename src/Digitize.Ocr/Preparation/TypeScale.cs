namespace Digitize.Ocr.Preparation;

/// <summary>By how much to resize a page so that its letters have a height at which Tesseract reads well.</summary>
internal static class TypeScale
{
    /// <summary>Height of the letters without ascenders, pixels, that a resized page gets.</summary>
    private const int Wanted = 20;

    /// <summary>Between these nothing is gained by resizing.</summary>
    private const int Low = 13, High = 45;

    private const double Largest = 4;

    internal static double Of(GreyPage page)
    {
        var factor = TypeHeight.Of(page) switch
        {
            < Low and var height => Math.Min(Largest, (double)Wanted / height),
            > High and var height => (double)Wanted / height,
            _ => 1,
        };
        return Math.Min(factor, (double)OcrImage.MaximumSide / Math.Max(page.Width, page.Height));
    }
}
