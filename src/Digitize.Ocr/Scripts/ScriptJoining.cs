using Digitize.Core.Text;

namespace Digitize.Ocr.Scripts;

/// <summary>Joins neighbouring parts of one script into regions; parts that say nothing go with what is around them.</summary>
internal static class ScriptJoining
{
    internal static List<(Box Box, PageScript Script, int Ink)> Joined(List<(Box Box, PageScript Script, int Ink)> parts)
    {
        var regions = parts.Where(part => part.Script != PageScript.None && part.Ink > 0).ToList();
        Join(regions);

        // Characters below each other, cut apart by wide white, are a column.
        for (var i = 0; i < regions.Count; i++)
        {
            var (box, script, ink) = regions[i];
            regions[i] = script == PageScript.HanRows && box.Height > box.Width * 1.8 ? (box, PageScript.HanColumns, ink) : regions[i];
        }

        Join(regions);
        return [.. regions.OrderBy(region => region.Box.Y).ThenBy(region => region.Box.X)];
    }

    private static void Join(List<(Box Box, PageScript Script, int Ink)> regions)
    {
        while (Pair(regions) is var (one, other) && one >= 0)
        {
            var joined = (Union(regions[one].Box, regions[other].Box), regions[one].Script, regions[one].Ink + regions[other].Ink);
            regions[one] = joined;
            regions.RemoveAt(other);
        }
    }

    /// <summary>Two regions of one script whose common box holds hardly anything of another.</summary>
    private static (int One, int Other) Pair(List<(Box Box, PageScript Script, int Ink)> regions)
    {
        for (var one = 0; one < regions.Count; one++)
        {
            for (var other = one + 1; other < regions.Count; other++)
            {
                if (regions[one].Script == regions[other].Script && MayJoin(regions, one, other))
                {
                    return (one, other);
                }
            }
        }

        return (-1, -1);
    }

    private static bool MayJoin(List<(Box Box, PageScript Script, int Ink)> regions, int one, int other)
    {
        var box = Union(regions[one].Box, regions[other].Box);
        var own = regions[one].Ink + regions[other].Ink;
        var foreign = 0.0;
        for (var i = 0; i < regions.Count; i++)
        {
            if (regions[i].Script != regions[one].Script)
            {
                foreign += regions[i].Ink * Overlap(box, regions[i].Box);
            }
        }

        return foreign < own * 0.02;
    }

    /// <summary>The share of <paramref name="other"/> that lies within <paramref name="box"/>.</summary>
    private static double Overlap(Box box, Box other)
    {
        var width = Math.Min(box.Right, other.Right) - Math.Max(box.X, other.X);
        var height = Math.Min(box.Bottom, other.Bottom) - Math.Max(box.Y, other.Y);
        return width <= 0 || height <= 0 ? 0 : (double)width * height / ((double)other.Width * other.Height);
    }

    private static Box Union(Box one, Box other) => Box.Around([one, other]);
}
