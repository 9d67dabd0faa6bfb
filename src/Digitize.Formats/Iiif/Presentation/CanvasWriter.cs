using System.Globalization;
using System.Text.Json;
using Digitize.Formats.Page;
using Digitize.Formats.Records;

namespace Digitize.Formats.Iiif.Presentation;

/// <summary>A page as a canvas: the image painted on it, its texts beside it, its lines as annotations.</summary>
internal static class CanvasWriter
{
    /// <summary>A page without an image keeps its place as an empty canvas; A4 upright, in pixels at 72 ppi.</summary>
    private const int BlankWidth = 595;

    private const int BlankHeight = 842;

    public static void Write(Utf8JsonWriter json, DocumentRecord document, PageRecord page, string imageProfile)
    {
        var id = document.Urls.Canvas(document.Id, page.Id);
        json.StartResource(id, "Canvas");
        WriteLabel(json, page);
        json.WriteNumber("width", page.HasImage ? page.Width : BlankWidth);
        json.WriteNumber("height", page.HasImage ? page.Height : BlankHeight);
        json.WriteStartArray("items");
        if (page.HasImage)
        {
            WritePainting(json, document.Urls.ImageService(page.Id), imageProfile, page, id);
        }

        json.WriteEndArray();
        WriteFiles(json, document, page);
        if (page.Alto is not null)
        {
            json.WriteStartArray("annotations");
            json.StartResource(document.Urls.TextAnnotations(document.Id, page.Id), "AnnotationPage");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLabel(Utf8JsonWriter json, PageRecord page)
    {
        if (string.IsNullOrWhiteSpace(page.Label))
        {
            var number = page.Sequence.ToString(CultureInfo.InvariantCulture);
            json.WriteTexts("label", ("vi", $"Ảnh {number}"), ("en", $"Image {number}"));
        }
        else
        {
            json.WriteText("label", page.Label);
        }
    }

    private static void WritePainting(
        Utf8JsonWriter json, string service, string imageProfile, PageRecord page, string canvas)
    {
        json.StartResource($"{canvas}/image", "AnnotationPage");
        json.WriteStartArray("items");
        json.StartResource($"{canvas}/image/painting", "Annotation");
        json.WriteString("motivation", "painting");
        json.WriteStartObject("body");
        json.WriteString("id", $"{service}/full/max/0/default.jpg");
        json.WriteString("type", "Image");
        json.WriteString("format", "image/jpeg");
        json.WriteNumber("width", page.Width);
        json.WriteNumber("height", page.Height);
        json.WriteImageService(service, imageProfile);
        json.WriteEndObject();
        json.WriteString("target", canvas);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>For machines what has places and confidences; for people what they can read.</summary>
    private static void WriteFiles(Utf8JsonWriter json, DocumentRecord document, PageRecord page)
    {
        var urls = document.Urls;
        json.WriteLinks("seeAlso", new (FileRecord?, LinkedFile)[]
        {
            (page.Alto, new(urls.Alto(document.Id, page.Id), "Dataset", "ALTO", "http://www.loc.gov/standards/alto/ns-v4#")),
            (page.PageXml, new(urls.PageXml(document.Id, page.Id), "Dataset", "PAGE", PageXmlWriter.Namespace)),
        });
        json.WriteLinks("rendering", new (FileRecord?, LinkedFile)[]
        {
            (page.PlainText, new(urls.PlainText(document.Id, page.Id), "Text", "TXT")),
            (page.Hocr, new(urls.Hocr(document.Id, page.Id), "Text", "hOCR")),
        });
    }
}
