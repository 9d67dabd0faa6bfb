using System.Net;
using System.Text;
using System.Text.Json;
using Digitize.Core.Rows;
using Digitize.Storage.Identity;

namespace Digitize.Web.Tests;

[Collection(nameof(Site))]
public sealed class ReportTests(Site site)
{
    [Fact]
    public async Task Screen_NamesThePageWithFigureThresholdAndWhatToDo_InBothLanguages()
    {
        var (batch, page) = await DropAsync("=HYPERLINK(\"x\")");
        var technician = await site.SignInAsync(Roles.Technician);

        var vietnamese = WebUtility.HtmlDecode(await technician.GetStringAsync($"/batches/{batch}/report?culture=vi-VN"));
        var english = WebUtility.HtmlDecode(await technician.GetStringAsync($"/batches/{batch}/report?culture=en-GB"));
        var shown = WebUtility.HtmlDecode(await technician.GetStringAsync($"/batches/{batch}"));

        Assert.Contains("Look at: 1 of 3 pages, 1 places", english);
        Assert.Contains("measured 0.11, limit 0.20", english);
        Assert.Contains("đo được 0,11, ngưỡng 0,20", vietnamese);
        Assert.Contains($"/pages/{page}", english);
        Assert.Contains("By resolution only", english);
        Assert.Contains("the number 003 is missing", english);
        Assert.Contains("Look at: 1 of 3 pages", shown);
        Assert.Contains($"/batches/{batch}/report", shown);
    }

    [Fact]
    public async Task Csv_SaysTheVerdictAndRunsNothing()
    {
        var (batch, _) = await DropAsync("=cmd|' /c calc'!A");
        var technician = await site.SignInAsync(Roles.Technician);

        var answer = await technician.GetAsync($"/batches/{batch}/report.csv?culture=en-GB");

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var rows = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("batch,Look at,", rows[1]);
        Assert.Contains(rows, row => row.StartsWith("page,Look at,'=cmd|", StringComparison.Ordinal) && row.Contains(",0.11,0.2,"));
        Assert.DoesNotContain(rows, row => row.Contains(",=", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.True(row.Count(c => c == ',') >= 10, row));
    }

    [Fact]
    public async Task Json_SaysTheSameInEveryLanguage()
    {
        var (batch, page) = await DropAsync("A.77");
        var technician = await site.SignInAsync(Roles.Technician);

        using var vietnamese = JsonDocument.Parse(await technician.GetStringAsync($"/batches/{batch}/report.json?culture=vi-VN"));
        using var english = JsonDocument.Parse(await technician.GetStringAsync($"/batches/{batch}/report.json?culture=en-GB"));

        foreach (var report in new[] { vietnamese.RootElement, english.RootElement })
        {
            Assert.Equal("look-at", report.GetProperty("verdict").GetString());
            Assert.Equal(3, report.GetProperty("pages").GetProperty("inspected").GetInt32());
            Assert.Equal(page, report.GetProperty("lookAt")[0].GetProperty("pageId").GetGuid());
            Assert.Equal(0.11, report.GetProperty("lookAt")[0].GetProperty("findings")[0].GetProperty("measured").GetDouble());
        }
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report.csv")]
    [InlineData("report.json")]
    public async Task Report_IsForStaff_AndOfABatchThatIsThere(string file)
    {
        var curator = await site.SignInAsync(Roles.Curator);

        var refused = await site.Reader().GetAsync($"/batches/{site.Seed.Mixed.Id}/{file}");
        var shown = await curator.GetAsync($"/batches/{site.Seed.Mixed.Id}/{file}");
        var missing = await curator.GetAsync($"/batches/{Guid.CreateVersion7()}/{file}");

        Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Redirect });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (shown.StatusCode, missing.StatusCode));
    }

    [Fact]
    public async Task Verdict_TellsOfARefusedFile()
    {
        var technician = await site.SignInAsync(Roles.Technician);

        var english = WebUtility.HtmlDecode(await technician.GetStringAsync($"/batches/{site.Seed.Mixed.Id}?handler=Verdict&culture=en-GB"));
        var held = WebUtility.HtmlDecode(await technician.GetStringAsync($"/batches/{site.Seed.Held.Id}?handler=Verdict&culture=en-GB"));

        Assert.Contains("Scan again: 0 of 2 pages and 1 of 3 files that were refused", english);
        Assert.DoesNotContain("hx-trigger", english);
        Assert.Contains("Not finished", held);
        Assert.Contains("hx-trigger", held);
    }

    /// <summary>A batch of three pages: the second blurred, and the number 003 missing after it.</summary>
    private async Task<(Guid Batch, Guid Blurred)> DropAsync(string shelfmark)
    {
        var day = new DateTime(2026, 3, 3, 1, 0, 0, DateTimeKind.Utc);
        var batch = new Batch { Folder = $"x/{Guid.CreateVersion7():N}", Name = "X", State = BatchState.Taken, SeenAt = day, TakenAt = day };
        var document = new Document
        {
            BatchId = batch.Id, Shelfmark = shelfmark, Title = "x", RecipeName = "x", RecipeHash = "0123456789abcdef", RecipeYaml = "name: x",
        };
        batch.Documents.Add(document);
        var pages = new[] { 1, 2, 4 }.Select(number =>
        {
            var file = new IncomingFile
            {
                DocumentId = document.Id, RelativePath = $"x_{number:000}.tif", State = FileState.Taken, Frames = 1,
                Sha256 = $"{batch.Id:N}{number}", Sequence = number,
            };
            batch.Files.Add(file);
            var page = new Page { DocumentId = document.Id, FileId = file.Id, Sequence = number };
            document.Pages.Add(page);
            return page;
        }).ToList();
        await site.ChangeAsync(db =>
        {
            db.Add(batch);
            db.AddRange(pages.Select((page, index) => new StepRun
            {
                DocumentId = document.Id, PageId = page.Id, SubjectId = page.Id, Step = "inspect", StepVersion = 2, OptionsHash = "a",
                InputHash = "a", Queue = "image", State = RunState.Done, CreatedAt = day, EndedAt = day,
                Figures = $$$"""
                    {"inspection":{"width":2000,"height":3000,"ppi":400,"fadgiStarsByResolution":4,"isBlank":false},
                     "checks":[{"name":"sharpness","measured":{{{(index == 1 ? "0.11" : "0.5")}}},"threshold":0.2,"verdict":"{{{(index == 1 ? "warn" : "pass")}}}"}]}
                    """,
            }));
            return Task.CompletedTask;
        });
        return (batch.Id, pages[1].Id);
    }
}
