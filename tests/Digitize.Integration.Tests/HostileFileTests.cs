using Digitize.Core.Rows;
using Digitize.Imaging.Tests.Drawing;
using Digitize.Integration.Tests.Servers;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Digitize.Integration.Tests;

/// <summary>Whatever is dropped has a clear end, and the batch's other pages finish.</summary>
[Collection(ProcessTests.Name)]
public sealed class HostileFileTests(LibraryServers servers)
{
    /// <summary>Root, which tests may run as, reads everything; without these capabilities it obeys the modes of files.</summary>
    private static readonly string[] WithoutOverride = Environment.UserName == "root"
        ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search", "--"]
        : [];

    [Fact]
    public async Task Batch_GivesEveryFileAnEnd_WhenFilesAreHostile()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        var folder = Path.Combine(installation.Incoming, "quoc-ngu-print/KHO");
        string[] good =
        [
            "binh-thuong.jpg", "trang 🙂 đẹp.jpg", "-rf.jpg", "%2e%2e%2fbac.jpg", "..\\..\\len.jpg", "xuống\ndòng.jpg", "=1+1.jpg",
            new string('d', 251) + ".jpg", string.Join('/', Enumerable.Repeat(new string('s', 100), 3)) + "/sau.jpg", "sai-duoi.tif",
        ];
        foreach (var name in good)
        {
            Scans.Write(folder, name, Scans.Jpeg());
        }

        Scans.Write(folder, "rong.tif", []);
        Scans.Write(folder, "chu.tif", "Đây không phải ảnh."u8.ToArray());
        Scans.Write(folder, "cat-cut.jpg", Scans.TruncatedJpeg());
        Scans.Write(folder, "hong.tif", File.ReadAllBytes(
            Path.Combine(Checkout.Samples, "incoming/quoc-ngu-print/HONG/HONG_002.tif")));
        TiffTag[] claims = [TiffTag.Long(256, 20_000), TiffTag.Long(257, 20_000), TiffTag.Short(258, 8), TiffTag.Short(259, 1)];
        Scans.Write(folder, "khai-man.tif", new TiffBytes().Add(new byte[100], claims).ToArray());
        Scans.Write(folder, "long-nhau.pdf", PdfBytes.Nested(12));
        Scans.Write(folder, "tram-nghin.pdf", PdfBytes.WithPages(100_000));
        File.Copy(Path.Combine(folder, good[0]), Path.Combine(folder, "trung.jpg"));
        File.CreateSymbolicLink(Path.Combine(folder, "lien-ket.jpg"), "/etc/passwd");

        await using var services = installation.Open("line");
        using var line = installation.Serve("line");
        await Ledger.WaitUntilThroughAsync(services, 1, TimeSpan.FromMinutes(3));
        line.Kill();

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DigitizeDb>();
        var files = await db.Files.ToDictionaryAsync(file => file.RelativePath);
        string[] bad =
        [
            "rong.tif", "chu.tif", "cat-cut.jpg", "hong.tif", "trung.jpg", "lien-ket.jpg", "khai-man.tif", "long-nhau.pdf",
            "tram-nghin.pdf",
        ];
        Assert.Equal(good.Concat(bad).Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(good, name => Assert.Equal(FileState.Taken, files[name].State));
        Assert.Equal("file-empty", files["rong.tif"].Reason!.Code);
        Assert.Equal("file-unsupported", files["chu.tif"].Reason!.Code);
        Assert.Equal("image-truncated", files["hong.tif"].Reason!.Code);
        Assert.Equal("image-truncated", files["khai-man.tif"].Reason!.Code);
        Assert.Equal("image-slow", files["long-nhau.pdf"].Reason!.Code);
        Assert.Equal("image-too-large", files["tram-nghin.pdf"].Reason!.Code);
        Assert.Equal("file-duplicate", files["trung.jpg"].Reason!.Code);
        Assert.Equal("file-link", files["lien-ket.jpg"].Reason!.Code);

        // Its header was sound, so it became a page; decoding found the truth, and the master is kept.
        var pages = await db.Pages.Include(page => page.File).ToListAsync();
        var cut = Assert.Single(pages, page => page.State == PageState.Rejected);
        Assert.Equal("cat-cut.jpg", cut.File!.RelativePath);
        Assert.Equal("image-truncated", cut.Reason!.Code);
        Assert.Equal(good.Length, pages.Count(page => page.State == PageState.Read));
        await Ledger.AssertWholeAsync(services, good.Length + 1, [installation.Done]);

        Assert.False(Directory.Exists(folder), "nothing is left in the watch folder");
        var reasons = Directory.GetFiles(installation.Rejected, "*.reason.txt", SearchOption.AllDirectories);
        Assert.Equal(8, reasons.Length);
        Assert.All(reasons, path => Assert.Equal(2, File.ReadAllText(path).Split("\n\n").Length));
    }

    [Fact]
    public async Task Batch_WaitsForAFile_WhileItGrows()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        var folder = Path.Combine(installation.Incoming, "quoc-ngu-print/LON");
        Directory.CreateDirectory(folder);
        var whole = Scans.Jpeg();
        await using var services = installation.Open("line");
        using var line = installation.Serve("line");

        await using (var growing = File.Create(Path.Combine(folder, "lon.jpg")))
        {
            foreach (var part in whole.Chunk((whole.Length / 20) + 1))
            {
                await growing.WriteAsync(part);
                await growing.FlushAsync();
                await Task.Delay(400);
            }
        }

        await Ledger.WaitUntilThroughAsync(services, 1, TimeSpan.FromMinutes(2));
        line.Kill();
        await using var scope = services.CreateAsyncScope();
        var file = Assert.Single(await scope.ServiceProvider.GetRequiredService<DigitizeDb>().Files.ToListAsync());
        Assert.Equal((FileState.Taken, whole.Length), (file.State, (int)file.Length));
        await Ledger.AssertWholeAsync(services, 1, [installation.Done]);
    }

    [Fact]
    public async Task Batch_IsHeldAndGoesOn_WhenItsFolderHasNoRights()
    {
        using var installation = await Installation.CreateAsync(Column.Desk, servers);
        var closed = Path.Combine(installation.Incoming, "quoc-ngu-print/CAM");
        Scans.Write(closed, "trang.jpg", Scans.Jpeg());
        Scans.Write(Path.Combine(installation.Incoming, "quoc-ngu-print/MO"), "trang.jpg", Scans.Jpeg());
        File.SetUnixFileMode(closed, UnixFileMode.None);

        await using var services = installation.Open("line");
        using var line = installation.Serve("line", WithoutOverride);
        await Ledger.WaitUntilThroughAsync(services, 1, TimeSpan.FromMinutes(2));
        await using (var scope = services.CreateAsyncScope())
        {
            var held = await scope.ServiceProvider.GetRequiredService<DigitizeDb>().Batches
                .SingleAsync(batch => batch.Folder == "quoc-ngu-print/CAM");
            Assert.Equal((BatchState.Held, "folder-unreadable"), (held.State, held.Reason!.Code));
        }

        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await Ledger.WaitUntilThroughAsync(services, 2, TimeSpan.FromMinutes(2));
        line.Kill();
        await Ledger.AssertWholeAsync(services, 2, [installation.Done]);
    }
}
