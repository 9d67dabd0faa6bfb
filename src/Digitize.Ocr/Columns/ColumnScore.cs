namespace Digitize.Ocr.Columns;

/// <summary>How well one page's columns were found.</summary>
/// <param name="ColumnsTrue">Null when the truth does not tell.</param>
/// <param name="SegmentsTrue">Segments of text in the truth; null when it does not tell.</param>
/// <param name="SegmentsRight">Those that a found segment of the same kind covers with an IoU of 0.8 or more.</param>
/// <param name="InOrder">All are right, none more was found, and they come in the truth's order.</param>
/// <param name="Found">What was found, in reading order, furniture last.</param>
public sealed record ColumnScore(
    string Image, int? ColumnsTrue, int Columns, int? SegmentsTrue, int SegmentsRight, bool InOrder, double Milliseconds,
    IReadOnlyList<ColumnTruth.Segment> Found)
{
    private const double LeastOverlap = 0.8;

    private const string Furniture = "furniture";

    public static ColumnScore Of(ColumnTruth truth, OcrImage image, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        var layout = LayoutFinder.Of(image).Layout;
        var milliseconds = clock.GetElapsedTime(start).TotalMilliseconds;
        List<ColumnTruth.Segment> found = [.. layout.Segments.Select(segment => new ColumnTruth.Segment(Name(segment.Kind), segment.Box))];
        var text = found.Where(segment => segment.Kind != Furniture).ToList();
        var expected = truth.Segments?.Where(segment => segment.Kind != Furniture).ToList();

        // Without segments the truth counts places for columns, empty ones too; with them, columns of text.
        var columns = expected is null
            ? layout.Places
            : layout.Segments.Where(segment => segment.Kind != SegmentKind.Furniture).Select(segment => segment.Place).Distinct().Count();
        return new ColumnScore(
            truth.Image, truth.Columns, columns, expected?.Count,
            expected?.Count(one => text.Exists(other => Same(one, other))) ?? 0,
            expected is not null && expected.Count == text.Count && expected.Zip(text, Same).All(same => same), milliseconds, found);
    }

    private static bool Same(ColumnTruth.Segment one, ColumnTruth.Segment other)
    {
        var width = Math.Min(one.Box.Right, other.Box.Right) - Math.Max(one.Box.X, other.Box.X);
        var height = Math.Min(one.Box.Bottom, other.Box.Bottom) - Math.Max(one.Box.Y, other.Box.Y);
        if (one.Kind != other.Kind || width <= 0 || height <= 0)
        {
            return false;
        }

        var common = (double)width * height;
        return common >= LeastOverlap * (((double)one.Box.Width * one.Box.Height) + ((double)other.Box.Width * other.Box.Height) - common);
    }

    private static string Name(SegmentKind kind) => kind switch
    {
        SegmentKind.Main => "main",
        SegmentKind.CommentaryRight => "commentary-right",
        SegmentKind.CommentaryLeft => "commentary-left",
        _ => Furniture,
    };
}
