using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Digitize.Cli.Hosting;
using Digitize.Ocr.Columns;

namespace Digitize.Cli.Verbs;

/// <summary><c>eval columns</c>: pages of vertical text whose columns are known.</summary>
internal static class EvalColumns
{
    public static Command Make()
    {
        var path = new Argument<string>("path") { Description = "Thư mục hoặc một trang · a folder or one page" };
        var truth = new Option<string?>("--truth") { Description = "FILE.gt.json, hoặc · or FILE.tsv: end of path ⇥ columns" };
        var predictions = new Option<string?>("--predictions") { Description = "OUT.jsonl: những gì tìm thấy · what was found" };
        var json = CommonOptions.Json();
        var verb = new Command("columns", "Cột chữ của trang · the columns of pages") { path, truth, predictions, json };
        verb.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(path)!, parsed.GetValue(truth), parsed.GetValue(predictions), parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string path, string? truth, string? predictions, bool json, CancellationToken ct)
    {
        var scores = new List<ColumnScore>();
        try
        {
            foreach (var page in ColumnTruth.Find(path, truth))
            {
                scores.Add(ColumnScore.Of(page, await PagePixels.OfAsync(page.Image, ct), TimeProvider.System));
            }

            if (predictions is not null)
            {
                await File.WriteAllLinesAsync(predictions, scores.Select(score => JsonSerializer.Serialize(score, JsonSerializerOptions.Web)), ct);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return Say.Fault($"Không đo được: {fault.Message}", $"Cannot be measured: {fault.Message}");
        }

        if (json)
        {
            Say.AsJson(scores);
        }
        else
        {
            Write(scores);
        }

        return ExitCodes.Through;
    }

    private static void Write(List<ColumnScore> scores)
    {
        foreach (var score in scores.Where(score => score.Columns != (score.ColumnsTrue ?? score.Columns) || (score.SegmentsTrue is not null && !score.InOrder)))
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{score.Image}\t{score.Columns}/{score.ColumnsTrue}\t{score.SegmentsRight}/{score.SegmentsTrue}"));
        }

        var counted = scores.Where(score => score.ColumnsTrue is not null).ToList();
        var told = scores.Where(score => score.SegmentsTrue is not null).ToList();
        var (right, ordered) = (counted.Count(score => score.Columns == score.ColumnsTrue), told.Count(score => score.InOrder));
        var (segments, all) = (told.Sum(score => score.SegmentsRight), told.Sum(score => score.SegmentsTrue));
        var mean = scores.Count == 0 ? 0 : scores.Average(score => score.Milliseconds);
        Say.Line(
            $"{right}/{counted.Count} trang đúng số cột; {segments}/{all} đoạn đúng (IoU ≥ 0.8); {ordered}/{told.Count} trang đúng cả thứ tự; {mean:0} ms mỗi trang",
            $"{right}/{counted.Count} pages with the right number of columns; {segments}/{all} segments right (IoU ≥ 0.8); {ordered}/{told.Count} pages right in order too; {mean:0} ms a page");
    }
}
