using Digitize.Core.Text;
using Digitize.Ocr.Scripts;

namespace Digitize.Ocr.Engines;

/// <summary>The order in which parts of two scripts are read: from the top; beside each other, Hán before what explains it.</summary>
internal static class RegionOrder
{
    internal static List<ScriptRegion> Of(IEnumerable<ScriptRegion> regions)
    {
        var left = regions.OrderBy(region => region.Box.Y).ThenBy(region => region.Box.X).ToList();
        var ordered = new List<ScriptRegion>();
        while (left.Count > 0)
        {
            var next = left[0];
            foreach (var other in left.Skip(1))
            {
                if (Beside(next.Box, other.Box) && IsHan(other) && !IsHan(next))
                {
                    next = other;
                }
            }

            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private static bool IsHan(ScriptRegion region) => region.Script is PageScript.HanColumns;

    private static bool Beside(Box one, Box other)
    {
        var common = Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y);
        return common > Math.Min(one.Height, other.Height) / 2;
    }
}
