using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Imaging;
using Digitize.Imaging.Deskew;
using Digitize.Imaging.Split;
using NetVips;

namespace Digitize.Pipeline.Steps;

/// <summary>
/// Makes two pages of a frame that shows two: an open book, or an unfolded leaf. The page that is there becomes the
/// first in reading order, the other comes behind it, and both begin anew with what they show. Nothing is written but
/// rows: later steps take each page's part of the master.
/// </summary>
public sealed class SplitStep : IPipelineStep
{
    public string Name => "split";

    public int Version => 1;

    public StepSubject Subject => StepSubject.Page;

    public string Queue => Queues.Image;

    public IReadOnlyList<string> After => ["inspect"];

    public Type OptionsType => typeof(SplitOptions);

    public async Task<StepOutcome> RunAsync(StepContext context, CancellationToken ct)
    {
        var options = context.Options<SplitOptions>();
        if (await ReasonToLeaveAsync(context, options, ct) is { } why)
        {
            return Left(context, why);
        }

        using var master = await context.OpenMasterAsync(ct);
        using var frame = await PageScan.OpenFrameAsync(context, master.Path, ct);
        var orientation = options.Orientation == PageOrientation.Auto ? await WayUp.OfAsync(context, frame, ct) : default;
        var turns = orientation.TurnsToMake;
        using var upright = Straightened.Apply(frame, PageGeometry.Of(frame.Width, frame.Height, null, turns, 0));
        var spread = SpreadFinder.Find(upright);
        context.Figures["quarterTurns"] = turns;
        context.Figures["quarterTurnsConfidence"] = orientation.Confidence;
        context.Figures["spread"] = spread;
        if (spread.Kind == SpreadKind.SinglePage && options.Spreads == SpreadPolicy.Always)
        {
            return new StepOutcome.NeedsPerson(new Reason("split-no-gutter", context.Master.RelativePath));
        }

        if (!spread.IsReliable && options.Spreads == SpreadPolicy.Auto)
        {
            return Left(context, spread.Kind == SpreadKind.SinglePage ? "single-page" : "unsure");
        }

        var known = orientation.IsReliable ? turns : (int?)null;
        var parts = new[] { spread.Left!, spread.Right! }.Select(part => OnFrame(part, upright, turns, known)).ToList();
        if (IsRightToLeft(options.Order, context.Document))
        {
            parts.Reverse();
        }

        context.Figures["split"] = true;
        context.BeforeSaving = token => FrameParts.RecordAsync(context.Db, context.Page, parts, token);
        return new StepOutcome.Done();
    }

    private static async Task<string?> ReasonToLeaveAsync(StepContext context, SplitOptions options, CancellationToken ct) =>
        context.Page.Part != 0 ? "is-part"
        : options.Spreads == SpreadPolicy.Never ? "never"
        : await context.IsInPeoplesHandsAsync(ct) ? "persons-text"
        : null;

    private static StepOutcome.Done Left(StepContext context, string why)
    {
        context.Figures["split"] = false;
        context.Figures["whyNot"] = why;
        if (context.Page.Part != 0)
        {
            context.Figures["part"] = context.Page.Part;
            context.Figures["region"] = context.Page.Region;
        }

        return new StepOutcome.Done();
    }

    private static FrameRegion OnFrame(PixelRegion part, Image upright, int turns, int? knownTurns)
    {
        var onFrame = part.Turned(-turns, upright.Width, upright.Height);
        return new(onFrame.Left, onFrame.Top, onFrame.Width, onFrame.Height, knownTurns);
    }

    private static bool IsRightToLeft(SplitOrder order, Document document) => order switch
    {
        SplitOrder.LeftToRight => false,
        SplitOrder.RightToLeft => true,
        _ => document.Direction == ReadingDirection.RightToLeft,
    };
}

public sealed class SplitOptions
{
    public SpreadPolicy Spreads { get; set; } = SpreadPolicy.Auto;

    /// <summary>Which half is read first.</summary>
    public SplitOrder Order { get; set; } = SplitOrder.AsDocument;

    /// <summary>Which way up a frame lies tells which of its halves is the left one.</summary>
    public PageOrientation Orientation { get; set; } = PageOrientation.Auto;
}

public enum SpreadPolicy
{
    /// <summary>A frame is split where two pages are found; below the confidence it stays one.</summary>
    Auto,
    Never,

    /// <summary>Every frame shows two pages: the best gutter is believed, and where there is none a person is asked.</summary>
    Always,
}

public enum SplitOrder
{
    /// <summary>As the document reads: its batch or its recipe says.</summary>
    AsDocument,
    LeftToRight,
    RightToLeft,
}
