using NetVips;

namespace Digitize.Imaging.Tests;

public sealed class HeldImagesTests : IDisposable
{
    private readonly HeldImages _held = new(2);
    private int _opened;

    public void Dispose() => _held.Dispose();

    [Fact]
    public async Task OpenAsync_OpensOnce_AndGivesTheSamePixelsAgain()
    {
        using var first = await OpenAsync("a");
        using var again = await OpenAsync("a");

        Assert.Equal(1, _opened);
        Assert.Equal(first.WriteToMemory<byte>(), again.WriteToMemory<byte>());
    }

    [Fact]
    public async Task OpenAsync_LetsGoOfWhatWasUsedLeastLately()
    {
        foreach (var name in new[] { "a", "b", "a", "c" })
        {
            (await OpenAsync(name)).Dispose();
        }

        using var kept = _held.Find("a");
        Assert.NotNull(kept);
        Assert.Null(_held.Find("b"));
    }

    [Fact]
    public async Task OpenAsync_GivesAnImageThatOutlivesItsPlace()
    {
        using var image = await OpenAsync("a");

        _held.Dispose();

        Assert.Equal(7, image.Max());
    }

    [Fact]
    public async Task OpenAsync_KeepsNothingLarge()
    {
        var edge = (int)Math.Sqrt(HeldImages.LargestBytes) + 1;

        using var large = await _held.OpenAsync("large", () => Task.FromResult(Image.Black(edge, edge)), default);

        Assert.Equal(edge, large.Width);
        Assert.Null(_held.Find("large"));
    }

    [Fact]
    public async Task OpenAsync_KeepsNothing_WhenOpeningFails()
    {
        await Assert.ThrowsAsync<IOException>(() => _held.OpenAsync("a", () => throw new IOException("gone"), default));

        Assert.Null(_held.Find("a"));
    }

    private Task<Image> OpenAsync(string name) => _held.OpenAsync(name, () =>
    {
        _opened++;
        return Task.FromResult((Image.Black(30, 20) + 7).Cast(Enums.BandFormat.Uchar));
    }, default);
}
