using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Digitize.Decoder.Pdf;

/// <summary>PdfPig's stream filters, with a bound on what a few hostile bytes may unfold to.</summary>
internal sealed class BoundedFilters() : BaseFilterProvider(Filters)
{
    private const long LargestStream = 64 << 20;

    // One LZW code of 12 bits can stand for 4,096 bytes, one run-length pair for 128.
    private const int LargestLzw = 64 << 10;
    private const int LargestRunLength = 1 << 20;

    public static readonly BoundedFilters Instance = new();

    private static Dictionary<string, IFilter> Filters
    {
        get
        {
            IFilter flate = new BoundedFlate();
            IFilter lzw = new BoundedInput(new LzwFilter(), LargestLzw);
            IFilter runs = new BoundedInput(new RunLengthFilter(), LargestRunLength);
            IFilter ascii85 = new Ascii85Filter();
            IFilter hex = new AsciiHexDecodeFilter();
            IFilter jpeg = new DctDecodeFilter();
            IFilter fax = new CcittFaxDecodeFilter();
            return new()
            {
                ["FlateDecode"] = flate, ["Fl"] = flate,
                ["LZWDecode"] = lzw, ["LZW"] = lzw,
                ["RunLengthDecode"] = runs, ["RL"] = runs,
                ["ASCII85Decode"] = ascii85, ["A85"] = ascii85,
                ["ASCIIHexDecode"] = hex, ["AHx"] = hex,
                ["DCTDecode"] = jpeg, ["DCT"] = jpeg,
                ["CCITTFaxDecode"] = fax, ["CCF"] = fax,
                ["JBIG2Decode"] = new Jbig2DecodeFilter(),
                ["JPXDecode"] = new JpxDecodeFilter(),
            };
        }
    }

    private sealed class BoundedFlate : IFilter
    {
        private readonly FlateFilter _inner = new();

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken stream, IFilterProvider filters, int index)
        {
            var allowed = Math.Max(LargestStream, ImageBytes(stream));
            const int zlibHeader = 2;
            using var packed = new MemoryStream(input.ToArray());
            packed.Seek(Math.Min(zlibHeader, packed.Length), SeekOrigin.Begin);
            using var unpacked = new DeflateStream(packed, CompressionMode.Decompress);
            var (buffer, total) = (new byte[64 << 10], 0L);
            try
            {
                for (int read; (read = unpacked.Read(buffer)) > 0;)
                {
                    if ((total += read) > allowed)
                    {
                        throw new DecoderFault("image-bomb", $"PDF stream unfolds to more than {allowed} bytes");
                    }
                }
            }
            catch (InvalidDataException)
            {
                // PdfPig keeps what came before the damage; so far it is within the bound.
            }

            return _inner.Decode(input, stream, filters, index);
        }

        // At most four 16-bit channels and a predictor byte a row.
        private static long ImageBytes(DictionaryToken stream) =>
            stream.TryGet(NameToken.Width, out NumericToken width)
            && stream.TryGet(NameToken.Height, out NumericToken height)
                ? (width.Long * 8 + 1) * height.Long
                : 0;
    }

    private sealed class BoundedInput(IFilter inner, int allowed) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken stream, IFilterProvider filters, int index) =>
            input.Length <= allowed
                ? inner.Decode(input, stream, filters, index)
                : throw new DecoderFault("image-bomb", $"PDF stream of {input.Length} bytes, {allowed} allowed");
    }
}
