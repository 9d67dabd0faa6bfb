using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>Lines one below the other that will be one region.</summary>
internal sealed record PrintBlock(RegionKind Kind, IReadOnlyList<PrintLine> Lines)
{
    internal Box Box { get; } = Box.Around(Lines.Select(line => line.Box));

    internal double Size { get; } = Median(Lines.Select(line => line.Size));

    internal double Advance { get; } = Median(Lines.Select(line => line.Advance));

    internal string Text => string.Join(' ', Lines.Select(line => line.Text));

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
