namespace Digitize.Imaging.Deskew;

/// <summary>Where a stroke ends: pixels from the page's centre, along the writing and across it.</summary>
internal readonly record struct StrokeEnd(float Along, float Across);

/// <summary>
/// Lower ends of strokes as (along, across) a row, and right ends as (along, across) a column. In both, turning
/// counter-clockwise carries a point of the line towards smaller <c>across</c> as <c>along</c> grows.
/// </summary>
internal sealed record StrokeEnds(List<StrokeEnd> Feet, List<StrokeEnd> Flanks)
{
    // Frames of film and edges of paper are straight too, but not with the text.
    private const double MarginShare = 0.02;
    private const int ThickestRule = 30;

    /// <summary>Those of writing, and those of frames and rules.</summary>
    public static (StrokeEnds Writing, StrokeEnds Rules) Of(Writing writing)
    {
        var map = writing.Map;
        StrokeEnds[] ends = [new([], []), new([], []), new([], [])];
        var (middleX, middleY) = (map.Width / 2f, map.Height / 2f);
        var (marginX, marginY) = ((int)(map.Width * MarginShare) + 1, (int)(map.Height * MarginShare) + 1);
        var contrast = map.Contrast;
        for (var y = marginY; y < map.Height - marginY; y++)
        {
            for (var x = marginX; x < map.Width - marginX; x++)
            {
                var pixel = y * map.Width + x;
                if (contrast[pixel] < InkMap.WeakestContrast)
                {
                    continue;
                }

                if (contrast[pixel + map.Width] < InkMap.WeakestContrast)
                {
                    var kind = writing.KindAt(pixel);
                    if (kind != InkKind.Rule || RunsOn(contrast, pixel, 1, map.Width))
                    {
                        ends[(int)kind].Feet.Add(new(x - middleX, y + map.EndBetween(x, y, x, y + 1) - middleY));
                    }
                }

                if (contrast[pixel + 1] < InkMap.WeakestContrast)
                {
                    var kind = writing.KindAt(pixel);
                    if (kind != InkKind.Rule || RunsOn(contrast, pixel, map.Width, 1))
                    {
                        ends[(int)kind].Flanks.Add(new(middleY - y, x + map.EndBetween(x, y, x + 1, y) - middleX));
                    }
                }
            }
        }

        return (ends[(int)InkKind.Writing], ends[(int)InkKind.Rule]);
    }

    // Where a rule that runs the other way ends, or steps aside in the raster because it lies turned, it tells nothing:
    // of one that runs along, the ink is longer than it is thick.
    private static bool RunsOn(ReadOnlySpan<float> contrast, int pixel, int along, int across)
    {
        var thick = 1;
        while (pixel - thick * across >= 0 && contrast[pixel - thick * across] >= InkMap.WeakestContrast)
        {
            if (++thick > ThickestRule)
            {
                return false;
            }
        }

        var (middle, length) = (pixel - thick / 2 * across, 1);
        for (var i = 1; middle - i * along >= 0 && contrast[middle - i * along] >= InkMap.WeakestContrast && length <= 2 * thick; i++)
        {
            length++;
        }

        for (var i = 1; middle + i * along < contrast.Length && contrast[middle + i * along] >= InkMap.WeakestContrast && length <= 2 * thick; i++)
        {
            length++;
        }

        return length > 2 * thick;
    }
}
