using Digitize.Core.Rows;

namespace Digitize.Web.Pages;

/// <summary>The style class for a page's state; each differs in more than its hue.</summary>
internal static class PageMark
{
    /// <param name="blocked">The page's runs that wait for a person.</param>
    public static string Of(Page page, IEnumerable<StepRun> blocked) =>
        page.State == PageState.Rejected || blocked.Any(run => run.State == RunState.Rejected) ? "stop"
        : page.State == PageState.Question || blocked.Any() ? "ask"
        : page.State switch
        {
            PageState.Verified or PageState.Published => "verified",
            PageState.Captured => "wait",
            _ => "read",
        };

    public static string Of(RunState state) => state switch
    {
        RunState.Done => "good",
        RunState.Rejected => "stop",
        RunState.NeedsPerson => "ask",
        _ => "wait",
    };

    /// <summary>The text key that names the mark.</summary>
    public static string Key(string mark) => $"legend.{mark}";
}
