using Digitize.Core.Outcomes;
using Digitize.Core.Text;
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
        Assert.Equal(["tesseract", "han-nom", "auto", "silent"], engines.Names);
    }

    [Fact]
    public void Find_ListsTheEngines_WhenNameIsUnknown()
    {
        using var room = new OcrRoom();

        var error = Assert.Throws<ArgumentException>(() => room.Engines.Find("tesserect"));

        Assert.Contains("“tesserect”. There are: tesseract, han-nom, auto.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_Throws_WhenTwoEnginesHaveOneName() =>
        Assert.Throws<InvalidOperationException>(() => new OcrEngines([new SilentEngine(), new SilentEngine()]));

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
