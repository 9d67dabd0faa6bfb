using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Digitize.Cli.Hosting;
using Digitize.Core.Outcomes;
using Digitize.Imaging;
using Digitize.Imaging.Deskew;
using Digitize.Imaging.Probing;
using NetVips;

namespace Digitize.Cli.Verbs;

/// <summary>
/// Measures files without keeping anything. <c>measure skew</c> writes <c>file⇥degrees</c> for the first frame of
/// each, positive when lines rise to the right: the best estimate even when the line would not turn the page by it.
/// With <c>--json</c> the confidence and the orientation stand beside it.
/// </summary>
internal static class MeasureVerb
{
    public static Command Make()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Ảnh quét · scans", Arity = ArgumentArity.OneOrMore,
        };
        var json = CommonOptions.Json();
        var skew = new Command("skew", "Góc nghiêng của chữ, độ · how far the text lies turned, degrees") { files, json };
        skew.SetAction((parsed, ct) => SkewAsync(parsed.GetValue(files)!, parsed.GetValue(json), ct));
        return new Command("measure", "Đo ảnh quét, không lưu gì · measure scans, nothing is kept") { skew, MeasurePages.Make(), MeasureScripts.Make() };
    }

    private static async Task<int> SkewAsync(string[] files, bool json, CancellationToken ct)
    {
        var limits = ProgramOptions.Read().Intake.Limits;
        var measured = new List<SkewMeasurement>();
        foreach (var file in files)
        {
            var (found, refused) = await SkewAsync(file, limits, json, ct);
            if (found is null)
            {
                Console.Error.WriteLine(refused!.Text(Say.Culture));
                continue;
            }

            measured.Add(found);
            if (!json)
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}\t{found.Degrees:0.000}"));
            }
        }

        if (json)
        {
            Say.AsJson(measured);
        }

        return measured.Count == files.Length ? ExitCodes.Through : ExitCodes.Fault;
    }

    private static async Task<(SkewMeasurement? Found, Reason? Refused)> SkewAsync(
        string file, ImageLimits limits, bool everything, CancellationToken ct)
    {
        try
        {
            var probed = await ScanProbe.ProbeAsync(file, file, limits, ct);
            if (probed.Header is not { } header)
            {
                return (null, probed.Reason);
            }

            using var image = await ScanImage.OpenAsync(file, header.MediaType, 0, ct);
            return (everything ? Everything(file, image) : new(file, SkewEstimator.Estimate(image).Degrees), null);
        }
        catch (BrokenImageException broken)
        {
            return (null, broken.ReasonFor(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return (null, new Reason("file-unreadable", file, unreadable.Message));
        }
    }

    private static SkewMeasurement Everything(string file, Image image)
    {
        // Pixels in memory: what is timed is the estimate, not a second decoding.
        using var decoded = image.CopyMemory();
        var watch = Stopwatch.StartNew();
        var reading = PageReading.Of(decoded);
        var skew = reading.Skew;
        var taken = watch.Elapsed.TotalMilliseconds;
        return new(file, skew.Degrees, skew.Confidence, reading.Orientation, taken);
    }

    private sealed record SkewMeasurement(
        string File, double Degrees, double? Confidence = null, OrientationEstimate? Orientation = null,
        double? Milliseconds = null);
}
