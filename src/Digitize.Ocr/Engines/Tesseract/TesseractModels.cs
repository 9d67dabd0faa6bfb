using Digitize.Core.Outcomes;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>Which traineddata files are installed.</summary>
public sealed class TesseractModels(TesseractOptions options)
{
    /// <summary>Where the models are looked for; null when there is no such folder.</summary>
    public string? Folder { get; } =
        new[] { options.ModelFolder ?? Environment.GetEnvironmentVariable("TESSDATA_PREFIX") }
            .Concat(options.ModelFolder is null ? TesseractSystem.Current.ModelFolders : [])
            .FirstOrDefault(Directory.Exists);

    /// <summary>
    /// Why these models cannot be used: <c>ocr-library-missing</c> (library, what installs it) or
    /// <c>ocr-model-missing</c> (model, what installs it), the first that is missing; null when all are there.
    /// </summary>
    public Reason? FindMissing(IEnumerable<string> models)
    {
        if (!TesseractLibrary.IsInstalled)
        {
            return new Reason("ocr-library-missing", "Tesseract 5", TesseractSystem.Current.LibraryPackage);
        }

        var missing = models.FirstOrDefault(model => !IsInstalled(model));
        return missing is null ? null : new Reason("ocr-model-missing", missing, TesseractSystem.Current.ModelPackage(missing));
    }

    private bool IsInstalled(string model) =>
        Folder is not null && File.Exists(Path.Combine(Folder, model + ".traineddata"));
}
