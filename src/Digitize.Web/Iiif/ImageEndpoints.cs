using System.Security.Cryptography;
using System.Text;
using Digitize.Core.Rows;
using Digitize.Formats.Iiif.Image;
using Digitize.Imaging.Access;
using Digitize.Imaging.Iiif;
using Digitize.Storage.Rows;
using Digitize.Web.Access;
using Digitize.Web.Edge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Digitize.Web.Iiif;

/// <summary>IIIF Image API 3.0, level 2, and 2.1 beside it, over the pages' pyramids.</summary>
internal static class ImageEndpoints
{
    /// <summary>The limiter that bounds pictures being rendered at the same time.</summary>
    public const string RenderLimiter = "render";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapImages(this IEndpointRouteBuilder app)
    {
        foreach (var (number, version) in new[] { (2, ImageApiVersion.V2), (3, ImageApiVersion.V3) })
        {
            var image = app.MapGroup($"/iiif/image/{number}/{{pageId:guid}}").AllowAnonymous();
            image.MapMethods("", Reading, (HttpRequest request) => SeeInfo(request));
            image.MapMethods("/info.json", Reading, (
                Guid pageId, HttpContext context, DigitizeDb db, LocalPyramids pyramids, WebOptions options,
                CancellationToken ct) =>
                InfoAsync(new(pageId, version), context, db, pyramids, options, ct));
            image.MapMethods("/{region}/{size}/{rotation}/{file}", Reading, (
                Guid pageId, string region, string size, string rotation, string file,
                HttpContext context, DigitizeDb db, LocalPyramids pyramids, WebOptions options, CancellationToken ct) =>
                PictureAsync(new(pageId, version), new(region, size, rotation, file), context, db, pyramids, options, ct))
                .RequireRateLimiting(RenderLimiter);
        }
    }

    private static IResult SeeInfo(HttpRequest request)
    {
        request.HttpContext.Response.Headers.Location = $"{request.PathBase}{request.Path.Value!.TrimEnd('/')}/info.json";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> InfoAsync(
        Asked asked, HttpContext context, DigitizeDb db, LocalPyramids pyramids, WebOptions options, CancellationToken ct)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var (page, refusal) = await FindAsync(asked, context, db, ct);
        if (page is null)
        {
            return refusal;
        }

        var site = Addresses.SiteBase(context.Request).AbsoluteUri.TrimEnd('/');
        var path = context.Request.Path.Value!;
        var id = site + path[..^"/info.json".Length];
        if (Caching.IsUnchanged(context, Tag(page.Sha256, id, page.Rights ?? ""), page.IsPublished))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        // Tiles on the pyramid's own grid are answered without decoding, so these are what viewers are told to ask for.
        var pyramid = await pyramids.FindAsync(page.BlobName, ct);
        var info = new ImageInfo(id, page.Width, page.Height, options.Image.Limits, page.Rights)
        {
            TileSize = (await Task.Run(() => PyramidInfo.Read(pyramid), ct)).TileWidth,
        };
        return Results.Stream(
            stream => info.WriteAsync(asked.Version, stream, ct), ContentType(context.Request, asked.Number));
    }

    private static async Task<IResult> PictureAsync(
        Asked asked, ImageParameters parameters, HttpContext context, DigitizeDb db, LocalPyramids pyramids,
        WebOptions options, CancellationToken ct)
    {
        var (page, refusal) = await FindAsync(asked, context, db, ct);
        if (page is null)
        {
            return refusal;
        }

        if (!ImageRequest.TryParse(
            parameters, page.Width, page.Height, options.Image.Limits, asked.Version, out var request, out var error))
        {
            return Results.Text(error.ToString(), statusCode: StatusCodes.Status400BadRequest);
        }

        if (Caching.IsUnchanged(context, Tag(page.Sha256, request.ToString()), page.IsPublished))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var pyramid = await pyramids.FindAsync(page.BlobName, ct);
        var picture = await Task.Run(() => IiifRenderer.Render(pyramid, Rendering(request), ct), ct);
        return Results.Bytes(picture, request.Format.MediaType());
    }

    private static async Task<(PageImage? Page, IResult Refusal)> FindAsync(
        Asked asked, HttpContext context, DigitizeDb db, CancellationToken ct)
    {
        context.Response.Headers.Append(
            HeaderNames.Link,
            new StringValues($"<http://iiif.io/api/image/{asked.Number}/level2.json>;rel=\"profile\""));
        var page = await db.Artefacts
            .Where(a => a.PageId == asked.PageId && a.Kind == ArtefactKinds.Pyramid)
            .OrderByDescending(a => a.CreatedAt)
            .Join(db.Pages, a => a.PageId, p => p.Id, (a, p) => new PageImage(
                p.Width, p.Height, p.Document!.PublishedAt != null, p.Document.Rights, a.BlobName, a.Sha256))
            .FirstOrDefaultAsync(ct);
        if (page is null or { Width: 0 } or { Height: 0 })
        {
            return (null, Results.NotFound());
        }

        return page.IsPublished || context.User.IsStaff()
            ? (page, Results.Empty)
            : (null, Results.StatusCode(StatusCodes.Status401Unauthorized));
    }

    private static IiifRendering Rendering(ImageRequest request) => new(
        request.Region, request.Width, request.Height, request.RotationDegrees, request.Mirror,
        Enum.Parse<Imaging.Iiif.IiifQuality>(request.Quality.ToString()),
        Enum.Parse<Imaging.Iiif.IiifFormat>(request.Format.ToString()));

    private static string ContentType(HttpRequest request, int number) =>
        request.GetTypedHeaders().Accept.Any(accept => accept.MediaType == "application/ld+json")
            ? $"application/ld+json;profile=\"http://iiif.io/api/image/{number}/context.json\""
            : "application/json";

    private static string Tag(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..24];

    private readonly record struct Asked(Guid PageId, ImageApiVersion Version)
    {
        public int Number => Version == ImageApiVersion.V2 ? 2 : 3;
    }

    private sealed record PageImage(
        int Width, int Height, bool IsPublished, string? Rights, string BlobName, string Sha256);
}
