using Digitize.Pipeline;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Digitize.Web;

public static class Telemetry
{
    /// <summary>
    /// Metrics and traces of the line and of requests. They are sent by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is
    /// set; those of a web process can also be read at its <c>/metrics</c>.
    /// </summary>
    /// <param name="role">What this process does: <c>serve</c>, <c>worker</c>.</param>
    public static IServiceCollection AddDigitizeTelemetry(this IServiceCollection services, string role = "serve")
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                "digitize", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3))
                .AddAttributes([new("digitize.role", role)]))
            .WithMetrics(metrics => metrics.AddMeter(Signals.Name).AddAspNetCoreInstrumentation().AddPrometheusExporter())
            .WithTracing(traces => traces.AddSource(Signals.Name).AddAspNetCoreInstrumentation(options =>
                options.Filter = context => !context.Request.Path.StartsWithSegments("/health")));
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")))
        {
            telemetry.UseOtlpExporter();
        }

        return services;
    }
}
