using Digitize.Ocr.Evaluation;

namespace Digitize.Ocr.Tests;

public sealed class PageSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ReadAsync_TakesPairsInOrder_AndLeavesTheRest()
    {
        Write("b.stain-2.vi.jpg", "b.stain-2.vi.txt", "a.png", "a.txt", "text-only.txt", "image-only.jpg");

        var set = await PageSet.ReadAsync(_folder, default);

        Assert.Null(set.Made);
        Assert.Equal(["a", "b.stain-2.vi"], set.Pages.Select(page => page.Name));
        Assert.Empty(set.Pages[0].Groups);
        Assert.Equal(["b", "stain", "vi"], set.Pages[1].Groups);
        Assert.Equal("b.stain-2.vi.txt", set.Pages[1].Text);
    }

    [Fact]
    public async Task ReadAsync_TellsThatPagesAreMade_WhenTheFolderSaysSo()
    {
        Write("a.png", "a.txt", "MADE");

        Assert.Equal("MADE", (await PageSet.ReadAsync(_folder, default)).Made);
    }

    [Fact]
    public async Task ReadAsync_NamesTheFolder_WhenNothingPairs()
    {
        Write("a.png", "b.txt");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => PageSet.ReadAsync(_folder, default));

        Assert.Contains(_folder, fault.Message, StringComparison.Ordinal);
    }

    private void Write(params string[] names)
    {
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(_folder, name), name);
        }
    }
}
