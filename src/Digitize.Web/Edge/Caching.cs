using Microsoft.Net.Http.Headers;

namespace Digitize.Web.Edge;

internal static class Caching
{
    /// <summary>
    /// States how long the answer may be kept and by whom. A withdrawn document must be gone soon, so shared caches
    /// ask again after five minutes.
    /// </summary>
    /// <returns>True when the client has this very content: the answer is 304.</returns>
    public static bool IsUnchanged(HttpContext context, string tag, bool published)
    {
        var entity = new EntityTagHeaderValue($"\"{tag}\"");
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = entity;
        headers.CacheControl = published
            ? new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromMinutes(5) }
            : new CacheControlHeaderValue { Private = true, NoCache = true };
        return context.Request.GetTypedHeaders().IfNoneMatch
            .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(entity, useStrongComparison: false));
    }
}
