namespace Digitize.Imaging.Inspection;

/// <summary>Marked regions of a small raster, row by row.</summary>
internal static class Regions
{
    /// <summary>What remains where a square of the radius fits in; outside the image counts as marked.</summary>
    public static bool[] Opened(bool[] marked, int width, int height, int radius) =>
        Grown(Shrunk(marked, width, height, radius), width, height, radius);

    /// <summary>Those that reach the image's border.</summary>
    public static bool[] JoinedToBorder(bool[] marked, int width, int height)
    {
        var joined = new bool[marked.Length];
        foreach (var region in All(marked, width, height))
        {
            if (region.Any(at => at % width == 0 || at % width == width - 1 || at < width || at >= width * (height - 1)))
            {
                region.ForEach(at => joined[at] = true);
            }
        }

        return joined;
    }

    /// <summary>Each region's pixels; neighbours share an edge.</summary>
    public static IEnumerable<List<int>> All(bool[] marked, int width, int height)
    {
        var seen = new bool[marked.Length];
        for (var start = 0; start < marked.Length; start++)
        {
            if (!marked[start] || seen[start])
            {
                continue;
            }

            var region = new List<int> { start };
            seen[start] = true;
            for (var next = 0; next < region.Count; next++)
            {
                var at = region[next];
                var (x, y) = (at % width, at / width);
                Visit(x > 0, at - 1);
                Visit(x < width - 1, at + 1);
                Visit(y > 0, at - width);
                Visit(y < height - 1, at + width);
            }

            yield return region;

            void Visit(bool isInside, int at)
            {
                if (isInside && marked[at] && !seen[at])
                {
                    seen[at] = true;
                    region.Add(at);
                }
            }
        }
    }

    public static bool[] Grown(bool[] marked, int width, int height, int radius) =>
        Spread(marked, width, height, radius, among: true);

    /// <summary>Less a border of the radius; outside the image counts as marked.</summary>
    public static bool[] Shrunk(bool[] marked, int width, int height, int radius) =>
        Spread(marked, width, height, radius, among: false);

    // True where any of the square is marked, or false where any is bare; a square is a row and then a column.
    private static bool[] Spread(bool[] marked, int width, int height, int radius, bool among)
    {
        var across = Line(marked, height, width, width, 1, radius, among);
        return Line(across, width, height, 1, width, radius, among);
    }

    private static bool[] Line(bool[] from, int lines, int along, int nextLine, int next, int radius, bool among)
    {
        var to = new bool[from.Length];
        for (var line = 0; line < lines; line++)
        {
            var last = -radius - 1;
            for (var i = 0; i < along + radius; i++)
            {
                if (i < along && from[line * nextLine + i * next] == among)
                {
                    last = i;
                }

                // The window around i - radius ends at i.
                if (i >= radius)
                {
                    to[line * nextLine + (i - radius) * next] = i - last <= 2 * radius ? among : !among;
                }
            }
        }

        return to;
    }
}
