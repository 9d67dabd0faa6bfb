using Digitize.Imaging;
using Digitize.Imaging.Access;
using Digitize.Imaging.Deskew;
using NetVips;

namespace Digitize.Bench;

/// <summary>A pyramid from one file, as the tiles step makes it and as libvips alone does.</summary>
internal static class Tiling
{
    public static async Task OursAsync(string file, string pyramid, double degrees)
    {
        var began = Own.Begin();
        var mediaType = ScanMediaTypes.Of(await StartOfAsync(file));
        using (var source = await AccessSource.OpenAsync(
            file, mediaType, 0, (width, height) => PageGeometry.Turned(width, height, degrees),
            Path.GetDirectoryName(Path.GetFullPath(pyramid))!, default))
        {
            await Pyramid.WriteAsync(source.Image, pyramid, new PyramidOptions(), default);
        }

        Own.Report(began);
    }

    /// <summary>The same libvips as ours, called as the program <c>vips</c> calls its own.</summary>
    public static void Plain(string file, string pyramid)
    {
        var options = new PyramidOptions();
        var began = Own.Begin();
        using (var image = Image.NewFromFile(file, access: Enums.Access.Sequential))
        {
            image.Tiffsave(pyramid, compression: Enums.ForeignTiffCompression.Jpeg, q: options.Quality,
                tile: true, tileWidth: options.Tile, tileHeight: options.Tile, pyramid: true);
        }

        Own.Report(began);
    }

    private static async Task<byte[]> StartOfAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        var start = new byte[1024];
        return start[..await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false)];
    }
}
