namespace Digitize.Ocr.Preparation;

/// <summary>
/// How high the page's letters without ascenders are. Of the connected pieces of ink the middle one, each weighing as
/// much as it has pixels: marks and specks weigh little, and what is too large or too long for a letter is left out.
/// </summary>
internal static class TypeHeight
{
    private const double InkShare = 0.45;

    private const int Smallest = 4;

    private const int Largest = 150;

    /// <param name="page">Its paper is white: see <see cref="PaperBackground"/>.</param>
    /// <returns>Pixels; null when nothing looks like letters.</returns>
    internal static int? Of(GreyPage page)
    {
        var ink = StrokeContrast.Of(page).Ink;
        if (ink == 0)
        {
            return null;
        }

        var pixels = new long[Largest + 1];
        foreach (var piece in InkPieces.Of(page, 255 - (int)(InkShare * ink)).Where(IsLetter))
        {
            pixels[piece.Height] += piece.Pixels;
        }

        var left = pixels.Sum() / 2;
        for (var height = Smallest; height <= Largest; height++)
        {
            left -= pixels[height];
            if (left < 0)
            {
                return height;
            }
        }

        return null;
    }

    private static bool IsLetter(InkPiece piece) =>
        piece.Height is >= Smallest and <= Largest && piece.Width <= Math.Min(Largest, 4 * piece.Height)
        && piece.Height <= (4 * piece.Width) + 8;
}
