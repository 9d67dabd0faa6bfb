using Digitize.Ocr.Engines.Tesseract;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Ocr.Tests;

/// <summary>The room as the program composes it, with its own pool.</summary>
internal sealed class OcrRoom(TesseractOptions? options = null) : IDisposable
{
    private readonly ServiceProvider _services = Compose(options);

    internal IOcrEngine Tesseract => Engines.Find("tesseract");

    internal IOcrEngine HanNom => Engines.Find("han-nom");

    internal OcrEngines Engines => _services.GetRequiredService<OcrEngines>();

    internal TesseractPool Pool => _services.GetRequiredService<TesseractPool>();

    public void Dispose() => _services.Dispose();

    private static ServiceProvider Compose(TesseractOptions? options)
    {
        var services = new ServiceCollection();
        services.AddOcr(options);
        return services.BuildServiceProvider();
    }
}
