using System.Text;
using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// What stands over and under the text of every page: the running head, the page's number. Looks at the first row and
/// the last only, and takes a row only when it stands apart or holds a number.
/// </summary>
internal static class PageEdges
{
    /// <summary>In leadings, to the next row.</summary>
    private const double StandsApart = 1.3;

    /// <summary>A head without a number must stand further off, or it may be a title.</summary>
    private const double StandsWellApart = 1.5;

    /// <summary>A title is set larger.</summary>
    private const double LargestHead = 1.12;

    /// <summary>Longest misread number, in letters.</summary>
    private const int LongestNumber = 5;

    /// <returns>Blocks from the top, blocks from the bottom, and the lines that are left.</returns>
    internal static (List<PrintBlock> Top, List<PrintBlock> Bottom, List<PrintLine> Text) Take(
        IReadOnlyList<PrintLine> lines, PageMeasure measure)
    {
        var rows = Rows(lines);
        if (rows.Count < 3)
        {
            return ([], [], [.. lines]);
        }

        var top = Top(rows[0], rows[1], measure);
        var bottom = Bottom(rows[^1], rows[^2], measure);
        var taken = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        taken.UnionWith(top.Count > 0 ? rows[0].Select(line => line.Line) : []);
        taken.UnionWith(bottom.Count > 0 ? rows[^1].Select(line => line.Line) : []);
        return (top, bottom, [.. lines.Where(line => !taken.Contains(line.Line))]);
    }

    /// <summary>Lines whose heights overlap, from the top.</summary>
    internal static List<List<PrintLine>> Rows(IEnumerable<PrintLine> lines)
    {
        var rows = new List<List<PrintLine>>();
        foreach (var line in lines.OrderBy(line => line.Middle))
        {
            if (rows.Count > 0 && PrintLine.SameRow(Box.Around(rows[^1].Select(other => other.Box)), line.Box))
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        return [.. rows.Select(row => row.OrderBy(line => line.Box.X).ToList())];
    }

    private static List<PrintBlock> Top(List<PrintLine> row, List<PrintLine> next, PageMeasure measure)
    {
        var step = Distance(row, next) / measure.Leading;
        var parts = row.SelectMany((line, index) => WithoutNumber(line, index == 0, index == row.Count - 1, measure)).ToList();
        var numbered = parts.Any(part => IsPlacedAsNumber(part, parts, measure));
        var larger = parts.Any(part => part.Size > LargestHead * measure.Size && !IsNumber(part.Text));
        var isHead = numbered ? step > 1.1 && (!larger || parts.Count > 1)
            : step > StandsWellApart && !larger && parts.Count <= 3
                && parts.Sum(part => part.Box.Width) < 0.8 * measure.Text.Width && LooksLikeHead(parts, measure);
        return isHead
            ? [.. parts.Select(part => new PrintBlock(
                IsPlacedAsNumber(part, parts, measure) ? RegionKind.PageNumber : RegionKind.RunningHead, [part]))]
            : parts is [var alone] && step > StandsApart && IsShort(alone, measure) && HasDigit(alone.Text)
                ? [new PrintBlock(RegionKind.PageNumber, [alone])]
                : [];
    }

    private static List<PrintBlock> Bottom(List<PrintLine> row, List<PrintLine> above, PageMeasure measure)
    {
        var step = Distance(above, row) / measure.Leading;
        return row.Count <= 2 && step > 1.15
            && row.Any(line => IsNumber(line.Text) || (HasDigit(line.Text) && IsShort(line, measure)))
            && row.All(line => line.Text.EnumerateRunes().Count() <= 2 * LongestNumber)
            ? [.. row.Select(line => new PrintBlock(
                IsNumber(line.Text) || HasDigit(line.Text) ? RegionKind.PageNumber : RegionKind.Furniture, [line]))]
            : [];
    }

    /// <summary>Capitals throughout, or set smaller than the text, or in the middle of the line: a title that is none.</summary>
    private static bool LooksLikeHead(List<PrintLine> parts, PageMeasure measure) => parts.All(part =>
        part.Size < 0.95 * measure.Size || IsCapitals(part.Text)
        || Math.Abs((part.Box.X + part.Box.Right) - (measure.Text.X + measure.Text.Right)) < 2 * measure.Size);

    internal static bool IsCapitals(string text)
    {
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).ToList();
        return letters.Count > 2 && letters.Count(Rune.IsUpper) >= 0.85 * letters.Count;
    }

    /// <summary>A head and its number may have been read as one line.</summary>
    private static IEnumerable<PrintLine> WithoutNumber(PrintLine line, bool isFirst, bool isLast, PageMeasure measure)
    {
        var words = line.Line.Words;
        var gap = measure.Size;
        if (words.Count < 2)
        {
            return [line];
        }

        if (isFirst && IsNumber(words[0].Text) && words[1].Box.X - words[0].Box.Right > gap)
        {
            return [PrintLine.Part(line.Line, [words[0]]), PrintLine.Part(line.Line, [.. words.Skip(1)])];
        }

        return isLast && IsNumber(words[^1].Text) && words[^1].Box.X - words[^2].Box.Right > gap
            ? [PrintLine.Part(line.Line, [.. words.SkipLast(1)]), PrintLine.Part(line.Line, [words[^1]])]
            : [line];
    }

    private static bool IsNumber(string text) => PrintedNumber.Find(text) is not null;

    /// <summary>A few letters alone at one end of the row are a number too, misread: a Roman one above all.</summary>
    private static bool IsPlacedAsNumber(PrintLine part, List<PrintLine> row, PageMeasure measure) =>
        IsNumber(part.Text)
        || (row.Count > 1 && (ReferenceEquals(part, row[0]) || ReferenceEquals(part, row[^1]))
            && part.Line.Words.Count == 1 && IsShort(part, measure) && part.Box.Width < 3 * measure.Size
            && !row.Any(other => IsNumber(other.Text)));

    private static bool HasDigit(string text) => text.Any(char.IsAsciiDigit);

    private static bool IsShort(PrintLine line, PageMeasure measure) =>
        PrintedNumber.Bare(line.Text).EnumerateRunes().Count() <= LongestNumber && line.Box.Width < 5 * measure.Size;

    private static double Distance(List<PrintLine> upper, List<PrintLine> lower) =>
        lower.Min(line => line.Middle) - upper.Max(line => line.Middle);
}
