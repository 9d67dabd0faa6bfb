using System.Text;

namespace Digitize.Imaging.Tests.Drawing;

/// <summary>PDFs written object by object, without a cross-reference table: readers rebuild it.</summary>
internal static class PdfBytes
{
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>";

    /// <summary>One page with the given packed content stream.</summary>
    public static byte[] WithContent(byte[] packed) =>
        Of("", "", "[3 0 R] /Count 1", Page, [Stream("/Filter /FlateDecode", packed)]);

    /// <summary>The same page, so many times.</summary>
    public static byte[] WithPages(int count) =>
        Of("", "", $"[{string.Join(' ', Enumerable.Repeat("3 0 R", count))}] /Count {count}", Page, [Stream("", "q Q"u8)]);

    /// <summary>Pictures in pictures: each form draws the next one ten times.</summary>
    public static byte[] Nested(int depth)
    {
        var page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>";
        var ten = string.Concat(Enumerable.Repeat("/F Do ", 10));
        var forms = Enumerable.Range(0, depth).Select(level => Stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
            + (level + 1 < depth ? $" /Resources << /XObject << /F {level + 6} 0 R >> >>" : ""),
            Encoding.ASCII.GetBytes(level + 1 < depth ? ten : "0 0 10 10 re f")));
        return Of("", "", "[3 0 R] /Count 1", page, [Stream("", "/F Do"u8), .. forms]);
    }

    public static byte[] Portfolio() =>
        Of("/Collection << /Type /Collection >>", "", "[3 0 R] /Count 1", Page, [Stream("", "q Q"u8)]);

    public static byte[] Locked()
    {
        var hash = new string('A', 32);
        return Of("", $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({hash}) /U ({hash}) >> /ID [({hash}) ({hash})]",
            "[3 0 R] /Count 1", Page, [Stream("", "q Q"u8)]);
    }

    // Objects: 1 catalog, 2 page tree, 3 page, 4 its content, then the rest.
    private static byte[] Of(string catalog, string trailer, string kids, string page, IReadOnlyList<byte[]> streams)
    {
        using var pdf = new MemoryStream();
        Text($"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalog} >>\nendobj\n");
        Text($"2 0 obj\n<< /Type /Pages /Kids {kids} >>\nendobj\n3 0 obj\n{page}\nendobj\n");
        for (var i = 0; i < streams.Count; i++)
        {
            Text($"{i + 4} 0 obj\n");
            pdf.Write(streams[i]);
            Text("endobj\n");
        }

        Text($"trailer\n<< /Root 1 0 R /Size {streams.Count + 4} {trailer} >>\n%%EOF\n");
        return pdf.ToArray();

        void Text(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));
    }

    private static byte[] Stream(string keys, ReadOnlySpan<byte> content) =>
        [.. Encoding.ASCII.GetBytes($"<< /Length {content.Length} {keys} >>\nstream\n"), .. content, .. "\nendstream\n"u8];
}
