using System.ComponentModel.DataAnnotations;
using Digitize.Core.Outcomes;
using Digitize.Imaging.Crop;
using Digitize.Imaging.Deskew;
using NetVips;

namespace Digitize.Pipeline.Steps;

/// <summary>
/// Finds which way up the page lies, how far its text is turned and where its paper ends, and keeps it all as one
/// geometry. No image is written: later steps turn and cut the master's pixels as they read them, so nothing is
/// encoded twice and every coordinate maps back.
/// </summary>
public sealed class DeskewStep : IPipelineStep
{
    public const string Geometry = "geometry";

    /// <summary>A page that is straighter than this keeps its pixels as they are: turning would only blur them.</summary>
    private const double LeastDegrees = 0.05;

    public string Name => "deskew";

    public int Version => 2;

    public StepSubject Subject => StepSubject.Page;

    public string Queue => Queues.Image;

    public IReadOnlyList<string> After => ["inspect", "split"];

    public Type OptionsType => typeof(DeskewOptions);

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        using var master = await context.OpenMasterAsync(ct);
        using var frame = await PageScan.OpenFrameAsync(context, master.Path, ct);
        var geometry = await KeptAsync(context, ct) ?? await FindAsync(context, frame, ct);
        context.Figures[Geometry] = geometry;
        context.Page.Width = geometry.AccessWidth;
        context.Page.Height = geometry.AccessHeight;
        return new StepOutcome.Done();
    }

    /// <summary>The geometry that a person's text lies in; null when there is no such text.</summary>
    private static async Task<PageGeometry?> KeptAsync(StepContext context, CancellationToken ct)
    {
        if (!await context.IsInPeoplesHandsAsync(ct)
            || await context.FiguresOfAsync<PageGeometry>("deskew", Geometry, ct) is not { } kept)
        {
            return null;
        }

        context.Figures["turned"] = kept.RotationDegrees != 0;
        context.Figures["whyNot"] = "persons-text";
        return kept;
    }

    private static async Task<PageGeometry> FindAsync(StepContext context, Image frame, CancellationToken ct)
    {
        var options = context.Options<DeskewOptions>();
        var region = PageScan.RegionOf(context);
        var turns = await QuarterTurnsAsync(context, frame, options, ct);
        var upright = PageGeometry.Of(frame.Width, frame.Height, region, turns, 0);
        using var page = Straightened.Apply(frame, upright);
        var skew = await SkewAsync(context, page, turns, ct);
        var wanted = Math.Abs(skew.DegreesToTurn);
        var turn = wanted >= LeastDegrees && wanted <= options.MaximumDegrees ? skew.DegreesToTurn : 0;
        context.Figures["degrees"] = skew.Degrees;
        context.Figures["confidence"] = skew.Confidence;
        context.Figures["turned"] = turn != 0;
        if (turn == 0)
        {
            context.Figures["whyNot"] = !skew.IsReliable ? "unsure" : wanted < LeastDegrees ? "straight" : "beyond-maximum";
        }

        return Cropped(context, page, PageGeometry.Of(frame.Width, frame.Height, region, turns, turn), options);
    }

    /// <summary>What inspect found, where it looked at the page as it lies upright.</summary>
    private static async Task<SkewEstimate> SkewAsync(StepContext context, Image upright, int turns, CancellationToken ct) =>
        turns == 0 && await context.FiguresOfAsync<SkewEstimate?>("inspect", InspectStep.Skew, ct) is { } told
            ? told
            : await Task.Run(() => SkewEstimator.Estimate(upright), ct);

    private static async Task<int> QuarterTurnsAsync(
        StepContext context, Image frame, DeskewOptions options, CancellationToken ct)
    {
        if (context.Page.Region?.QuarterTurns is { } known)
        {
            // The whole frame told more than its half could.
            context.Figures["quarterTurns"] = known;
            return known;
        }

        if (options.Orientation == PageOrientation.Keep)
        {
            return 0;
        }

        var region = PageScan.RegionOf(context);
        using var part = Straightened.Apply(frame, PageGeometry.Of(frame.Width, frame.Height, region, 0, 0));
        var estimate = await WayUp.OfAsync(context, part, ct);
        context.Figures["quarterTurns"] = estimate.TurnsToMake;
        context.Figures["quarterTurnsConfidence"] = estimate.Confidence;
        if (!estimate.IsReliable)
        {
            context.Figures["whyNotUpright"] = "unsure";
        }

        return estimate.TurnsToMake;
    }

    private static PageGeometry Cropped(StepContext context, Image page, PageGeometry geometry, DeskewOptions options)
    {
        if (options.Crop == CropPolicy.Never)
        {
            context.Figures["cropped"] = false;
            context.Figures["whyNotCropped"] = "never";
            return geometry;
        }

        var crop = PageEdges.Find(page, geometry.RotationDegrees, options.CropMargin);
        context.Figures["cropConfidence"] = crop.Confidence;
        var whole = crop.Page == Imaging.PixelRegion.Whole(geometry.AccessWidth, geometry.AccessHeight);
        context.Figures["cropped"] = crop.IsReliable && !whole;
        if (!crop.IsReliable || whole)
        {
            context.Figures["whyNotCropped"] = whole ? "page-fills-image" : "unsure";
            return geometry;
        }

        context.Figures["crop"] = crop.Page;
        return geometry.CroppedTo(crop.Page);
    }
}

public sealed class DeskewOptions
{
    /// <summary>A page that seems turned by more is left as it is.</summary>
    [Range(0.0, 15.0)]
    public double MaximumDegrees { get; set; } = 15;

    public PageOrientation Orientation { get; set; } = PageOrientation.Auto;

    public CropPolicy Crop { get; set; } = CropPolicy.Auto;

    /// <summary>What is left around the paper, as a share of the image's longer edge.</summary>
    [Range(0.0, 0.1)]
    public double CropMargin { get; set; } = 0.005;
}

public enum PageOrientation
{
    /// <summary>Turned by quarters until it is upright, where that can be told.</summary>
    Auto,

    /// <summary>Left as the scanner laid it.</summary>
    Keep,
}

public enum CropPolicy
{
    /// <summary>To the paper, with a margin; left alone where its edges are not sure.</summary>
    Auto,
    Never,
}
