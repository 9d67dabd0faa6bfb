using System.Text.Json;
using System.Text.RegularExpressions;
using Digitize.Core.Coverage;
using Digitize.Integration.Tests.Servers;
using Digitize.Storage.Queries;
using Digitize.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Integration.Tests;

/// <summary>The program as a script sees it: output and exit codes.</summary>
[Collection(ProcessTests.Name)]
public sealed class CommandTests(LibraryServers servers)
{
    [Theory]
    [InlineData(Column.Desk)]
    [InlineData(Column.Library)]
    public async Task Serve_TakesTheSamplesThroughOnce_WhenRunTwice(Column column)
    {
        using var installation = await Installation.CreateAsync(column, servers);
        string[] serve = ["serve", "--urls", $"http://127.0.0.1:{FreePort.Take()}", "--samples", Checkout.Samples, "--once"];

        var first = await installation.RunAsync("line", serve);
        var second = await installation.RunAsync("line", serve);

        Assert.True(first.Code == 0, first.Output);
        Assert.True(second.Code == 0, second.Output);
        await using var services = installation.Open("line");
        await Ledger.AssertWholeAsync(services, 27, [Path.Combine(Checkout.Samples, "incoming")]);

        // What screens ask works on both columns, and finds what was read.
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var search = new PageSearchQuery(db);
        Assert.Equal(1, (await search.FindAsync("mai cot cach", publishedOnly: true, 0, 10, default)).Total);
        Assert.Equal(0, (await search.FindAsync("m%i c_t", publishedOnly: false, 0, 10, default)).Total);
        var coverage = await new CoverageQuery(db).CountAsync(default);
        Assert.Equal(40, coverage.Holdings.Count);
        Assert.Equal(5, coverage.Holdings.Single(h => h.Holding.Shelfmark == "VNv.63").CountedPages(CoverageRung.Captured));
    }

    [Fact]
    public async Task Ingest_WaitsAndTellsTheResult_WhenNoServerRuns()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        var folder = Path.Combine(Checkout.Samples, "incoming/manuscript/SO-TAY");

        var ingest = await installation.RunAsync("line", "ingest", folder, "--recipe", "manuscript", "--wait");
        var status = await installation.RunAsync("line", "status", "--json");

        Assert.True(ingest.Code == 0, ingest.Output);
        Assert.Equal(0, status.Code);
        using var json = JsonDocument.Parse(status.Output[status.Output.LastIndexOf("\n{", StringComparison.Ordinal)..]);
        Assert.Equal(2, json.RootElement.GetProperty("batches")[0].GetProperty("pages").GetProperty("ended").GetInt32());
    }

    [Fact]
    public async Task Ingest_NamesTheRecipes_WhenTheRecipeIsUnknown()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);

        var (code, output) = await installation.RunAsync("line", "ingest", Checkout.Samples, "--recipe", "khong-co");

        Assert.Equal(1, code);
        Assert.Contains("han-nom-woodblock", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_EndsWell_OnAPreparedMachine()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);

        var (code, output) = await installation.RunAsync("line", "check");

        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Check_NamesFileAndLineAndRemedy_WhenARecipeIsWrongAndAModelIsMissing()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        using var recipes = new TempFolder();
        var recipe = File.ReadAllText(Path.Combine(Checkout.Root, "pipelines/quoc-ngu-print.yaml"));
        File.WriteAllText(recipes["quoc-ngu-print.yaml"], recipe.Replace("languages: auto", "languages: [lao]", StringComparison.Ordinal));
        File.WriteAllText(recipes["hong.yaml"], "name: hong\ntitle: { vi: a, en: b }\nsteps:\n  - inspekt\n");
        installation.Set("Digitize__Chain__RecipeFolder", recipes.Path);

        var (code, output) = await installation.RunAsync("line", "check", "--json");

        Assert.Equal(4, code);
        Assert.Contains("hong.yaml:4", output, StringComparison.Ordinal);
        Assert.Contains("inspekt", output, StringComparison.Ordinal);
        Assert.Contains("tesseract-ocr-lao", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_GetsANewPasswordEachTime()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);

        var first = await installation.RunAsync("line", "user", "lan", "--role", "curator");
        var second = await installation.RunAsync("line", "user", "lan", "--role", "curator");

        Assert.Equal((0, 0), (first.Code, second.Code));
        var lines = second.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Distinct().Count());
        Assert.All(lines, line => Assert.StartsWith("lan\tcurator\t", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MeasureSkew_WritesFileAndDegreesAndNamesTheBroken_WhenOneFileIsNoScan()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        using var folder = new TempFolder();
        var scan = Path.Combine(Checkout.Samples, "incoming/quoc-ngu-print/KIEU-1911/KIEU-1911_002.jpg");
        var broken = folder["hong.tif"];
        await File.WriteAllTextAsync(broken, "not a scan");

        var (good, output) = await installation.RunAsync("good", "measure", "skew", scan);
        var (bad, complaint) = await installation.RunAsync("bad", "measure", "skew", broken, scan);

        Assert.Equal((0, true), (good, bad != 0));
        Assert.Matches($@"^{Regex.Escape(scan)}\t-?\d+\.\d{{3}}\n$", output);
        Assert.Contains("hong.tif", complaint, StringComparison.Ordinal);
        Assert.EndsWith(output, complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_EndsWithUsage_WhenTheVerbIsUnknown()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);

        var (code, _) = await installation.RunAsync("line", "khong-co");

        Assert.Equal(2, code);
    }
}
