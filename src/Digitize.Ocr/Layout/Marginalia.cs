using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>Notes in the margin: narrow blocks wholly beside the columns of text, at the page's outer edge.</summary>
internal static class Marginalia
{
    /// <summary>Of the width of the columns.</summary>
    private const double Widest = 0.4;

    internal static List<PrintBlock> Mark(List<PrintBlock> blocks, PageMeasure measure)
    {
        var columns = Columns(blocks);
        if (columns.Count == 0)
        {
            return blocks;
        }

        var (left, right) = (columns.Min(box => box.X), columns.Max(box => box.Right));
        var width = columns.Average(box => box.Width);
        var ragged = (int)(measure.Size / 2);
        return [.. blocks.Select(block =>
            block.Kind == RegionKind.Body
            && (block.Box.Right <= left + ragged || block.Box.X >= right - ragged)
            && block.Box.Width < Widest * width
            && columns.Any(column => PrintLine.SharedHeight(column, block.Box) * 2 > Math.Min(column.Height, block.Box.Height))
                ? block with { Kind = RegionKind.Marginalia }
                : block)];
    }

    /// <summary>The blocks that carry the text: those near the width that most of the text has.</summary>
    private static List<Box> Columns(List<PrintBlock> blocks)
    {
        var text = blocks.Where(block => block.Kind == RegionKind.Body).ToList();
        if (text.Sum(block => block.Lines.Count) < 4)
        {
            return [];
        }

        var half = text.Sum(block => (long)block.Lines.Count * block.Box.Width) / 2;
        foreach (var block in text.OrderByDescending(block => block.Box.Width))
        {
            half -= (long)block.Lines.Count * block.Box.Width;
            if (half <= 0)
            {
                return [.. text.Where(other => other.Box.Width >= 0.6 * block.Box.Width).Select(other => other.Box)];
            }
        }

        return [];
    }
}
