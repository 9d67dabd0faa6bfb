using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Digitize.Formats.Pdf;
using Digitize.Formats.Tests.Samples;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Digitize.Formats.Tests.Pdf;

/// <summary>
/// What PDF/A-2b asks of such a file (ISO 19005-2), clause by clause. Its validator, veraPDF, is in no registry that
/// these tests can reach; <c>qpdf</c> checks the file's structure.
/// </summary>
public sealed class PdfArchiveTests
{
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public async Task File_IsSound_ForEveryDocument()
    {
        foreach (var document in new[] { SampleDocuments.Full, SampleDocuments.Sparse })
        {
            using var pdf = await WrittenPdf.OfAsync(document, SamplePages.HanNom, SamplePages.Vietnamese);

            var said = await pdf.RunAsync("qpdf", "--check", pdf.FilePath);

            Assert.Contains("No syntax or stream encoding errors found", said);
        }
    }

    [Fact]
    public async Task File_BeginsAndEndsAsAsked()
    {
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full);
        var text = Encoding.Latin1.GetString(pdf.Bytes);

        Assert.StartsWith("%PDF-1.7\n%", text); // 6.1.2
        Assert.All(text[10..14], character => Assert.True(character > 127));
        Assert.Matches(@"/ID \[<[0-9A-F]{32}> <[0-9A-F]{32}>\]", text); // 6.1.3
        Assert.EndsWith("%%EOF\n", text);
        Assert.DoesNotContain("/Encrypt", text);
    }

    [Fact]
    public async Task Nothing_IsInTheFile_ThatAnArchiveForbids()
    {
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full, SamplePages.HanNom, SamplePages.Vietnamese);

        var plain = await PlainAsync(pdf);

        string[] forbidden =
        [
            "/LZWDecode", "/Crypt", "/JavaScript", "/JS", "/AA", "/OpenAction", "/SMask", "/Group", "/CA ", "/ca ", "/BM",
            "/Interpolate", "/OPI", "/PS", "/Alternates", "/TR", "/HTP", "/Launch", "/Movie", "/Sound", "/XFA", "/F ", "/FFilter",
            "/EmbeddedFile", "/OCProperties", "/DeviceCMYK", "/NeedAppearances", "/Perms",
        ];
        Assert.All(forbidden, name => Assert.DoesNotContain(name, plain));
        Assert.All(Regex.Matches(plain, @"(\d) Tr\b"), mode => Assert.Equal("3", mode.Groups[1].Value));
        Assert.All(Regex.Matches(plain, "<([0-9A-F]*)>"), text => Assert.Equal(0, text.Groups[1].Length % 2)); // 6.1.6
    }

    [Fact]
    public async Task Description_IsInXmp_AndAgreesWithTheInformation()
    {
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full);
        using var read = PdfDocument.Open(pdf.Bytes);

        Assert.True(read.TryGetXmpMetadata(out var metadata));
        var packet = Encoding.UTF8.GetString(metadata.GetXmlBytes());
        var xmp = XElement.Parse(packet[packet.IndexOf("<x:", StringComparison.Ordinal)..packet.LastIndexOf("<?", StringComparison.Ordinal)]);

        Assert.StartsWith("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>", packet);
        Assert.EndsWith("<?xpacket end=\"w\"?>", packet);
        Assert.Equal(("2", "B"), (xmp.Descendants(PdfA + "part").Single().Value, xmp.Descendants(PdfA + "conformance").Single().Value));
        Assert.Equal(read.Information.Title, xmp.Descendants(Dc + "title").Single().Value);
        Assert.Equal(read.Information.Author, xmp.Descendants(Dc + "creator").Single().Value);
        Assert.Equal("Kim Vân Kiều tân truyện & 金雲翹\uFFFD", read.Information.Title);
        Assert.Contains("<xmp:CreateDate>2026-03-14T09:26:53Z</xmp:CreateDate>", packet);
        Assert.Equal("D:20260314092653Z", read.Information.CreationDate);
        Assert.True(pdf.Bytes.AsSpan().IndexOf("W5M0MpCehiHzreSzNTczkc9d"u8) > 0); // readable without a PDF program
    }

    [Fact]
    public async Task Colours_AreSaid_ByAProfileInTheFile()
    {
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full);

        var plain = await PlainAsync(pdf);

        Assert.Contains("/S /GTS_PDFA1", plain);
        Assert.Contains("/DestOutputProfile", plain);
        Assert.Matches(@"/N 3\b", plain);
        var profile = SrgbProfile.Bytes.Span;
        Assert.Equal(profile.Length, BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal("mntrRGB XYZ ", Encoding.ASCII.GetString(profile[12..24]));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile[36..40]));
        Assert.Equal(9, BinaryPrimitives.ReadInt32BigEndian(profile[128..]));
        for (var entry = 132; entry < 132 + (9 * 12); entry += 12)
        {
            var (place, length) = (BinaryPrimitives.ReadInt32BigEndian(profile[(entry + 4)..]), BinaryPrimitives.ReadInt32BigEndian(profile[(entry + 8)..]));
            Assert.True(place % 4 == 0 && place + length <= profile.Length);
        }
    }

    [Fact]
    public async Task Font_IsEmbedded_WithTheWidthsItClaims()
    {
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full, SamplePages.HanNom, SamplePages.Vietnamese);
        using var read = PdfDocument.Open(pdf.Bytes);
        var fonts = Dictionaries(read).Where(font => Name(font, "Type") == "Font").ToList();
        var types = fonts.Where(font => Name(font, "Subtype") == "Type0").ToList();
        var descendant = fonts.Single(font => Name(font, "Subtype") == "CIDFontType2");

        Assert.Equal(["Identity-H", "Identity-V"], types.Select(font => Name(font, "Encoding")));
        Assert.All(types, font => Assert.True(font.ContainsKey(NameToken.ToUnicode)));
        Assert.Equal("Identity", Name(descendant, "CIDToGIDMap"));
        var program = Program(read, descendant);
        var widths = Widths(descendant);
        Assert.Equal(Advances(program)[1..], widths);
        Assert.Contains(500, widths);
        Assert.Contains(1000, widths);
        Assert.Equal(0xB1B0AFBA, Sum(program));
    }

    [Fact]
    public async Task EveryShownGlyph_HasAMeaningAndANumber()
    {
        using var pdf = await WrittenPdf.OfAsync(SampleDocuments.Full, SamplePages.HanNom, SamplePages.Vietnamese);

        var plain = await PlainAsync(pdf);

        var meanings = Regex.Matches(plain, @"^<([0-9A-F]{4})> <([0-9A-F]{4,})>$", RegexOptions.Multiline)
            .ToDictionary(entry => entry.Groups[1].Value, entry => entry.Groups[2].Value);
        var shown = Regex.Matches(plain, @"<([0-9A-F]+)> Tj").SelectMany(text => text.Groups[1].Value.Chunk(4)).Select(code => new string(code));
        Assert.NotEmpty(meanings);
        Assert.All(shown, code => Assert.True(code != "0000" && meanings.ContainsKey(code), code)); // 6.2.11.8
        Assert.Contains("D853DF93", meanings.Values); // 𤾓, two UTF-16 units
        Assert.DoesNotContain(meanings.Values, meaning => meaning is "0000" or "FEFF" or "FFFE"); // 6.2.11.7.2
    }

    private static Task<string> PlainAsync(WrittenPdf pdf) =>
        pdf.RunAsync("qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", pdf.FilePath, "-");

    private static IEnumerable<DictionaryToken> Dictionaries(PdfDocument read) =>
        read.Structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(key => key.ObjectNumber)
            .Select(key => read.Structure.GetObject(key).Data).OfType<DictionaryToken>();

    private static string? Name(DictionaryToken dictionary, string key) =>
        dictionary.TryGet(NameToken.Create(key), out NameToken name) ? name.Data : null;

    private static byte[] Program(PdfDocument read, DictionaryToken descendant)
    {
        var descriptor = (DictionaryToken)Object(read, descendant, "FontDescriptor");
        var stream = (StreamToken)Object(read, descriptor, "FontFile2");
        using var inflated = new System.IO.Compression.ZLibStream(new MemoryStream(stream.Data.ToArray()), System.IO.Compression.CompressionMode.Decompress);
        using var program = new MemoryStream();
        inflated.CopyTo(program);
        return program.ToArray();
    }

    private static IToken Object(PdfDocument read, DictionaryToken dictionary, string key) =>
        dictionary.TryGet(NameToken.Create(key), out IndirectReferenceToken reference)
            ? read.Structure.GetObject(reference.Data).Data
            : throw new InvalidDataException(key);

    /// <summary>The W array, a width for each number from 1.</summary>
    private static List<int> Widths(DictionaryToken descendant)
    {
        Assert.True(descendant.TryGet(NameToken.Create("W"), out ArrayToken runs));
        return [.. runs.Data.Cast<NumericToken>().Chunk(3)
            .SelectMany(run => Enumerable.Repeat(run[2].Int, run[1].Int - run[0].Int + 1))];
    }

    private static List<int> Advances(byte[] font)
    {
        var (hhea, hmtx) = (Table(font, "hhea"), Table(font, "hmtx"));
        var count = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(hhea + 34));
        Assert.Equal(count, BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(Table(font, "maxp") + 4)));
        return [.. Enumerable.Range(0, count).Select(glyph => (int)BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(hmtx + (glyph * 4))))];
    }

    private static int Table(byte[] font, string tag)
    {
        var entry = Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4))).Select(index => 12 + (index * 16))
            .Single(at => Encoding.ASCII.GetString(font, at, 4) == tag);
        return BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(entry + 8));
    }

    private static uint Sum(byte[] font) => Enumerable.Range(0, font.Length / 4)
        .Aggregate(0u, (sum, word) => unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(word * 4))));
}
