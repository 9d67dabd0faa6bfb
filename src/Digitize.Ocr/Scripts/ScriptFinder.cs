using Digitize.Core.Text;
using Digitize.Ocr.Columns;

namespace Digitize.Ocr.Scripts;

/// <summary>
/// Cuts a page along its white into parts (recursive XY-cut, Nagy and Seth 1984), tells each part's script by how its ink
/// stands, and joins neighbours of one script.
/// </summary>
public static class ScriptFinder
{
    /// <summary>The narrowest white that parts are cut along, in usual pieces of ink.</summary>
    private const double NarrowestCut = 0.9;

    /// <summary>Side of the samples looked at within a part, in usual pieces of ink.</summary>
    private const double SampleSide = 10;

    /// <summary>Parts with a smaller share of the page's ink do not make a region of their own.</summary>
    private const double LeastShare = 0.004;

    /// <summary>Smaller pieces of ink are noise: no letter of that size could be read.</summary>
    private const double SmallestWriting = 7;

    /// <summary>Fewer pieces of ink are a blot or a mark.</summary>
    private const int FewestPieces = 6;

    /// <summary>Regions in reading order of rows; none when the page holds no writing.</summary>
    public static IReadOnlyList<ScriptRegion> Of(OcrImage image)
    {
        var page = PageInk.Of(image);
        if (Math.Min(page.Width, page.Height) < 24)
        {
            return [];
        }

        var ink = Writing(page, out var size);
        if (size == 0)
        {
            return [];
        }

        var boxes = InkParts.Of(ink, (int)Math.Max(3, size * NarrowestCut)).ToList();
        var first = boxes.ConvertAll(box => ScriptOf(ink, box, size, PageScript.None));

        // What most of the page is decides where the rest is in doubt.
        var most = first.GroupBy(part => part.Script).MaxBy(group => group.Sum(part => part.Ink))?.Key ?? PageScript.None;
        var parts = boxes.ConvertAll(box => ScriptOf(ink, box, size, most));
        var total = parts.Sum(part => part.Ink);
        return total == 0
            ? []
            : [.. ScriptJoining.Joined(parts)
                .Where(part => part.Ink >= total * LeastShare)
                .Select(part => new ScriptRegion(part.Script, OnPage(part.Box, page, image), (double)part.Ink / total))];
    }

    /// <summary>The ink without rules, edges of the scan, pictures' blots and specks; and the usual size of a piece of it.</summary>
    private static PageInk Writing(PageInk page, out double size)
    {
        var rules = Rules.Of(page);
        var ink = CleanInk.Of(page, rules.Upright, Rules.Of(page.Transposed()).Upright);
        CleanInk.EraseEdges(ink);
        var pieces = InkPieces.Of(ink);
        var sizes = pieces.All.Select(piece => piece.Longest)
            .Where(longest => longest >= 4 && longest < Math.Max(8, ink.Height / 6)).Order().ToList();
        size = sizes.Count < FewestPieces ? 0 : sizes[(int)(sizes.Count * 0.75)];
        size = size < SmallestWriting ? 0 : size;
        var (least, most) = (Math.Max(2, size * 0.15), Math.Max(size * 8, 40));
        var kept = pieces.All.Select(piece => piece.Longest > least && piece.Longest < most).ToArray();
        for (var y = 0; y < ink.Height; y++)
        {
            for (var x = 0; x < ink.Width; x++)
            {
                ink[x, y] = pieces.At(x, y) is >= 0 and var piece && kept[piece];
            }
        }

        return ink;
    }

    private static (Box Box, PageScript Script, int Ink) ScriptOf(PageInk ink, Box box, double size, PageScript most)
    {
        var side = (int)(size * SampleSide);
        if (box.Width < size * 2.4 && box.Height > box.Width * 2.2)
        {
            // A strip no wider than a character: of characters as high as wide, or of short words.
            var strip = WritingSample.Of(ink, box, box, size);
            return (box, strip.LineHeight > box.Width * 0.6 ? PageScript.HanColumns : PageScript.Latin, strip.Ink);
        }

        // A character alone is as high as wide and higher than a short word.
        if (box.Height > size * 2.2 && box.Width > box.Height * 0.55 && box.Width < box.Height * 1.6 && box.Height < size * 6 &&
            WritingSample.Of(ink, box, box, size) is { EmptyRows: < 0.2, EmptyColumns: < 0.2 } alone)
        {
            return (box, PageScript.HanRows, alone.Ink);
        }

        var votes = new int[4];
        for (var y = box.Y; y == box.Y || y + (side / 2) < box.Bottom; y += side / 2)
        {
            for (var x = box.X; x == box.X || x + (side / 2) < box.Right; x += side / 2)
            {
                var part = new Box(x, y, Math.Min(side, box.Right - x), Math.Min(side, box.Bottom - y));
                var sample = WritingSample.Of(ink, part, box, size);
                votes[(int)Script(sample, part, size, most)] += sample.Ink;
            }
        }

        return (box, (PageScript)Array.IndexOf(votes, votes.Max()), votes.Sum());
    }

    /// <summary>White across tells rows from columns; in rows, where the ink stands tells letters from characters.</summary>
    private static PageScript Script(in WritingSample sample, Box part, double size, PageScript most)
    {
        if (sample.Ink == 0)
        {
            return PageScript.None;
        }

        var oneLine = part.Height < size * 2.8 && part.Width > part.Height * 1.6;
        var bias = most switch { PageScript.HanColumns => 0.6, PageScript.None => 0.95, _ => 1.3 };
        if (!oneLine && sample.EmptyColumns > sample.EmptyRows * bias && sample.EmptyColumns > 0.03)
        {
            return PageScript.HanColumns;
        }

        if (!oneLine && sample.EmptyRows < 0.03)
        {
            return PageScript.None;
        }

        var letters = most switch { PageScript.Latin => 0.79, PageScript.None => 0.82, _ => 0.84 };
        return sample.Core + (0.15 * Math.Min(2, sample.Parts)) > letters ? PageScript.Latin : PageScript.HanRows;
    }

    private static Box OnPage(Box box, PageInk page, OcrImage image) =>
        new Box(box.X * page.Scale, box.Y * page.Scale, box.Width * page.Scale, box.Height * page.Scale)
            .ClampTo(image.Width, image.Height);
}
