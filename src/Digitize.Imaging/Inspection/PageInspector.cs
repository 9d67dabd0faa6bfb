using Digitize.Imaging.Probing;
using NetVips;

namespace Digitize.Imaging.Inspection;

/// <summary>Measures a page image as <see cref="ScanImage.OpenAsync"/> gives it.</summary>
public static class PageInspector
{
    private const int SharpnessEdgePixels = 2048;
    private const int InkEdgePixels = 1500;

    // A page's edge, a book's gutter or a scanner's shadow stand in the margin.
    private const double MarginShare = 0.03;

    // On a page of 1,500 by 1,000 pixels some 200: two or three characters.
    private const double BlankInkShare = 0.00015;

    /// <exception cref="OperationCanceledException">Cancelled between or within measurements.</exception>
    public static async Task<PageInspection> InspectAsync(Image image, CancellationToken ct)
    {
        var (mean, black, white) = await image.PullAsync(Tones, ct);
        var sharpness = await image.PullAsync(Sharpness, ct);
        var inkShare = await image.PullAsync(i => InkShare(InkMap.Of(GreyRaster.From(i, InkEdgePixels))), ct);
        return new PageInspection(image.Width, image.Height, FrameHeader.PpiOf(image), sharpness,
            black, white, mean, inkShare, IsBlank: inkShare < BlankInkShare);
    }

    private static (double Mean, double Black, double White) Tones(Image image)
    {
        using var histogram = image.Colourspace(Enums.Interpretation.Bw).Then(i => i.HistFind());
        var counts = histogram.WriteToMemory<uint>();
        var total = (double)image.Width * image.Height;
        var mean = counts.Select((count, level) => (double)count * level).Sum() / total;
        return (mean, counts[0] / total, counts[^1] / total);
    }

    private static double Sharpness(Image image)
    {
        var grey = GreyRaster.From(image, SharpnessEdgePixels);
        using var copy = Image.NewFromMemory(grey.Pixels, grey.Width, grey.Height, 1, Enums.BandFormat.Uchar);
        using var laplacian = Image.NewFromArray(new[,] { { 0, 1, 0 }, { 1, -4, 1 }, { 0, 1, 0 } });
        using var edges = copy.Cast(Enums.BandFormat.Float).Then(i => i.Conv(laplacian, Enums.Precision.Float));
        var deviation = edges.Deviate();
        return deviation * deviation;
    }

    private static double InkShare(InkMap map)
    {
        var (marginX, marginY) = ((int)(map.Width * MarginShare), (int)(map.Height * MarginShare));
        long ink = 0, all = 0;
        for (var y = marginY; y < map.Height - marginY; y++)
        {
            for (var x = marginX; x < map.Width - marginX; x++)
            {
                all++;
                ink += map[x, y] && HasInkBeside(map, x, y) ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)ink / all;
    }

    // A lone pixel is dust; a stroke goes on to both sides.
    private static bool HasInkBeside(InkMap map, int x, int y)
    {
        var beside = 0;
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                var (nextX, nextY) = (x + dx, y + dy);
                beside += (dx, dy) != (0, 0) && nextX >= 0 && nextX < map.Width && nextY >= 0 && nextY < map.Height
                    && map[nextX, nextY] ? 1 : 0;
            }
        }

        return beside >= 2;
    }
}
