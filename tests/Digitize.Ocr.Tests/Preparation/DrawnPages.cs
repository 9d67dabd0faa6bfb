using Digitize.Ocr.Preparation;

namespace Digitize.Ocr.Tests.Preparation;

/// <summary>Grey pages of 300 ppi, drawn a rectangle at a time.</summary>
internal static class DrawnPages
{
    internal static GreyPage Plain(int width, int height, byte paper = 255)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, paper);
        return new GreyPage(width, height, 300, pixels);
    }

    internal static GreyPage With(this GreyPage page, int left, int top, int width, int height, byte grey)
    {
        for (var y = top; y < top + height; y++)
        {
            Array.Fill(page.Pixels, grey, (y * page.Width) + left, width);
        }

        return page;
    }

    internal static byte At(this GreyPage page, int x, int y) => page.Pixels[(y * page.Width) + x];
}
