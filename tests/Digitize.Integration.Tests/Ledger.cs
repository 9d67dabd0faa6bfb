using System.Security.Cryptography;
using Digitize.Core.Rows;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Integration.Tests;

/// <summary>What must hold of rows and blobs whatever happened: every page once, nothing missing, nothing orphaned, masters true.</summary>
internal static class Ledger
{
    /// <summary>Waits until no run is open and every document of the expected batches is packaged.</summary>
    public static async Task WaitUntilThroughAsync(ServiceProvider services, int batches, TimeSpan patience)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!await IsThroughAsync(services, batches))
        {
            if (waited.Elapsed > patience)
            {
                throw new TimeoutException(await DescribeAsync(services));
            }

            await Task.Delay(500);
        }
    }

    public static async Task<bool> IsThroughAsync(ServiceProvider services, int batches)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        try
        {
            return await db.Batches.CountAsync(b => b.State == BatchState.Taken) >= batches
                && !await db.Documents.AnyAsync(d => d.Pages.Any() && d.PackagedAt == null)
                && !await db.Runs.AnyAsync(r => r.State == RunState.Due || r.State == RunState.Running);
        }
        catch (System.Data.Common.DbException)
        {
            // The first start has not made the tables yet.
            return false;
        }
    }

    /// <summary>Pages by number, asserted with everything else.</summary>
    public static async Task AssertWholeAsync(ServiceProvider services, int pages, string[] sourceFolders)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var blobs = scope.ServiceProvider.GetRequiredService<IBlobStore>();

        var rows = await db.Pages.Include(p => p.Document).Include(p => p.Revisions).ToListAsync();
        Assert.Equal(pages, rows.Count);
        foreach (var page in rows.Where(page => page.State != PageState.Rejected))
        {
            var runs = await db.Runs.Where(run => run.PageId == page.Id).ToListAsync();
            Assert.All(runs, run => Assert.True(run.State == RunState.Done, $"{run.Step}: {run.State} {run.Reason} {run.LastFault}"));

            // The first half of a split image was looked at twice until then: as the whole, and as what it is.
            var once = runs.Where(run => page.Part != 1 || run.Step is not ("inspect" or "split")).ToList();
            Assert.Equal(once.Count, once.Select(run => run.Step).Distinct().Count());
            Assert.Equal(runs.Any(run => run.Step == "ocr") ? 1 : 0, page.Revisions.Count);
        }

        var artefacts = await db.Artefacts.ToListAsync();
        var masters = await db.Files.Where(file => file.State == FileState.Taken).ToListAsync();
        var expected = artefacts.Select(a => (a.BlobName, a.Sha256, a.Length))
            .Concat(masters.Select(m => (BlobName: m.MasterBlob!, Sha256: m.Sha256!, m.Length))).ToList();
        Assert.Equal(expected.Count, expected.Select(blob => blob.BlobName).Distinct().Count());
        foreach (var (name, sha256, length) in expected)
        {
            Assert.Equal(length, await blobs.FindLengthAsync(name, default));
            await using var content = await blobs.OpenReadAsync(name, default);
            Assert.Equal(sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        }

        var stored = new List<string>();
        await foreach (var name in blobs.ListAsync("", default))
        {
            stored.Add(name);
        }

        Assert.Empty(stored.Except(expected.Select(blob => blob.BlobName)));

        // Each master is one of the files that were dropped, byte for byte, and stands in done/ unchanged.
        var sources = sourceFolders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))).ToHashSet();
        Assert.All(masters, master => Assert.Contains(master.Sha256!, sources));
        Assert.Equal(masters.Count, masters.Select(master => master.Sha256).Distinct().Count());
        Assert.All(await db.Files.ToListAsync(), file => Assert.True(file.Moved && file.State != FileState.Seen, file.RelativePath));
    }

    private static async Task<string> DescribeAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var batches = await db.Batches.Select(b => $"{b.Folder} {b.State} {b.Reason}").ToListAsync();
        var runs = await db.Runs.Where(r => r.State != RunState.Done)
            .Select(r => $"{r.Step} {r.State} attempts {r.Attempts} crashes {r.Crashes} faults {r.Faults} {r.LastFault}").ToListAsync();
        return string.Join('\n', [.. batches, .. runs]);
    }
}
