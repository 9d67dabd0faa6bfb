using System.Text.Json;
using Digitize.Imaging.Deskew;
using Digitize.Imaging.Tests.Drawing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class PageGeometryTests
{
    [Property]
    public Property ToMaster_UndoesToAccess(
        PositiveInt width, PositiveInt height, NormalFloat angle, NormalFloat x, NormalFloat y)
    {
        var geometry = PageGeometry.Turned(width.Get, height.Get, angle.Get % 15);
        var (pointX, pointY) = (x.Get % 10_000, y.Get % 10_000);

        var (accessX, accessY) = geometry.ToAccess(pointX, pointY);
        var (masterX, masterY) = geometry.ToMaster(accessX, accessY);

        return (Math.Abs(masterX - pointX) < 1e-6 && Math.Abs(masterY - pointY) < 1e-6).ToProperty();
    }

    [Property]
    public Property ToMaster_UndoesToAccess_WithPartTurnsAndCut(int seed, NormalFloat x, NormalFloat y)
    {
        var geometry = Random(seed);
        var (pointX, pointY) = (x.Get % 10_000, y.Get % 10_000);

        var (accessX, accessY) = geometry.ToAccess(pointX, pointY);
        var (masterX, masterY) = geometry.ToMaster(accessX, accessY);

        return (Math.Abs(masterX - pointX) < 1e-6 && Math.Abs(masterY - pointY) < 1e-6).ToProperty();
    }

    [Property]
    public Property ToAccess_PutsTheRegionOnTheSheet(int seed)
    {
        var geometry = Random(seed) with { CropLeft = 0, CropTop = 0 };
        var source = geometry.Source;

        var corners = new[] { (0, 0), (source.Width, 0), (0, source.Height), (source.Width, source.Height) }
            .Select(corner => geometry.ToAccess(source.Left + corner.Item1, source.Top + corner.Item2));

        return corners.All(corner => corner.X > -1e-5 && corner.X < geometry.Sheet.Width + 1e-5
            && corner.Y > -1e-5 && corner.Y < geometry.Sheet.Height + 1e-5).ToProperty();
    }

    [Property]
    public Property Json_ReadsBackEqual_WithPartTurnsAndCut(int seed)
    {
        var geometry = Random(seed);

        var json = JsonSerializer.Serialize(geometry, JsonSerializerOptions.Web);

        return (JsonSerializer.Deserialize<PageGeometry>(json, JsonSerializerOptions.Web) == geometry).ToProperty();
    }

    [Fact]
    public void Json_ReadsWhatWasStoredBeforeThereWereParts()
    {
        const string stored =
            """{"masterWidth":800,"masterHeight":600,"rotationDegrees":-6.4,"accessWidth":862,"accessHeight":686}""";

        var geometry = JsonSerializer.Deserialize<PageGeometry>(stored, JsonSerializerOptions.Web)!;

        Assert.Equal(PageGeometry.Turned(800, 600, -6.4), geometry);
    }

    [Property(MaxTest = 20)]
    public void Apply_MovesWholePixels_WhenNothingIsTurnedBySkew(int seed)
    {
        var random = new Random(seed);
        using var page = DrawnPage.Colourful(120, 90);
        var geometry = PageGeometry.Of(120, 90, new PixelRegion(10, 5, 60 + random.Next(50), 40 + random.Next(45)), random.Next(4), 0);
        geometry = geometry.CroppedTo(new(random.Next(10), random.Next(10), 20 + random.Next(20), 20 + random.Next(20)));

        using var access = Straightened.Apply(page, geometry);

        Assert.Equal((geometry.AccessWidth, geometry.AccessHeight), (access.Width, access.Height));
        foreach (var (x, y) in new[] { (0, 0), (access.Width - 1, 0), (0, access.Height - 1), (7, 13) })
        {
            var (masterX, masterY) = geometry.ToMaster(x + 0.5, y + 0.5);
            Assert.Equal(page.Getpoint((int)masterX, (int)masterY), access.Getpoint(x, y));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Apply_PutsAMarkWhereTheGeometrySays_WhenAPartIsTurnedAndCut(int quarterTurns)
    {
        using var page = DrawnPage.Draw(DrawnPage.Blank(900, 600), canvas => canvas.DrawRect([0], 596, 296, 8, 8, fill: true));
        var geometry = PageGeometry.Of(900, 600, new(400, 40, 480, 520), quarterTurns, 2.3).CroppedTo(new(30, 20, 440, 430));

        using var access = Straightened.Apply(page, geometry);

        var expected = geometry.ToAccess(600, 300);
        var found = DarkMiddle(access, expected);
        Assert.Equal(expected.X, found.X, 0.1);
        Assert.Equal(expected.Y, found.Y, 0.1);
    }

    [Property]
    public Property Turned_CutsNoCornerOff(PositiveInt width, PositiveInt height, NormalFloat angle)
    {
        var geometry = PageGeometry.Turned(width.Get, height.Get, angle.Get % 360);
        var corners = new[] { (0, 0), (width.Get, 0), (0, height.Get), (width.Get, height.Get) };

        var onAccess = corners.Select(corner => geometry.ToAccess(corner.Item1, corner.Item2));

        return onAccess.All(corner => corner.X > -1e-5 && corner.X < geometry.AccessWidth + 1e-5
            && corner.Y > -1e-5 && corner.Y < geometry.AccessHeight + 1e-5).ToProperty();
    }

    [Property]
    public Property Json_ReadsBackEqual(PositiveInt width, PositiveInt height, NormalFloat angle)
    {
        var geometry = PageGeometry.Turned(width.Get, height.Get, angle.Get % 15);

        var json = JsonSerializer.Serialize(geometry);

        return (JsonSerializer.Deserialize<PageGeometry>(json) == geometry).ToProperty();
    }

    [Fact]
    public void Apply_PutsEachMarkWhereTheGeometrySays()
    {
        (int X, int Y)[] marks = [(60, 50), (720, 90), (140, 510), (690, 540), (400, 300)];
        using var page = DrawnPage.Draw(DrawnPage.Blank(800, 600), canvas =>
        {
            foreach (var (x, y) in marks)
            {
                canvas.DrawRect([0], x - 4, y - 4, 8, 8, fill: true);
            }
        });
        var geometry = PageGeometry.Turned(800, 600, -6.4);

        using var turned = Straightened.Apply(page, geometry);

        Assert.Equal((geometry.AccessWidth, geometry.AccessHeight), (turned.Width, turned.Height));
        foreach (var (x, y) in marks)
        {
            var expected = geometry.ToAccess(x, y);
            var found = DarkMiddle(turned, expected);
            Assert.Equal(expected.X, found.X, 0.1);
            Assert.Equal(expected.Y, found.Y, 0.1);
        }
    }

    [Fact]
    public void Apply_FillsNewCornersWithPaper()
    {
        using var page = DrawnPage.Lines(600, 800);

        using var turned = Straightened.Apply(page, PageGeometry.Turned(600, 800, 5));

        Assert.Equal(DrawnPage.Paper, turned.Getpoint(0, 0)[0]);
    }

    [Theory]
    [InlineData(3.3)]
    [InlineData(-8.1)]
    public void Apply_StraightensThePage_WhenTurnedByTheEstimate(double skewDegrees)
    {
        using var scan = DrawnPage.Lines(1200, 1600).Turned(-skewDegrees);
        var estimate = SkewEstimator.Estimate(scan);

        using var straight = Straightened.Apply(scan, PageGeometry.Turned(1200, 1600, estimate.DegreesToTurn));

        Assert.Equal(0, SkewEstimator.Estimate(straight).Degrees, 0.1);
    }

    [Fact]
    public void Apply_Throws_WhenTheGeometryIsOfAnotherImage()
    {
        using var page = DrawnPage.Blank(600, 800);

        Assert.Throws<ArgumentException>(() => Straightened.Apply(page, PageGeometry.Turned(800, 600, 1)));
    }

    private static PageGeometry Random(int seed)
    {
        var random = new Random(seed);
        var (width, height) = (random.Next(2, 9_000), random.Next(2, 9_000));
        var region = random.Next(3) == 0
            ? null
            : new PixelRegion(random.Next(width - 1), random.Next(height - 1), random.Next(1, width), random.Next(1, height)).Within(width, height);
        var geometry = PageGeometry.Of(width, height, region, random.Next(-4, 9), random.Next(3) == 0 ? 0 : random.NextDouble() * 30 - 15);
        var (sheetWidth, sheetHeight) = geometry.Sheet;
        return random.Next(3) == 0
            ? geometry
            : geometry.CroppedTo(new(random.Next(sheetWidth), random.Next(sheetHeight), random.Next(1, sheetWidth + 9), random.Next(1, sheetHeight + 9)));
    }

    private static (double X, double Y) DarkMiddle(Image image, (double X, double Y) near)
    {
        const int reach = 12;
        var (left, top) = ((int)near.X - reach, (int)near.Y - reach);
        using var around = image.ExtractArea(left, top, 2 * reach, 2 * reach);
        var pixels = around.WriteToMemory<byte>();
        double weight = 0, x = 0, y = 0;
        for (var i = 0; i < pixels.Length; i++)
        {
            var dark = DrawnPage.Paper - pixels[i];
            weight += dark;
            x += dark * (left + i % (2 * reach) + 0.5);
            y += dark * (top + i / (2 * reach) + 0.5);
        }

        return (x / weight, y / weight);
    }
}
