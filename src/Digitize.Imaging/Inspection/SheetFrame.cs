namespace Digitize.Imaging.Inspection;

/// <summary>The rectangle, upright or turned a little, whose sides most of the sheet's edge lies on.</summary>
internal sealed class SheetFrame
{

    private const double SteepestSlope = 0.4;

    private readonly (double Slope, double Offset) _left, _right, _top, _bottom;

    private SheetFrame(Sheet sheet)
    {
        _left = Side(sheet.Height, sheet.Width, (y, x) => Bed(sheet, x, y), fromEnd: false);
        _right = Side(sheet.Height, sheet.Width, (y, x) => Bed(sheet, x, y), fromEnd: true);
        _top = Side(sheet.Width, sheet.Height, (x, y) => Bed(sheet, x, y), fromEnd: false);
        _bottom = Side(sheet.Width, sheet.Height, (x, y) => Bed(sheet, x, y), fromEnd: true);
    }

    public static SheetFrame Around(Sheet sheet) => new(sheet);

    public bool Holds(int x, int y)
    {
        const double Inwards = 1.5;
        return x > At(_left, y) + Inwards && x < At(_right, y) - Inwards && y > At(_top, x) + Inwards && y < At(_bottom, x) - Inwards;
    }

    private static double At((double Slope, double Offset) side, double at) => side.Slope * at + side.Offset;

    private static bool Bed(Sheet sheet, int x, int y) => sheet.IsBed[y * sheet.Width + x];

    // A line through the first paper met from that side, by the median slope and the median offset (Theil and Sen).
    private static (double Slope, double Offset) Side(int lines, int along, Func<int, int, bool> isBed, bool fromEnd)
    {
        var points = new List<(double At, double Edge)>();
        for (var line = lines / 20; line < lines - lines / 20; line++)
        {
            for (var i = 0; i < along / 2; i++)
            {
                var at = fromEnd ? along - 1 - i : i;
                if (!isBed(line, at))
                {
                    points.Add((line, at));
                    break;
                }
            }
        }

        if (points.Count < 10)
        {
            return (0, fromEnd ? along - 1 : 0);
        }

        var half = points.Count / 2;
        var slopes = Enumerable.Range(0, half).Select(i => (points[i + half].Edge - points[i].Edge) / (points[i + half].At - points[i].At));
        var slope = Math.Clamp(Middle(slopes), -SteepestSlope, SteepestSlope);
        return (slope, Middle(points.Select(point => point.Edge - slope * point.At)));
    }

    private static double Middle(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
