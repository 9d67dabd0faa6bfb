using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Digitize.Core.Outcomes;
using Digitize.Imaging;
using Digitize.Imaging.Inspection;

namespace Digitize.Pipeline.Steps;

/// <summary>Decodes the whole master once and measures it, so that a fault is heard of today and not in a year.</summary>
public sealed class InspectStep : IPipelineStep
{
    public string Name => "inspect";

    public int Version => 1;

    public StepSubject Subject => StepSubject.Page;

    public string Queue => Queues.Image;

    public IReadOnlyList<string> After => [];

    public Type OptionsType => typeof(InspectOptions);

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        var options = context.Options<InspectOptions>();
        using var master = await context.OpenMasterAsync(ct);
        PageInspection measured;
        try
        {
            using var image = await PageScan.OpenAsync(context, master.Path, ct);
            measured = await PageInspector.InspectAsync(image, ct);
        }
        catch (BrokenImageException broken)
        {
            return new StepOutcome.Rejected(broken.ReasonFor(context.Master.RelativePath));
        }

        context.Figures["inspection"] = measured;
        var flags = new List<string>();
        if (options.LowPpi != Severity.Ignore && measured.Ppi < options.MinimumPpi)
        {
            flags.Add("low-ppi");
            if (options.LowPpi == Severity.Refuse)
            {
                return new StepOutcome.NeedsPerson(new Reason(
                    "image-low-ppi",
                    context.Master.RelativePath,
                    measured.Ppi.Value.ToString("0", CultureInfo.InvariantCulture),
                    options.MinimumPpi.ToString(CultureInfo.InvariantCulture)));
            }
        }

        if (options.Clipping != Severity.Ignore
            && Math.Max(measured.BlackClippedShare, measured.WhiteClippedShare) > options.ClippedShare)
        {
            flags.Add("clipping");
        }

        context.Figures["flags"] = flags;
        return new StepOutcome.Done();
    }
}

public sealed class InspectOptions
{
    /// <summary>0 asks for nothing.</summary>
    [Range(0, 10_000)]
    public int MinimumPpi { get; set; }

    public Severity LowPpi { get; set; } = Severity.Warn;

    public Severity Clipping { get; set; } = Severity.Warn;

    /// <summary>Share of pixels at pure black or pure white above which detail is lost.</summary>
    [Range(0.0, 1.0)]
    public double ClippedShare { get; set; } = 0.4;
}

public enum Severity
{
    Ignore,
    Warn,
    Refuse,
}
