using Digitize.Ocr.Engines;
using Digitize.Ocr.Engines.Tesseract;
using Digitize.Ocr.Evaluation;
using Digitize.Ocr.HanNom;
using Digitize.Ocr.HanNom.Dictionary;
using Digitize.Ocr.HanNom.Transliteration;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Ocr;

public static class OcrRegistration
{
    /// <summary>
    /// The OCR engines and what they share. Call it before other native libraries are loaded: it limits OpenMP's
    /// threads, which OpenMP reads only when it is loaded.
    /// </summary>
    public static OcrBuilder AddOcr(
        this IServiceCollection services, TesseractOptions? options = null, HanNomOptions? hanNom = null)
    {
        TesseractLibrary.Prepare();
        services.AddSingleton(options ?? new TesseractOptions());
        services.AddSingleton(hanNom ?? new HanNomOptions());
        services.AddSingleton<HanNomModel>();
        services.AddSingleton<Transliterator>().AddSingleton<CharacterDictionary>();
        services.AddSingleton<TesseractModels>();
        services.AddSingleton<TesseractPool>();
        services.AddSingleton<OcrEngines>();
        services.AddSingleton<ILineReader, HanNomLines>();
        services.AddSingleton<ILineReader, TesseractLines>();
        services.AddSingleton<ILineReader>(_ => new PpOcrLines(new PpOcrOptions()));
        var engines = new OcrBuilder(services).AddEngine<TesseractEngine>().AddEngine<HanNomEngine>();
        services.AddSingleton<IOcrEngine>(provider => new RoutedEngine(
            ActivatorUtilities.CreateInstance<TesseractEngine>(provider), ActivatorUtilities.CreateInstance<HanNomEngine>(provider)));
        return engines;
    }
}

/// <summary>Adds engines one by one; nothing is found by scanning assemblies.</summary>
public sealed record OcrBuilder(IServiceCollection Services)
{
    public OcrBuilder AddEngine<T>() where T : class, IOcrEngine
    {
        Services.AddSingleton<IOcrEngine, T>();
        return this;
    }
}
