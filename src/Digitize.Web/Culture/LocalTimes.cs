using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Digitize.Web.Culture;

/// <summary>Shows times, which are kept in UTC, in the zone of the house.</summary>
public sealed class LocalTimes(WebOptions options, TimeProvider clock)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    public HtmlString Show(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _zone);
        var sameDay = local.Date == TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, _zone).Date;
        var shown = local.ToString(sameDay ? "t" : "g", CultureInfo.CurrentCulture);
        var exact = utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new HtmlString($"<time datetime=\"{exact}\">{shown}</time>");
    }

    public static string Show(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    /// <summary>How long ago, in the largest whole unit.</summary>
    public string Since(DateTime utc, Texts texts)
    {
        var wait = clock.GetUtcNow().UtcDateTime - utc;
        return wait.TotalMinutes < 1 ? texts["time.moment"]
            : wait.TotalHours < 1 ? texts["time.minutes", (int)wait.TotalMinutes]
            : wait.TotalDays < 1 ? texts["time.hours", (int)wait.TotalHours]
            : texts["time.days", (int)wait.TotalDays];
    }
}
