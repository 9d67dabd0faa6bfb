using System.Text;
using Digitize.Core.Text;

namespace Digitize.Ocr.Preparation;

/// <summary>
/// Leaves out what was read into photographs and ornaments: words read with doubt whose surroundings are for the most
/// part dark. Of some 7,000 words of made pages none had surroundings darker than a half; white letters on black stay
/// when they are read with confidence.
/// </summary>
internal static class PictureNoise
{
    private const double Doubt = 0.9;

    private const double DarkShare = 0.5;

    /// <summary>Lighter is paper.</summary>
    private const byte Dark = 200;

    private const int SmallestMargin = 8;

    /// <param name="page">What was read; its paper is white: see <see cref="PaperBackground"/>.</param>
    internal static List<TextRegion> Without(GreyPage page, IEnumerable<TextRegion> regions) =>
        [.. regions.Select(region => Without(page, region)).OfType<TextRegion>()];

    private static TextRegion? Without(GreyPage page, TextRegion region)
    {
        List<TextLine> lines = [.. region.Lines.Select(line => Without(page, line)).OfType<TextLine>()];
        return lines.Count == 0 ? null : region with { Lines = lines, Box = Box.Around(lines.Select(line => line.Box)) };
    }

    private static TextLine? Without(GreyPage page, TextLine line)
    {
        List<Word> words = [.. line.Words.Where(word => word.Confidence >= Doubt || !IsInPicture(page, word.Box))];
        // A doubtful line of signs alone is a rule, an ornament or the sheet's edge.
        return words.Count == 0 || (line.Confidence < Doubt && !words.Exists(HasLetterOrDigit)) ? null
            : words.Count == line.Words.Count ? line
            : line with { Words = words, Box = Box.Around(words.Select(word => word.Box)) };
    }

    private static bool HasLetterOrDigit(Word word) => word.Text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static bool IsInPicture(GreyPage page, Box word)
    {
        var margin = Math.Max(SmallestMargin, word.Height / 2);
        var around = new Box(word.X - margin, word.Y - margin, word.Width + (2 * margin), word.Height + (2 * margin))
            .ClampTo(page.Width, page.Height);
        var dark = 0L;
        for (var y = around.Y; y < around.Bottom; y++)
        {
            foreach (var grey in page.Pixels.AsSpan((y * page.Width) + around.X, around.Width))
            {
                dark += grey < Dark ? 1 : 0;
            }
        }

        return dark > DarkShare * around.Width * around.Height;
    }
}
