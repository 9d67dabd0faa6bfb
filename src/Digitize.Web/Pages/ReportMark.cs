using System.Globalization;
using Digitize.Core.Inspection;
using Digitize.Pipeline.Inspection;
using Digitize.Web.Culture;
using Microsoft.AspNetCore.Html;

namespace Digitize.Web.Pages;

/// <summary>How a report's verdicts and figures are shown; each differs in more than its hue.</summary>
internal static class ReportMark
{
    public static string Of(BatchVerdict verdict) => verdict switch
    {
        BatchVerdict.Pass => "verified",
        BatchVerdict.LookAt => "ask",
        BatchVerdict.Rescan => "stop",
        _ => "wait",
    };

    public static string Of(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Pass => "good",
        CheckVerdict.Warn => "ask",
        CheckVerdict.Refuse => "stop",
        _ => "wait",
    };

    /// <summary>The figure with its threshold; empty when there is none.</summary>
    public static string Measured(InspectionCheck check, Texts t)
    {
        var culture = CultureInfo.CurrentCulture;
        return check switch
        {
            { Measured: { } measured, Threshold: { } threshold } =>
                t["report.measured", CheckWords.Figure(check.Name, measured, culture), CheckWords.Figure(check.Name, threshold, culture)],
            { Measured: { } measured } => CheckWords.Figure(check.Name, measured, culture),
            _ => "",
        };
    }

    /// <summary>A count that stands out when it is not nought.</summary>
    public static IHtmlContent Count(int count, string mark)
    {
        var shown = count.ToString("N0", CultureInfo.CurrentCulture);
        return new HtmlString(count == 0 ? shown : $"<span class=\"mark {mark}\">{shown}</span>");
    }
}
