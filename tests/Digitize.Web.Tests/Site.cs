using System.Net;
using System.Text.RegularExpressions;
using Digitize.Pipeline;
using Digitize.Pipeline.Chain;
using Digitize.Pipeline.Intake;
using Digitize.Pipeline.Packaging;
using Digitize.Storage;
using Digitize.Storage.Rows;
using Digitize.Ocr;
using Digitize.Web.Access;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Digitize.Web.Tests;

/// <summary>The web room as it is served: a real port, SQLite and blobs in a folder that goes when the tests end.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digitize-web-").FullName;

    public WebApplication App { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public Seed Seed { get; } = new();

    public StorageOptions Storage => App.Services.GetRequiredService<StorageOptions>();

    private IReadOnlyList<FirstUser> Users { get; set; } = [];

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOcr();
        builder.Services
            .AddStorage(new StorageOptions { DataFolder = _folder })
            .AddPipeline(new ChainOptions { RecipeFolder = _folder }, new IntakeOptions(), new PublishingOptions { LibraryName = "Thư viện thử" })
            .AddHangfire(hangfire => hangfire.UseInMemoryStorage(new InMemoryStorageOptions()))
            .AddDigitizeWeb(new WebOptions { MaximumEventStreams = 2 })
            .AddDigitizeTelemetry();
        App = builder.Build();
        App.MapDigitizeWeb();
        await using (var scope = App.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
            await StoragePreparation.PrepareAsync(db, Storage, default);
            Users = await FirstUsers.CreateAsync(App.Services, default);
            await Seed.WriteAsync(db, scope.ServiceProvider.GetRequiredService<Digitize.Storage.Blobs.IBlobStore>(), _folder);
        }

        await App.StartAsync();
        Address = new Uri(App.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A client that keeps cookies and follows nothing.</summary>
    public HttpClient Reader() => new(
        new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    public async Task<HttpClient> SignInAsync(string role)
    {
        var client = Reader();
        var user = Users.Single(user => user.Role == role);
        var answer = await PostAsync(client, "/sign-in", "/sign-in", new() { ["name"] = user.UserName, ["password"] = user.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Posts as a form on <paramref name="formPage"/> would, with that page's token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string formPage, string address, Dictionary<string, string> fields)
    {
        var html = await client.GetStringAsync(formPage);
        fields["__RequestVerificationToken"] =
            Regex.Match(html, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        return await client.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    public async Task ChangeAsync(Func<DigitizeDb, Task> change)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        await change(db);
        await db.SaveChangesAsync();
    }

    public async Task<T> ReadAsync<T>(Func<DigitizeDb, Task<T>> read)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<DigitizeDb>());
    }
}

[CollectionDefinition(nameof(Site))]
public sealed class SiteCollection : ICollectionFixture<Site>;
