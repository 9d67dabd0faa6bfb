using Digitize.Core.Text;

namespace Digitize.Ocr.Columns;

/// <summary>Finds columns, commentary in two lanes and the leaf's middle strip on a page of vertical text.</summary>
internal sealed class LayoutFinder
{
    /// <summary>On less there is no column.</summary>
    private const int LeastSide = 24;

    private readonly PageInk _all;
    private readonly PageInk _ink;
    private readonly double _lean;
    private readonly double _pitch;
    private readonly IReadOnlyList<Place> _places;
    private readonly InkOwners _owners;

    private LayoutFinder(
        PageInk all, PageInk ink, double lean, double pitch, IReadOnlyList<Place> places, InkOwners owners) =>
        (_all, _ink, _lean, _pitch, _places, _owners) = (all, ink, lean, pitch, places, owners);

    internal ColumnLayout Layout { get; private set; } = ColumnLayout.Empty;

    /// <summary>Pixels of the page to one of the geometry's.</summary>
    internal int Scale => _ink.Scale;

    /// <summary>How far right of its upright place a row lies on the page.</summary>
    internal int Shift(int row) => _ink.Shift(_lean, row);

    /// <summary>Whether a place of the upright page belongs into the picture of a column: its ink, and paper.</summary>
    internal bool Shows(int x, int y, int band)
    {
        if (x < 0 || y < 0 || x >= _ink.Width || y >= _ink.Height)
        {
            return false;
        }

        if (_all[x, y])
        {
            return _owners.At(x, y) == band;
        }

        // The soft edge of what is left out goes with it.
        var foreign = false;
        for (var ny = Math.Max(0, y - 1); ny <= Math.Min(_ink.Height - 1, y + 1); ny++)
        {
            for (var nx = Math.Max(0, x - 1); nx <= Math.Min(_ink.Width - 1, x + 1); nx++)
            {
                if (_owners.At(nx, ny) == band)
                {
                    return true;
                }

                foreign |= _all[nx, ny];
            }
        }

        return !foreign;
    }

    internal static LayoutFinder Of(OcrImage image)
    {
        var ink = PageInk.Of(image);
        if (Math.Min(ink.Width, ink.Height) < LeastSide)
        {
            return new LayoutFinder(ink, ink, 0, 0, [], InkOwners.Of(ink, [], 1));
        }

        var rules = Rules.Of(ink);
        var upright = ink.Sheared(rules.Lean);
        var level = Rules.Of(upright.Transposed());
        var clean = CleanInk.Of(upright, rules, level);
        CleanInk.EraseEdges(clean);
        var pitch = Pitch.Of(Profile(clean), rules.Found, clean.Height);
        if (pitch <= 0)
        {
            return new LayoutFinder(upright, clean, 0, 0, [], InkOwners.Of(clean, [], 1));
        }

        CleanInk.EraseLevelRuns(clean, (int)(pitch * 1.3));
        var places = PlaceFinder.Find(Profile(clean), rules.Found, pitch);
        rules.EraseNear(clean, places.SelectMany(place => new[] { place.Left, place.Right }), (int)(pitch * 0.2));
        var found = new LayoutFinder(upright, clean, rules.Lean, pitch, places, InkOwners.Of(clean, places, pitch));
        found.Layout = found.Found(rules, Frame(level, clean));
        return found;
    }

    private ColumnLayout Found(Rules rules, (int Top, int Bottom) frame)
    {
        var bands = _places.Select((place, i) => ColumnBand.Of(_ink, _owners, (short)i, place, _pitch, frame)).ToList();
        var strips = LeafStrips.Of(bands, rules, _pitch, _ink.Width, frame.Bottom - frame.Top);
        var segments = new List<ColumnSegment>();
        var number = 0;
        for (var i = 0; i < bands.Count; i++)
        {
            if (strips.Contains(i) || bands[i].IsEmpty)
            {
                continue;
            }

            foreach (var (kind, box) in SegmentFinder.Of(bands[i], _pitch))
            {
                segments.Add(Segment(kind, number, i, box));
            }

            number++;
        }

        segments.AddRange(strips.Where(i => !bands[i].IsEmpty).Select(i => Segment(SegmentKind.Furniture, i, i, bands[i].Ink)));
        return new ColumnLayout(
            _lean, _pitch * _ink.Scale, CountPlaces(bands, strips, rules), segments, [.. _owners.Marks.Select(
                mark => OnPage(new Box(mark.Left, mark.Top, mark.Width, mark.Height)))]);
    }

    /// <summary>Rows between the outermost level rules; the whole page where they are not the frame's.</summary>
    private static (int Top, int Bottom) Frame(Rules level, PageInk ink) =>
        level.Found.Count >= 2 && level.Found[^1].X - level.Found[0].X > ink.Height * 0.4
            ? ((int)level.Found[0].X, (int)level.Found[^1].X)
            : (0, ink.Height);

    /// <summary>With text, or between two rules; what lies outside the rules and is empty is margin.</summary>
    private int CountPlaces(List<ColumnBand> bands, HashSet<int> strips, Rules rules)
    {
        var (first, last) = rules.Found.Count < 3 ? (int.MaxValue, int.MinValue) : (rules.Found[0].X, rules.Found[^1].X);
        return Enumerable.Range(0, bands.Count).Count(i =>
            !strips.Contains(i) &&
            (!bands[i].IsEmpty || (bands[i].Place.Width > _pitch * 0.7 &&
                bands[i].Place.Left >= first - 2 && bands[i].Place.Right <= last + 2 &&
                bands[i].Place.LeftRuled && bands[i].Place.RightRuled)));
    }

    private ColumnSegment Segment(SegmentKind kind, int place, int band, Box upright) =>
        new(kind, place, band, OnPage(upright), upright);

    /// <summary>The box around the leaning box, in pixels of the page.</summary>
    private Box OnPage(Box upright)
    {
        var (above, below) = (_ink.Shift(_lean, upright.Y), _ink.Shift(_lean, upright.Bottom));
        var (left, right) = (upright.X + Math.Min(above, below), upright.Right + Math.Max(above, below));
        return new Box(
            left * _ink.Scale, upright.Y * _ink.Scale, (right - left) * _ink.Scale, upright.Height * _ink.Scale)
            .ClampTo(_ink.Width * _ink.Scale, _ink.Height * _ink.Scale);
    }

    private static int[] Profile(PageInk ink)
    {
        var profile = new int[ink.Width];
        for (var y = 0; y < ink.Height; y++)
        {
            var row = ink.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                profile[x] += row[x] ? 1 : 0;
            }
        }

        return profile;
    }
}
