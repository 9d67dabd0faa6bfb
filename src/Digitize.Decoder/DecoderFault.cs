namespace Digitize.Decoder;

/// <summary>The file cannot be decoded, and it is known why.</summary>
/// <param name="code">Code of the reason; null when the words alone tell.</param>
internal sealed class DecoderFault(string? code, string words) : Exception(words)
{
    public string? Code { get; } = code;
}
