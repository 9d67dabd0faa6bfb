using System.Diagnostics;
using System.Globalization;
using Digitize.Imaging;
using Digitize.Imaging.Inspection;
using Digitize.Imaging.Probing;

namespace Digitize.Bench;

/// <summary>
/// Opens each file named on standard input as the line does: probe, every pixel, inspection. One line before and one
/// after each, so that whoever waits outside knows which file it was that ended this process or its patience.
/// </summary>
internal static class FuzzedFiles
{
    public static async Task OpenAllAsync()
    {
        while (Console.ReadLine() is { } path)
        {
            Console.WriteLine($"begin\t{path}");
            Own.ForgetPeak();
            var began = Stopwatch.GetTimestamp();
            var end = await EndOfAsync(path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"end\t{end}\t{Stopwatch.GetElapsedTime(began).TotalSeconds:F3}\t{Own.PeakMegabytes():F0}"));
        }
    }

    /// <returns><c>accepted</c>, <c>refused CODE</c>, or <c>fault</c> and what no one expects.</returns>
    private static async Task<string> EndOfAsync(string path)
    {
        try
        {
            var probe = await ScanProbe.ProbeAsync(path, Path.GetFileName(path), ImageLimits.Default, default);
            if (!probe.IsAccepted)
            {
                return $"refused {probe.Reason.Code}";
            }

            var frames = Math.Min(probe.Header.Frames.Count, 3);
            for (var frame = 0; frame < frames; frame++)
            {
                using var image = await ScanImage.OpenAsync(path, probe.Header.MediaType, frame, default);
                await PageInspector.InspectAsync(image, default);
            }

            return "accepted";
        }
        catch (BrokenImageException)
        {
            return "refused image-broken";
        }
        catch (Exception fault)
        {
            return $"fault {fault.GetType().Name}: {string.Join(' ', fault.ToString().Split('\n').Take(6).Select(line => line.Trim()))}";
        }
    }
}
