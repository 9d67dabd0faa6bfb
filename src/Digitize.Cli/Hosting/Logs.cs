using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Digitize.Cli.Hosting;

/// <summary>Structured logs, one JSON object a line: in the data folder, and on standard output unless a person looks at bars.</summary>
internal static class Logs
{
    public static void Add(ILoggingBuilder logging, ProgramOptions options, bool onConsole)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(options.LogFolder, "digitize-.jsonl"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 30,
                shared: true);
        if (onConsole)
        {
            configuration.WriteTo.Console(new CompactJsonFormatter());
        }

        logging.ClearProviders().AddSerilog(configuration.CreateLogger(), dispose: true);
    }
}
