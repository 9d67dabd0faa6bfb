using System.Text.Json.Serialization;

namespace Digitize.Decoder;

/// <summary>The one line of JSON that the decoder writes: what it found, or why it could not.</summary>
public sealed record DecoderAnswer
{
    /// <summary>The images inside, in file order.</summary>
    public IReadOnlyList<DecodedFrame> Frames { get; init; } = [];

    /// <summary>How many pages there are, when that is more than was asked for; then <see cref="Frames"/> is empty.</summary>
    public int? TooManyPages { get; init; }

    /// <summary>Code of the reason when the library alone cannot tell it; else the words in <see cref="Fault"/> do.</summary>
    public string? FaultCode { get; init; }

    /// <summary>What the library said; null when all went well.</summary>
    public string? Fault { get; init; }

    /// <summary>Name of the picture that was written into the folder; null when a PDF's page has to be drawn.</summary>
    public string? Picture { get; init; }

    /// <summary>How often the picture has to be turned clockwise by 90°.</summary>
    public int QuarterTurns { get; init; }
}

/// <param name="Width">Pixels of the picture as it will be opened.</param>
/// <param name="Height">Pixels, likewise.</param>
/// <param name="Ppi">Pixels per inch of the original; null when not said.</param>
public sealed record DecodedFrame(int Width, int Height, double? Ppi);

[JsonSerializable(typeof(DecoderAnswer))]
public sealed partial class DecoderJson : JsonSerializerContext;
