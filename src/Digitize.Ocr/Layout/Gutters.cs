using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// Cuts lines that run across a gutter: a gap between words that the lines above and below leave free too. Gutters as
/// what bounds lines: Breuel, High Performance Document Layout Analysis (2003), section 3.
/// </summary>
internal static class Gutters
{
    /// <summary>Of the size of letters: justified lines have gaps up to about that.</summary>
    private const double LeastGap = 0.75;

    /// <summary>Of the line's usual gap: a justified line has all its gaps wide, and some stand above one another by chance.</summary>
    private const double LeastOfUsual = 1.6;

    /// <summary>Gaps from which a line's usual one can be told.</summary>
    private const int FewestGaps = 3;

    /// <summary>No line of text has such a gap inside, whatever stands around it.</summary>
    private const double CertainGap = 4;

    /// <summary>Leadings up and down in which the gap must go on.</summary>
    private const double Reach = 3.6;

    internal static List<PrintLine> Split(IReadOnlyList<PrintLine> lines, PageMeasure measure) =>
        [.. lines.SelectMany(line => Split(line, lines, measure))];

    private static IEnumerable<PrintLine> Split(PrintLine line, IReadOnlyList<PrintLine> all, PageMeasure measure)
    {
        var words = new List<Word>();
        var least = LeastOfUsual * UsualGap(line.Line.Words);
        foreach (var word in line.Line.Words)
        {
            if (words.Count > 0 && word.Box.X - words[^1].Box.Right >= least && IsGutter(words[^1].Box.Right, word.Box.X, line, all, measure))
            {
                yield return PrintLine.Part(line.Line, words);
                words = [];
            }

            words.Add(word);
        }

        yield return words.Count == line.Line.Words.Count ? line : PrintLine.Part(line.Line, words);
    }

    private static double UsualGap(IReadOnlyList<Word> words)
    {
        var gaps = words.Zip(words.Skip(1), (before, after) => after.Box.X - before.Box.Right).Order().ToList();
        return gaps.Count < FewestGaps ? 0 : gaps[(gaps.Count - 1) / 2];
    }

    private static bool IsGutter(int left, int right, PrintLine line, IReadOnlyList<PrintLine> all, PageMeasure measure)
    {
        var gap = right - left;
        if (gap < LeastGap * Math.Min(line.Size, 1.3 * measure.Size))
        {
            return false;
        }

        if (gap > CertainGap * line.Size)
        {
            return true;
        }

        var (free, crossed) = (0, 0);
        foreach (var other in all.Where(other => !ReferenceEquals(other, line) && Math.Abs(other.Middle - line.Middle) < Reach * measure.Leading))
        {
            if (other.Box.X > right + gap || other.Box.Right < left - gap)
            {
                continue;
            }

            // A gap a little aside is the same gutter: columns are ragged, scans lean.
            var middle = (left + right) / 2;
            var crosses = other.Line.Words.Any(word => word.Box.X < middle - (gap / 4) && word.Box.Right > middle + (gap / 4));
            (free, crossed) = crosses ? (free, crossed + 1) : (free + 1, crossed);
        }

        return free >= 2 && crossed * 4 <= free;
    }
}
