using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;
using Digitize.Imaging;
using Digitize.Imaging.Inspection;
using Digitize.Pipeline.Inspection;

namespace Digitize.Pipeline.Steps;

/// <summary>Decodes the whole master once and measures it, so that a fault is heard of today and not in a year.</summary>
public sealed class InspectStep : IPipelineStep
{
    public const string Skew = "skew";

    public string Name => "inspect";

    public int Version => 2;

    public StepSubject Subject => StepSubject.Page;

    public string Queue => Queues.Image;

    public IReadOnlyList<string> After => [];

    public Type OptionsType => typeof(InspectOptions);

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        var asked = context.Options<InspectOptions>();
        using var master = await context.OpenMasterAsync(ct);
        InspectedPage page;
        bool hasBrokenProfile;
        try
        {
            var (mediaType, frame) = (context.Master.MediaType!, context.Page.Frame);
            using var image = await PageScan.OpenAsync(context, master.Path, ct);
            page = await PageLook.AtAsync(image, master.Path, mediaType, frame, asked,
                context.Document.PhysicalWidthMm, context.Document.PhysicalHeightMm, ct);
            hasBrokenProfile = ScanImage.HasBrokenProfile(image);
        }
        catch (BrokenImageException broken)
        {
            return new StepOutcome.Rejected(broken.ReasonFor(context.Master.RelativePath));
        }

        var checks = PageChecks.Of(page.Inspection, asked);
        context.Figures["inspection"] = page.Inspection;
        context.Figures["fingerprint"] = page.Fingerprint;
        context.Figures[Skew] = page.Skew;
        context.Figures["checks"] = checks;
        context.Figures["flags"] = Flags(context, checks, hasBrokenProfile).ToList();
        return RefusalReasons.Of(context.Master.RelativePath, checks) is { } refused
            ? new StepOutcome.NeedsPerson(refused)
            : new StepOutcome.Done();
    }

    private static IEnumerable<string> Flags(
        StepContext context, IReadOnlyList<InspectionCheck> checks, bool hasBrokenProfile) =>
    [
        .. checks.Where(check => check.Verdict >= CheckVerdict.Warn).Select(check => check.Name),
        .. ScanMediaTypes.IsMislabelled(context.Master.RelativePath, context.Master.MediaType!) ? ["mislabelled"] : (string[])[],
        .. hasBrokenProfile ? ["profile-broken"] : (string[])[],
    ];
}
