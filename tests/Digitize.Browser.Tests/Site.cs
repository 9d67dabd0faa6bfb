using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Digitize.Integration.Tests.Servers;

namespace Digitize.Browser.Tests;

/// <summary>The real program with samples taken through, and a browser in front of it.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Batches =
        ["quoc-ngu-print/KIEU-1911", "quoc-ngu-print/HONG", "han-nom-woodblock/LVT-1874", "manuscript/SO-TAY"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _signedIn = [];
    private RunningLine _line = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>Where failing tests leave what the browser showed.</summary>
    private static string Results => Path.Combine(Checkout.Root, ".tools/results/Digitize.Browser.Tests");

    public Uri Address { get; private set; } = null!;

    internal IReadOnlyDictionary<string, string> Passwords { get; private set; } = null!;

    internal Shelf Shelf { get; private set; } = null!;

    private string Incoming => _folder["data/incoming"];

    public async Task InitializeAsync()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Take()}/");
        using (var holdings = Start("holdings", Path.Combine(Checkout.Samples, "holdings.csv")))
        {
            await holdings.WaitForExitAsync();
        }

        var batches = Pictures.Folder is null ? Batches : Pictures.Batches();
        foreach (var batch in batches)
        {
            Drop(batch);
        }

        _line = new RunningLine(Start("serve", "--urls", Address.AbsoluteUri));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags });
        await WaitUntilThroughAsync(batches.Count);
        Passwords = (await File.ReadAllLinesAsync(_folder["data/first-users.txt"]))
            .Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1]);
        Shelf = await VisitAsync("technician", Shelf.FindAsync);
    }

    public async Task DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _line.TerminateAsync();
        _line.Dispose();
        _folder.Dispose();
    }

    /// <summary>Copies a batch of the samples into the watch folder.</summary>
    internal void Drop(string batch)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Samples, "incoming", batch)))
        {
            Drop($"{batch}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }
    }

    internal void Drop(string path, byte[] content)
    {
        var target = Path.Combine(Incoming, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, content);
    }

    /// <summary>A reader's program: no cookies, follows nothing.</summary>
    internal HttpClient Machine() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>
    /// A journey of someone in a fresh window; null: a reader. It fails also when the browser complained of anything or
    /// asked another origin for something, unless it cuts the network itself. A failing one leaves a picture.
    /// </summary>
    internal async Task<T> VisitAsync<T>(
        string? role, Func<IPage, Task<T>> journey, BrowserNewContextOptions? options = null, bool mayComplain = false,
        [CallerMemberName] string name = "")
    {
        options ??= new();
        options.BaseURL = Address.AbsoluteUri;
        options.ViewportSize ??= new() { Width = 1280, Height = 800 };
        options.StorageState = role is null ? null : await SignedInAsync(role);
        await using var window = await _browser.NewContextAsync(options);
        window.SetDefaultTimeout(20_000);
        var page = await window.NewPageAsync();
        var complaints = new Complaints(page, Address);
        try
        {
            var result = await journey(page);
            if (!mayComplain)
            {
                complaints.AssertNone();
            }

            return result;
        }
        catch
        {
            Directory.CreateDirectory(Results);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Results, $"{name}.png") });
            throw;
        }
    }

    internal Task VisitAsync(
        string? role, Func<IPage, Task> journey, BrowserNewContextOptions? options = null, bool mayComplain = false,
        [CallerMemberName] string name = "") =>
        VisitAsync(role, async page => { await journey(page); return true; }, options, mayComplain, name);

    internal async Task SignInAsync(IPage page, string role)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#name", role);
        await page.FillAsync("#password", Passwords[role]);
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator(".who .name")).ToHaveTextAsync(role);
    }

    private async Task<string> SignedInAsync(string role)
    {
        if (!_signedIn.TryGetValue(role, out var state))
        {
            await using var window = await _browser.NewContextAsync(new() { BaseURL = Address.AbsoluteUri });
            await SignInAsync(await window.NewPageAsync(), role);
            _signedIn[role] = state = await window.StorageStateAsync();
        }

        return state;
    }

    private Process Start(params string[] arguments)
    {
        // A new process group: what the program started ends with it.
        var start = new ProcessStartInfo("setsid",
            ["sh", "-c", $"exec \"$0\" \"$@\" >>'{_folder[arguments[0]]}.out' 2>&1", "dotnet", Checkout.Program, .. arguments]);
        start.Environment["Digitize__DataFolder"] = _folder["data"];
        start.Environment["Digitize__Chain__RecipeFolder"] = Path.Combine(Checkout.Root, "pipelines");
        start.Environment["Digitize__Intake__SweepSeconds"] = "1";
        start.Environment["Digitize__Intake__QuietSeconds"] = "1";
        start.Environment["Digitize__Publishing__LibraryName"] = "Thư viện Quốc gia (mẫu)";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return Process.Start(start)!;
    }

    private async Task WaitUntilThroughAsync(int batches)
    {
        var patience = Stopwatch.StartNew();
        while (!await IsThroughAsync(batches))
        {
            var output = _folder["serve.out"];
            Assert.True(
                patience.Elapsed < TimeSpan.FromMinutes(3) && !_line.Process.HasExited,
                $"The samples do not go through: {(File.Exists(output) ? await File.ReadAllTextAsync(output) : "no output")}");
            await Task.Delay(1000);
        }
    }

    private async Task<bool> IsThroughAsync(int batches)
    {
        File.Delete(_folder["status.out"]);
        using (var status = Start("status", "--json"))
        {
            await status.WaitForExitAsync();
        }

        var output = await File.ReadAllTextAsync(_folder["status.out"]);
        if (!output.StartsWith('{'))
        {
            return false;
        }

        using var json = JsonDocument.Parse(output);
        var seen = json.RootElement.GetProperty("batches").EnumerateArray().ToList();
        return seen.Count == batches && seen.All(batch => batch.GetProperty("isAtRest").GetBoolean());
    }
}

[CollectionDefinition(nameof(Site))]
public sealed class SiteCollection : ICollectionFixture<Site>;
