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

    /// <summary>Those of writing, and those of frames and rules.</summary>
    public static (StrokeEnds Writing, StrokeEnds Rules) Of(InkMap map, Writing writing)
    {
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
                    ends[(int)writing.KindAt(pixel)].Feet.Add(
                        new(x - middleX, y + map.EndBetween(x, y, x, y + 1) - middleY));
                }

                if (contrast[pixel + 1] < InkMap.WeakestContrast)
                {
                    ends[(int)writing.KindAt(pixel)].Flanks.Add(
                        new(middleY - y, x + map.EndBetween(x, y, x + 1, y) - middleX));
                }
            }
        }

        return (ends[(int)InkKind.Writing], ends[(int)InkKind.Rule]);
    }
}
