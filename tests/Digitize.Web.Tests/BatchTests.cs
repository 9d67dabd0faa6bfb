using System.Net;
using System.Text.Json;
using Digitize.Core.Rows;
using Digitize.Storage.Identity;
using Digitize.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class BatchTests(Site site)
{
    [Fact]
    public async Task Progress_CountsEachPageOnce()
    {
        var progress = await site.ReadAsync(db => new BatchProgressQuery(db).FindAsync(site.Seed.Mixed.Id, default));

        Assert.Equal(new PageCounts(2, Ended: 1, NeedsPerson: 1, Rejected: 0, Running: 0, Waiting: 0, Read: 1, Verified: 0), progress!.Pages);
        Assert.Equal(new FileCounts(Seen: 0, Taken: 2, Duplicate: 0, Rejected: 1, Description: 0), progress.Files);
        Assert.True(progress.NeedsPerson);
    }

    [Fact]
    public async Task Screen_TellsReasonsInTheReadersLanguage()
    {
        var technician = await site.SignInAsync(Roles.Technician);

        var vietnamese = WebUtility.HtmlDecode(await technician.GetStringAsync($"/batches/{site.Seed.Mixed.Id}"));
        var english = WebUtility.HtmlDecode(await technician.GetStringAsync($"/batches/{site.Seed.Mixed.Id}?culture=en-GB"));

        Assert.Contains("rỗng (0 byte)", vietnamese);
        Assert.DoesNotContain("rỗng (0 byte)", english);
    }

    [Fact]
    public async Task Retry_MakesTheStepDueAgain()
    {
        var technician = await site.SignInAsync(Roles.Technician);
        var page = site.Seed.Closed.Pages[1].Id;
        var address = $"/documents/{site.Seed.Closed.Id}";

        var answer = await Site.PostAsync(technician, address, $"{address}?handler=RetryPage&pageId={page}", []);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var run = await site.ReadAsync(db => db.Runs.SingleAsync(r => r.PageId == page && r.Step == "ocr"));
        Assert.Equal(RunState.Due, run.State);
        await site.ChangeAsync(async db =>
        {
            var again = await db.Runs.SingleAsync(r => r.Id == run.Id);
            again.State = RunState.NeedsPerson;
            again.Reason = new("ocr-empty", "p2.tif");
        });
    }

    [Fact]
    public async Task Stream_TellsWhichBatchChanged_AndRefusesOneTooMany()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var technician = await site.SignInAsync(Roles.Technician);
        using var first = await technician.GetAsync("/batches/stream", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var reader = new StreamReader(await first.Content.ReadAsStreamAsync(limit.Token));
        Assert.Null(await NextBatchAsync(reader, limit.Token));

        await site.ChangeAsync(async db => (await db.Batches.SingleAsync(b => b.Id == site.Seed.Held.Id)).ExpectedPages = 5);

        Assert.Equal(site.Seed.Held.Id, await NextBatchAsync(reader, limit.Token));
        using var second = await technician.GetAsync("/batches/stream", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var third = await technician.GetAsync("/batches/stream", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (second.StatusCode, third.StatusCode));
    }

    [Fact]
    public async Task Coverage_ListsWhatItCounts_AndEscapesFormulas()
    {
        var manager = await site.SignInAsync(Roles.Manager);

        var screen = WebUtility.HtmlDecode(await manager.GetStringAsync("/coverage?culture=en-GB"));
        var behind = WebUtility.HtmlDecode(await manager.GetStringAsync("/coverage/holdings?line=Library&rung=Captured&state=Complete"));
        var csv = await manager.GetByteArrayAsync("/coverage?handler=Csv");

        Assert.Contains("Captured: 1 of 3 titles", screen);
        Assert.Contains("206/QĐ-TTg", screen);
        Assert.Contains("A.12", behind);
        Assert.DoesNotContain("R.7", behind);
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.DoesNotContain(",=HYPERLINK", System.Text.Encoding.UTF8.GetString(csv));
    }

    [Fact]
    public async Task Manifest_IdsAreAddressesUnderWhichItWasReached()
    {
        var address = $"/iiif/presentation/3/{site.Seed.Open.Id}/manifest.json";

        var answer = await site.Reader().GetAsync(address);

        var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal($"{site.Address.Scheme}://{site.Address.Authority}{address}", manifest.GetProperty("id").GetString());
        Assert.Equal("right-to-left", manifest.GetProperty("viewingDirection").GetString());
        Assert.Equal(3, manifest.GetProperty("items").GetArrayLength());
    }

    /// <returns>The batch of the next <c>changed</c> event; null for all.</returns>
    private static async Task<Guid?> NextBatchAsync(StreamReader reader, CancellationToken ct)
    {
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line == "event: changed")
            {
                var data = (await reader.ReadLineAsync(ct))!["data: ".Length..];
                return JsonDocument.Parse(data).RootElement.GetProperty("batchId").Deserialize<Guid?>();
            }
        }

        throw new EndOfStreamException();
    }
}
