using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Digitize.Ocr;
using Digitize.Ocr.Evaluation;
using Digitize.Ocr.Languages;

namespace Digitize.Cli.Hosting;

/// <summary>The <c>tesseract</c> program as it comes, one thread a page: what our reading is measured against.</summary>
/// <param name="languages">
/// The recipe's models. Where the recipe lets the page tell, the program gets the answer: the language in the page's name
/// (<c>….fr</c>), Vietnamese where there is none.
/// </param>
internal sealed class StockTesseract(IReadOnlyList<string> languages, bool isAuto)
{
    /// <summary>Null when the program is not installed.</summary>
    public static StockTesseract? Find(OcrOptions options)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo("tesseract", "--version") { RedirectStandardOutput = true, RedirectStandardError = true });
            asked!.WaitForExit();
            return new StockTesseract(options.Languages, options.IsAuto);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <exception cref="InvalidDataException">The program failed; the message is its own.</exception>
    public async Task<PageEvaluation> ReadAsync(PageTruth truth, CancellationToken ct)
    {
        var start = new ProcessStartInfo("tesseract", [truth.ImagePath, "stdout", "-l", string.Join('+', LanguagesFor(truth))])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["OMP_THREAD_LIMIT"] = "1" },
        };
        using var program = Process.Start(start)!;
        var complaints = program.StandardError.ReadToEndAsync(ct);
        var text = await program.StandardOutput.ReadToEndAsync(ct);
        await program.WaitForExitAsync(ct);
        return program.ExitCode == 0
            ? new PageEvaluation(truth, text, null)
            : throw new InvalidDataException($"tesseract {truth.ImagePath}: {await complaints}");
    }

    private IReadOnlyList<string> LanguagesFor(PageTruth truth) => !isAuto
        ? languages
        : [LatinLanguages.KnownTag(truth.Groups.LastOrDefault() ?? "") switch { "fr" => "fra", "en" => "eng", "la" => "lat", _ => "vie" }];
}
