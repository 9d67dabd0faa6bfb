using System.Globalization;
using System.Text;
using Digitize.Cli.Hosting;
using Digitize.Core.Text;
using Digitize.Ocr.Evaluation;
using Spectre.Console;

namespace Digitize.Cli.Screens;

/// <summary>How a recipe reads a set of pages, beside the stock program; every rate with its denominator.</summary>
/// <param name="Made">How the pages were made; null when they are scans.</param>
/// <param name="Stock">Null when the program is not installed.</param>
internal sealed record PagesTable(string Recipe, string? Made, TimedReadings Ours, TimedReadings? Stock)
{
    /// <summary>A file has no width of its own, and rows that wrap are hard to search.</summary>
    private const int WidthInFiles = 200;

    /// <summary>What <c>--json</c> prints: edits and counts, so that any rate can be made of them.</summary>
    public object Report() => new
    {
        Recipe,
        Made,
        Ours.Seconds,
        StockSeconds = Stock?.Seconds,
        Reliability = Reliability.Of(Ours.Words),
        Rows = Rows().Select(row => new { row.Name, row.Ours, row.Stock }),
    };

    public void Write()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthInFiles;
        }

        var stock = Stock is { } timed
            ? string.Create(CultureInfo.InvariantCulture, $"tesseract: {timed.Seconds:0.0} s")
            : Say.Text("không so với tesseract (không chạy hoặc chưa cài)", "not beside tesseract (not run, or not installed)");
        var seconds = Ours.Seconds.ToString("0.0", CultureInfo.InvariantCulture);
        Say.Line($"{Recipe}: {Ours.Pages.Count} trang, {seconds} s; {stock}", $"{Recipe}: {Ours.Pages.Count} pages, {seconds} s; {stock}");
        if (Made is not null)
        {
            Say.Line($"Trang do chương trình vẽ, không phải ảnh quét: {Made}", $"Made pages, not scans: {Made}");
        }

        var table = new Table().AddColumns("", "n", "CER", "WER", Say.Text("sai dấu", "diacritics"));
        if (Stock is not null)
        {
            table.AddColumns("tesseract CER", "WER", Say.Text("sai dấu", "diacritics"));
        }

        foreach (var row in Rows())
        {
            table.AddRow([
                Markup.Escape(row.Name), row.Ours.Pages.ToString(CultureInfo.InvariantCulture),
                .. Cells(row.Ours), .. row.Stock is null ? (string[])[] : Cells(row.Stock),
            ]);
        }

        AnsiConsole.Write(table);
        WriteReliability(Reliability.Of(Ours.Words));
    }

    /// <summary>Writes <c>NAME.txt</c> and <c>NAME.json</c> (words, boxes, confidence), and <c>NAME.tesseract.txt</c>.</summary>
    public async Task KeepAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var read in Ours.Pages)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{read.Truth.Name}.txt"), read.Text, Encoding.UTF8, ct);
            await using var json = File.Create(Path.Combine(folder, $"{read.Truth.Name}.json"));
            await TextPageJson.WriteAsync(read.Page!, json, ct);
        }

        foreach (var read in Stock?.Pages ?? [])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{read.Truth.Name}.tesseract.txt"), read.Text, Encoding.UTF8, ct);
        }
    }

    private static void WriteReliability(Reliability reliability)
    {
        var table = new Table().Title(Say.Text("Độ tin của từ", "Confidence of words"))
            .AddColumns(Say.Text("tự cho", "said"), Say.Text("trung bình", "mean"), Say.Text("đúng", "right"));
        foreach (var bin in reliability.Bins)
        {
            table.AddRow(Range(bin), bin.Said is { } said ? string.Create(CultureInfo.InvariantCulture, $"{said:0.0 %}") : "–", Share(bin.Right, bin.Words));
        }

        AnsiConsole.Write(table);
        foreach (var bin in new[] { reliability.Around95, reliability.Above95 })
        {
            Say.Line($"{Range(bin)}: {Share(bin.Right, bin.Words)} số từ đúng", $"{Range(bin)}: {Share(bin.Right, bin.Words)} of the words are right");
        }
    }

    private static string Range(ReliabilityBin bin) => string.Create(CultureInfo.InvariantCulture, $"{100 * bin.From:0}–{100 * bin.To:0} %");

    /// <summary>Each page, each group of pages that their names tell, and all together.</summary>
    private IEnumerable<Row> Rows()
    {
        var pages = Ours.Pages.Select(page => page.Truth).ToList();
        foreach (var page in pages)
        {
            yield return Of(page.Name, other => other == page);
        }

        for (var place = 0; place < pages.Max(page => page.Groups.Count); place++)
        {
            foreach (var group in pages.Select(page => page.Groups.ElementAtOrDefault(place)).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            {
                yield return Of($"{group} *", page => page.Groups.ElementAtOrDefault(place) == group);
            }
        }

        yield return Of(Say.Text("tất cả", "all"), _ => true);
    }

    private Row Of(string name, Func<PageTruth, bool> counted) => new(name, Ours.Total(counted), Stock?.Total(counted));

    private static string[] Cells(PageScores scores) =>
    [
        Share(scores.Characters.Edits, scores.Characters.Characters),
        Share(scores.Words.Edits, scores.Words.Characters),
        Share(scores.Diacritics.Wrong, scores.Diacritics.Letters),
    ];

    private static string Share(int part, int whole) => whole == 0
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} % ({part}/{whole})");

    private sealed record Row(string Name, PageScores Ours, PageScores? Stock);
}
