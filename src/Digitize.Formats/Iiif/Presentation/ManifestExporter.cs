using System.Globalization;
using System.Text.Json;
using Digitize.Core.Rows;
using Digitize.Formats.Export;
using Digitize.Formats.Iiif.Image;
using Digitize.Formats.Records;
using Digitize.Formats.Tei;

namespace Digitize.Formats.Iiif.Presentation;

/// <summary>A document as a IIIF Presentation 3.0 manifest: one canvas a page, none left out.</summary>
public sealed class ManifestExporter : IDocumentExporter
{
    private const int ThumbnailPixels = 200;

    public string Name => "iiif";

    public string MediaType => "application/ld+json;profile=\"http://iiif.io/api/presentation/3/context.json\"";

    public string Extension => "json";

    /// <summary>The images lie as files on a plain web server (Image API level 0): only listed sizes are named.</summary>
    public bool IsStatic { get; init; }

    private string ImageProfile => IsStatic ? "level0" : "level2";

    public async Task WriteAsync(DocumentRecord document, Stream stream, CancellationToken ct)
    {
        await using var json = IiifJson.Open(stream);
        json.WriteStartObject();
        json.WriteString("@context", IiifJson.PresentationContext);
        json.WriteString("id", document.Urls.Manifest(document.Id));
        json.WriteString("type", "Manifest");
        json.WriteText("label", document.Title, IiifJson.TitleLanguage(document.Language));
        ManifestDescription.Write(json, document);
        WriteReading(json, document);
        if (document.Pages.FirstOrDefault(page => page.HasImage) is { } cover)
        {
            WriteThumbnail(json, document, cover);
        }

        WriteFiles(json, document);
        json.WriteStartArray("items");
        foreach (var page in document.Pages)
        {
            CanvasWriter.Write(json, document, page, ImageProfile);
            await json.FlushAsync(ct);
        }

        json.WriteEndArray();
        WriteStructures(json, document);
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private static void WriteReading(Utf8JsonWriter json, DocumentRecord document)
    {
        json.WriteString(
            "viewingDirection",
            document.Direction == ReadingDirection.RightToLeft ? "right-to-left" : "left-to-right");
        json.WriteStartArray("behavior");
        json.WriteStringValue(document.Pages.Count > 1 ? "paged" : "individuals");
        json.WriteEndArray();
    }

    private void WriteThumbnail(Utf8JsonWriter json, DocumentRecord document, PageRecord page)
    {
        var service = document.Urls.ImageService(page.Id);
        var size = IsStatic
            ? new ImageInfo(service, page.Width, page.Height, ImageLimits.Default) { IsStatic = true }.Sizes[0]
            : SizeParameter.Within(
                new ImageSize(page.Width, page.Height),
                Math.Min(page.Width, ThumbnailPixels),
                Math.Min(page.Height, ThumbnailPixels));
        var address = string.Create(
            CultureInfo.InvariantCulture, $"{service}/full/{size.Width},{size.Height}/0/default.jpg");

        json.WriteStartArray("thumbnail");
        json.StartResource(address, "Image");
        json.WriteString("format", "image/jpeg");
        json.WriteNumber("width", size.Width);
        json.WriteNumber("height", size.Height);
        json.WriteImageService(service, ImageProfile);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteFiles(Utf8JsonWriter json, DocumentRecord document)
    {
        json.WriteLinks("rendering", [(document.Pdf, new(document.Urls.Pdf(document.Id), "Text", "PDF"))]);
        json.WriteLinks(
            "seeAlso", [(document.Tei, new(document.Urls.Tei(document.Id), "Dataset", "TEI", TeiExporter.Namespace))]);
    }

    /// <summary>The pages that carry a number of their own, so that a reader can go to one by it.</summary>
    private static void WriteStructures(Utf8JsonWriter json, DocumentRecord document)
    {
        var numbered = document.Pages.Where(page => !string.IsNullOrWhiteSpace(page.Label)).ToList();
        if (numbered.Count == 0)
        {
            return;
        }

        json.WriteStartArray("structures");
        json.StartResource(document.Urls.Range(document.Id, "numbered"), "Range");
        json.WriteTexts("label", ("vi", "Trang có số"), ("en", "Numbered pages"));
        json.WriteStartArray("items");
        foreach (var page in numbered)
        {
            json.StartResource(document.Urls.Canvas(document.Id, page.Id), "Canvas");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
