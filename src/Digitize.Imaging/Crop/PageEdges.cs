using NetVips;

namespace Digitize.Imaging.Crop;

/// <summary>
/// Finds where the page ends: against the scanner's bed, and against a sliver of the neighbouring page beyond the
/// fold. An edge that is not sure is left where the image ends.
/// </summary>
public static class PageEdges
{
    private const int LongestEdgePixels = 800;

    // A piece of paper apart from the page is a neighbour's sliver when it is no wider, as a share of the image.
    private const double WidestSliver = 0.13;

    // More paper than this among what would be cut away, as a share of it, and nothing is.
    private const double MostPaperLost = 0.02;

    /// <param name="image">Upright, 8-bit grey or sRGB.</param>
    /// <param name="clockwiseDegrees">By which it will be turned about its middle, on a sheet that holds it all.</param>
    /// <param name="marginShare">Left around the page, of the image's longer edge.</param>
    /// <returns>A region of the turned sheet.</returns>
    public static PageCrop Find(Image image, double clockwiseDegrees, double marginShare)
    {
        var turned = Deskew.PageGeometry.Turned(image.Width, image.Height, clockwiseDegrees);
        var whole = PixelRegion.Whole(turned.AccessWidth, turned.AccessHeight);
        var grey = GreyRaster.From(image, LongestEdgePixels);
        var mask = PaperMask.Of(grey);
        var pieces = PaperPieces.Of(mask);
        if (pieces.Largest is not { } page)
        {
            return new(whole, 0);
        }

        var slivers = pieces.Where(piece => piece != page && IsSliver(piece, page, grey)).ToHashSet();
        var fold = NeighbourFold.Find(grey, mask);
        var (scaleX, scaleY) = ((double)image.Width / grey.Width, (double)image.Height / grey.Height);
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        var (lost, cut) = (0, 0);
        for (var y = 0; y < grey.Height; y++)
        {
            // A line stays a line when it is turned: of each row the ends alone can be outermost.
            if (Ends(y) is not var (first, end))
            {
                continue;
            }

            foreach (var (cornerX, cornerY) in ((int, int)[])[(first, y), (end, y), (first, y + 1), (end, y + 1)])
            {
                var (onX, onY) = turned.ToAccess(cornerX * scaleX, cornerY * scaleY);
                (left, right) = (Math.Min(left, onX), Math.Max(right, onX));
                (top, bottom) = (Math.Min(top, onY), Math.Max(bottom, onY));
            }
        }

        // What lies beside the box and is neither bed nor sliver would be lost.
        for (var y = 0; y < grey.Height; y++)
        {
            var (startX, startY) = turned.ToAccess(0.5 * scaleX, (y + 0.5) * scaleY);
            var (endX, endY) = turned.ToAccess((grey.Width + 0.5) * scaleX, (y + 0.5) * scaleY);
            var (stepX, stepY) = ((endX - startX) / grey.Width, (endY - startY) / grey.Width);
            for (var x = 0; x < grey.Width; x++)
            {
                var (onX, onY) = (startX + x * stepX, startY + x * stepY);
                if (onX < left || onX > right || onY < top || onY > bottom)
                {
                    cut++;
                    lost += pieces.At(x, y) is { } piece && !slivers.Contains(piece) && !fold.IsBeyond(x) ? 1 : 0;
                }
            }
        }

        var margin = marginShare * Math.Max(image.Width, image.Height) + Math.Max(scaleX, scaleY);
        var (cropLeft, cropTop) = ((int)Math.Floor(left - margin), (int)Math.Floor(top - margin));
        var region = new PixelRegion(
            cropLeft, cropTop, (int)Math.Ceiling(right + margin) - cropLeft, (int)Math.Ceiling(bottom + margin) - cropTop)
            .Within(whole.Width, whole.Height);
        var sure = lost > MostPaperLost * Math.Max(1, cut) ? 0 : Math.Min(1, mask.Contrast / (2.0 * PaperMask.LeastContrast));
        return new(region, sure);

        // Of the page's pixels in a row the first, and the one behind the last.
        (int First, int End)? Ends(int y)
        {
            var (first, last) = (0, grey.Width - 1);
            while (first <= last && !IsPage(first, y))
            {
                first++;
            }

            while (last >= first && !IsPage(last, y))
            {
                last--;
            }

            return first <= last ? (first, last + 1) : null;
        }

        bool IsPage(int x, int y) => pieces.At(x, y) is { } piece && !fold.IsBeyond(x)
            && (piece == page || (piece.Pixels >= pieces.Speck && !slivers.Contains(piece)));
    }

    private static bool IsSliver(PaperPiece piece, PaperPiece page, GreyRaster grey)
    {
        var box = piece.Box;
        var besideX = box.Left + box.Width <= page.Box.Left + page.Box.Width * 0.1 || box.Left >= page.Box.Left + page.Box.Width * 0.9;
        return box.Width <= WidestSliver * grey.Width && box.Height > grey.Height / 2 && besideX
            && (box.Left <= 1 || box.Left + box.Width >= grey.Width - 1 || piece.Pixels < page.Pixels / 8);
    }
}
