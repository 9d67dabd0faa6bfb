using Digitize.Imaging.Crop;
using Digitize.Imaging.Deskew;
using Digitize.Imaging.Tests.Drawing;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class PageEdgesTests
{
    private const int Bed = 60;

    [Theory]
    [InlineData(20, 225)]
    [InlineData(90, 225)]
    [InlineData(20, 110)]
    public void Find_CutsTheBedAwayAndLeavesTheMargin(double bed, double paper)
    {
        using var scan = OnBed(Page(paper), bed);

        var crop = PageEdges.Find(scan, 0, marginShare: 0.005);

        Assert.True(crop.IsReliable, $"{crop}");
        Assert.InRange(crop.Page.Left, Bed - 16, Bed);
        Assert.InRange(crop.Page.Top, Bed - 16, Bed);
        Assert.InRange(crop.Page.Left + crop.Page.Width, Bed + 900, Bed + 916);
        Assert.InRange(crop.Page.Top + crop.Page.Height, Bed + 1200, Bed + 1216);
    }

    [Theory]
    [InlineData(-2.5)]
    [InlineData(1.4)]
    public void Find_KeepsTheWholePage_WhenItLiesCrooked(double degrees)
    {
        using var page = Page(225);
        using var laid = page.Rotate(-degrees, background: [20]);
        using var scan = OnBed(laid.Copy(), 20);

        var crop = PageEdges.Find(scan, degrees, marginShare: 0);

        var geometry = PageGeometry.Turned(scan.Width, scan.Height, degrees).CroppedTo(crop.Page);
        Assert.True(crop.IsReliable, $"{crop}");
        Assert.InRange(geometry.AccessWidth, 898, 920);
        Assert.InRange(geometry.AccessHeight, 1198, 1220);
    }

    [Fact]
    public void Find_KeepsEverything_WhenThePaperFillsTheImage()
    {
        using var page = DrawnPage.Columns(900, 1200);

        Assert.Equal(PixelRegion.Whole(900, 1200), PageEdges.Find(page, 0, marginShare: 0.005).Page);
    }

    [Fact]
    public void Find_IsNotSure_WhenTheBedIsLikeThePaper()
    {
        using var scan = OnBed(Page(225), bed: 205);

        var crop = PageEdges.Find(scan, 0, marginShare: 0);

        Assert.True(!crop.IsReliable || crop.Page == PixelRegion.Whole(scan.Width, scan.Height), $"{crop}");
    }

    [Fact]
    public void Find_LeavesTheNeighboursEdgeOut_WhenTheFoldIsBetween()
    {
        using var places = Image.Xyz(1000, 1200);
        using var away = (places[0] - 50).Abs();
        using var shade = 1 - (away * -1 / 12).Math(Enums.OperationMath.Exp) * 0.7;
        using var bare = (DrawnPage.Blank(1000, 1200) * shade).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
        using var scan = bare.Mutate(canvas =>
        {
            for (var y = 150; y < 1050; y += 44)
            {
                canvas.DrawRect([20], 10, y, 12, 18, fill: true);
                canvas.DrawRect([20], 130, y, 700, 6, fill: true);
            }
        });

        var crop = PageEdges.Find(scan, 0, marginShare: 0);

        Assert.InRange(crop.Page.Left, 30, 70);
        Assert.Equal(1000, crop.Page.Left + crop.Page.Width);
    }

    private static Image Page(double paper) => DrawnPage.Draw(DrawnPage.Blank(900, 1200, paper), canvas =>
    {
        for (var y = 60; y < 1150; y += 44)
        {
            canvas.DrawRect([paper / 5], 20, y, 860, 8, fill: true);
        }
    });

    private static Image OnBed(Image page, double bed)
    {
        using (page)
        {
            return page.Embed(Bed, Bed, page.Width + 2 * Bed, page.Height + 2 * Bed, extend: Enums.Extend.Background, background: [bed]);
        }
    }
}
