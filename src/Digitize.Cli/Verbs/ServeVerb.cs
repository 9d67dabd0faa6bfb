using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Cli.Screens;
using Digitize.Web;
using Digitize.Web.Access;

namespace Digitize.Cli.Verbs;

/// <summary>The whole program on a desk; the web alone in a library.</summary>
internal static class ServeVerb
{
    public static Command Make()
    {
        var role = new Option<string>("--role")
        {
            Description = "all: web và xử lý · web and work; web: chỉ web · the web alone",
            DefaultValueFactory = _ => "all",
        };
        role.AcceptOnlyFromAmong("all", "web");
        var urls = new Option<string>("--urls")
        {
            Description = "Địa chỉ lắng nghe · addresses to listen on",
            DefaultValueFactory = _ => "http://localhost:8080",
        };
        var samples = new Option<string?>("--samples")
        {
            Description = "Thả thư mục mẫu vào thư mục nhận và hiện tiến độ · drop a sample folder and show progress",
        };
        var once = new Option<bool>("--once")
        {
            Description = "Xong các lô mẫu thì dừng, mã thoát nói kết quả · end when the samples are through",
        };
        var verb = new Command("serve", "Chạy máy chủ: web, nhận tệp, xử lý · run the server") { role, urls, samples, once };
        verb.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(role)!, parsed.GetValue(urls)!, parsed.GetValue(samples), parsed.GetValue(once), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string role, string urls, string? samples, bool once, CancellationToken ct)
    {
        var options = ProgramOptions.Read();
        var works = role == "all";
        using var folder = works ? DataFolderLock.TryTake(options.LockPath) : null;
        if (works && folder is null)
        {
            return Say.Fault(
                $"Một tiến trình khác đang dùng thư mục «{options.Storage.DataFolder}». Hãy dừng nó trước.",
                $"Another process works with the folder “{options.Storage.DataFolder}”. Stop it first.");
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(urls.Split(';'));
        Logs.Add(builder.Logging, options, onConsole: samples is null);
        builder.Services.AddLine(options).AddDigitizeWeb(options.Web).AddDigitizeTelemetry(role);
        if (works)
        {
            builder.Services.AddWork(options);
        }

        await using var app = builder.Build();
        if (!StartUp.HasRecipes(app.Services))
        {
            return ExitCodes.NotReady;
        }

        app.MapDigitizeWeb();
        await app.Services.PrepareAsync(options, works, ct);
        await FirstUsers.CreateAsync(app.Services, ct);
        await app.StartAsync(ct);
        if (samples is not null)
        {
            var folders = await Samples.DropAsync(app.Services, options, samples, ct);
            var batches = await BatchBars.ShowAsync(app.Services, folders, ct);
            BatchTable.Write(batches);
            if (once)
            {
                await app.StopAsync(CancellationToken.None);
                return batches.Any(BatchTable.Waits) ? ExitCodes.NeedsPerson : ExitCodes.Through;
            }

            WriteAddresses(app, options);
        }

        await app.WaitForShutdownAsync(ct);
        return ExitCodes.Through;
    }

    private static void WriteAddresses(WebApplication app, ProgramOptions options)
    {
        foreach (var url in app.Urls)
        {
            Say.Line($"Mở trình duyệt: {url}", $"Open in a browser: {url}");
            Say.Line($"  IIIF: {url}/iiif/presentation/3/collection.json", $"  IIIF: {url}/iiif/presentation/3/collection.json");
        }

        Say.Line($"Thư mục nhận: {options.Intake.Incoming}/<quy trình>/<lô>/", $"Watch folder: {options.Intake.Incoming}/<recipe>/<batch>/");
        if (File.Exists(FirstUsers.FilePath(options.Storage)))
        {
            Say.Line(
                $"Người dùng đầu tiên và mật khẩu: {FirstUsers.FilePath(options.Storage)}",
                $"First users and their passwords: {FirstUsers.FilePath(options.Storage)}");
        }

        Say.Line("Ctrl+C để dừng.", "Ctrl+C to stop.");
    }
}
