using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Digitize.Cli.Hosting;
using Digitize.Cli.Screens;
using Digitize.Ocr;
using Digitize.Ocr.Evaluation;

namespace Digitize.Cli.Verbs;

/// <summary>Measures how well an engine reads images whose text is known.</summary>
internal static class EvalVerb
{
    public static Command Make() =>
        new("eval", "Đo độ chính xác nhận dạng · measure how well an engine reads") { Lines(), EvalColumns.Make() };

    private static Command Lines()
    {
        var set = new Argument<string>("set") { Description = "SET.tsv: path ⇥ text" };
        var engine = new Option<string>("--engine") { Description = "han-nom, chi-tra-vert, pp-ocrv4", DefaultValueFactory = _ => "han-nom" };
        var predictions = new Option<string?>("--predictions") { Description = "OUT.tsv: path ⇥ truth ⇥ reading" };
        var json = CommonOptions.Json();
        var verb = new Command("lines", "Từng cột chữ · single columns of text") { set, engine, predictions, json };
        verb.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(set)!, parsed.GetValue(engine)!, parsed.GetValue(predictions), parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string set, string engine, string? predictions, bool json, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddOcr().Services.BuildServiceProvider();
        var readers = services.GetServices<ILineReader>().ToList();
        if (readers.FirstOrDefault(reader => reader.Name == engine) is not { } chosen)
        {
            var names = string.Join(", ", readers.Select(reader => reader.Name));
            Say.Fault($"Không có bộ đọc “{engine}”; có: {names}.", $"No engine “{engine}”; there are: {names}.");
            return ExitCodes.Usage;
        }

        if (chosen.FindMissing() is { } missing)
        {
            var sentence = missing.Text(Say.Culture);
            Say.Fault(sentence, sentence);
            return ExitCodes.NotReady;
        }

        try
        {
            return await MeasureAsync(chosen, await LineSet.ReadAsync(set, ct), predictions, json, ct);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return Say.Fault($"Không đo được: {fault.Message}", $"Cannot be measured: {fault.Message}");
        }
    }

    private static async Task<int> MeasureAsync(
        ILineReader reader, IReadOnlyList<LineTruth> lines, string? predictions, bool json, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var read = new LineReading[lines.Count];
        await Parallel.ForAsync(
            0, lines.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct },
            async (i, stop) => read[i] = await LineReading.OfAsync(lines[i], reader, stop));
        var seconds = watch.Elapsed.TotalSeconds;
        if (predictions is not null)
        {
            await File.WriteAllLinesAsync(
                predictions, read.Select(line => $"{line.Truth.Name}\t{line.Truth.Text}\t{line.Text}"), Encoding.UTF8, ct);
        }

        var table = new EvalTable(
            reader.Name, read.Select(line => line.Raw).Aggregate(LineScores.None, (sum, line) => sum + line),
            read.Select(line => line.Folded).Aggregate(LineScores.None, (sum, line) => sum + line), seconds);
        if (json)
        {
            Say.AsJson(table);
        }
        else
        {
            table.Write();
        }

        return ExitCodes.Through;
    }
}
