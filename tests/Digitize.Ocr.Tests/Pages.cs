using System.Globalization;
using System.Text;

namespace Digitize.Ocr.Tests;

/// <summary>Pages to read: drawn ones from <c>fixtures/</c>, blank ones, large ones.</summary>
internal static class Pages
{
    internal const string VietnameseText = "Trăm năm trong cõi người ta,\nChữ tài chữ mệnh khéo là ghét nhau.";

    internal const string FrenchText = "Où étaient les forêts près d'Hanoï ?\nLe garçon a reçu la lettre à Noël.";

    internal static readonly string[] ColumnTexts = ["南國山河南帝居", "截然定分在天書", "如何逆虜來侵犯", "汝等行看取敗虛"];

    internal static OcrImage Vietnamese { get; } = Fixture("vietnamese.pgm");

    internal static OcrImage French { get; } = Fixture("french.pgm");

    internal static OcrImage Columns { get; } = Fixture("columns.pgm");

    internal static OcrImage Blank(int width, int height)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)240);
        return new OcrImage(width, height, 1, width, 300, pixels);
    }

    /// <summary>The page many times over, so that reading it takes long.</summary>
    internal static OcrImage Tiled(OcrImage page, int across, int down)
    {
        var width = page.Width * across;
        var pixels = new byte[width * page.Height * down];
        for (var y = 0; y < page.Height * down; y++)
        {
            for (var tile = 0; tile < across; tile++)
            {
                page.Pixels.Slice(y % page.Height * page.Stride, page.Width)
                    .CopyTo(pixels.AsMemory((y * width) + (tile * page.Width)));
            }
        }

        return new OcrImage(width, page.Height * down, 1, width, 300, pixels);
    }

    /// <summary>One page above another, on paper of the first's first pixel.</summary>
    internal static OcrImage Above(OcrImage top, OcrImage bottom)
    {
        var (width, gap) = (Math.Max(top.Width, bottom.Width), 60);
        var pixels = new byte[width * (top.Height + gap + bottom.Height)];
        Array.Fill(pixels, top.Pixels.Span[0]);
        foreach (var (page, first) in new[] { (top, 0), (bottom, top.Height + gap) })
        {
            for (var y = 0; y < page.Height; y++)
            {
                page.Pixels.Slice(y * page.Stride, page.Width).CopyTo(pixels.AsMemory((first + y) * width));
            }
        }

        return new OcrImage(width, top.Height + gap + bottom.Height, 1, width, 300, pixels);
    }

    /// <summary>The page in RGB, with bytes after each row that belong to no pixel.</summary>
    internal static OcrImage Coloured(OcrImage page)
    {
        var stride = (page.Width * 3) + 5;
        var pixels = new byte[stride * page.Height];
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width * 3; x++)
            {
                pixels[(y * stride) + x] = page.Pixels.Span[(y * page.Stride) + (x / 3)];
            }
        }

        return new OcrImage(page.Width, page.Height, 3, stride, page.Ppi, pixels);
    }

    internal static OcrImage Fixture(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", name));
        var head = Encoding.ASCII.GetString(file, 0, 20).Split((char[]?)null, 5);
        var width = int.Parse(head[1], CultureInfo.InvariantCulture);
        var height = int.Parse(head[2], CultureInfo.InvariantCulture);
        return new OcrImage(width, height, 1, width, 300, file.AsMemory(file.Length - (width * height)));
    }
}
