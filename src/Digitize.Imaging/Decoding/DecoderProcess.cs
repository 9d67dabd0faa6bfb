using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Digitize.Decoder;
using Digitize.Imaging.Probing;

namespace Digitize.Imaging.Decoding;

/// <summary>
/// Starts <c>Digitize.Decoder</c>, which lies beside this assembly: parsers that can be neither cancelled nor bounded
/// read a hostile file there, and are killed with it (docs/adr/0009).
/// </summary>
internal static class DecoderProcess
{
    // A runtime of its own and the libraries' code, before the first pixel.
    private const int StartMegabytes = 256;

    /// <exception cref="BrokenImageException">The file cannot be decoded, or not within the limits.</exception>
    /// <exception cref="TimeoutException">This machine was too busy to tell.</exception>
    public static async Task<DecoderAnswer> RunAsync(
        string verb, string mediaType, int frame, DecoderFolder folder, int cpuSeconds, ImageLimits limits, CancellationToken ct)
    {
        var request = new DecoderRequest(
            verb, mediaType, folder.Scan, folder.FullName, frame, limits.MaxPdfPages, limits.MaxDimension, limits.DecoderMegabytes);
        var end = await ChildProcess.RunAsync(
            Path.Combine(AppContext.BaseDirectory, "Digitize.Decoder"),
            request.ToArguments(),
            new ChildLimits(cpuSeconds, limits.DecoderMegabytes + StartMegabytes),
            ct,
            Environment(limits));
        if (end.ExitCode != 0)
        {
            throw new InvalidOperationException($"Digitize.Decoder ended with {end.ExitCode}: {end.Complaint}");
        }

        var answer = JsonSerializer.Deserialize(end.Output, DecoderJson.Default.DecoderAnswer)!;
        return answer.Fault is null ? answer : throw BrokenImageException.Saying(answer.Fault, answer.FaultCode);
    }

    // A program that was not published whole looks for its runtime where this one found it.
    private static Dictionary<string, string> Environment(ImageLimits limits)
    {
        const string upToTheRoot = "../../..";
        return new()
        {
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), upToTheRoot)),
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_GCHeapHardLimit"] = string.Create(
                CultureInfo.InvariantCulture, $"0x{(long)limits.DecoderMegabytes << 20:X}"),
        };
    }
}
