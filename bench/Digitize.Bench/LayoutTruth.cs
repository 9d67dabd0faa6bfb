using System.Text.Json;
using System.Text.Json.Serialization;
using Digitize.Core.Text;

namespace Digitize.Bench;

/// <summary>A made page as bench/reading/layouts.py wrote it.</summary>
internal sealed record LayoutTruth(
    int Width, int Height, string Language, string Document, int Sequence, string? Label, IReadOnlyList<TrueRegion> Regions)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>In reading order.</summary>
    [JsonIgnore]
    public IReadOnlyList<(RegionKind Kind, TrueLine Line)> Lines { get; } =
        [.. Regions.SelectMany(region => region.Lines.Select(line => (region.Kind, line)))];

    public static LayoutTruth Read(string file) =>
        JsonSerializer.Deserialize<LayoutTruth>(File.ReadAllText(file), Options)
            ?? throw new InvalidDataException($"{file} holds no page.");
}

internal sealed record TrueRegion(RegionKind Kind, IReadOnlyList<TrueLine> Lines);

internal sealed record TrueLine(IReadOnlyList<TrueWord> Words)
{
    public Box Box => Box.Around(Words.Select(word => word.Place));
}

/// <param name="Box">Left, top, width, height, pixels.</param>
/// <param name="Joined">What it is whole, where the line's end breaks it.</param>
internal sealed record TrueWord(string Text, int[] Box, string? Joined)
{
    public Box Place => new(Box[0], Box[1], Box[2], Box[3]);
}
