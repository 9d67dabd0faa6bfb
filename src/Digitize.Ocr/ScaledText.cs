using Digitize.Core.Text;
using Digitize.Ocr.Preparation;

namespace Digitize.Ocr;

/// <summary>Text read on a smaller copy of a page, in the pixels of the page itself.</summary>
public static class ScaledText
{
    /// <param name="width">Of the page, pixels.</param>
    /// <param name="height">Of the page, pixels.</param>
    public static TextPage On(TextPage text, int width, int height) => (text.Width, text.Height) == (width, height)
        ? text
        : text with
        {
            Width = width,
            Height = height,
            Regions = new OnPage(width, height, (double)text.Width / width).Of(text.Regions),
        };
}
