using System.Text.RegularExpressions;
using Digitize.Core.Text;

namespace Digitize.Ocr.Layout;

/// <summary>Captions: a few lines beside a picture, or that name one as captions do.</summary>
internal static partial class Captions
{
    private const int MostLines = 4;

    /// <summary>In leadings: a picture is higher.</summary>
    private const double LeastPicture = 3;

    /// <summary>Share of dark pixels between the lines of text.</summary>
    private const double LeastInk = 0.02;

    internal static List<PrintBlock> Mark(List<PrintBlock> blocks, IReadOnlyList<PrintLine> all, PageMeasure measure, OcrImage image) =>
        [.. blocks.Select(block =>
            block.Kind is RegionKind.Body or RegionKind.Heading or RegionKind.Note && block.Lines.Count <= MostLines
            && IsCaption(block, all, measure, image)
                ? block with { Kind = RegionKind.Caption }
                : block)];

    private static bool IsCaption(PrintBlock block, IReadOnlyList<PrintLine> all, PageMeasure measure, OcrImage image)
    {
        var named = Name().IsMatch(block.Text);
        if (named && block.Size < 1.15 * measure.Size && block.Lines.Count <= 2 && !block.Text.TrimEnd().EndsWith(','))
        {
            return true;
        }

        var isSmall = block.Size < 0.95 * measure.Size;
        return isSmall && (Beside(block, all, measure, image, above: true) || Beside(block, all, measure, image, above: false));
    }

    /// <summary>Whether a high part of the page without text but with ink lies right above it or below.</summary>
    private static bool Beside(PrintBlock block, IReadOnlyList<PrintLine> all, PageMeasure measure, OcrImage image, bool above)
    {
        var others = all.Where(line => !block.Lines.Contains(line) && PrintLine.SharedWidth(line.Box, block.Box) > 0);
        var (from, to) = above
            ? (others.Where(line => line.Box.Bottom <= block.Box.Y).Select(line => line.Box.Bottom).DefaultIfEmpty(0).Max(), block.Box.Y)
            : (block.Box.Bottom, others.Where(line => line.Box.Y >= block.Box.Bottom).Select(line => line.Box.Y).DefaultIfEmpty(image.Height).Min());
        return to - from > LeastPicture * measure.Leading && Ink(image, new Box(block.Box.X, from, block.Box.Width, to - from)) > LeastInk;
    }

    private static double Ink(OcrImage image, Box box)
    {
        var inside = box.ClampTo(image.Width, image.Height);
        var (dark, seen) = (0, 0);
        for (var y = inside.Y; y < inside.Bottom; y += 4)
        {
            for (var x = inside.X; x < inside.Right; x += 4)
            {
                seen++;
                dark += image.Grey(x, y) < 128 ? 1 : 0;
            }
        }

        return seen == 0 ? 0 : (double)dark / seen;
    }

    [GeneratedRegex(
        @"^\s*(Hình|Ảnh|Bản đồ|Biểu đồ|Sơ đồ|Bảng|Fig(ure)?\b\.?|Pl(anche)?\b\.?|Photo\b\.?|Carte|Tableau|Table|Illustration)\s*[0-9IVXLl¡|]{0,6}\s*[.:–—-]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
