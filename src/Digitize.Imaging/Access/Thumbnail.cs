using Digitize.Core.Text;
using Digitize.Imaging.Iiif;

namespace Digitize.Imaging.Access;

/// <summary>A small JPEG of a page, made from its pyramid.</summary>
public static class Thumbnail
{
    public const int LongestEdgePixels = 400;

    /// <summary>Writes a JPEG whose longer edge is at most so many pixels; a smaller page keeps its size.</summary>
    public static async Task WriteAsync(string pyramidPath, string path, int longestEdgePixels, CancellationToken ct)
    {
        var jpeg = await Task.Run(() =>
        {
            var info = PyramidInfo.Read(pyramidPath);
            var scale = Math.Min(1.0, (double)longestEdgePixels / Math.Max(info.Width, info.Height));
            return IiifRenderer.Render(pyramidPath, new IiifRendering(
                new Box(0, 0, info.Width, info.Height),
                Math.Max(1, (int)Math.Round(info.Width * scale)),
                Math.Max(1, (int)Math.Round(info.Height * scale))), ct);
        }, ct);
        await File.WriteAllBytesAsync(path, jpeg, ct);
    }
}
