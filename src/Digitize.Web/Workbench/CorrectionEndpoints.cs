using Digitize.Pipeline.People;
using Digitize.Web.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Digitize.Web.Workbench;

/// <summary>What the workbench sends: a line's new text, and that a page is finished. JSON, with the form's token as a header.</summary>
internal static class CorrectionEndpoints
{
    /// <summary>Of a command, in bytes; a line's text can take 6 bytes a unit in JSON.</summary>
    private const long LargestCommand = 6 * TextCorrection.LongestLine + 1024;

    public static void MapCorrection(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/pages/{id:guid}").RequireAuthorization(Policies.Corrects).AddEndpointFilter(HasTokenAsync);
        pages.MapPost("lines", ChangeAsync).WithMetadata(new SmallBody(LargestCommand));
        pages.MapPost("finish", FinishAsync).WithMetadata(new SmallBody(LargestCommand));
    }

    private static async Task<IResult> ChangeAsync(
        Guid id, LineCommand command, TextCorrection correction, HttpContext http, CancellationToken ct) =>
        await correction.ChangeAsync(id, command, http.User.Name(), ct) switch
        {
            LineAnswer.Saved saved => Results.Json(new { number = saved.Number }),
            LineAnswer.Conflict theirs => Results.Json(
                new { revisionId = theirs.RevisionId, number = theirs.Number, text = theirs.Text, who = theirs.Who, at = theirs.At },
                statusCode: StatusCodes.Status409Conflict),
            _ => Results.UnprocessableEntity(),
        };

    private static async Task<IResult> FinishAsync(
        Guid id, FinishCommand command, TextCorrection correction, HttpContext http, CancellationToken ct) =>
        await correction.FinishAsync(id, command.RevisionId, http.User.Name(), ct) ? Results.NoContent() : Results.Conflict();

    private static async ValueTask<object?> HasTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.BadRequest();

    private sealed record FinishCommand(Guid RevisionId);

    private sealed record SmallBody(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
