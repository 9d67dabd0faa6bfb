using System.Diagnostics;
using Digitize.Core.Text;
using Digitize.Ocr.Evaluation;

namespace Digitize.Cli.Hosting;

/// <summary>What a reader made of a page.</summary>
/// <param name="Text">Lines apart by a line end, in reading order.</param>
/// <param name="Page">Null where the reader gives bare text.</param>
internal sealed record PageEvaluation(PageTruth Truth, string Text, TextPage? Page)
{
    public PageScores Scores { get; } = PageScores.Of(Truth.Text, Text);

    /// <summary>None where the reader gives bare text.</summary>
    public IReadOnlyList<JudgedWord> Words { get; } = Page is null ? [] : JudgedWord.Of(Page, Truth.Text);
}

/// <summary>A set of pages as one reader read them, as many at once as there are cores.</summary>
/// <param name="Seconds">From the first page's start to the last one's end.</param>
internal sealed record TimedReadings(IReadOnlyList<PageEvaluation> Pages, double Seconds)
{
    public static async Task<TimedReadings> OfAsync(
        IReadOnlyList<PageTruth> pages, Func<PageTruth, CancellationToken, Task<PageEvaluation>> readAsync, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var read = new PageEvaluation[pages.Count];
        await Parallel.ForAsync(
            0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct },
            async (i, stop) => read[i] = await readAsync(pages[i], stop));
        return new TimedReadings(read, watch.Elapsed.TotalSeconds);
    }

    public IReadOnlyList<JudgedWord> Words { get; } = [.. Pages.SelectMany(page => page.Words)];

    public PageScores Total(Func<PageTruth, bool> counted) =>
        Pages.Where(page => counted(page.Truth)).Aggregate(PageScores.None, (sum, page) => sum + page.Scores);
}
