using System.Globalization;
using Digitize.Pipeline.Inspection;
using Digitize.Pipeline.Steps;
using Digitize.Web.Access;
using Digitize.Web.Culture;

namespace Digitize.Web.Reports;

/// <summary>A batch's report as files, for those who may see the batch: <c>report.csv</c> and <c>report.json</c>.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/batches/{id:guid}").RequireAuthorization(Policies.Staff);
        staff.MapGet("/report.csv", CsvAsync);
        staff.MapGet("/report.json", JsonAsync);
    }

    private static async Task<IResult> CsvAsync(Guid id, BatchReportQuery query, Texts texts, HttpResponse response, CancellationToken ct)
    {
        if (await query.FindAsync(id, ct) is not { } report)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "private, no-cache";
        var file = new MemoryStream();
        await new ReportCsv(texts).WriteAsync(report, file, ct);
        return Results.File(file.ToArray(), "text/csv; charset=utf-8", $"{report.Name}-report.csv");
    }

    private static async Task<IResult> JsonAsync(Guid id, BatchReportQuery query, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "private, no-cache";
        return await query.FindAsync(id, ct) is { } report
            ? Results.Json(BatchReportJson.Of(report, CultureInfo.CurrentUICulture), FiguresJson.Options)
            : Results.NotFound();
    }
}
