using Digitize.Web;

namespace Digitize.Cli.Hosting;

/// <summary>A process that works and answers no requests.</summary>
internal static class WorkerHost
{
    public static async Task<IHost> BuildAsync(ProgramOptions options, bool logOnConsole, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        Logs.Add(builder.Logging, options, logOnConsole);
        builder.Services.AddLine(options).AddWork(options).AddDigitizeTelemetry("worker");
        var host = builder.Build();
        await host.Services.PrepareAsync(options, works: true, ct);
        return host;
    }
}
