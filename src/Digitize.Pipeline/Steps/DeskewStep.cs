using System.ComponentModel.DataAnnotations;
using Digitize.Core.Outcomes;
using Digitize.Imaging;
using Digitize.Imaging.Deskew;

namespace Digitize.Pipeline.Steps;

/// <summary>
/// Finds how far the text lies turned and keeps it as geometry. No image is written: later steps turn the master's
/// pixels as they read them, so nothing is encoded twice and every coordinate maps back.
/// </summary>
public sealed class DeskewStep : IPipelineStep
{
    public const string Geometry = "geometry";

    /// <summary>A page that is straighter than this keeps its pixels as they are: turning would only blur them.</summary>
    private const double LeastDegrees = 0.05;

    public string Name => "deskew";

    public int Version => 1;

    public StepSubject Subject => StepSubject.Page;

    public string Queue => Queues.Image;

    public IReadOnlyList<string> After => ["inspect"];

    public Type OptionsType => typeof(DeskewOptions);

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        var options = context.Options<DeskewOptions>();
        using var master = await context.OpenMasterAsync(ct);
        using var image = await ScanImage.OpenAsync(master.Path, context.Master.MediaType!, context.Page.Frame, ct);
        var skew = SkewEstimator.Estimate(image);
        var wanted = Math.Abs(skew.DegreesToTurn);
        var turn = wanted >= LeastDegrees && wanted <= options.MaximumDegrees ? skew.DegreesToTurn : 0;
        var geometry = PageGeometry.Turned(image.Width, image.Height, turn);
        context.Figures["degrees"] = skew.Degrees;
        context.Figures["confidence"] = skew.Confidence;
        context.Figures["turned"] = turn != 0;
        context.Figures[Geometry] = geometry;
        context.Page.Width = geometry.AccessWidth;
        context.Page.Height = geometry.AccessHeight;
        return new StepOutcome.Done();
    }
}

public sealed class DeskewOptions
{
    /// <summary>A page that seems turned by more is left as it is.</summary>
    [Range(0.0, 15.0)]
    public double MaximumDegrees { get; set; } = 15;
}
