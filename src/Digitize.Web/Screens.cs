using Digitize.Web.Access;
using Digitize.Web.Culture;
using Digitize.Web.Downloads;
using Digitize.Web.Edge;
using Digitize.Web.Health;
using Digitize.Web.Iiif;
using Digitize.Web.Live;
using Digitize.Web.Reports;
using Digitize.Web.Workbench;
using Hangfire;
using Microsoft.Extensions.FileProviders;
using OpenTelemetry.Metrics;

namespace Digitize.Web;

public static class Screens
{
    /// <summary>Razor pages that need no sign-in; what they show of unpublished documents is decided row by row.</summary>
    internal static readonly string[] OpenToReaders =
        ["/Index", "/SignIn", "/Search", "/DocumentView", "/PageView", "/LineView", "/Status"];

    /// <summary>Puts everything that answers a request in its place. Order matters: see the comments.</summary>
    public static WebApplication MapDigitizeWeb(this WebApplication app)
    {
        app.UseForwardedHeaders(); // first: every later part asks who the client is and which address it used
        app.Use(SecurityHeaders.SetAsync);
        app.UseResponseCompression();
        app.UseRequestLocalization(Languages.Options); // before errors, which speak the reader's language
        app.UseWhen(context => !Addresses.HasPlainErrors(context.Request.Path), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.UseWhen(
            context => Addresses.HasPlainErrors(context.Request.Path),
            plain => plain.UseExceptionHandler(failed => failed.Run(_ => Task.CompletedTask)));
        app.Use(Languages.RememberAsync);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = Assets(),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache", // asked again by ETag
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();

        app.MapRazorPages();
        app.MapImages();
        app.MapPresentation();
        app.MapDownloads();
        app.MapBatchStream();
        app.MapReports();
        app.MapCorrection();
        app.MapHealth();
        MapForAdministrators(app);

        // Without it, an address that does not exist would be answered "sign in first".
        app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<BatchBoard>().Close);
        return app;
    }

    private static void MapForAdministrators(WebApplication app)
    {
        if (app.Services.GetService<MeterProvider>() is not null)
        {
            app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(Policies.ReadsFigures);
        }

        if (app.Services.GetService<JobStorage>() is not null)
        {
            // Our own policy guards the path; the dashboard's rule would only know the local machine.
            app.MapHangfireDashboard(Addresses.Jobs, new DashboardOptions { Authorization = [], DisplayStorageConnectionString = false })
                .RequireAuthorization(Policies.Administers);
        }
    }

    private static IFileProvider Assets()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return Directory.Exists(folder) ? new PhysicalFileProvider(folder) : new NullFileProvider();
    }
}
