using System.Diagnostics;
using System.Globalization;
using Digitize.Core.Text;
using Digitize.Imaging.Access;
using Digitize.Imaging.Iiif;

namespace Digitize.Bench;

/// <summary>Every whole tile of a pyramid, as it is answered and as it would be if it were drawn.</summary>
internal static class TileRequests
{
    /// <summary>Prints the number of tiles and the milliseconds for one, copied and drawn.</summary>
    public static void Measure(string pyramid)
    {
        var info = PyramidInfo.Read(pyramid);
        var tiles = Tiles(info).ToList();
        Action<IiifRendering> copy = tile => IiifRenderer.Render(pyramid, tile, default);
        Action<IiifRendering> draw = tile => IiifRenderer.Draw(pyramid, info, tile, default);
        _ = (Milliseconds(copy, tiles[..1]), Milliseconds(draw, tiles[..1]));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{tiles.Count} {Milliseconds(copy, tiles):F4} {Milliseconds(draw, tiles):F4}"));
    }

    private static IEnumerable<IiifRendering> Tiles(PyramidInfo info) =>
        from level in Enumerable.Range(0, info.Levels.Count)
        from x in Enumerable.Range(0, info.Levels[level].Width / info.TileWidth)
        from y in Enumerable.Range(0, info.Levels[level].Height / info.TileHeight)
        let region = new Box(
            x * info.TileWidth << level, y * info.TileHeight << level, info.TileWidth << level, info.TileHeight << level)
        select new IiifRendering(region, info.TileWidth, info.TileHeight);

    private static double Milliseconds(Action<IiifRendering> answer, List<IiifRendering> tiles)
    {
        var began = Stopwatch.GetTimestamp();
        tiles.ForEach(answer);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds / tiles.Count;
    }
}
