using System.Globalization;
using System.Xml;
using Digitize.Core.Text;
using Digitize.Formats.Export;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Tei;

/// <summary>The <c>facsimile</c>: a surface a page, a zone a region and in it one a line (TEI P5, chapter 12).</summary>
internal static class TeiFacsimile
{
    public static async Task WriteAsync(
        XmlElements xml, XmlWriter writer, DocumentRecord document, DocumentContent content, CancellationToken ct)
    {
        if (document.Pages.Count == 0)
        {
            return;
        }

        await xml.StartAsync("facsimile");
        foreach (var page in document.Pages)
        {
            var text = await content.ReadTextAsync(page, ct);
            var (width, height) = text is null ? (page.Width, page.Height) : (text.Width, text.Height);
            await xml.StartAsync("surface");
            await IdAsync(writer, SurfaceId(page));
            await xml.AttributeAsync("n", page.Label);
            await PlaceAsync(xml, new Box(0, 0, width, height));
            if (page.HasImage)
            {
                await xml.StartAsync("graphic");
                await xml.AttributeAsync("url", $"{document.Urls.ImageService(page.Id)}/full/max/0/default.jpg");
                await xml.AttributeAsync("mimeType", "image/jpeg");
                await xml.EndAsync();
            }

            foreach (var (index, region) in (text?.Regions ?? []).Index())
            {
                ct.ThrowIfCancellationRequested();
                await RegionAsync(xml, writer, page, text!, region, index + 1);
            }

            await xml.EndAsync();
        }

        await xml.EndAsync();
    }

    public static string SurfaceId(PageRecord page) =>
        string.Create(CultureInfo.InvariantCulture, $"s{page.Sequence}");

    public static string ZoneId(PageRecord page, int region) =>
        string.Create(CultureInfo.InvariantCulture, $"{SurfaceId(page)}_r{region}");

    public static string ZoneId(PageRecord page, int region, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{ZoneId(page, region)}_l{line}");

    private static async Task RegionAsync(
        XmlElements xml, XmlWriter writer, PageRecord page, TextPage text, TextRegion region, int number)
    {
        await xml.StartAsync("zone");
        await IdAsync(writer, ZoneId(page, number));
        await xml.AttributeAsync("type", region.Kind.ToString());
        await PlaceAsync(xml, region.Box.ClampTo(text.Width, text.Height));
        foreach (var (index, line) in region.Lines.Index())
        {
            await xml.StartAsync("zone");
            await IdAsync(writer, ZoneId(page, number, index + 1));
            await xml.AttributeAsync("type", "line");
            await PlaceAsync(xml, line.Box.ClampTo(text.Width, text.Height));
            await xml.EndAsync();
        }

        await xml.EndAsync();
    }

    private static Task IdAsync(XmlWriter writer, string id) => writer.WriteAttributeStringAsync("xml", "id", null, id);

    private static async Task PlaceAsync(XmlElements xml, Box box)
    {
        await xml.AttributeAsync("ulx", box.X);
        await xml.AttributeAsync("uly", box.Y);
        await xml.AttributeAsync("lrx", box.Right);
        await xml.AttributeAsync("lry", box.Bottom);
    }
}
