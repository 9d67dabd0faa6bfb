using System.ComponentModel.DataAnnotations;
using Digitize.Storage.Queries;
using Digitize.Web.Access;
using Digitize.Web.Culture;
using Digitize.Web.Health;
using Digitize.Web.Iiif;
using Digitize.Web.Live;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Digitize.Web;

public static class WebRegistration
{
    /// <summary>
    /// Adds the screens, sign-in, the IIIF services and health. Needs <c>AddStorage</c> and
    /// <c>AddPipeline</c>; Hangfire's dashboard is mapped when a <c>JobStorage</c> is registered.
    /// </summary>
    /// <exception cref="ValidationException">An option is out of range.</exception>
    public static IServiceCollection AddDigitizeWeb(this IServiceCollection services, WebOptions options)
    {
        foreach (var part in new object[] { options, options.Image, options.Target })
        {
            Validator.ValidateObject(part, new ValidationContext(part), validateAllProperties: true);
        }

        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<BatchProgressQuery>().AddScoped<BlockedRunsQuery>();
        services.AddScoped<CoverageQuery>().AddScoped<PageSearchQuery>();
        services.AddSingleton<Texts>().AddSingleton<LocalTimes>();
        services.AddSingleton<LocalPyramids>();
        services.AddSingleton<BatchBoard>().AddHostedService(provider => provider.GetRequiredService<BatchBoard>());
        services.AddSignIn();
        services.AddHealth();
        services.AddScreens();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
            limiter.AddConcurrencyLimiter(ImageEndpoints.RenderLimiter, render =>
            {
                render.PermitLimit = options.RenderConcurrency > 0 ? options.RenderConcurrency : Environment.ProcessorCount;
                render.QueueLimit = options.RenderQueue;
            });
        });
        services.AddResponseCompression(compression =>
        {
            // Pages with form tokens stay as they are: compressed secrets can be guessed by their length.
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                "application/json", "application/ld+json", "application/xml", "text/xml", "text/css", "text/javascript",
                "application/tei+xml", "application/xhtml+xml", "text/plain",
            ];
        });
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.All;
            foreach (var network in options.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
        return services;
    }

    private static void AddScreens(this IServiceCollection services) => services
        .AddRazorPages(pages =>
        {
            pages.Conventions.AuthorizeFolder("/", Policies.Staff);
            pages.Conventions.AuthorizePage("/People", Policies.Administers);
            pages.Conventions.AuthorizePage("/Workbench", Policies.Corrects);
            foreach (var open in Screens.OpenToReaders)
            {
                pages.Conventions.AllowAnonymousToPage(open);
            }
        })
        .ConfigureApplicationPartManager(manager =>
        {
            // The screens are found also when the program that starts is a test.
            var assembly = typeof(WebRegistration).Assembly;
            if (manager.ApplicationParts.All(part => part.Name != assembly.GetName().Name))
            {
                foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
                {
                    manager.ApplicationParts.Add(part);
                }
            }
        });
}
