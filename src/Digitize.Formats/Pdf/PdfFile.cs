using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Digitize.Formats.Pdf;

/// <summary>
/// A PDF file as it grows (ISO 32000-1, section 7.5): each object goes out when it is done, only its place is kept,
/// and the table of places stands at the end. Numbers are handed out before their objects are written.
/// </summary>
internal sealed class PdfFile(Stream stream)
{
    /// <summary>The table of places has ten digits for each.</summary>
    private const long MaximumBytes = 9_999_999_999;

    private readonly List<long> _places = [];
    private long _length;

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _places.Add(-1);
        return _places.Count;
    }

    /// <summary>The version, and four bytes that tell every program that this is no text (ISO 19005-2, 6.1.2).</summary>
    public Task StartAsync(CancellationToken ct) => WriteAsync("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n", ct);

    public Task WriteObjectAsync(int number, string value, CancellationToken ct)
    {
        _places[number - 1] = _length;
        return WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{value}\nendobj\n"), ct);
    }

    /// <param name="entries">Of the stream's dictionary, without its length.</param>
    public async Task WriteStreamAsync(int number, string entries, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        _places[number - 1] = _length;
        await WriteAsync(
            string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< {entries} /Length {content.Length} >>\nstream\n"),
            ct);
        await stream.WriteAsync(content, ct);
        _length += content.Length;
        await WriteAsync("\nendstream\nendobj\n", ct);
    }

    /// <summary>The same, deflated.</summary>
    public Task WriteDeflatedAsync(int number, string entries, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content.Span);
        }

        return WriteStreamAsync(number, $"{entries} /Filter /FlateDecode", packed.ToArray(), ct);
    }

    /// <param name="id">16 bytes that no other file has (ISO 19005-2, 6.1.3).</param>
    /// <exception cref="IOException">The file is longer than its table can say.</exception>
    public async Task FinishAsync(int catalog, int information, ReadOnlyMemory<byte> id, CancellationToken ct)
    {
        if (_length > MaximumBytes)
        {
            throw new IOException($"A PDF file of {_length} bytes has no table of places.");
        }

        var start = _length;
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in _places)
        {
            table.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        var name = Convert.ToHexString(id.Span);
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_places.Count + 1} /Root {catalog} 0 R ")
            .Append(CultureInfo.InvariantCulture, $"/Info {information} 0 R /ID [<{name}> <{name}>] >>\n")
            .Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n");
        await WriteAsync(table.ToString(), ct);
        await stream.FlushAsync(ct);
    }

    private async Task WriteAsync(string text, CancellationToken ct)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        await stream.WriteAsync(bytes, ct);
        _length += bytes.Length;
    }
}
