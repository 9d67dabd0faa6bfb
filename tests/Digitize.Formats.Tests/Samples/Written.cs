using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Digitize.Core.Text;
using Digitize.Formats.Alto;
using Digitize.Formats.Export;
using Digitize.Formats.Records;

namespace Digitize.Formats.Tests.Samples;

/// <summary>What a writer wrote, in the forms that tests look at.</summary>
internal sealed class Written(byte[] bytes)
{
    public byte[] Bytes => bytes;

    public string Text => Encoding.UTF8.GetString(bytes);

    public XElement Xml => XElement.Parse(Text);

    public JsonElement Json => JsonDocument.Parse(bytes).RootElement;

    public static async Task<Written> ByAsync(Func<Stream, Task> write)
    {
        using var stream = new MemoryStream();
        await write(stream);
        return new Written(stream.ToArray());
    }

    public static Task<Written> ByAsync(IDocumentExporter exporter, DocumentRecord document) =>
        ByAsync(stream => exporter.WriteAsync(document, stream, CancellationToken.None));

    public static Task<Written> ByAsync(IPageExporter exporter, DocumentRecord document, TextPage text) =>
        ByAsync(stream => exporter.WriteAsync(document, document.Pages[0], text, stream, CancellationToken.None));

    public static Task<Written> AltoAsync(TextPage page) =>
        ByAsync(stream => AltoWriter.WriteAsync(page, new AltoDescription("p1", 1), stream, CancellationToken.None));

    /// <summary>Saves it and has it validated; the folder is removed again.</summary>
    public async Task ValidateAsync(string validator, IEnumerable<FileRecord>? beside = null)
    {
        var folder = Directory.CreateTempSubdirectory("formats-");
        try
        {
            foreach (var file in beside ?? [])
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file.Href), SampleDocuments.Content(file));
            }

            var path = Path.Combine(folder.FullName, "written");
            await File.WriteAllBytesAsync(path, bytes);
            await Validator.AcceptAsync(validator, path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
