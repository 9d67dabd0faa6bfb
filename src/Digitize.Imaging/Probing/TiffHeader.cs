using Digitize.Imaging.Decoding;
using Digitize.Imaging.Probing.Tiff;

namespace Digitize.Imaging.Probing;

/// <summary>The frames of a TIFF, held against the file's real size.</summary>
internal static class TiffHeader
{
    public static List<FrameHeader> Frames(
        string path, IReadOnlyList<TiffDirectory> directories, long fileBytes, LimitCheck check)
    {
        var pages = TiffPages.Among(directories);
        check.Frames(pages.Count);
        var frames = new List<FrameHeader>();
        foreach (var page in pages)
        {
            check.Bands(page.Samples);
            frames.Add(check.Size(new FrameHeader((int)page.Width, (int)page.Height, page.Ppi)));
            CheckHolds(page, fileBytes);
        }

        // Whatever else libvips does not like shows at the first page; opening each would walk the chain each time.
        using var first = StoredScan.Load(path, ScanMediaTypes.Tiff, 0);
        return frames;
    }

    private static void CheckHolds(TiffDirectory page, long fileBytes)
    {
        var needed = Math.Max(page.BytesNeeded ?? 0, page.DataEnd);
        if (needed > fileBytes || page.BytesNeeded > page.DataBytes)
        {
            throw new BrokenImageException(
                $"TIFF page {page.Index + 1}: {needed} bytes needed, {Math.Min(fileBytes, page.DataBytes)} there",
                code: "image-truncated");
        }
    }
}
