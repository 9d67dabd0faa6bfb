using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>The usual lengths of a page, pixels, against which what stands out is seen.</summary>
/// <param name="Size">Of the letters of most of the text.</param>
/// <param name="Advance">Width of a letter.</param>
/// <param name="Leading">From one line's middle to the next's in one column.</param>
internal sealed record PageMeasure(double Size, double Advance, double Leading, Box Text)
{
    internal static PageMeasure Of(IReadOnlyList<PrintLine> lines)
    {
        var size = Weighted([.. lines.Select(line => (line.Size, (double)line.Box.Width))]);
        var advance = Weighted([.. lines.Select(line => (line.Advance, (double)line.Box.Width))]);
        var steps = new List<(double, double)>();
        foreach (var line in lines)
        {
            var below = lines
                .Where(other => other.Middle > line.Middle && !PrintLine.SameRow(line.Box, other.Box)
                    && PrintLine.SharedWidth(line.Box, other.Box) * 2 > Math.Min(line.Box.Width, other.Box.Width))
                .Select(other => other.Middle - line.Middle).DefaultIfEmpty(0).Min();
            if (below > 0)
            {
                steps.Add((below, line.Box.Width));
            }
        }

        var leading = steps.Count == 0 ? 1.4 * size : Weighted(steps);
        return new PageMeasure(size, advance, Math.Clamp(leading, size, 3 * size), Box.Around(lines.Select(line => line.Box)));
    }

    /// <summary>The value below and above which half of the weight lies.</summary>
    private static double Weighted(List<(double Value, double Weight)> values)
    {
        var half = values.Sum(value => value.Weight) / 2;
        foreach (var (value, weight) in values.OrderBy(value => value.Value))
        {
            half -= weight;
            if (half <= 0)
            {
                return value;
            }
        }

        return values[^1].Value;
    }
}
