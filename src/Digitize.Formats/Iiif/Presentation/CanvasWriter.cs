using System.Globalization;
using System.Text.Json;
using Digitize.Formats.Records;

namespace Digitize.Formats.Iiif.Presentation;

/// <summary>A page as a canvas: the image painted on it, its ALTO beside it, its lines as annotations.</summary>
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
        if (page.Alto is not null)
        {
            WriteText(json, document, page);
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

    private static void WriteText(Utf8JsonWriter json, DocumentRecord document, PageRecord page)
    {
        json.WriteStartArray("seeAlso");
        json.StartResource(document.Urls.Alto(document.Id, page.Id), "Dataset");
        json.WriteText("label", "ALTO");
        json.WriteString("format", "application/xml");
        json.WriteString("profile", "http://www.loc.gov/standards/alto/ns-v4#");
        json.WriteEndObject();
        json.WriteEndArray();

        json.WriteStartArray("annotations");
        json.StartResource(document.Urls.TextAnnotations(document.Id, page.Id), "AnnotationPage");
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
