using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Pdf;
using Digitize.Formats.Records;
using Digitize.Formats.Tests.Samples;

namespace Digitize.Formats.Tests.Pdf;

/// <summary>A PDF file on disk as other programs see it; removed at the end.</summary>
internal sealed class WrittenPdf : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    private WrittenPdf(byte[] bytes)
    {
        Bytes = bytes;
        File.WriteAllBytes(_path, bytes);
    }

    public byte[] Bytes { get; }

    public static async Task<WrittenPdf> OfAsync(DocumentRecord document, params TextPage?[] texts)
    {
        var written = await Written.ByAsync(stream =>
            new PdfExporter().WriteAsync(document, Content(document, texts), stream, CancellationToken.None));
        return new(written.Bytes);
    }

    /// <summary>The texts of the pages in their order; every page that has an access image shows the same one.</summary>
    public static DocumentContent Content(DocumentRecord document, params TextPage?[] texts) => new(
        (page, _) => Task.FromResult(texts.ElementAtOrDefault(document.Pages.ToList().IndexOf(page))),
        (page, _) => Task.FromResult(page.HasImage ? (page.Sequence % 2 == 0 ? SampleImages.Colour : SampleImages.Grey) : null));

    /// <summary>What <c>pdftotext</c> gives of one page.</summary>
    public async Task<string> TextAsync(int page, params string[] options) =>
        (await RunAsync("pdftotext", [.. options, "-f", $"{page}", "-l", $"{page}", "-enc", "UTF-8", _path, "-"])).TrimEnd('\f', '\n');

    /// <summary>The words that <c>pdftotext</c> finds on a page, in points from the upper left corner.</summary>
    public async Task<IReadOnlyList<(string Text, double Left, double Top, double Right, double Bottom)>> WordsAsync(int page)
    {
        var xml = XElement.Parse(await TextAsync(page, "-bbox"));
        return [.. xml.Descendants().Where(word => word.Name.LocalName == "word").Select(word => (
            word.Value, Number(word, "xMin"), Number(word, "yMin"), Number(word, "xMax"), Number(word, "yMax")))];
    }

    /// <summary>Fails with what the program printed unless it ends well.</summary>
    public Task<string> RunAsync(string program, params string[] arguments) => RunProgramAsync(program, arguments);

    public string FilePath => _path;

    public void Dispose() => File.Delete(_path);

    private static async Task<string> RunProgramAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0 && (await errors).Length == 0, $"{program}: {await errors}{output}");
        return output;
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
