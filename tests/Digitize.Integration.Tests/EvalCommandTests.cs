using System.Text.Json;
using Digitize.Integration.Tests.Servers;

namespace Digitize.Integration.Tests;

/// <summary><c>digitize eval</c> as a script and a person see it.</summary>
[Collection(ProcessTests.Name)]
public sealed class EvalCommandTests(LibraryServers servers) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pages_CountsErrorsOfBothReadersOnTheSamePages()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        Sample("one.clean-1.vi");
        File.WriteAllText(_folder["pages/one.clean-1.vi.txt"], "Đây không phải chữ trên trang.");
        File.WriteAllText(_folder["pages/MADE"], "drawn by a test");

        var (code, output) = await installation.RunAsync(
            "line", "eval", "pages", _folder["pages"], "--recipe", "quoc-ngu-print", "--predictions", _folder["out"], "--json");

        Assert.True(code == 0, output);
        using var json = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("name").GetString()!);
        Assert.Equal("drawn by a test", json.RootElement.GetProperty("made").GetString());
        Assert.Equal(["one.clean-1.vi", "one *", "clean *", "vi *", "tất cả"], rows.Keys);
        Assert.All(rows.Values, row => Assert.Equal(30, Characters(row, "ours", "characters")));
        Assert.All(rows.Values, row => Assert.InRange(Characters(row, "ours", "edits"), 30, 3000));
        Assert.All(rows.Values, row => Assert.InRange(Characters(row, "stock", "edits"), 30, 3000));
        Assert.Equal(["one.clean-1.vi.json", "one.clean-1.vi.tesseract.txt", "one.clean-1.vi.txt"],
            Directory.EnumerateFiles(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_SaysThatThePagesAreMade_AndWhichReaderIsWhich()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        Sample("one");
        Sample("two");
        File.WriteAllText(_folder["pages/MADE"], "drawn by a test");

        var (code, output) = await installation.RunAsync("line", "eval", "pages", _folder["pages"], "--recipe", "quoc-ngu-print", "--limit", "1");

        Assert.True(code == 0, output);
        Assert.Contains("Trang do chương trình vẽ, không phải ảnh quét: drawn by a test", output, StringComparison.Ordinal);
        Assert.Contains("tesseract CER", output, StringComparison.Ordinal);
        Assert.Contains("quoc-ngu-print: 1 trang", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("khong-co")]
    [InlineData("manuscript")]
    public async Task Pages_NamesTheRecipes_WhenTheRecipeDoesNotRead(string recipe)
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        Sample("one");

        var (code, output) = await installation.RunAsync("line", "eval", "pages", _folder["pages"], "--recipe", recipe);

        Assert.Equal(2, code);
        Assert.Contains("quoc-ngu-print", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_NamesTheFolder_WhenItHoldsNoPage()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        Directory.CreateDirectory(_folder["pages"]);

        var (code, output) = await installation.RunAsync("line", "eval", "pages", _folder["pages"], "--recipe", "quoc-ngu-print");

        Assert.Equal(1, code);
        Assert.Contains(_folder["pages"], output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_CountsErrorsAndKeepsTheReadings()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        var column = Path.Combine(Checkout.Root, "tests/Digitize.Ocr.Tests/fixtures/column-han.pgm");
        var pixels = (await File.ReadAllBytesAsync(column))["P5\n44 276\n255\n".Length..];
        using (var image = NetVips.Image.NewFromMemory(pixels, 44, 276, 1, NetVips.Enums.BandFormat.Uchar))
        {
            image.WriteToFile(_folder["a.png"]);
        }

        await File.WriteAllTextAsync(_folder["set.tsv"], "a.png\t南國山河南帝居\n");

        var (code, output) = await installation.RunAsync(
            "line", "eval", "lines", _folder["set.tsv"], "--engine", "chi-tra-vert", "--predictions", _folder["out.tsv"], "--json");

        Assert.True(code == 0, output);
        using var json = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Equal(1, json.RootElement.GetProperty("raw").GetProperty("lines").GetInt32());
        Assert.Equal(7, json.RootElement.GetProperty("raw").GetProperty("errors").GetProperty("characters").GetInt32());
        Assert.StartsWith("a.png\t南國山河南帝居\t", await File.ReadAllTextAsync(_folder["out.tsv"]), StringComparison.Ordinal);
    }

    private static int Characters(JsonElement row, string reader, string figure) =>
        row.GetProperty(reader).GetProperty("characters").GetProperty(figure).GetInt32();

    private void Sample(string name)
    {
        Directory.CreateDirectory(_folder["pages"]);
        File.Copy(Path.Combine(Checkout.Samples, "incoming/quoc-ngu-print/HONG/HONG_001.jpg"), _folder[$"pages/{name}.jpg"]);
        File.WriteAllText(_folder[$"pages/{name}.txt"], "chữ");
    }
}
