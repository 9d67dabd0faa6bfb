using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Cli.Screens;
using Digitize.Imaging.Probing;
using Digitize.Pipeline.Inspection;
using Digitize.Pipeline.Recipes;

namespace Digitize.Cli.Verbs;

/// <summary>Measures scans where they lie, before anybody drops them: nothing is taken, written or moved.</summary>
internal static class InspectVerb
{
    public static Command Make()
    {
        var files = new Argument<string[]>("file") { Description = "Tệp ảnh · scans", Arity = ArgumentArity.OneOrMore };
        var recipe = new Option<string?>("--recipe") { Description = "Quy trình cho các ngưỡng · whose thresholds count" };
        var json = CommonOptions.Json();
        var verb = new Command("inspect", "Đo chất lượng ảnh quét · measure scans") { files, recipe, json };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(files)!, parsed.GetValue(recipe), parsed.GetValue(json), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string[] files, string? named, bool json, CancellationToken ct)
    {
        var options = ProgramOptions.Read();
        await using var services = new ServiceCollection().AddLogging().AddLine(options).BuildServiceProvider();
        var shelf = services.GetRequiredService<RecipeShelf>();
        var name = named ?? options.Intake.DefaultRecipe;
        if (shelf.Find(name) is not { } recipe)
        {
            var known = string.Join(", ", shelf.Recipes.Select(r => r.Name).Order(StringComparer.Ordinal));
            Say.Fault($"Không dùng được quy trình «{name}». Các quy trình: {known}.", $"The recipe “{name}” cannot be used. Recipes: {known}.");
            return ExitCodes.Usage;
        }

        var asked = recipe.Find("inspect")?.Options as InspectOptions ?? new InspectOptions();
        var seen = new List<ScanReport>();
        foreach (var file in files)
        {
            await foreach (var report in ScanReport.OfFileAsync(file, asked, ImageLimits.Default, ct))
            {
                seen.Add(report);
                if (!json)
                {
                    InspectionTable.Write(report);
                }
            }
        }

        if (json)
        {
            Say.AsJson(seen);
        }

        return seen.Any(report => report.Reason is not null) ? ExitCodes.Fault : ExitCodes.Through;
    }
}
