using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Cli.Screens;
using Digitize.Ocr;
using Digitize.Ocr.Evaluation;
using Digitize.Pipeline.Recipes;
using Digitize.Pipeline.Steps;

namespace Digitize.Cli.Verbs;

/// <summary>
/// <c>eval pages</c>: whole pages, read as the recipe's ocr step reads a straightened access image, and by the
/// <c>tesseract</c> program beside it. Pages are taken upright and straight as they lie: neither split nor deskew runs,
/// and a page that inspect would call blank is read all the same.
/// </summary>
internal static class EvalPages
{
    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "NAME.jpg + NAME.txt" };
        var recipe = new Option<string>("--recipe") { Description = "Quy trình · the recipe", Required = true };
        var predictions = new Option<string?>("--predictions") { Description = "Thư mục ghi các bản đọc · a folder for the readings" };
        var limit = new Option<int?>("--limit") { Description = "Chỉ chừng ấy trang đầu · the first so many pages only" };
        var alone = new Option<bool>("--alone") { Description = "Không chạy tesseract bên cạnh · without the tesseract program" };
        var fit = new Option<string?>("--fit-confidence") { Description = "Ghi lại confidence.tsv từ các trang này · write confidence.tsv from these pages" };
        var json = CommonOptions.Json();
        var verb = new Command("pages", "Từng trang · whole pages") { folder, recipe, predictions, limit, alone, fit, json };
        verb.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(folder)!, parsed.GetValue(recipe)!, parsed.GetValue(predictions), parsed.GetValue(limit),
            parsed.GetValue(alone), parsed.GetValue(fit), parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(
        string folder, string name, string? predictions, int? limit, bool alone, string? fit, bool json, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddLine(ProgramOptions.Read()).BuildServiceProvider();
        var shelf = services.GetRequiredService<RecipeShelf>();
        if (shelf.Find(name) is not { } recipe || recipe.Find("ocr") is not { } ocr)
        {
            var known = string.Join(", ", shelf.Recipes.Where(r => r.Find("ocr") is not null).Select(r => r.Name).Order(StringComparer.Ordinal));
            Say.Fault($"Không có quy trình đọc chữ «{name}». Các quy trình: {known}.", $"No recipe “{name}” that reads text. Recipes: {known}.");
            return ExitCodes.Usage;
        }

        if (ocr.Step.Missing(ocr.Options).FirstOrDefault() is { } missing)
        {
            var sentence = missing.Text(Say.Culture);
            Say.Fault(sentence, sentence);
            return ExitCodes.NotReady;
        }

        try
        {
            var set = await PageSet.ReadAsync(folder, ct);
            var pages = set.Pages.Take(limit ?? int.MaxValue).ToList();
            var reading = new RecipeReading(services.GetRequiredService<OcrEngines>(), recipe, (OcrStepOptions)ocr.Options, raw: fit is not null);
            var table = new PagesTable(
                recipe.Name, set.Made, await TimedReadings.OfAsync(pages, reading.ReadAsync, ct),
                !alone && StockTesseract.Find(reading.Options) is { } stock ? await TimedReadings.OfAsync(pages, stock.ReadAsync, ct) : null);
            if (predictions is not null)
            {
                await table.KeepAsync(predictions, ct);
            }

            if (fit is not null)
            {
                await FitAsync(fit, name, table, ct);
            }

            if (json)
            {
                Say.AsJson(table.Report());
            }
            else
            {
                table.Write();
            }

            return ExitCodes.Through;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Say.Fault($"Không đo được: {fault.Message}", $"Cannot be measured: {fault.Message}");
        }
    }

    private static Task FitAsync(string path, string recipe, PagesTable table, CancellationToken ct)
    {
        var words = table.Ours.Words;
        var how = $"# eval pages --recipe {recipe} --fit-confidence: {words.Count} words of {table.Ours.Pages.Count} pages ({table.Made ?? "scans"})";
        return File.WriteAllTextAsync(path, string.Join('\n', ConfidenceFit.Of(words).Rows().Prepend(how)) + "\n", ct);
    }
}
