using System.Globalization;
using System.Text;

namespace Digitize.Formats.Pdf;

/// <summary>
/// The document's one font, under two names: for lines that run to the right and for columns that run down. Codes of
/// two bytes are glyph numbers; ToUnicode says what each stands for, in as many UTF-16 units as it takes.
/// In columns a glyph's origin is its lower left corner, not, as is usual, the middle of its upper edge: poppler and
/// PdfPig look for the glyph there whatever the font says, and programs that do as the font says (MuPDF) find it there too.
/// </summary>
internal sealed class PdfFonts(PdfFile file)
{
    /// <summary>As content streams name them.</summary>
    public const string Horizontal = "H";

    /// <summary>As content streams name them.</summary>
    public const string Vertical = "V";

    /// <summary>Longest run of entries that one operator of a CMap may hold.</summary>
    private const int EntriesAtOnce = 100;

    private readonly int _horizontal = file.Reserve();
    private readonly int _vertical = file.Reserve();

    /// <summary>The entry of a page's resources.</summary>
    public string Resource =>
        $"/Font << /{Horizontal} {PdfValue.Reference(_horizontal)} /{Vertical} {PdfValue.Reference(_vertical)} >>";

    public async Task WriteAsync(PdfGlyphs glyphs, CancellationToken ct)
    {
        var (descendant, descriptor, program, meanings) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        foreach (var (number, encoding) in new[] { (_horizontal, "Identity-H"), (_vertical, "Identity-V") })
        {
            await file.WriteObjectAsync(
                number,
                $"<< /Type /Font /Subtype /Type0 /BaseFont /{GlyphlessFont.Name} /Encoding /{encoding} "
                    + $"/DescendantFonts [{PdfValue.Reference(descendant)}] /ToUnicode {PdfValue.Reference(meanings)} >>",
                ct);
        }

        var widths = glyphs.Texts.Select(PdfGlyphs.WidthOf).ToList();
        await file.WriteObjectAsync(
            descendant,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{GlyphlessFont.Name} /CIDToGIDMap /Identity "
                    + $"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                    + $"/FontDescriptor {PdfValue.Reference(descriptor)} /DW {PdfGlyphs.Wide} /W {Widths(widths)} "
                    + $"/W2 [1 {widths.Count} -{PdfGlyphs.Wide} 0 {GlyphlessFont.Descent}] >>"),
            ct);
        await file.WriteObjectAsync(
            descriptor,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /FontDescriptor /FontName /{GlyphlessFont.Name} /Flags 4 /ItalicAngle 0 /StemV 80 "
                    + $"/FontBBox [0 {GlyphlessFont.Descent} {PdfGlyphs.Wide} {GlyphlessFont.Ascent}] /Ascent {GlyphlessFont.Ascent} "
                    + $"/Descent {GlyphlessFont.Descent} /CapHeight {GlyphlessFont.Ascent} /FontFile2 {PdfValue.Reference(program)} >>"),
            ct);
        var font = GlyphlessFont.Write(widths);
        await file.WriteDeflatedAsync(
            program, string.Create(CultureInfo.InvariantCulture, $"/Length1 {font.Length}"), font, ct);
        await file.WriteDeflatedAsync(meanings, "", Encoding.ASCII.GetBytes(ToUnicode(glyphs.Texts)), ct);
    }

    /// <summary>Runs of one width, <c>first last width</c>.</summary>
    private static string Widths(List<int> widths)
    {
        var runs = new StringBuilder("[");
        for (var first = 0; first < widths.Count;)
        {
            var next = first + 1;
            while (next < widths.Count && widths[next] == widths[first])
            {
                next++;
            }

            runs.Append(CultureInfo.InvariantCulture, $"{first + 1} {next} {widths[first]} ");
            first = next;
        }

        return runs.Append(']').ToString();
    }

    private static string ToUnicode(IReadOnlyList<string> texts)
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """);
        foreach (var entries in texts.Index().Chunk(EntriesAtOnce))
        {
            map.Append(CultureInfo.InvariantCulture, $"{entries.Length} beginbfchar\n");
            foreach (var (index, text) in entries)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{index + 1:X4}> <{PdfValue.Hex(text)}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
