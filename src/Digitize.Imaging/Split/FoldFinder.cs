using System.Numerics;

namespace Digitize.Imaging.Split;

/// <summary>
/// Finds the fold of an open book: a band free of writing from edge to edge, near the middle, that is darker than the
/// pages beside it (the shadow), marked by a crease, or wider than any space between columns.
/// </summary>
internal sealed class FoldFinder
{
    // Shares of the paper's width.
    private const double FirstPlace = 0.33;
    private const double LastPlace = 0.67;
    private const double Core = 0.006;
    private const double ShadowFlank = 0.014;
    private const double CreaseFlank = 0.025;
    private const double LeastBareGap = 0.055;

    private const double LargestSlantDegrees = 3;
    private const double SlantStepDegrees = 0.5;

    // Of the rows, in the flanks of a fold: foxing, not writing.
    private const double MostInk = 0.012;

    private const double LeastShadow = 0.05;
    private const double LeastCrease = 0.08;

    /// <summary>On one page in columns the outer margins are wider than the space between.</summary>
    private const double GapToMargin = 1.25;

    private readonly SpreadView _view;
    private readonly FoldTones _tones;
    private readonly PixelRegion _paper;
    private readonly ushort[] _writing;

    private FoldFinder(SpreadView view)
    {
        (_view, _paper) = (view, view.Paper);
        _tones = new FoldTones(view);
        _writing = view.Marked(_tones.IsWriting);
    }

    /// <returns>Null when there is none.</returns>
    public static Gutter? Find(SpreadView view)
    {
        var finder = new FoldFinder(view);
        var best = default(Gutter);
        for (var slant = -LargestSlantDegrees; slant <= LargestSlantDegrees; slant += SlantStepDegrees)
        {
            var found = finder.Along(slant);
            best = found.Confidence > best.Confidence ? found : best;
        }

        return best.Confidence > 0 ? best : null;
    }

    private Gutter Along(double slantDegrees)
    {
        var shift = Math.Tan(slantDegrees * Math.PI / 180) * _paper.Height;
        var writing = Across(shift, _writing);
        var before = Sums(writing);
        var (from, to) = (_paper.Left + (int)(FirstPlace * _paper.Width), _paper.Left + (int)(LastPlace * _paper.Width));
        var best = default(Gutter);
        for (var x = from; x <= to; x++)
        {
            var confidence = Math.Max(Shadow(writing, x, shift), Crease(writing, before, x, shift));
            if (confidence > best.Confidence)
            {
                best = Line(x, shift, confidence);
            }
        }

        return slantDegrees == 0 && BareGap() is { } gap && gap.Confidence > best.Confidence ? gap : best;
    }

    private double Shadow(ushort[] writing, int x, double shift)
    {
        if (Beside(writing, x, ShadowFlank) > MostInk)
        {
            return 0;
        }

        var depth = _tones.ShadowDepth(x, shift);
        return depth < LeastShadow ? 0 : Math.Min(0.98, 0.6 + 1.5 * (depth - LeastShadow));
    }

    private double Crease(ushort[] writing, int[] before, int x, double shift)
    {
        if (Beside(writing, x, CreaseFlank) > MostInk || !IsOnBothSides(before, x))
        {
            return 0;
        }

        var depth = _tones.CreaseDepth(x, shift);
        return depth < LeastCrease ? 0 : Math.Min(0.8, 0.6 + depth - LeastCrease);
    }

    /// <summary>A fold that neither light nor shadow shows: the two inner margins together.</summary>
    private Gutter? BareGap()
    {
        var ink = Across(0, _view.Marked((x, y) => _view.Ink[x, y]));
        var most = (int)(MostInk * _paper.Height);
        var columns = Enumerable.Range(_paper.Left, _paper.Width).Where(x => ink[x] > most).ToList();
        if (columns.Count < _paper.Width / 4)
        {
            return null;
        }

        var (first, last) = (columns[0], columns[^1]);
        var margins = (first - _paper.Left + _paper.Left + _paper.Width - 1 - last) / 2.0;
        var widest = columns.Zip(columns.Skip(1)).MaxBy(pair => pair.Second - pair.First);
        var gap = widest.Second - widest.First;
        var middle = (widest.First + widest.Second) / 2.0;
        var place = (middle - first) / (last - first);
        return gap >= LeastBareGap * _paper.Width && gap >= GapToMargin * margins && place is > 0.44 and < 0.56
            ? Line(middle, 0, 0.65)
            : null;
    }

    private Gutter Line(double x, double shift, double confidence)
    {
        // The slant is measured over the paper; the line goes on to the view's edges.
        var perRow = shift / _paper.Height;
        var middle = _paper.Top + _paper.Height / 2.0;
        return new(x - middle * perRow, x + (_view.Grey.Height - middle) * perRow, confidence);
    }

    private double Beside(ushort[] writing, int x, double flank)
    {
        var (near, far) = ((int)Math.Ceiling(Core * _paper.Width), (int)Math.Ceiling(flank * _paper.Width));
        var worst = 0;
        for (var away = near; away <= far; away++)
        {
            worst = Math.Max(worst, Math.Max(writing[x - away], writing[x + away]));
        }

        return (double)worst / _paper.Height;
    }

    private bool IsOnBothSides(int[] before, int x)
    {
        var least = 0.005 * _paper.Height * _paper.Width;
        return before[x] - before[_paper.Left] > least && before[_paper.Left + _paper.Width] - before[x] > least;
    }

    private static int[] Sums(ushort[] counts)
    {
        var before = new int[counts.Length + 1];
        for (var x = 0; x < counts.Length; x++)
        {
            before[x + 1] = before[x] + counts[x];
        }

        return before;
    }

    /// <summary>Such pixels in each slanted column of the paper; columns by where they cross the paper's middle.</summary>
    private ushort[] Across(double shift, ushort[] marked)
    {
        var counts = new ushort[_view.Grey.Width];
        var inset = _paper.Height / 100 + 1;
        for (var y = _paper.Top + inset; y < _paper.Top + _paper.Height - inset; y++)
        {
            var offset = (int)Math.Round(shift * ((y - _paper.Top) / (double)_paper.Height - 0.5));
            var (from, to) = (Math.Max(0, -offset), counts.Length - Math.Max(0, offset));
            Add(marked.AsSpan(y * counts.Length + from + offset, to - from), counts.AsSpan(from, to - from));
        }

        return counts;
    }

    private static void Add(ReadOnlySpan<ushort> row, Span<ushort> counts)
    {
        var x = 0;
        for (; x + Vector<ushort>.Count <= counts.Length; x += Vector<ushort>.Count)
        {
            (new Vector<ushort>(counts[x..]) + new Vector<ushort>(row[x..])).CopyTo(counts[x..]);
        }

        for (; x < counts.Length; x++)
        {
            counts[x] += row[x];
        }
    }
}
