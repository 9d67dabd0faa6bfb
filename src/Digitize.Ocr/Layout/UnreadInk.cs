using System.Text;
using Digitize.Core.Text;
using Digitize.Ocr.Preparation;

namespace Digitize.Ocr.Layout;

/// <summary>
/// Whether a page shows far more letters than were read. Letters are counted as pieces of ink of about the size of most
/// others; a printed letter is one piece or two.
/// </summary>
public static class UnreadInk
{
    /// <summary>A reading with as many signs is a page's text; its ink need not be counted.</summary>
    private const int FullPage = 600;

    /// <summary>Fewer pieces are an ornament, a stamp, specks.</summary>
    private const int FewestPieces = 120;

    /// <summary>Pieces for each sign that was read, from which on hardly anything was.</summary>
    private const int PiecesPerSign = 10;

    /// <summary>Longer side of the copy that is looked at, pixels: the dots of a halftone are then too small for letters.</summary>
    private const int Side = 2000;

    private const int SmallestLetter = 7;

    /// <summary>Pieces of ink like letters where hardly any were read; null where enough was.</summary>
    public static int? Find(OcrImage image, TextPage text)
    {
        var signs = text.Lines.SelectMany(line => line.Words).Sum(word => word.Text.EnumerateRunes().Count(Rune.IsLetterOrDigit));
        if (signs >= FullPage || Math.Min(image.Width, image.Height) <= SmallestLetter)
        {
            return null;
        }

        var pieces = LetterPieces(image);
        return pieces >= FewestPieces && pieces > PiecesPerSign * signs ? pieces : null;
    }

    private static int LetterPieces(OcrImage image)
    {
        var page = GreyPage.Of(image);
        var factor = (double)Side / Math.Max(page.Width, page.Height);
        page = PaperBackground.Removed(factor < 1 ? Resized.Of(page, factor) : page);
        if (TypeHeight.Of(page) is not { } height || height < SmallestLetter)
        {
            return 0;
        }

        var darkest = 255 - (StrokeContrast.Of(page).Ink / 2);
        return InkPieces.Of(page, darkest).Count(piece =>
            piece.Height >= height / 2 && piece.Height <= 2 * height && piece.Width >= height / 4 && piece.Width <= 3 * height);
    }
}
