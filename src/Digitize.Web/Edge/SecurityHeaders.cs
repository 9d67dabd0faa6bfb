namespace Digitize.Web.Edge;

/// <summary>What every answer says about how a browser may treat it. Nothing comes from outside, nothing is inline.</summary>
internal static class SecurityHeaders
{
    internal const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'";

    /// <summary>Hangfire's dashboard sets styles inline; its path alone is let do so.</summary>
    internal const string DashboardPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    public static Task SetAsync(HttpContext context, RequestDelegate next)
    {
        // Set as the answer starts: an error page begins with a cleared slate and must have them as well. The path is
        // taken now: whatever answers may move parts of it to the base.
        var path = context.Request.Path;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = path.StartsWithSegments(Addresses.Jobs) ? DashboardPolicy : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (Addresses.IsForMachines(path))
            {
                headers.AccessControlAllowOrigin = "*";
            }

            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return Task.CompletedTask;
        });

        if (HttpMethods.IsOptions(context.Request.Method) && Addresses.IsForMachines(path))
        {
            context.Response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
            context.Response.Headers.AccessControlAllowHeaders = "Accept, If-None-Match";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
