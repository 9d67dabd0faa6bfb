using System.Text.RegularExpressions;
using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// Headings: a few lines larger than the text; or, in its size, alone in the middle of the column, or in capitals, or
/// named as the parts of a book are.
/// </summary>
internal static partial class Headings
{
    private const int MostLines = 5;

    private const double Larger = 1.17;

    /// <summary>Width of letters to that of the text's; they must agree that it is larger.</summary>
    private const double Wider = 1.13;

    /// <summary>In leadings, above or below.</summary>
    private const double StandsApart = 1.2;

    /// <summary>Cuts blocks where a heading stands in them, and marks it.</summary>
    internal static List<PrintBlock> Cut(List<PrintBlock> blocks, PageMeasure measure) =>
        [.. blocks.SelectMany(block => block.Kind == RegionKind.Body ? Cut(block, blocks, measure) : [block])];

    private static IEnumerable<PrintBlock> Cut(PrintBlock block, List<PrintBlock> all, PageMeasure measure)
    {
        var column = Column(block, all);
        var run = new List<PrintLine>();
        var isHeading = false;
        foreach (var (index, line) in block.Lines.Index())
        {
            var heads = IsHeading(block, index, column, measure);
            var apart = isHeading && heads && index > 0 && Math.Abs(line.Size / block.Lines[index - 1].Size - 1) > 0.3;
            if (run.Count > 0 && (heads != isHeading || apart))
            {
                yield return Block(isHeading, run);
                run = [];
            }

            isHeading = heads;
            run.Add(line);
        }

        yield return Block(isHeading, run);
    }

    private static PrintBlock Block(bool isHeading, List<PrintLine> lines) =>
        new(isHeading && lines.Count <= MostLines ? RegionKind.Heading : RegionKind.Body, lines);

    private static bool IsHeading(PrintBlock block, int index, Box column, PageMeasure measure)
    {
        var line = block.Lines[index];
        if (line.Size > Larger * measure.Size && line.Advance > Wider * measure.Advance && Letters(line.Text) > 1)
        {
            return true;
        }

        var above = index == 0 ? double.MaxValue : line.Middle - block.Lines[index - 1].Middle;
        var below = index == block.Lines.Count - 1 ? double.MaxValue : block.Lines[index + 1].Middle - line.Middle;
        var apart = Math.Max(above, below) > StandsApart * measure.Leading;
        var (left, right) = (line.Box.X - column.X, column.Right - line.Box.Right);
        var centred = Math.Min(left, right) > 1.5 * measure.Size && Math.Abs(left - right) < 1.6 * measure.Size
            && Letters(line.Text) > 1;
        var ended = line.Text.TrimEnd() is [.., ',' or ';' or ':' or '-'];
        var small = line.Size < 0.9 * measure.Size && line.Advance < 0.9 * measure.Advance;
        return apart && !ended && !small && Letters(line.Text) > 1
            && (Named().IsMatch(line.Text) && line.Box.Width < 0.85 * column.Width
                || (centred && Math.Min(above, below) > 1.05 * measure.Leading)
                || (PageEdges.IsCapitals(line.Text) && line.Box.Width < 0.9 * column.Width));
    }

    /// <summary>The width that the block's text has, or that of the text nearest below or above it.</summary>
    private static Box Column(PrintBlock block, List<PrintBlock> all)
    {
        if (block.Lines.Count > 3)
        {
            return block.Box;
        }

        var column = all.Where(other => other.Kind == RegionKind.Body && other.Lines.Count > 3
                && PrintLine.SharedWidth(other.Box, block.Box) * 2 > block.Box.Width)
            .OrderBy(other => Math.Min(Math.Abs(other.Box.Y - block.Box.Bottom), Math.Abs(block.Box.Y - other.Box.Bottom)))
            .FirstOrDefault();
        return column is null ? block.Box : Box.Around([column.Box, block.Box]);
    }

    private static int Letters(string text) => text.Count(char.IsLetter);

    [GeneratedRegex(
        @"^\s*(Chương|Phần|Hồi|Mục|Thiên|Quyển|Tiết|Bài|Điều|Lời|Tựa|Phụ lục|Mục lục|Chapitre|Livre|Titre|Section|Article|Préface|Avant-propos|Appendice|Chapter|Book|Part|Preface)\b[^,;]{0,60}$|^\s*[IVXLC]{1,7}\s*[.–—-]?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
