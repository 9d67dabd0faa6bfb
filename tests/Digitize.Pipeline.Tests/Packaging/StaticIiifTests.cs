using System.Text.Json;
using Digitize.Core.Rows;
using Digitize.Imaging;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Packaging;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace Digitize.Pipeline.Tests.Packaging;

/// <summary>The tree is read as a client at level 0 reads it: from the manifest on, by what each file tells.</summary>
public sealed class StaticIiifTests : IAsyncLifetime
{
    private static readonly Uri Base = new("https://thuvien.example/kho/");

    private readonly LineFixture _line = new();

    private string Tree => _line.Folder["tree"];

    public Task InitializeAsync()
    {
        VipsSetup.Once();
        _line.WithRecipe("shown", "deskew", "ocr", "tiles: { tile: 256 }", "metadata", "publish: { formats: [alto, mets, iiif] }");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task Write_MakesEveryFileThatAClientCanDerive()
    {
        var manifest = await JsonAsync(await WriteAsync());

        var canvas = manifest.GetProperty("items")[0];
        var body = canvas.GetProperty("items")[0].GetProperty("items")[0].GetProperty("body");
        var service = body.GetProperty("service")[0];
        Assert.Equal(("ImageService3", "level0"), (Text(service, "type"), Text(service, "profile")));
        AssertPicture(Text(body, "id"), canvas.GetProperty("width").GetInt32(), canvas.GetProperty("height").GetInt32());
        var thumbnail = manifest.GetProperty("thumbnail")[0];
        AssertPicture(Text(thumbnail, "id"), thumbnail.GetProperty("width").GetInt32(), thumbnail.GetProperty("height").GetInt32());
        Assert.True(File.Exists(FileOf(Text(canvas.GetProperty("seeAlso")[0], "id"))), "ALTO");
        var lines = await JsonAsync(Text(canvas.GetProperty("annotations")[0], "id"));
        Assert.NotEqual(0, lines.GetProperty("items").GetArrayLength());

        var info = await JsonAsync($"{Text(service, "id")}/info.json");
        Assert.Equal(Text(service, "id"), Text(info, "id"));
        Assert.Equal("level0", Text(info, "profile"));
        AssertSizes(info);
        Assert.True(AssertTiles(info) > 10, "the page has many tiles");
    }

    [Fact]
    public async Task Write_PassesThePresentationValidator()
    {
        var shared = Path.Combine(Repository.Root, "..", "shared", "check", "presentation-validate");
        if (!File.Exists(shared))
        {
            return;
        }

        var manifest = FileOf(await WriteAsync());

        using var validator = System.Diagnostics.Process.Start("bash", [shared, manifest]);
        await validator.WaitForExitAsync();
        Assert.Equal(0, validator.ExitCode);
    }

    [Fact]
    public async Task Write_TellsThatThereIsNoSuchDocument()
    {
        var none = await _line.ScopedAsync<StaticIiif, string?>(export => export.WriteAsync(Guid.NewGuid(), Base, Tree, default));

        Assert.Null(none);
        Assert.False(Directory.Exists(Tree));
    }

    private async Task<string> WriteAsync()
    {
        using var page = Image.NewFromFile(Path.Combine(Repository.Samples, "quoc-ngu-print", "KIEU-1911", "KIEU-1911_002.jpg"));
        var document = await _line.AddDocumentAsync("shown", page.PngsaveBuffer());
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        await _line.WorkAsync();
        await using var db = _line.Open();
        Assert.All(await db.Runs.ToListAsync(), run => Assert.Equal(RunState.Done, run.State));
        return (await _line.ScopedAsync<StaticIiif, string?>(export => export.WriteAsync(document.Id, Base, Tree, default)))!;
    }

    private void AssertSizes(JsonElement info)
    {
        foreach (var size in info.GetProperty("sizes").EnumerateArray())
        {
            var (width, height) = (size.GetProperty("width").GetInt32(), size.GetProperty("height").GetInt32());
            AssertPicture($"{Text(info, "id")}/full/{width},{height}/0/default.jpg", width, height);
        }
    }

    // As the Image API's implementation notes compute tiles, with the sizes rounded up.
    private int AssertTiles(JsonElement info)
    {
        var (width, height) = (info.GetProperty("width").GetInt32(), info.GetProperty("height").GetInt32());
        var tiles = info.GetProperty("tiles")[0];
        var edge = tiles.GetProperty("width").GetInt32();
        var count = 0;
        Assert.Equal(256, edge);
        foreach (var factor in tiles.GetProperty("scaleFactors").EnumerateArray().Select(factor => factor.GetInt32()))
        {
            for (var x = 0; x < width; x += edge * factor)
            {
                for (var y = 0; y < height; y += edge * factor)
                {
                    var (w, h) = (Math.Min(edge * factor, width - x), Math.Min(edge * factor, height - y));
                    var (across, down) = ((w + factor - 1) / factor, (h + factor - 1) / factor);
                    AssertPicture($"{Text(info, "id")}/{x},{y},{w},{h}/{across},{down}/0/default.jpg", across, down);
                    count++;
                }
            }
        }

        return count;
    }

    private void AssertPicture(string address, int width, int height)
    {
        using var picture = Image.Jpegload(FileOf(address), failOn: Enums.FailOn.Warning);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.True(picture.Avg() > 0);
    }

    private async Task<JsonElement> JsonAsync(string address) =>
        JsonSerializer.Deserialize<JsonElement>(await File.ReadAllBytesAsync(FileOf(address)));

    private string FileOf(string address)
    {
        Assert.StartsWith(Base.AbsoluteUri, address);
        return Path.Combine(Tree, address[Base.AbsoluteUri.Length..]);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
