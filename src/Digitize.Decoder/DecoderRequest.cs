using System.Globalization;

namespace Digitize.Decoder;

/// <summary>What the decoder is started for, as its command line: one verb, one file.</summary>
/// <param name="Verb">One of the names below.</param>
/// <param name="MediaType">Of the file, told by its content.</param>
/// <param name="Folder">An empty folder for what is written.</param>
/// <param name="Frame">From 0.</param>
/// <param name="MaxPages">Pages of a PDF beyond which none is looked at.</param>
/// <param name="MaxDimension">Pixels of an edge.</param>
/// <param name="MaxMegabytes">Memory for pixels.</param>
public sealed record DecoderRequest(
    string Verb, string MediaType, string Path, string Folder, int Frame, int MaxPages, int MaxDimension, int MaxMegabytes)
{
    public const string Header = "header";
    public const string Pixels = "pixels";

    public const string Pdf = "application/pdf";

    public IEnumerable<string> ToArguments() =>
        [Verb, MediaType, Path, Folder, .. new[] { Frame, MaxPages, MaxDimension, MaxMegabytes }.Select(Text)];

    public static DecoderRequest Of(string[] arguments) => new(
        arguments[0], arguments[1], arguments[2], arguments[3],
        Number(arguments[4]), Number(arguments[5]), Number(arguments[6]), Number(arguments[7]));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
