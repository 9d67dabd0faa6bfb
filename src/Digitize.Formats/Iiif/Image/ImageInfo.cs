using System.Text.Json;
using Digitize.Formats.Records;

namespace Digitize.Formats.Iiif.Image;

/// <summary>
/// An image's <c>info.json</c> (Image API 3.0 and 2.1, section 5): at level 2, or, of files on a plain web server, at
/// level 0.
/// </summary>
/// <param name="Id">The requested URL less <c>/info.json</c>, as the client sees it.</param>
/// <param name="Width">Pixels of the full image.</param>
/// <param name="Height">Pixels of the full image.</param>
/// <param name="Rights">Left out unless IIIF admits it.</param>
public sealed record ImageInfo(string Id, int Width, int Height, ImageLimits Limits, string? Rights = null)
{
    /// <summary>Pixels; the tile grid of the access pyramid.</summary>
    public int TileSize { get; init; } = 512;

    /// <summary>Nothing is made on request: what is not listed is not there.</summary>
    public bool IsStatic { get; init; }

    private const int ThumbnailEdge = 512;

    private static readonly string[] Formats = [.. Names<IiifFormat>()];

    private static readonly string[] Qualities = [.. Names<IiifQuality>().Where(name => name != "default")];

    /// <summary>1, 2, 4 … until the whole image fits in one tile.</summary>
    public IReadOnlyList<int> ScaleFactors => FactorsDownTo(TileSize);

    /// <summary>
    /// The whole image halved again and again, smallest first, as far as the limits admit it; small enough for a
    /// thumbnail also where the tiles are large.
    /// </summary>
    public IReadOnlyList<ImageSize> Sizes =>
    [
        .. FactorsDownTo(Math.Min(TileSize, ThumbnailEdge))
            .Select(factor => IsStatic
                ? new ImageSize(Reduced(Width, factor), Reduced(Height, factor))
                : SizeParameter.ForWidth(new ImageSize(Width, Height), Reduced(Width, factor)))
            .Where(size => Limits.Admit(size.Width, size.Height))
            .Reverse(),
    ];

    public async Task WriteAsync(ImageApiVersion version, Stream stream, CancellationToken ct)
    {
        await using var json = IiifJson.Open(stream);
        json.WriteStartObject();
        if (version == ImageApiVersion.V3)
        {
            WriteV3(json);
        }
        else
        {
            WriteV2(json);
        }

        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private void WriteV3(Utf8JsonWriter json)
    {
        json.WriteString("@context", "http://iiif.io/api/image/3/context.json");
        json.WriteString("id", Id);
        json.WriteString("type", "ImageService3");
        json.WriteString("protocol", "http://iiif.io/api/image");
        json.WriteString("profile", IsStatic ? "level0" : "level2");
        WriteGrid(json);
        if (!IsStatic || !Limits.Admit(Width, Height))
        {
            WriteLimits(json);
        }

        if (RightsUri.Normalize(Rights) is { } rights)
        {
            json.WriteString("rights", rights);
        }

        if (IsStatic)
        {
            return;
        }

        WriteArray(json, "extraFormats", Formats.Except(["jpg", "png"]));
        WriteArray(json, "extraQualities", Qualities);
        WriteArray(json, "extraFeatures", ["mirroring", "profileLinkHeader", "rotationArbitrary", "sizeUpscaling"]);
    }

    private void WriteV2(Utf8JsonWriter json)
    {
        json.WriteString("@context", "http://iiif.io/api/image/2/context.json");
        json.WriteString("@id", Id);
        json.WriteString("protocol", "http://iiif.io/api/image");
        WriteGrid(json);
        json.WriteStartArray("profile");
        json.WriteStringValue("http://iiif.io/api/image/2/level2.json");
        json.WriteStartObject();
        WriteArray(json, "formats", Formats);
        WriteArray(json, "qualities", [.. Qualities, "default"]);
        WriteArray(json, "supports", ["mirroring", "profileLinkHeader", "regionSquare", "rotationArbitrary"]);
        WriteLimits(json);
        json.WriteEndObject();
        json.WriteEndArray();
        if (RightsUri.Normalize(Rights) is { } rights)
        {
            json.WriteString("license", rights);
        }
    }

    private void WriteGrid(Utf8JsonWriter json)
    {
        json.WriteNumber("width", Width);
        json.WriteNumber("height", Height);
        json.WriteStartArray("sizes");
        foreach (var size in Sizes)
        {
            json.WriteStartObject();
            json.WriteNumber("width", size.Width);
            json.WriteNumber("height", size.Height);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tiles");
        json.WriteStartObject();
        json.WriteNumber("width", TileSize);
        json.WriteNumber("height", TileSize);
        json.WriteStartArray("scaleFactors");
        foreach (var factor in ScaleFactors)
        {
            json.WriteNumberValue(factor);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteLimits(Utf8JsonWriter json)
    {
        json.WriteNumber("maxWidth", Limits.MaxWidth);
        json.WriteNumber("maxHeight", Limits.MaxHeight);
        json.WriteNumber("maxArea", Limits.MaxArea);
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private List<int> FactorsDownTo(int edge)
    {
        var factors = new List<int> { 1 };
        while (Math.Max(Reduced(Width, factors[^1]), Reduced(Height, factors[^1])) > edge)
        {
            factors.Add(factors[^1] * 2);
        }

        return factors;
    }

    internal static int Reduced(int length, int factor) => (length + factor - 1) / factor;

    private static IEnumerable<string> Names<T>() where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => name.ToLowerInvariant());
}
