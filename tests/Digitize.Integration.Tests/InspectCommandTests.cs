using System.Text.Json;
using Digitize.Integration.Tests.Servers;

namespace Digitize.Integration.Tests;

/// <summary><c>digitize inspect</c> as a script and a person see it.</summary>
[Collection(ProcessTests.Name)]
public sealed class InspectCommandTests(LibraryServers servers)
{
    private static readonly string Good = Path.Combine(Checkout.Samples, "incoming/quoc-ngu-print/HONG/HONG_001.jpg");
    private static readonly string Broken = Path.Combine(Checkout.Samples, "incoming/quoc-ngu-print/HONG/HONG_002.tif");
    private static readonly string Frames = Path.Combine(Checkout.Samples, "incoming/quoc-ngu-print/TIFF-NHIEU-TRANG/TIFF-NHIEU-TRANG_001.tif");

    [Fact]
    public async Task Inspect_TellsEachFrameAndGoesOn_WhenAFileIsBroken()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);

        var (code, output) = await installation.RunAsync("line", "inspect", Broken, Good, Frames, "--json");

        Assert.Equal(1, code);
        using var json = JsonDocument.Parse(output[output.IndexOf('[', StringComparison.Ordinal)..]);
        var entries = json.RootElement.EnumerateArray().ToList();
        Assert.Equal([(Broken, 1), (Good, 1), (Frames, 1), (Frames, 2), (Frames, 3)],
            entries.Select(entry => (entry.GetProperty("file").GetString()!, entry.GetProperty("frame").GetInt32())));
        Assert.Equal("image-truncated", entries[0].GetProperty("reason").GetProperty("code").GetString());
        Assert.Equal(12, entries[1].GetProperty("checks").GetArrayLength());
        Assert.Equal(300, entries[1].GetProperty("inspection").GetProperty("ppi").GetDouble());
        Assert.InRange(entries[1].GetProperty("skew").GetProperty("degrees").GetDouble(), -1, 1);
        Assert.Equal(JsonValueKind.Object, entries[1].GetProperty("orientation").ValueKind);
    }

    [Fact]
    public async Task Inspect_EndsWell_WhenEveryFileCouldBeRead()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);

        var (code, output) = await installation.RunAsync("line", "inspect", Good, "--recipe", "french");

        Assert.Equal(0, code);
        Assert.Contains("300 ppi", output, StringComparison.Ordinal);
        Assert.Contains("Độ nét", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_NamesTheRecipes_WhenTheRecipeIsUnknown()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);

        var (code, output) = await installation.RunAsync("line", "inspect", Good, "--recipe", "khong-co");

        Assert.Equal(2, code);
        Assert.Contains("han-nom-woodblock", output, StringComparison.Ordinal);
    }
}
