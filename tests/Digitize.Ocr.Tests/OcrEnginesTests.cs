using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Ocr.Tests;

public sealed class OcrEnginesTests
{
    [Fact]
    public void Find_GivesTheEngineAdded_WhenRegisteredByName()
    {
        var services = new ServiceCollection();
        services.AddOcr().AddEngine<SilentEngine>();
        using var provider = services.BuildServiceProvider();

        var engines = provider.GetRequiredService<OcrEngines>();

        Assert.IsType<SilentEngine>(engines.Find("silent"));
        Assert.Equal(["tesseract", "han-nom", "silent"], engines.Names);
    }

    [Fact]
    public void Find_ListsTheEngines_WhenNameIsUnknown()
    {
        using var room = new OcrRoom();

        var error = Assert.Throws<ArgumentException>(() => room.Engines.Find("tesserect"));

        Assert.Contains("“tesserect”. There are: tesseract, han-nom.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_Throws_WhenTwoEnginesHaveOneName() =>
        Assert.Throws<InvalidOperationException>(() => new OcrEngines([new SilentEngine(), new SilentEngine()]));

    [Theory]
    [InlineData("../vie")]
    [InlineData("vie+fra")]
    [InlineData("vie\n")]
    [InlineData("")]
    public void Languages_Throws_WhenNameCouldLeaveTheModelsFolder(string name) =>
        Assert.Throws<ArgumentException>(() => new OcrOptions { Languages = [name] });

    [Theory]
    [InlineData(0, 10, 1, 10)]
    [InlineData(10, 40_000, 1, 10)]
    [InlineData(10, 10, 4, 40)]
    [InlineData(10, 10, 3, 29)]
    [InlineData(11, 10, 1, 11)]
    public void Image_Throws_WhenFiguresContradictEachOther(int width, int height, int bytesPerPixel, int stride) =>
        Assert.ThrowsAny<ArgumentException>(() => new OcrImage(width, height, bytesPerPixel, stride, null, new byte[100]));

    [Fact]
    public void Compose_LeavesIdeographsAlone_WhenLatinStandsAmongThem() =>
        Assert.Equal("é\uF900ê", LatinText.Compose("e\u0301\uF900e\u0302"));

    private sealed class SilentEngine : IOcrEngine
    {
        public string Name => "silent";

        public string Version => "1";

        public IReadOnlyList<string> Scripts => [];

        public Reason? FindMissing(OcrOptions options) => null;

        public Task<TextPage> RecognizeAsync(OcrImage image, OcrOptions options, CancellationToken ct) =>
            Task.FromResult(TextPage.Empty(image.Width, image.Height));
    }
}
