using Digitize.Core.Rows;
using Digitize.Ocr;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Steps;
using Digitize.Pipeline.Tests.Line;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace Digitize.Pipeline.Tests.Steps;

public sealed class OcrStepTests : IAsyncLifetime
{
    private readonly LineFixture _line = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task Run_AsksAPerson_WhenAPageOfTextIsHardlyRead()
    {
        // Tesseract finds next to nothing on text that lies aslant, and no deskew runs here.
        using var page = Image.NewFromFile(Path.Combine(Repository.Samples, "quoc-ngu-print/KIEU-1911/KIEU-1911_002.jpg"));
        using var aslant = page.Rotate(60, background: [225]);
        await WorkAsync("ocr: { languages: vie }", aslant.PngsaveBuffer());

        await using var db = _line.Open();
        var run = await db.Runs.SingleAsync(run => run.Step == "ocr");
        Assert.Equal(RunState.NeedsPerson, run.State);
        Assert.Contains(run.Reason?.Code, new[] { "ocr-empty", "ocr-little" });
        Assert.Empty(await db.Revisions.ToListAsync());
    }

    [Fact]
    public async Task Run_KeepsTheReading_WhenThePageIsToTellItsLanguage()
    {
        await WorkAsync("ocr: { languages: auto }", Scans.Text());

        await using var db = _line.Open();
        Assert.Equal(RunState.Done, (await db.Runs.SingleAsync(run => run.Step == "ocr")).State);
        Assert.InRange((await db.Revisions.SingleAsync()).Confidence ?? 0, 0.7, 1);
    }

    [Theory]
    [InlineData("../vie")]
    [InlineData("auto", "fra")]
    public void Contradictions_NameTheLanguages_WhenTheyAreNoModels(params string[] languages)
    {
        var step = new OcrStep(_line.Services.GetRequiredService<OcrEngines>());

        var reason = Assert.Single(step.Contradictions(new OcrStepOptions { Languages = languages }));

        Assert.Equal("yaml-value", reason.Code);
        Assert.Empty(step.Contradictions(new OcrStepOptions { Languages = ["auto"] }));
    }

    [Theory]
    [InlineData(9000, 9000, 6324, 6324, 211)]
    [InlineData(40_000, 10, 32_767, 8, 246)]
    [InlineData(1, 1, 1, 1, 300)]
    [InlineData(2000, 3000, 2000, 3000, 300)]
    public void Pixels_AreFewerThanAWorkerHasMemoryFor(int width, int height, int givenWidth, int givenHeight, int ppi)
    {
        using var page = Image.Black(width, height);

        var given = OcrStep.Pixels(page, 300);

        Assert.InRange(given.Width, givenWidth - 1, givenWidth + 1);
        Assert.InRange(given.Height, givenHeight - 1, givenHeight + 1);
        Assert.InRange(given.Ppi!.Value, ppi - 1, ppi + 1);
    }

    private async Task WorkAsync(string step, byte[] scan)
    {
        _line.WithRecipe("book", step);
        var document = await _line.AddDocumentAsync("book", scan);
        await _line.ScopedAsync<ChainAdvance>(chain => chain.DocumentAsync(document.Id, default));
        await _line.WorkAsync();
    }
}
