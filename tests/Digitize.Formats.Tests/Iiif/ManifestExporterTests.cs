using System.Text.Json;
using Digitize.Formats.Iiif.Presentation;
using Digitize.Formats.Records;
using Digitize.Formats.Tests.Samples;

namespace Digitize.Formats.Tests.Iiif;

public sealed class ManifestExporterTests
{
    private const string Root = "https://so.example.vn/kho/iiif";

    [Fact]
    public async Task Write_StatesWhatViewersNeed_ForAFullDocument()
    {
        var manifest = (await Written.ByAsync(new ManifestExporter(), SampleDocuments.Full)).Json;

        Assert.Equal("http://iiif.io/api/presentation/3/context.json", Text(manifest, "@context"));
        Assert.Equal($"{Root}/presentation/3/{SampleDocuments.Id(1)}/manifest.json", Text(manifest, "id"));
        Assert.Equal("right-to-left", Text(manifest, "viewingDirection"));
        Assert.Equal("http://creativecommons.org/publicdomain/mark/1.0/", Text(manifest, "rights"));
        Assert.Equal(
            ["Nhan đề", "Tác giả", "Niên đại", "Ngôn ngữ", "Ký hiệu kho", "Bộ sưu tập", "Thư viện"],
            manifest.GetProperty("metadata").EnumerateArray().Select(entry => Text(entry.GetProperty("label").GetProperty("vi")[0])));
        Assert.Equal("application/pdf", Text(manifest.GetProperty("rendering")[0], "format"));
        Assert.Equal(
            ("https://so.example.vn/kho/documents/" + SampleDocuments.Id(1) + "/tei.xml", "application/tei+xml"),
            (Text(manifest.GetProperty("seeAlso")[0], "id"), Text(manifest.GetProperty("seeAlso")[0], "format")));
        Assert.Equal(3, manifest.GetProperty("items").GetArrayLength());
        Assert.Equal(2, manifest.GetProperty("structures")[0].GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Write_PaintsTheImageAndLinksTheText_OnACanvas()
    {
        var manifest = (await Written.ByAsync(new ManifestExporter(), SampleDocuments.Full)).Json;

        var canvas = manifest.GetProperty("items")[0];
        var painting = canvas.GetProperty("items")[0].GetProperty("items")[0];
        var service = painting.GetProperty("body").GetProperty("service")[0];
        Assert.Equal((1200, 1600), (canvas.GetProperty("width").GetInt32(), canvas.GetProperty("height").GetInt32()));
        Assert.Equal(Text(canvas, "id"), Text(painting, "target"));
        Assert.Equal($"{Root}/image/3/{SampleDocuments.Id(11)}", Text(service, "id"));
        Assert.Equal(("ImageService3", "level2"), (Text(service, "type"), Text(service, "profile")));
        Assert.Equal("application/xml", Text(canvas.GetProperty("seeAlso")[0], "format"));
        Assert.EndsWith("/page.xml", Text(canvas.GetProperty("seeAlso")[1], "id"));
        Assert.Equal(
            ["text/plain", "application/xhtml+xml"],
            canvas.GetProperty("rendering").EnumerateArray().Select(file => Text(file, "format")));
        Assert.Equal($"{Text(canvas, "id")}/text.json", Text(canvas.GetProperty("annotations")[0], "id"));
    }

    [Fact]
    public async Task Write_KeepsThePlaceOfAPage_ThatCannotBeShown()
    {
        var manifest = (await Written.ByAsync(new ManifestExporter(), SampleDocuments.Full)).Json;

        var canvas = manifest.GetProperty("items")[2];
        Assert.Equal("Ảnh 3", Text(canvas.GetProperty("label").GetProperty("vi")[0]));
        Assert.Equal(0, canvas.GetProperty("items").GetArrayLength());
        Assert.False(canvas.TryGetProperty("annotations", out _));
    }

    [Fact]
    public async Task Write_ShowsRightsThatIiifDoesNotAdmit_AsMetadata()
    {
        var manifest = (await Written.ByAsync(new ManifestExporter(), SampleDocuments.Sparse)).Json;

        var last = manifest.GetProperty("metadata").EnumerateArray().Last();
        Assert.Equal("hỏi thư viện", Text(last.GetProperty("value").GetProperty("none")[0]));
        Assert.False(manifest.TryGetProperty("rights", out _));
        Assert.False(manifest.TryGetProperty("thumbnail", out _));
        Assert.False(manifest.TryGetProperty("structures", out _));
    }

    [Fact]
    public async Task TextAnnotations_CarryEachLine_WithItsPlaceAndLanguage()
    {
        var page = (await Written.ByAsync(new TextAnnotationsExporter(), SampleDocuments.Full, SamplePages.HanNom)).Json;

        var lines = page.GetProperty("items").EnumerateArray().ToList();
        var body = lines[0].GetProperty("body");
        Assert.Equal(3, lines.Count);
        Assert.Equal(("𤾓𢆥𥪞𡎝𠊛些", "vi-Hani"), (Text(body, "value"), Text(body, "language")));
        Assert.Equal("supplementing", Text(lines[0], "motivation"));
        Assert.Equal(
            $"{Root}/presentation/3/{SampleDocuments.Id(1)}/pages/{SampleDocuments.Id(11)}#xywh=600,100,90,600",
            Text(lines[0], "target"));
    }

    [Theory]
    [InlineData("https://creativecommons.org/licenses/by/4.0/", "http://creativecommons.org/licenses/by/4.0/")]
    [InlineData("http://www.rightsstatements.org/vocab/InC/1.0/", "http://rightsstatements.org/vocab/InC/1.0/")]
    [InlineData("https://creativecommons.org.evil.example/licenses/by/4.0/", null)]
    [InlineData("javascript:creativecommons.org/licenses/", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Rights_AreNormalized_OrRefused(string? rights, string? expected)
    {
        Assert.Equal(expected, RightsUri.Normalize(rights));
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();

    private static string? Text(JsonElement element) => element.GetString();
}
