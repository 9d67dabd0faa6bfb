using Digitize.Core.Text;
using Digitize.Ocr.Layout;

namespace Digitize.Ocr.Tests.Layout;

/// <summary>A page as a recogniser gives it, set line by line: every letter is half as wide as high.</summary>
internal sealed class PrintedPage(int width = 1200, int height = 1800)
{
    internal const int Size = 40;

    private readonly List<TextLine> _lines = [];

    internal OcrImage Image { get; } = new(width, height, 1, width, 300, White(width, height));

    internal PrintedPage Line(string text, int x, int y, int size = Size, string language = "vi")
    {
        var words = new List<Word>();
        foreach (var word in text.Split(' '))
        {
            var wide = word.EnumerateRunes().Count() * size / 2;
            words.Add(new Word(word, new Box(x, y, wide, size), 0.9, []));
            x += wide + (size / 3);
        }

        var box = Box.Around(words.Select(word => word.Box));
        _lines.Add(new TextLine("", box, [new(box.X, box.Bottom), new(box.Right, box.Bottom)], language, WritingMode.HorizontalTb, words));
        return this;
    }

    /// <summary>Lines of text of about the width, one below the other.</summary>
    internal PrintedPage Text(string name, int x, int y, int lines, int size = Size, int letters = 40)
    {
        for (var number = 1; number <= lines; number++)
        {
            var text = $"{name}{number}";
            while (text.EnumerateRunes().Count() < letters)
            {
                text += " chữ";
            }

            Line(text, x, y + ((number - 1) * size * 7 / 5), size);
        }

        return this;
    }

    internal IReadOnlyList<TextRegion> Read(params TextRegion[] others) => LineEnds.Join(PageLayout.Of(
        [new TextRegion("", RegionKind.Body, new Box(0, 0, width, height), WritingMode.HorizontalTb, [.. _lines]), .. others], Image));

    /// <summary>Kind and first word of each region, in reading order.</summary>
    internal string Order(params TextRegion[] others) => string.Join(
        ", ", Read(others).Select(region => $"{region.Kind} {region.Lines[0].Words[0].Text}"));

    private static byte[] White(int width, int height)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)255);
        return pixels;
    }
}
