using System.Text;
using Digitize.Core.Text;
using FsCheck.Xunit;

namespace Digitize.Core.Tests.Text;

public sealed class SearchFoldingTests
{
    [Theory]
    [InlineData("Truyện Kiều", "truyen kieu")]
    [InlineData("ĐƯỜNG Đi", "duong di")]
    [InlineData("đ Đ", "d d")]
    [InlineData("ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ýỳỷỹỵ", "aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy")]
    [InlineData("Évariste Ça", "evariste ca")]
    public void Fold_DropsCaseToneAndVowelMarks(string text, string folded) => Assert.Equal(folded, SearchFolding.Fold(text));

    [Theory]
    [InlineData("Nguyễn Đình Chiểu")]
    [InlineData("Thơ văn quốc ngữ, ưỡn ẹo")]
    public void Fold_GivesTheSame_WhenTheTextIsDecomposed(string text) =>
        Assert.Equal(SearchFolding.Fold(text), SearchFolding.Fold(text.Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("𡨸喃")]
    [InlineData("𪜀𫠣")]
    [InlineData("\uF900\uFA0E")]
    [InlineData("\U0002F800")]
    [InlineData("葛󠄀")]
    public void Fold_LeavesHanNomAlone(string text) => Assert.Equal(text, SearchFolding.Fold(text));

    [Theory]
    [InlineData("  một \t hai\r\n\u00A0ba  ", "mot hai ba")]
    [InlineData(" \n ", "")]
    [InlineData("", "")]
    public void Fold_MakesWhiteSpaceOneSpace(string text, string folded) => Assert.Equal(folded, SearchFolding.Fold(text));

    [Theory]
    [InlineData("hòa bình")]
    [InlineData("hoà bình")]
    [InlineData("hòa-bình")]
    [InlineData("Hoà\u2011Bình")]
    [InlineData("HOÀ BÌNH")]
    public void Fold_MakesOneOfAllSpellings_OldAndNew(string text) => Assert.Equal("hoa binh", SearchFolding.Fold(text));

    [Property(MaxTest = 300)]
    public bool Fold_ChangesNothing_WhenDoneAgain(string? text)
    {
        var once = SearchFolding.Fold(text ?? "");

        return SearchFolding.Fold(once) == once;
    }
}
