using System.Text.Json.Serialization;

namespace Digitize.Imaging.Deskew;

/// <summary>
/// How a page's access image lies in its master. In this order: a region of the master (half of a spread) is turned
/// by quarters, then by the skew about its centre on a sheet large enough that no corner is cut off, and of that
/// sheet the access image is cut. Sizes in pixels; points are continuous, so the middle of the first pixel is
/// (0.5, 0.5). The master is meant as <see cref="ScanImage.OpenAsync"/> gives it. What was stored before there were
/// regions, quarter turns and cuts reads as a geometry without them.
/// </summary>
/// <param name="RotationDegrees">Clockwise, from master to access image, beside the quarter turns.</param>
/// <param name="QuarterTurns">Clockwise, 0 to 3.</param>
/// <param name="Region">Of the master; null for all of it.</param>
/// <param name="CropLeft">Where on the turned sheet the access image begins.</param>
/// <param name="CropTop">Where on the turned sheet the access image begins.</param>
public sealed record PageGeometry(
    int MasterWidth,
    int MasterHeight,
    double RotationDegrees,
    int AccessWidth,
    int AccessHeight,
    int QuarterTurns = 0,
    PixelRegion? Region = null,
    int CropLeft = 0,
    int CropTop = 0)
{
    // A corner that sticks out by less than this is rounding of the sine, not content.
    private const double Sliver = 1e-6;

    /// <summary>The part of the master that the page is on.</summary>
    [JsonIgnore]
    public PixelRegion Source => Region ?? PixelRegion.Whole(MasterWidth, MasterHeight);

    /// <summary>Whole pixels of the master become whole pixels of the access image: nothing is resampled.</summary>
    [JsonIgnore]
    public bool IsLossless => RotationDegrees == 0;

    [JsonIgnore]
    public bool IsIdentity => RotationDegrees == 0 && QuarterTurns == 0 && (CropLeft, CropTop) == (0, 0)
        && Source == PixelRegion.Whole(MasterWidth, MasterHeight) && (MasterWidth, MasterHeight) == (AccessWidth, AccessHeight);

    /// <summary>The turned sheet, before the cut.</summary>
    [JsonIgnore]
    public (int Width, int Height) Sheet => SheetOf(Upright.Width, Upright.Height, RotationDegrees);

    private (int Width, int Height) Upright =>
        (QuarterTurns & 1) == 0 ? (Source.Width, Source.Height) : (Source.Height, Source.Width);

    /// <param name="clockwiseDegrees">Finite; 0 keeps the master's size.</param>
    public static PageGeometry Turned(int masterWidth, int masterHeight, double clockwiseDegrees) =>
        Of(masterWidth, masterHeight, null, 0, clockwiseDegrees);

    /// <param name="region">Of the master; null for all of it.</param>
    /// <param name="quarterTurns">Clockwise; any whole number.</param>
    /// <param name="clockwiseDegrees">Finite.</param>
    public static PageGeometry Of(
        int masterWidth, int masterHeight, PixelRegion? region, int quarterTurns, double clockwiseDegrees)
    {
        var source = region ?? PixelRegion.Whole(masterWidth, masterHeight);
        var turns = quarterTurns & 3;
        var (width, height) = (turns & 1) == 0 ? (source.Width, source.Height) : (source.Height, source.Width);
        var sheet = SheetOf(width, height, clockwiseDegrees);
        return new(masterWidth, masterHeight, clockwiseDegrees, sheet.Width, sheet.Height, turns, region);
    }

    /// <param name="cut">On the turned sheet; what of it lies beside the sheet is left out.</param>
    public PageGeometry CroppedTo(PixelRegion cut)
    {
        var kept = cut.Within(Sheet.Width, Sheet.Height);
        return this with { CropLeft = kept.Left, CropTop = kept.Top, AccessWidth = kept.Width, AccessHeight = kept.Height };
    }

    public (double X, double Y) ToMaster(double x, double y)
    {
        var (sheet, upright, source) = (Sheet, Upright, Source);
        var (sin, cos) = Math.SinCos(RotationDegrees * Math.PI / 180);
        var (fromX, fromY) = (x + CropLeft - sheet.Width / 2.0, y + CropTop - sheet.Height / 2.0);
        var (uprightX, uprightY) = (fromX * cos + fromY * sin + upright.Width / 2.0, fromY * cos - fromX * sin + upright.Height / 2.0);
        var (inX, inY) = QuarterTurns switch
        {
            1 => (uprightY, source.Height - uprightX),
            2 => (source.Width - uprightX, source.Height - uprightY),
            3 => (source.Width - uprightY, uprightX),
            _ => (uprightX, uprightY),
        };
        return (inX + source.Left, inY + source.Top);
    }

    public (double X, double Y) ToAccess(double x, double y)
    {
        var (sheet, upright, source) = (Sheet, Upright, Source);
        var (inX, inY) = (x - source.Left, y - source.Top);
        var (uprightX, uprightY) = QuarterTurns switch
        {
            1 => (source.Height - inY, inX),
            2 => (source.Width - inX, source.Height - inY),
            3 => (inY, source.Width - inX),
            _ => (inX, inY),
        };
        var (sin, cos) = Math.SinCos(RotationDegrees * Math.PI / 180);
        var (fromX, fromY) = (uprightX - upright.Width / 2.0, uprightY - upright.Height / 2.0);
        return (fromX * cos - fromY * sin + sheet.Width / 2.0 - CropLeft, fromX * sin + fromY * cos + sheet.Height / 2.0 - CropTop);
    }

    private static (int Width, int Height) SheetOf(int width, int height, double clockwiseDegrees)
    {
        var (sin, cos) = Math.SinCos(clockwiseDegrees * Math.PI / 180);
        (sin, cos) = (Math.Abs(sin), Math.Abs(cos));
        return ((int)Math.Ceiling(width * cos + height * sin - Sliver), (int)Math.Ceiling(width * sin + height * cos - Sliver));
    }
}
