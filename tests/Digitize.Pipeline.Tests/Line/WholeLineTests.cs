using System.Xml.Linq;
using Digitize.Core.Rows;
using Digitize.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Tests.Line;

/// <summary>The real steps on real pages, from the watch folder to the package, without workers.</summary>
public sealed class WholeLineTests : IAsyncLifetime
{
    private readonly LineFixture _line = new();

    public Task InitializeAsync()
    {
        foreach (var recipe in Directory.GetFiles(Repository.Pipelines, "*.yaml"))
        {
            File.Copy(recipe, Path.Combine(_line.Recipes, Path.GetFileName(recipe)));
        }

        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _line.DisposeAsync();

    [Fact]
    public async Task Line_ReadsAPagePackagesItAndPublishesIt()
    {
        _line.Drop("quoc-ngu-print/KIEU/1.jpg", Sample("KIEU-1911/KIEU-1911_002.jpg"));
        _line.Drop("quoc-ngu-print/KIEU/batch.yaml", "title: Truyện Kiều\nshelfmark: VNv.63\npublish: on-completion\n");

        await _line.IntakeAsync();
        await _line.WorkAsync();

        await using var db = _line.Open();
        var runs = await db.Runs.OrderBy(run => run.Id).ToListAsync();
        Assert.Equal(["deskew", "inspect", "metadata", "ocr", "publish", "split", "tiles"], runs.Select(run => run.Step).Order());
        Assert.All(runs, run => Assert.True(run.State == RunState.Done, $"{run.Step}: {run.State} {run.LastFault}"));
        var page = await db.Pages.SingleAsync();
        Assert.Equal((PageState.Read, null), (page.State, page.Reason));
        Assert.True(page is { Width: > 1000, Height: > 1000 });
        var revision = await db.Revisions.SingleAsync();
        Assert.Equal((0, RevisionAuthor.Machine), (revision.Number, revision.AuthorKind));
        Assert.Equal(SearchFolding.Fold(revision.PlainText), revision.FoldedText);
        Assert.InRange(revision.Confidence!.Value, 0.5, 1);
        var artefacts = await db.Artefacts.ToListAsync();
        Assert.Equal(["alto", "manifest", "mets", "pdf", "pyramid", "text", "thumbnail", "txt"], artefacts.Select(artefact => artefact.Kind).Order());
        foreach (var artefact in artefacts)
        {
            Assert.Equal(artefact.Length, await _line.Blobs.FindLengthAsync(artefact.BlobName, default));
        }

        Assert.Contains("String", (await XmlAsync(artefacts, "alto")).Descendants().Select(element => element.Name.LocalName));
        var mets = await XmlAsync(artefacts, "mets");
        Assert.Contains("Truyện Kiều", mets.ToString());
        Assert.Equal(
            ["ACCESS", "ALTO", "MASTER", "PDF", "TEXT"],
            mets.Descendants().Attributes("USE").Select(use => use.Value).Order());
        Assert.Equal("2026-05-01T12:00:30Z", mets.Root!.Elements().First().Attribute("CREATEDATE")!.Value);
        var document = await db.Documents.SingleAsync();
        Assert.Equal((_line.Now, "recipe", null), (document.PublishedAt, document.PublishedBy, document.Reason));
        Assert.Equal(_line.Now, document.PackagedAt);
    }

    [Fact]
    public async Task Line_PackagesTheRest_AndDoesNotPublish_WhenAPageIsBroken()
    {
        _line.Drop("manuscript/A/1.png", Scans.Png());
        _line.Drop("manuscript/A/2.png", Scans.Truncated(2));
        _line.Drop("manuscript/A/batch.yaml", "publish: on-completion\n");

        await _line.IntakeAsync();
        await _line.WorkAsync();

        await using var db = _line.Open();
        var pages = await db.Pages.OrderBy(page => page.Sequence).ToListAsync();
        Assert.Equal([PageState.Captured, PageState.Rejected], pages.Select(page => page.State));
        Assert.Equal(("image-broken", "2.png"), (pages[1].Reason!.Code, pages[1].Reason!.Facts[0]));
        var document = await db.Documents.SingleAsync();
        Assert.NotNull(document.PackagedAt);
        Assert.Equal((null, "pages-rejected"), (document.PublishedAt, document.Reason?.Code));
        Assert.Equal(["1", "2"], document.Reason!.Facts);
        Assert.Equal(["inspect"], await db.Runs.Where(run => run.PageId == pages[1].Id).Select(run => run.Step).ToListAsync());
        Assert.True(await _line.Blobs.FindLengthAsync((await db.Files.SingleAsync(file => file.RelativePath == "2.png")).MasterBlob!, default) > 0);
    }

    [Fact]
    public async Task Line_DoesNotPublish_WhenAFileWasRefused()
    {
        _line.Drop("manuscript/A/1.png", Scans.Png());
        _line.Drop("manuscript/A/2.png", []);
        _line.Drop("manuscript/A/batch.yaml", "publish: on-completion\n");

        await _line.IntakeAsync();
        await _line.WorkAsync();

        await using var db = _line.Open();
        var document = await db.Documents.SingleAsync();
        Assert.NotNull(document.PackagedAt);
        Assert.Equal((null, "pages-rejected"), (document.PublishedAt, document.Reason?.Code));
    }

    [Fact]
    public async Task Line_DoesNotPublish_WhenTheRecipeLeavesThatToAPerson()
    {
        _line.Drop("manuscript/A/1.png", Scans.Png());

        await _line.IntakeAsync();
        await _line.WorkAsync();

        await using var db = _line.Open();
        var document = await db.Documents.SingleAsync();
        Assert.NotNull(document.PackagedAt);
        Assert.Equal((null, null), (document.PublishedAt, document.Reason));
    }

    private static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Repository.Samples, "quoc-ngu-print", name));

    private async Task<XDocument> XmlAsync(List<Artefact> artefacts, string kind)
    {
        await using var blob = await _line.Blobs.OpenReadAsync(artefacts.Single(artefact => artefact.Kind == kind).BlobName, default);
        return await XDocument.LoadAsync(blob, LoadOptions.None, default);
    }
}
