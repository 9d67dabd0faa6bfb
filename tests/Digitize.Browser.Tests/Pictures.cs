using System.Text;

namespace Digitize.Browser.Tests;

/// <summary>What <c>infra/take-screens</c> asks for: the pictures in the README, with all samples on the screens.</summary>
internal static class Pictures
{
    /// <summary>Null in an ordinary run, where pictures are taken and thrown away.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("DIGITIZE_SCREENS");

    public static IReadOnlyList<string> Batches()
    {
        var incoming = Path.Combine(Checkout.Samples, "incoming");
        return [.. Directory.EnumerateDirectories(incoming).SelectMany(Directory.EnumerateDirectories)
            .Select(folder => Path.GetRelativePath(incoming, folder)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Drops a batch that is held and a long one, so that the line is seen at work.</summary>
    public static void Busy(Site site, string mark)
    {
        var folder = Path.Combine(Checkout.Samples, "incoming/quoc-ngu-print/SONGCHET-1918");
        var scans = Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        Drop("CHINH-PHU", 3, 5);
        Drop("SONGCHET-1919", 12, 12);

        void Drop(string name, int pages, int promised)
        {
            var batch = $"{name}{(mark == "vi-VN" ? "" : "-B")}";
            for (var page = 1; page <= pages; page++)
            {
                // Bytes after a JPEG's end: another file, the same picture.
                site.Drop($"quoc-ngu-print/{batch}/{batch}_{page:000}.jpg", [.. scans[page % scans.Count], .. Encoding.UTF8.GetBytes($"{batch}{page}")]);
            }

            site.Drop($"quoc-ngu-print/{batch}/batch.yaml", Encoding.UTF8.GetBytes($"shelfmark: M.{batch}\ntitle: {batch}\nexpectedPages: {promised}\n"));
        }
    }
}
