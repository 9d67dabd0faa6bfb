using Digitize.Core.Text;
using FsCheck.Xunit;

namespace Digitize.Core.Tests.Text;

public sealed class FoldedTextTests
{
    [Fact]
    public void Find_GivesTheHitAsItIsWritten()
    {
        var text = new FoldedText("Trăm năm trong cõi người ta,\nChữ tài chữ mệnh khéo là ghét nhau.");

        var hit = text.Find("nguoi ta, chu tai", 8);

        Assert.Equal(new TextHit("ong cõi ", "người ta,\nChữ tài", " chữ mện"), hit);
    }

    [Fact]
    public void Find_CutsNoCharacterInTwo()
    {
        var hit = new FoldedText("𡨸𡨸một𡨸𡨸").Find("mot", 3);

        Assert.Equal(new TextHit("𡨸𡨸", "một", "𡨸"), hit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bon")]
    public void Find_GivesNothing_WhenItIsNotThere(string query) => Assert.Null(new FoldedText("một hai ba").Find(query, 5));

    [Property(MaxTest = 300)]
    public bool Folded_IsWhatSearchFoldingGives(string? text) =>
        new FoldedText(text ?? "").Folded == SearchFolding.Fold(text ?? "");
}
