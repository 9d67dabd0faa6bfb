namespace Digitize.Imaging.Crop;

/// <summary>Which part of an image is the page.</summary>
/// <param name="Page">With its margin, in pixels of the image that was looked at; all of it when nothing is to be cut.</param>
/// <param name="Confidence">0 to 1: how sure it is that nothing beside the region belongs to the page.</param>
public sealed record PageCrop(PixelRegion Page, double Confidence)
{
    public const double LeastConfidence = 0.5;

    public bool IsReliable => Confidence >= LeastConfidence;
}
