namespace Digitize.Imaging.Deskew;

internal enum InkKind : byte
{
    Speck,
    Writing,
    Rule,
}

/// <summary>Tells pieces of ink that may be writing from frames and rules and from specks.</summary>
/// <param name="SizePixels">The length that half of all ink's lengths lie in: a letter's, or a character's.</param>
internal sealed record Writing(InkMap Map, InkComponents Components, int SizePixels)
{
    // Of the page's longer edge: a headline's letter or a brushed character at most.
    private const double LongestShare = 0.1;
    private const int SmallestArea = 3;

    // A piece of a worn rule is narrow even when it lies turned, and little ink for its length.
    private const double RuleLength = 1.3;
    private const double NarrowestShare = 0.4;
    private const double ThinnestShare = 0.15;

    private readonly InkKind[] _kinds = new InkKind[Components.Count];

    public static Writing Of(InkMap map)
    {
        var components = InkComponents.Of(map);
        var longest = (int)(LongestShare * Math.Max(map.Width, map.Height));
        var lengths = new long[longest + 1];
        foreach (var (_, box) in components.All)
        {
            if (box.Area >= SmallestArea && box.Longest <= longest)
            {
                lengths[box.Longest] += box.Longest;
            }
        }

        long all = lengths.Sum(), passed = 0;
        var size = Array.FindIndex(lengths, length => (passed += length) * 2 >= all);
        var writing = new Writing(map, components, size);
        foreach (var (number, box) in components.All)
        {
            writing._kinds[number] = box.Longest > longest || IsRule(box, size) ? InkKind.Rule
                : box.Area < SmallestArea ? InkKind.Speck
                : InkKind.Writing;
        }

        return writing;
    }

    /// <summary>What an ink pixel belongs to.</summary>
    public InkKind KindAt(int pixel) => _kinds[Components.NumberAt(pixel)];

    /// <summary>The boxes of writing.</summary>
    public IEnumerable<InkComponent> Boxes =>
        Components.All.Where(piece => _kinds[piece.Number] == InkKind.Writing).Select(piece => piece.Box);

    private static bool IsRule(in InkComponent box, int size) => box.Longest > RuleLength * size
        && box.Shortest < NarrowestShare * box.Longest && box.Area < ThinnestShare * box.Longest * box.Longest;
}
