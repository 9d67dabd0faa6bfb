using Digitize.Core.Text;
using FsCheck.Xunit;

namespace Digitize.Core.Tests.Text;

public sealed class BoxTests
{
    [Fact]
    public void Around_IsTheSmallestBoxThatHoldsAll() =>
        Assert.Equal(new Box(5, 10, 45, 60), Box.Around([new(10, 10, 40, 20), new(5, 30, 10, 40)]));

    [Fact]
    public void Around_IsEmpty_WhenThereAreNone() => Assert.Equal(default, Box.Around([]));

    [Theory]
    [InlineData(10, 10, 20, 20, 10, 10, 20, 20)]
    [InlineData(-5, -5, 20, 20, 0, 0, 15, 15)]
    [InlineData(90, 40, 50, 50, 90, 40, 10, 10)]
    [InlineData(200, 200, 10, 10, 100, 50, 0, 0)]
    [InlineData(-50, -50, 10, 10, 0, 0, 0, 0)]
    public void ClampTo_KeepsThePartOnThePage(int x, int y, int w, int h, int cx, int cy, int cw, int ch) =>
        Assert.Equal(new Box(cx, cy, cw, ch), new Box(x, y, w, h).ClampTo(100, 50));

    [Property]
    public bool ClampTo_NeverSticksOut(int x, int y, int width, int height)
    {
        var box = new Box(x, y, width, height).ClampTo(1000, 700);

        return box is { X: >= 0, Y: >= 0, Width: >= 0, Height: >= 0, Right: <= 1000, Bottom: <= 700 };
    }
}
