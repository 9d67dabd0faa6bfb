using System.Text.Json.Serialization;

namespace Digitize.Imaging.Deskew;

/// <summary>
/// How a page's access image lies in its master: turned about the centre, on a sheet large enough that no corner is
/// cut off. Sizes in pixels; points are continuous, so the middle of the first pixel is (0.5, 0.5). The master is
/// meant upright, as <see cref="ScanImage.OpenAsync"/> gives it.
/// </summary>
/// <param name="RotationDegrees">Clockwise, from master to access image.</param>
public sealed record PageGeometry(
    int MasterWidth, int MasterHeight, double RotationDegrees, int AccessWidth, int AccessHeight)
{
    // A corner that sticks out by less than this is rounding of the sine, not content.
    private const double Sliver = 1e-6;

    [JsonIgnore]
    public bool IsIdentity => RotationDegrees == 0 && (MasterWidth, MasterHeight) == (AccessWidth, AccessHeight);

    /// <param name="clockwiseDegrees">Finite; 0 keeps the master's size.</param>
    public static PageGeometry Turned(int masterWidth, int masterHeight, double clockwiseDegrees)
    {
        var (sin, cos) = Math.SinCos(clockwiseDegrees * Math.PI / 180);
        (sin, cos) = (Math.Abs(sin), Math.Abs(cos));
        return new(masterWidth, masterHeight, clockwiseDegrees,
            (int)Math.Ceiling(masterWidth * cos + masterHeight * sin - Sliver),
            (int)Math.Ceiling(masterWidth * sin + masterHeight * cos - Sliver));
    }

    public (double X, double Y) ToMaster(double x, double y)
    {
        var (sin, cos) = Math.SinCos(RotationDegrees * Math.PI / 180);
        var (fromX, fromY) = (x - AccessWidth / 2.0, y - AccessHeight / 2.0);
        return (fromX * cos + fromY * sin + MasterWidth / 2.0, fromY * cos - fromX * sin + MasterHeight / 2.0);
    }

    public (double X, double Y) ToAccess(double x, double y)
    {
        var (sin, cos) = Math.SinCos(RotationDegrees * Math.PI / 180);
        var (fromX, fromY) = (x - MasterWidth / 2.0, y - MasterHeight / 2.0);
        return (fromX * cos - fromY * sin + AccessWidth / 2.0, fromX * sin + fromY * cos + AccessHeight / 2.0);
    }
}
