using System.Globalization;
using System.Text.Json;
using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Iiif.Presentation;

/// <summary>A page's lines as annotations that supplement its canvas; lines without text are left out.</summary>
public sealed class TextAnnotationsExporter : IPageExporter
{
    public string Name => "iiif-text";

    public string MediaType => "application/ld+json;profile=\"http://iiif.io/api/presentation/3/context.json\"";

    public string Extension => "json";

    public async Task WriteAsync(
        DocumentRecord document, PageRecord page, TextPage text, Stream stream, CancellationToken ct)
    {
        var canvas = document.Urls.Canvas(document.Id, page.Id);
        await using var json = IiifJson.Open(stream);
        json.WriteStartObject();
        json.WriteString("@context", IiifJson.PresentationContext);
        json.WriteString("id", document.Urls.TextAnnotations(document.Id, page.Id));
        json.WriteString("type", "AnnotationPage");
        json.WriteStartArray("items");
        foreach (var (index, line) in text.Lines.Where(line => line.Text.Length > 0).Index())
        {
            WriteLine(json, canvas, index + 1, line, line.Box.ClampTo(text.Width, text.Height));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private static void WriteLine(Utf8JsonWriter json, string canvas, int number, TextLine line, Box box)
    {
        json.StartResource(string.Create(CultureInfo.InvariantCulture, $"{canvas}/text/{number}"), "Annotation");
        json.WriteString("motivation", "supplementing");
        json.WriteStartObject("body");
        json.WriteString("type", "TextualBody");
        json.WriteString("value", line.Text);
        json.WriteString("format", "text/plain");
        if (LanguageTag.OrNull(line.Language) is { } language)
        {
            json.WriteString("language", language);
        }

        json.WriteEndObject();
        json.WriteString("target", string.Create(
            CultureInfo.InvariantCulture,
            $"{canvas}#xywh={box.X},{box.Y},{Math.Max(1, box.Width)},{Math.Max(1, box.Height)}"));
        json.WriteEndObject();
    }
}
