using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;

namespace Digitize.Pipeline.Inspection;

/// <summary>
/// Pages that are much larger or smaller than the rest of their document: a spread among single pages, a crop gone
/// wrong, another zoom; or a map or a cover, which is as it should be.
/// </summary>
internal static class OddSizes
{
    /// <summary>With fewer there is no rest to compare with.</summary>
    private const int FewestPages = 3;

    /// <summary>From a median absolute deviation to three standard deviations of a normal distribution.</summary>
    private const double ThreeDeviations = 3 * 1.4826;

    // Two pages side by side are twice as wide, less what the gutter hides, and as high.
    private const double LeastSpread = 1.6, MostSpread = 2.4;

    /// <param name="pages">A document's pages.</param>
    /// <returns>One for each measured page; the figure is the share by which its odder side is longer or shorter.</returns>
    public static IEnumerable<PageFinding> Judge(IReadOnlyList<BatchPage> pages, InspectOptions options)
    {
        var measured = pages.Where(page => page.Measured is { Width: > 0, Height: > 0 }).ToList();
        if (measured.Count < FewestPages)
        {
            return measured.Select(page => new PageFinding(page, new Finding(
                new InspectionCheck(CheckNames.OddSize, null, options.OddSizeShare, Finding.Judge(options.OddSize, null)))));
        }

        var inPixels = Sizes.Of([.. measured.Select(page => ((double)page.Measured!.Width, (double)page.Measured.Height))]);
        var onPaper = measured.All(page => page.Measured!.Ppi > 0)
            ? Sizes.Of([.. measured.Select(page =>
                (page.Measured!.Width / page.Measured.Ppi!.Value, page.Measured.Height / page.Measured.Ppi.Value))])
            : null;
        return measured.Select((page, index) =>
        {
            // Another resolution changes the pixels, a wrong resolution in the file the paper: only both together are odd.
            var odd = new[] { inPixels.Of(index, options), onPaper?.Of(index, options) }.OfType<Oddness>()
                .MinBy(oddness => oddness.Share - oddness.Limit)!;
            var check = new InspectionCheck(
                CheckNames.OddSize, odd.Share, odd.Limit, Finding.Judge(options.OddSize, odd.IsBeyond));
            return new PageFinding(page, new Finding(check, odd.IsBeyond ? ToDo(page, odd) : null));
        });
    }

    private static Reason ToDo(BatchPage page, Oddness odd) =>
        odd is { Width: >= LeastSpread and <= MostSpread } && odd.IsAsHigh ? new Reason("todo-odd-spread", page.Label)
        : odd is { Width: >= 1 / MostSpread and <= 1 / LeastSpread } && odd.IsAsHigh ? new Reason("todo-odd-half", page.Label)
        : odd.IsTurned ? new Reason("todo-odd-turned", page.Label)
        : new Reason("todo-odd-size", page.Label);

    /// <param name="Share">By which the odder side is longer or shorter than the median.</param>
    /// <param name="Width">Of the median.</param>
    /// <param name="IsAsHigh">Its height is within the limit.</param>
    /// <param name="IsTurned">It would be within the limit if it lay on its side.</param>
    private sealed record Oddness(double Share, double Limit, double Width, bool IsAsHigh, bool IsTurned)
    {
        public bool IsBeyond => Share > Limit;
    }

    /// <summary>Widths and heights as logarithms, so that twice and half are equally far.</summary>
    private sealed record Sizes(
        IReadOnlyList<(double Width, double Height)> Logs, double Width, double Height, double WidthSpread, double HeightSpread)
    {
        public static Sizes Of(IReadOnlyList<(double Width, double Height)> sizes)
        {
            var logs = sizes.Select(size => (Width: Math.Log(size.Width), Height: Math.Log(size.Height))).ToList();
            var (width, height) = (Median(logs.Select(log => log.Width)), Median(logs.Select(log => log.Height)));
            return new Sizes(
                logs, width, height,
                Median(logs.Select(log => Math.Abs(log.Width - width))), Median(logs.Select(log => Math.Abs(log.Height - height))));
        }

        public Oddness Of(int index, InspectOptions options)
        {
            var least = Math.Log(1 + options.OddSizeShare);
            var (limitWide, limitHigh) = (Math.Max(least, ThreeDeviations * WidthSpread), Math.Max(least, ThreeDeviations * HeightSpread));
            var (wide, high) = (Logs[index].Width - Width, Logs[index].Height - Height);
            var isWidthOdder = Math.Abs(wide) - limitWide >= Math.Abs(high) - limitHigh;
            return new Oddness(
                Math.Exp(Math.Abs(isWidthOdder ? wide : high)) - 1,
                Math.Exp(isWidthOdder ? limitWide : limitHigh) - 1,
                Math.Exp(wide),
                Math.Abs(high) <= limitHigh,
                Math.Abs(Logs[index].Width - Height) <= limitHigh && Math.Abs(Logs[index].Height - Width) <= limitWide);
        }

        private static double Median(IEnumerable<double> values)
        {
            var sorted = values.Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }
}
