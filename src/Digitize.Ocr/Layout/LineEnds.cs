using Digitize.Core.Text;
using Digitize.Ocr.Text;

namespace Digitize.Ocr.Layout;

/// <summary>
/// Finds the words that the ends of lines break, and says what they are whole; nothing printed is changed. The second
/// half begins the next line of the region, or the next region of the same kind: a column or two further on.
/// </summary>
public static class LineEnds
{
    public static IReadOnlyList<TextRegion> Join(IReadOnlyList<TextRegion> regions)
    {
        var lines = regions.Select(region => region.Lines.ToArray()).ToList();
        for (var region = 0; region < lines.Count; region++)
        {
            for (var line = 0; line < lines[region].Length; line++)
            {
                if (IsHorizontal(lines[region][line]) && Next(regions, lines, region, line) is { } next)
                {
                    Join(ref lines[region][line], ref lines[next.Region][next.Line]);
                }
            }
        }

        return [.. regions.Select((region, index) => region with { Lines = lines[index] })];
    }

    private static void Join(ref TextLine upper, ref TextLine lower)
    {
        var (first, second) = (upper.Words[^1], lower.Words[0]);
        if (Hyphens.Before(first.Text) is not { } letters || HyphenRule.Joined(letters, first.Text, second.Text, upper.Language) is not { } joined)
        {
            return;
        }

        upper = upper with { Words = [.. upper.Words.SkipLast(1), first with { Part = new WordPart(WordHalf.First, joined) }] };
        // A word of one line may be the second half of one and the first of the next: then the later break stands.
        lower = lower with { Words = [second with { Part = new WordPart(WordHalf.Second, joined) }, .. lower.Words.Skip(1)] };
    }

    /// <summary>Text only: a table's cells, numbers and heads go on nowhere.</summary>
    private static (int Region, int Line)? Next(IReadOnlyList<TextRegion> regions, List<TextLine[]> lines, int region, int line)
    {
        var kind = regions[region].Kind;
        if (kind is RegionKind.Table or RegionKind.PageNumber or RegionKind.RunningHead or RegionKind.Furniture)
        {
            return null;
        }

        if (line + 1 < lines[region].Length)
        {
            return IsHorizontal(lines[region][line + 1]) ? (region, line + 1) : null;
        }

        var after = Enumerable.Range(region + 1, regions.Count - region - 1).FirstOrDefault(other => regions[other].Kind == kind, -1);
        return after >= 0 && kind is RegionKind.Body or RegionKind.Note && lines[after].Length > 0 && IsHorizontal(lines[after][0])
            ? (after, 0)
            : null;
    }

    private static bool IsHorizontal(TextLine line) => line.Mode == WritingMode.HorizontalTb && line.Words.Count > 0;
}
