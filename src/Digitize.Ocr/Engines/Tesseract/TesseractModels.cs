using Digitize.Core.Outcomes;

namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>Which traineddata files are installed.</summary>
public sealed class TesseractModels(TesseractOptions options)
{
    private static readonly string[] UsualFolders =
    [
        "/usr/share/tesseract-ocr/5/tessdata",
        "/usr/share/tessdata",
        "/usr/local/share/tessdata",
        "/opt/homebrew/share/tessdata",
        @"C:\Program Files\Tesseract-OCR\tessdata",
    ];

    /// <summary>Where the models are looked for; null when there is no such folder.</summary>
    public string? Folder { get; } =
        new[] { options.ModelFolder ?? Environment.GetEnvironmentVariable("TESSDATA_PREFIX") }
            .Concat(options.ModelFolder is null ? UsualFolders : [])
            .FirstOrDefault(Directory.Exists);

    /// <summary>
    /// Why these models cannot be used: <c>ocr-library-missing</c> (library, Debian package) or
    /// <c>ocr-model-missing</c> (model, Debian package), the first that is missing; null when all are there.
    /// </summary>
    public Reason? FindMissing(IEnumerable<string> models)
    {
        if (!TesseractLibrary.IsInstalled)
        {
            return new Reason("ocr-library-missing", "Tesseract 5", TesseractLibrary.DebianPackage);
        }

        var missing = models.FirstOrDefault(model => !IsInstalled(model));
        return missing is null ? null : new Reason("ocr-model-missing", missing, DebianPackage(missing));
    }

    private bool IsInstalled(string model) =>
        Folder is not null && File.Exists(Path.Combine(Folder, model + ".traineddata"));

    private static string DebianPackage(string model) =>
        "tesseract-ocr-" + model.ToLowerInvariant().Replace('_', '-');
}
