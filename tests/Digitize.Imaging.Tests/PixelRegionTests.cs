using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Digitize.Imaging.Tests;

public sealed class PixelRegionTests
{
    [Property]
    public Property Turned_ComesBack_WhenTurnedTheOtherWay(PositiveInt width, PositiveInt height, int seed, int turns)
    {
        var random = new Random(seed);
        var region = new PixelRegion(random.Next(width.Get), random.Next(height.Get), width.Get, height.Get).Within(width.Get, height.Get);
        var (turnedWidth, turnedHeight) = (turns & 1) == 0 ? (width.Get, height.Get) : (height.Get, width.Get);

        var back = region.Turned(turns, width.Get, height.Get).Turned(-turns, turnedWidth, turnedHeight);

        return (back == region).ToProperty();
    }

    [Fact]
    public void Within_KeepsWhatLiesOnTheImage() =>
        Assert.Equal(new PixelRegion(0, 5, 90, 95), new PixelRegion(-10, 5, 100, 200).Within(100, 100));
}
