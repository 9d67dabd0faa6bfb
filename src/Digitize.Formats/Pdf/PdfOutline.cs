using System.Globalization;
using System.Text;
using Digitize.Core.Text;

namespace Digitize.Formats.Pdf;

/// <summary>
/// What a reader jumps by: the headings that were read, in their order, or the pages where there are none.
/// </summary>
internal sealed class PdfOutline
{
    private const int LongestTitle = 120;

    private readonly List<(string Title, string Target)> _headings = [];
    private readonly List<(string Title, string Target)> _pages = [];

    public bool HasHeadings => _headings.Count > 0;

    /// <param name="page">The page's object.</param>
    /// <param name="label">Its number, as readers see it.</param>
    /// <param name="height">Points.</param>
    public void Add(int page, string label, double height, TextPage? text)
    {
        _pages.Add((label, Target(page, height)));
        foreach (var heading in text?.Regions.Where(region => region.Kind == RegionKind.Heading) ?? [])
        {
            var between = heading.Mode == WritingMode.VerticalRl ? "" : " ";
            var title = string.Join(between, heading.Lines.Select(line => line.Text)).Trim();
            if (title.Length > 0)
            {
                var top = height * (1 - ((double)Math.Clamp(heading.Box.Y, 0, text!.Height) / Math.Max(1, text.Height)));
                _headings.Add((Cut(title), Target(page, top)));
            }
        }
    }

    /// <returns>The outline's object; null when there is nothing to jump to.</returns>
    public async Task<int?> WriteAsync(PdfFile file, CancellationToken ct)
    {
        var entries = HasHeadings ? _headings : _pages;
        if (entries.Count == 0)
        {
            return null;
        }

        var root = file.Reserve();
        var numbers = entries.Select(_ => file.Reserve()).ToList();
        foreach (var (index, (title, target)) in entries.Index())
        {
            var item = new StringBuilder($"<< /Title {PdfValue.Text(title)} /Parent {PdfValue.Reference(root)} /Dest {target}");
            if (index > 0)
            {
                item.Append(CultureInfo.InvariantCulture, $" /Prev {PdfValue.Reference(numbers[index - 1])}");
            }

            if (index + 1 < numbers.Count)
            {
                item.Append(CultureInfo.InvariantCulture, $" /Next {PdfValue.Reference(numbers[index + 1])}");
            }

            await file.WriteObjectAsync(numbers[index], item.Append(" >>").ToString(), ct);
        }

        await file.WriteObjectAsync(
            root,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Outlines /First {numbers[0]} 0 R /Last {numbers[^1]} 0 R /Count {numbers.Count} >>"),
            ct);
        return root;
    }

    private static string Target(int page, double top) =>
        $"[{PdfValue.Reference(page)} /XYZ 0 {PdfValue.Number(top)} null]";

    private static string Cut(string title)
    {
        var runes = title.EnumerateRunes().ToList();
        return runes.Count <= LongestTitle ? title : string.Concat(runes.Take(LongestTitle)) + "…";
    }
}
