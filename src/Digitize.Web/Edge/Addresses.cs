using Digitize.Formats.Records;
using Digitize.Web.Downloads;

namespace Digitize.Web.Edge;

internal static class Addresses
{
    public const string Jobs = "/admin/jobs";

    /// <summary>Read by programs of other houses: open to every origin, and errors are no pages.</summary>
    public static bool IsForMachines(PathString path) =>
        path.StartsWithSegments("/iiif") || DownloadEndpoints.IsFile(path);

    /// <summary>Paths whose errors are a status alone.</summary>
    public static bool HasPlainErrors(PathString path) =>
        IsForMachines(path) || path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics")
        || path.StartsWithSegments("/batches/stream");

    /// <summary>As the client sees it, with a slash at the end.</summary>
    public static Uri SiteBase(HttpRequest request) => new($"{request.Scheme}://{request.Host}{request.PathBase}/");

    public static PublicUrls Urls(HttpRequest request) => new(SiteBase(request));
}
