using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Digitize.Core.Text;

namespace Digitize.Ocr.Columns;

/// <summary>What stands on a page of vertical text.</summary>
/// <param name="Image">Path of the page.</param>
/// <param name="Columns">How many columns; null when it is not told.</param>
/// <param name="Segments">In reading order; null when only columns are told.</param>
public sealed record ColumnTruth(string Image, int? Columns, IReadOnlyList<ColumnTruth.Segment>? Segments)
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".tif", ".tiff"];

    /// <param name="Kind">main, commentary-right, commentary-left, furniture.</param>
    public sealed record Segment(string Kind, Box Box);

    /// <summary>
    /// The pages of a folder, or one, with the truth beside each: <c>NAME.gt.json</c> (segments), else <c>profile.json</c> of
    /// its folder (<c>lines_per_page</c>). A file given as <paramref name="truth"/> goes before both: <c>.gt.json</c>, or
    /// rows of <c>end of path TAB columns</c>.
    /// </summary>
    /// <exception cref="InvalidDataException">A page has no truth, or a truth cannot be understood; the message names it.</exception>
    public static IReadOnlyList<ColumnTruth> Find(string path, string? truth)
    {
        var pages = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).ToList()
            : [path];
        var counts = truth is not null && truth.EndsWith(".tsv", StringComparison.Ordinal) ? Counts(truth) : [];
        return [.. pages.Select(page => Of(page, truth, counts))];
    }

    private static ColumnTruth Of(string page, string? truth, IReadOnlyList<(string End, int Columns)> counts)
    {
        var told = counts.FirstOrDefault(row => page.EndsWith(row.End, StringComparison.Ordinal));
        if (told.End is not null)
        {
            return new ColumnTruth(page, told.Columns, null);
        }

        var beside = truth is not null && truth.EndsWith(".json", StringComparison.Ordinal) ? truth : Path.ChangeExtension(page, ".gt.json");
        if (File.Exists(beside))
        {
            var file = Parsed<SegmentFile>(beside);
            return new ColumnTruth(page, file.Columns, [.. file.Segments.Select(one => one.ToSegment(beside))]);
        }

        var profile = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(page))!, "profile.json");
        return File.Exists(profile)
            ? new ColumnTruth(page, Parsed<ProfileFile>(profile).LinesPerPage, null)
            : throw new InvalidDataException($"{page}: neither {Path.GetFileName(beside)} nor profile.json.");
    }

    private static List<(string End, int Columns)> Counts(string path) =>
        [.. File.ReadLines(path).Where(row => row != "").Select((row, i) =>
            row.Split('\t') is [var end, var count] &&
            int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
                ? (end, columns)
                : throw new InvalidDataException($"{path}:{i + 1}: not “end of path TAB columns”."))];

    private static T Parsed<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path)) ?? throw new InvalidDataException($"{path}: null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }

    private sealed record ProfileFile([property: JsonPropertyName("lines_per_page")] int LinesPerPage);

    private sealed record SegmentFile(
        [property: JsonPropertyName("columns")] int? Columns,
        [property: JsonPropertyName("segments_in_reading_order"), JsonRequired] IReadOnlyList<SegmentRow> Segments);

    private sealed record SegmentRow(
        [property: JsonPropertyName("type"), JsonRequired] string Kind, [property: JsonPropertyName("box"), JsonRequired] int[] Corners)
    {
        public Segment ToSegment(string path) => Corners is [var left, var top, var right, var bottom]
            ? new Segment(Kind, new Box(left, top, right - left, bottom - top))
            : throw new InvalidDataException($"{path}: a box has four corners.");
    }
}
