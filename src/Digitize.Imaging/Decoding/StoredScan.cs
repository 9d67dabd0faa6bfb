using Digitize.Imaging.Pdf;
using Digitize.Imaging.Probing;
using Digitize.Imaging.Probing.Tiff;
using NetVips;

namespace Digitize.Imaging.Decoding;

/// <summary>One frame of a master as it is stored: what decodes it, and where.</summary>
internal static class StoredScan
{
    /// <summary>libvips has read the header at most; the others have decoded the frame in a process of their own.</summary>
    /// <param name="access">Sequential when it will be pulled once, from top to bottom.</param>
    /// <exception cref="BrokenImageException">Damaged, no such frame, or beyond the limits of a decoder.</exception>
    public static async Task<Image> OpenAsync(
        string path, string mediaType, int frame, Enums.Access? access, CancellationToken ct) => mediaType switch
        {
            ScanMediaTypes.Pdf => await PdfPageImage.OpenAsync(path, frame, ImageLimits.Default, ct),
            _ when ScanMediaTypes.IsNative(mediaType) => await Task.Run(() => Load(path, mediaType, frame, access), ct),
            _ => await ForeignScan.OpenAsync(path, mediaType, frame, access, ImageLimits.Default, ct),
        };

    /// <summary>By libvips; nothing but the header is read yet.</summary>
    public static Image Load(string path, string mediaType, int frame, Enums.Access? access = null)
    {
        const Enums.FailOn failOn = Enums.FailOn.Error;
        try
        {
            return mediaType switch
            {
                ScanMediaTypes.Tiff => Image.Tiffload(path, page: PageOf(path, frame), access: access, failOn: failOn),
                ScanMediaTypes.Jpeg when frame == 0 => Image.Jpegload(path, access: access, failOn: failOn),
                ScanMediaTypes.Png when frame == 0 => Image.Pngload(path, access: access, failOn: failOn),
                ScanMediaTypes.WebP when frame == 0 => Image.Webpload(path, access: access, failOn: failOn),
                _ => throw new BrokenImageException($"{mediaType}: no frame {frame}"),
            };
        }
        catch (VipsException damaged)
        {
            throw BrokenImageException.From(damaged);
        }
    }

    // libvips counts a pyramid's reduced copies as pages; a frame is never one of them.
    // The probe has held their number against the limits.
    private static int PageOf(string path, int frame)
    {
        var pages = TiffPages.Among(TiffPages.DirectoriesOf(path, int.MaxValue));
        return frame < pages.Count
            ? pages[frame].Index
            : throw new BrokenImageException($"{ScanMediaTypes.Tiff}: no frame {frame}");
    }
}
