using System.Text;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Imaging.Access;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using NetVips;

namespace Digitize.Web.Tests;

/// <summary>A published Hán-Nôm book, an unpublished quốc ngữ one with a blocked page, a held batch and an inventory.</summary>
public sealed class Seed
{
    public const int Width = 1400;
    public const int Height = 1000;

    private static readonly DateTime Day = new(2026, 3, 2, 1, 30, 0, DateTimeKind.Utc);

    public Batch Batch { get; } = new() { Folder = "han-nom/A.12", Name = "A.12", State = BatchState.Taken, RecipeName = "han-nom-woodblock", SeenAt = Day, TakenAt = Day };

    public Batch Mixed { get; } = new() { Folder = "quoc-ngu/R.7", Name = "R.7", State = BatchState.Taken, RecipeName = "quoc-ngu-print", SeenAt = Day.AddHours(1), TakenAt = Day };

    public Batch Held { get; } = new()
    {
        Folder = "quoc-ngu/R.8", Name = "R.8", State = BatchState.Held, SeenAt = Day.AddHours(2), ExpectedPages = 4,
        Reason = new Reason("batch-count", "R.8", "4", "3"),
    };

    public Document Open { get; private set; } = null!;

    public Document Closed { get; private set; } = null!;

    public Page OpenPage => Open.Pages[0];

    public Page ClosedPage => Closed.Pages[0];

    public async Task WriteAsync(DigitizeDb db, IBlobStore blobs, string folder)
    {
        db.AddRange(Batch, Mixed, Held);
        Open = Book(Batch, "A.12", "金雲翹新傳 Kim Vân Kiều tân truyện", "vi-Hani", ReadingDirection.RightToLeft, published: true);
        Closed = Book(Mixed, "R.7", "Chuyện đời xưa", "vi-Latn", ReadingDirection.LeftToRight, published: false);
        db.AddRange(Open, Closed);
        for (var number = 1; number <= 3; number++)
        {
            await AddPageAsync(db, blobs, folder, Open, number, PageState.Verified, Columns(number));
        }

        await AddPageAsync(db, blobs, folder, Closed, 1, PageState.Read, Lines("Trăm năm trong cõi người ta", "100% chữ_tài"));
        var blocked = await AddPageAsync(db, blobs, folder, Closed, 2, PageState.Captured, null);
        db.Add(new StepRun
        {
            DocumentId = Closed.Id, PageId = blocked.Id, SubjectId = blocked.Id, Step = "ocr", StepVersion = 1, OptionsHash = "b",
            InputHash = "b", Queue = "ocr", State = RunState.NeedsPerson, Attempts = 1, CreatedAt = Day, EndedAt = Day,
            Reason = new Reason("ocr-empty", "p2.tif"),
        });
        db.Add(new IncomingFile { BatchId = Mixed.Id, RelativePath = "p3.tif", State = FileState.Rejected, Length = 0, SeenAt = Day, EndedAt = Day, Reason = new Reason("file-empty", "p3.tif") });
        db.AddRange(
            Holding("A.12", "Kim Vân Kiều tân truyện", 3, "Nguyễn", "Nôm"),
            Holding("R.7", "Chuyện đời xưa", 5, "Pháp thuộc", "Quốc ngữ"),
            Holding("R.9", "=HYPERLINK(\"x\")", null, null, "Quốc ngữ"),
            Holding("GĐ.1", "Gia phả", 10, "Nguyễn", "Hán", "family"));
        await db.SaveChangesAsync();
    }

    private static Document Book(
        Batch batch, string shelfmark, string title, string language, ReadingDirection direction, bool published) => new()
    {
        BatchId = batch.Id, Shelfmark = shelfmark, Title = title, Language = language, Direction = direction,
        RecipeName = batch.RecipeName!, RecipeHash = "0123456789abcdef", RecipeYaml = "name: x", CreatedAt = Day, PackagedAt = Day,
        Collection = "Kho cổ", Rights = "http://creativecommons.org/publicdomain/mark/1.0/",
        PublishedAt = published ? Day : null, PublishedBy = published ? "curator" : null,
    };

    private static Holding Holding(
        string shelfmark, string title, int? pages, string? period, string script, string holder = "library") => new()
    {
        Library = "Thư viện thử", Shelfmark = shelfmark, Title = title, ExpectedPages = pages, Period = period, Script = script,
        Collection = "Kho cổ", InScope = true, HolderKind = holder, SnapshotDate = new DateOnly(2026, 1, 15), Source = "Kiểm kê thử",
        LegalClass = "ancient", Volumes = pages is null ? null : 1,
    };

    private static async Task<Page> AddPageAsync(
        DigitizeDb db, IBlobStore blobs, string folder, Document document, int number, PageState state, TextPage? text)
    {
        var file = new IncomingFile
        {
            BatchId = document.BatchId, DocumentId = document.Id, RelativePath = $"p{number}.tif", State = FileState.Taken,
            Length = 1234567, Sha256 = $"{document.Id:N}{number:x32}", MasterBlob = $"documents/{document.Id:N}/master/p{number}.tif",
            MediaType = "image/tiff", Frames = 1, Sequence = number, SeenAt = Day, EndedAt = Day,
        };
        var page = new Page
        {
            DocumentId = document.Id, FileId = file.Id, Sequence = number, State = state, Width = Width, Height = Height,
        };
        document.Pages.Add(page);
        var run = new StepRun
        {
            DocumentId = document.Id, PageId = page.Id, SubjectId = page.Id, Step = "tiles", StepVersion = 1, OptionsHash = "a",
            InputHash = "a", Queue = "image", State = RunState.Done, Attempts = 1, CreatedAt = Day, EndedAt = Day,
        };
        var inspected = new StepRun
        {
            DocumentId = document.Id, PageId = page.Id, SubjectId = page.Id, Step = "inspect", StepVersion = 1, OptionsHash = "a",
            InputHash = "a", Queue = "image", State = RunState.Done, Attempts = 1, CreatedAt = Day, EndedAt = Day,
            Figures = """{"inspection":{"width":1400,"height":1000,"ppi":400,"isBlank":false},"flags":[]}""",
        };
        db.AddRange(file, page, inspected, run);

        var path = Path.Combine(folder, $"{page.Id:N}.tif");
        using (var sheet = ((Image.Xyz(Width, Height)[0] * 0.15) + 40).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw))
        {
            await Pyramid.WriteAsync(sheet, path, new PyramidOptions(), default);
        }

        await AddArtefactAsync(db, blobs, run, ArtefactKinds.Pyramid, "tif", "image/tiff", File.OpenRead(path));
        if (text is not null)
        {
            var json = new MemoryStream();
            await TextPageJson.WriteAsync(text, json, default);
            json.Position = 0;
            var blob = await AddArtefactAsync(db, blobs, run, ArtefactKinds.Text, "json", "application/json", json);
            await AddArtefactAsync(
                db, blobs, run, ArtefactKinds.Alto, "xml", "application/xml", new MemoryStream(Encoding.UTF8.GetBytes("<alto/>")));
            await AddArtefactAsync(
                db, blobs, run, ArtefactKinds.PlainText, "txt", "text/plain; charset=utf-8",
                new MemoryStream(Encoding.UTF8.GetBytes(text.PlainText)));
            if (number == 1)
            {
                await AddArtefactAsync(
                    db, blobs, run, ArtefactKinds.Pdf, "pdf", "application/pdf", new MemoryStream("%PDF-1.7 0123456789"u8.ToArray()),
                    isOfPage: false);
            }

            db.Add(new Revision
            {
                PageId = page.Id, AuthorKind = RevisionAuthor.Machine, Author = "tesseract 5.3.0", RunId = run.Id,
                TextBlob = blob.BlobName, PlainText = text.PlainText, FoldedText = SearchFolding.Fold(text.PlainText),
                Confidence = text.Confidence, Lines = text.Lines.Count(), CreatedAt = Day,
            });
        }

        return page;
    }

    private static async Task<Artefact> AddArtefactAsync(
        DigitizeDb db, IBlobStore blobs, StepRun run, string kind, string extension, string mediaType, Stream content,
        bool isOfPage = true)
    {
        await using (content)
        {
            var stored = await blobs.WriteAsync(
                _ => isOfPage
                    ? BlobNames.PageArtefact(run.DocumentId, run.PageId!.Value, kind, "0123456789ab", extension)
                    : BlobNames.DocumentArtefact(run.DocumentId, kind, "0123456789ab", extension),
                content, mediaType, default);
            var artefact = new Artefact
            {
                DocumentId = run.DocumentId, PageId = isOfPage ? run.PageId : null, RunId = run.Id, Kind = kind, BlobName = stored.Name,
                MediaType = mediaType, Sha256 = stored.Sha256, Length = stored.Length, CreatedAt = Day,
            };
            db.Add(artefact);
            return artefact;
        }
    }

    private static TextPage Columns(int number) => new(Width, Height,
    [
        new TextRegion("r1", RegionKind.Body, new Box(100, 100, 1200, 800), WritingMode.VerticalRl,
        [
            .. new[] { "𤾓𢆥𥪞𡎝𠊛嗟", "𡨸才𡨸命窖羅恄饒", $"𣦰戈沒局𣷭橷第{number}" }.Select((column, index) =>
            {
                var box = new Box(1150 - (index * 160), 120, 110, 700);
                return new TextLine(
                    $"l{index}", box, [new(box.X, box.Y), new(box.X, box.Bottom)], "vi-Hani", WritingMode.VerticalRl,
                    [.. column.EnumerateRunes().Select((rune, place) => new Word(
                        rune.ToString(), new Box(box.X, box.Y + (place * 80), 110, 78), 0.5 + (place % 5 * 0.12), []))]);
            }),
        ]),
    ], null);

    private static TextPage Lines(params string[] lines) => new(Width, Height,
    [
        new TextRegion("r1", RegionKind.Body, new Box(100, 100, 1200, 300), WritingMode.HorizontalTb,
        [
            .. lines.Select((line, index) => new TextLine(
                $"l{index}", new Box(120, 120 + (index * 90), 1000, 60), [new(120, 170), new(1120, 170)], "vi-Latn",
                WritingMode.HorizontalTb,
                [.. line.Split(' ').Select((word, place) => new Word(word, new Box(120 + (place * 150), 120 + (index * 90), 140, 60), 0.95 - (place * 0.09), []))])),
        ]),
    ], null);
}
