using Digitize.Core.Text;
using Digitize.Ocr.Layout;

namespace Digitize.Ocr.Tests.Layout;

public sealed class PageLayoutTests
{
    [Fact]
    public void Book_HasHeadNumberHeadingAndNotes_InOrder()
    {
        var page = new PrintedPage()
            .Line("12", 150, 100).Line("NAM PHONG", 500, 100, 32)
            .Line("Chương II", 450, 300, 60)
            .Text("a", 150, 450, 15)
            .Text("(1)", 150, 1400, 3, 28, 60);

        Assert.Equal("PageNumber 12, RunningHead NAM, Heading Chương, Body a1, Note (1)1", page.Order());
    }

    [Fact]
    public void TextUnderALargeTitle_IsNoNote()
    {
        var page = new PrintedPage().Line("Tựa sách", 400, 200, 52).Line("Lời nói đầu", 380, 270, 50).Text("a", 150, 360, 15);

        Assert.Equal("Heading Tựa, Body a1", page.Order());
    }

    [Fact]
    public void NumberAtTheFoot_ComesLast()
    {
        var page = new PrintedPage().Text("a", 150, 200, 20).Line("— xii —", 550, 1500);

        Assert.Equal("Body a1, PageNumber —", page.Order());
    }

    [Fact]
    public void Newspaper_IsReadArticleByArticle_ColumnByColumn()
    {
        var page = new PrintedPage(2000, 2600)
            .Line("ĐÔNG PHÁP", 600, 100, 120)
            .Line("Tin thứ nhất", 150, 350, 80).Line("Tin thứ hai", 1150, 350, 80)
            .Text("a", 60, 500, 12, 40, 20).Text("b", 540, 500, 12, 40, 20)
            .Text("c", 1020, 500, 12, 40, 20).Text("d", 1500, 500, 12, 40, 20)
            .Line("Tin thứ ba chạy ngang cả trang báo này", 150, 1300, 80)
            .Text("e", 60, 1500, 12, 40, 20).Text("f", 540, 1500, 12, 40, 20)
            .Text("g", 1020, 1500, 12, 40, 20).Text("h", 1500, 1500, 12, 40, 20);

        Assert.Equal(
            "Heading ĐÔNG, Heading Tin, Body a1, Body b1, Heading Tin, Body c1, Body d1, Heading Tin, Body e1, Body f1, Body g1, Body h1",
            page.Order());
    }

    [Fact]
    public void LineAcrossAGutter_IsCutThere_AndNoWordIsLost()
    {
        var page = new PrintedPage(1400);
        for (var row = 0; row < 10; row++)
        {
            page.Line("trái của dòng này", 60, 200 + (row * 56));
            page.Line("phải của dòng kia", 760, 200 + (row * 56));
        }

        var whole = page.Read().SelectMany(region => region.Lines).ToList();
        var merged = new TextRegion("", RegionKind.Body, default, WritingMode.HorizontalTb, [.. whole
            .GroupBy(line => line.Box.Y)
            .Select(row => row.OrderBy(line => line.Box.X).ToList())
            .Select(row => row[0].Box.Y == 368
                ? [row[0] with { Box = Box.Around([row[0].Box, row[1].Box]), Words = [.. row[0].Words, .. row[1].Words] }]
                : row)
            .SelectMany(row => row)]);

        var lines = PageLayout.Of([merged], page.Image).SelectMany(region => region.Lines).ToList();
        Assert.Equal(20, lines.Count);
        Assert.All(lines.Take(10), line => Assert.StartsWith("trái", line.Text));
        Assert.Equal(80, lines.Sum(line => line.Words.Count));
    }

    [Fact]
    public void NotesInTheMargin_FollowTheTextBesideThem()
    {
        var page = new PrintedPage(1400)
            .Text("a", 350, 200, 20).Line("Lời bàn", 80, 400, 28).Line("thứ nhất", 80, 440, 28);

        Assert.Equal("Body a1, Marginalia Lời", page.Order());
    }

    [Fact]
    public void Table_IsARegion_RowByRow()
    {
        var page = new PrintedPage().Text("a", 100, 200, 8);
        for (var row = 0; row < 5; row++)
        {
            page.Line($"{1905 + row}", 100, 800 + (row * 56)).Line($"{row}00", 500, 800 + (row * 56)).Line($"{row}.500", 850, 800 + (row * 56));
        }

        var read = page.Text("b", 100, 1200, 8).Read();

        Assert.Equal([RegionKind.Body, RegionKind.Table, RegionKind.Body], read.Select(region => region.Kind));
        Assert.Equal(["1905", "000", "0.500", "1906"], read[1].Lines.Take(4).Select(line => line.Text));
    }

    [Fact]
    public void NamedLineUnderAPicture_IsACaption()
    {
        var page = new PrintedPage().Text("a", 100, 200, 6).Line("Hình 3. — Chợ Đồng-xuân", 300, 1000, 34).Text("b", 100, 1150, 6);

        Assert.Equal("Body a1, Caption Hình, Body b1", page.Order());
    }

    [Fact]
    public void VerticalRegions_KeepTheirKindAndLines()
    {
        var column = new TextLine("", new Box(900, 200, 60, 800), [], "lzh", WritingMode.VerticalRl, [new Word("論語", new Box(900, 200, 60, 800), 1, [])]);
        var vertical = new TextRegion("", RegionKind.Commentary, new Box(900, 200, 60, 800), WritingMode.VerticalRl, [column]);

        var read = new PrintedPage().Text("a", 100, 200, 10, letters: 30).Read(vertical);

        Assert.Equal([RegionKind.Body, RegionKind.Commentary], read.Select(region => region.Kind));
        Assert.Same(column, read[1].Lines[0]);
    }

    [Fact]
    public void BrokenWords_AreWhole_AlsoFromColumnToColumn()
    {
        var page = new PrintedPage(1400)
            .Text("a", 60, 200, 6, letters: 25).Line("nước Việt-", 60, 200 + (6 * 56))
            .Line("Nam ta", 760, 200).Text("b", 760, 256, 6, letters: 25);

        var parts = page.Read().SelectMany(region => region.Lines).SelectMany(line => line.Words).Where(word => word.Part is not null);

        Assert.Equal(
            [("Việt-", WordHalf.First, "Việt-Nam"), ("Nam", WordHalf.Second, "Việt-Nam")],
            parts.Select(word => (word.Text, word.Part!.Half, word.Part.Joined)));
    }

    [Fact]
    public void AwkwardPages_LoseNothing()
    {
        Assert.Empty(PageLayout.Of([], new OcrImage(1, 1, 1, 1, null, new byte[1])));
        Assert.Single(new PrintedPage(50, 50).Line("a", 0, 0).Read());
        var unread = new TextRegion("", RegionKind.Body, default, WritingMode.HorizontalTb,
            [new TextLine("", default, [], "vi", WritingMode.HorizontalTb, [])]);
        Assert.Equal(2, new PrintedPage().Line("một", 100, 100).Read(unread).Count);
        var piled = new PrintedPage();
        for (var line = 0; line < 30; line++)
        {
            piled.Line($"chồng{line} lên nhau", 100, 100 + (line % 3));
        }

        Assert.Equal(90, piled.Read().SelectMany(region => region.Lines).Sum(line => line.Words.Count));
    }
}
