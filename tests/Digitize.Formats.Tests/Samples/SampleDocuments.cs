using System.Security.Cryptography;
using System.Text;
using Digitize.Core.Rows;
using Digitize.Formats.Records;

namespace Digitize.Formats.Tests.Samples;

/// <summary>Documents with every field, and with none that may be missing. Ids and times are fixed.</summary>
internal static class SampleDocuments
{
    public static readonly DateTime At = new(2026, 3, 14, 9, 26, 53, DateTimeKind.Utc);

    private static readonly PreservationAgent Program = new(AgentKind.Software, "digitize", "0.1.0");
    private static readonly PreservationAgent Person = new(AgentKind.Person, "nguyen.thi.hoa");

    /// <summary>Right to left; two pages from one master, one page that could not be shown or read.</summary>
    public static DocumentRecord Full { get; } = new()
    {
        Id = Id(1),
        Shelfmark = "AB.61 <2>",
        Title = "Kim Vân Kiều tân truyện & 金雲翹\u0003",
        Collection = "Kho sách Hán-Nôm",
        Creator = "Nguyễn Du",
        Date = "Tự Đức 24 [1871]",
        Language = "vi-Hani",
        Rights = "https://creativecommons.org/publicdomain/mark/1.0/",
        Library = "Thư viện Quốc gia Việt Nam",
        Direction = ReadingDirection.RightToLeft,
        PackagedAt = At,
        PublicBaseUrl = new Uri("https://so.example.vn/kho/"),
        Pages =
        [
            Page(11, 1, "1a", "master-1.tif"),
            Page(12, 2, "1b", "master-1.tif"),
            Page(13, 3, null, "master-2.tif") with
            {
                Access = null, Alto = null, PageXml = null, Hocr = null, PlainText = null, Width = 0, Height = 0,
            },
        ],
        Pdf = File("document.pdf", "application/pdf"),
        Tei = File("tei.xml", "application/tei+xml"),
        Events =
        [
            new(PreservationEventType.Ingestion, At, Program, PageId: Id(11)),
            new(PreservationEventType.MessageDigestCalculation, At, Program, Detail: "SHA-256", PageId: Id(11)),
            new(PreservationEventType.FixityCheck, At, Program, PageId: Id(13)),
            new(PreservationEventType.Splitting, At, Program, PageId: Id(12)),
            new(PreservationEventType.Deskewing, At, Program, EventOutcome.Warning, "angle=1.25\u0000", Id(11)),
            new(PreservationEventType.ImageDerivation, At, Program, Detail: "tile=512; quality=85", PageId: Id(11)),
            new(PreservationEventType.Ocr, At, new(AgentKind.Software, "han-nom", "0.1"), PageId: Id(11)),
            new(PreservationEventType.Ocr, At, new(AgentKind.Software, "han-nom", "0.1"), EventOutcome.Failure, null, Id(13)),
            new(PreservationEventType.Correction, At, Person, PageId: Id(11)),
            new(PreservationEventType.Verification, At, Person, PageId: Id(99)),
            new(PreservationEventType.Publication, At, Program),
        ],
    };

    public static DocumentRecord Sparse { get; } = new()
    {
        Id = Id(2),
        Shelfmark = "R.1",
        Title = "Vô đề",
        Rights = "hỏi thư viện",
        Library = "Thư viện tỉnh",
        PackagedAt = At,
        PublicBaseUrl = new Uri("http://localhost:5000"),
        Pages = [Page(21, 1, null, "scan.tif") with { Access = null, Alto = null, PageXml = null, Hocr = null, PlainText = null, Width = 0, Height = 0 }],
    };

    public static DocumentRecord WithoutPages { get; } = Sparse with { Id = Id(3), Pages = [], Rights = null };

    public static Guid Id(int number) => new(number, 0, 7, [8, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>What the file of a record holds, so that tests can put it on disk for the checks of METS.</summary>
    public static byte[] Content(FileRecord file) => Encoding.UTF8.GetBytes(file.Href);

    private static PageRecord Page(int id, int sequence, string? label, string master) => new()
    {
        Id = Id(id),
        Sequence = sequence,
        Label = label,
        Width = 1200,
        Height = 1600,
        Master = File(master, "image/tiff") with { OriginalName = $"quét {master}" },
        Access = File($"access-{id}.tif", "image/tiff"),
        Alto = File($"alto-{id}.xml", "application/xml"),
        PageXml = File($"page-{id}.xml", "application/xml"),
        Hocr = File($"hocr-{id}.html", "application/xhtml+xml"),
        PlainText = File($"txt-{id}.txt", "text/plain; charset=utf-8"),
    };

    private static FileRecord File(string href, string mediaType)
    {
        var content = Encoding.UTF8.GetBytes(href);
        return new(href, mediaType, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), At);
    }
}
