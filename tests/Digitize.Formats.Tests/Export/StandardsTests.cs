using Digitize.Core.Text;
using Digitize.Formats.Alto;
using Digitize.Formats.Iiif.Presentation;
using Digitize.Formats.Mets;
using Digitize.Formats.Page;
using Digitize.Formats.Records;
using Digitize.Formats.Tests.Samples;

namespace Digitize.Formats.Tests.Export;

/// <summary>What is written, against the standards' own schemas and the checks of <c>../shared/check</c>.</summary>
public sealed class StandardsTests
{
    private static readonly DocumentRecord[] Documents =
        [SampleDocuments.Full, SampleDocuments.Sparse, SampleDocuments.WithoutPages];

    [SharedFact]
    public async Task Alto_IsValid_ForEveryKindOfPage()
    {
        TextPage[] pages = [SamplePages.Vietnamese, SamplePages.Print, SamplePages.HanNom, SamplePages.Empty];

        foreach (var page in pages)
        {
            await (await Written.ByAsync(new AltoExporter(), SampleDocuments.Full, page)).ValidateAsync("alto-validate");
            await (await Written.ByAsync(new AltoExporter(), SampleDocuments.Sparse, page)).ValidateAsync("alto-validate");
        }
    }

    [SharedFact]
    public async Task PageXml_IsValid_ForEveryKindOfPage()
    {
        TextPage[] pages = [SamplePages.Vietnamese, SamplePages.Print, SamplePages.HanNom, SamplePages.Empty];

        foreach (var page in pages)
        {
            await (await Written.ByAsync(new PageXmlExporter(), SampleDocuments.Full, page)).ValidateAsync("page-validate");
            await (await Written.ByAsync(new PageXmlExporter(), SampleDocuments.Sparse, page)).ValidateAsync("page-validate");
        }
    }

    [SharedFact]
    public async Task Mets_IsValidWithItsFiles_ForEveryDocument()
    {
        foreach (var document in Documents)
        {
            var files = document.Pages
                .SelectMany(page => new[] { page.Master, page.Access, page.Alto, page.PageXml, page.Hocr, page.PlainText })
                .Append(document.Pdf).Append(document.Tei)
                .OfType<FileRecord>();

            await (await Written.ByAsync(new MetsExporter(), document)).ValidateAsync("mets-validate", files);
        }
    }

    [SharedFact]
    public async Task Mods_IsValid_ForEveryDocument()
    {
        foreach (var document in Documents)
        {
            await (await Written.ByAsync(new ModsExporter(), document)).ValidateAsync("mods-validate");
        }
    }

    [SharedFact]
    public async Task Premis_IsValidWithoutDanglingLinks_ForEveryDocument()
    {
        foreach (var document in Documents)
        {
            await (await Written.ByAsync(new PremisExporter(), document)).ValidateAsync("premis-validate");
        }
    }

    [SharedFact]
    public async Task Manifest_IsValid_ForEveryDocument()
    {
        foreach (var document in Documents)
        {
            await (await Written.ByAsync(new ManifestExporter(), document)).ValidateAsync("presentation-validate");
        }
    }

    [SharedFact]
    public async Task TextAnnotations_AreValid_ForEveryKindOfPage()
    {
        TextPage[] pages = [SamplePages.Vietnamese, SamplePages.Print, SamplePages.HanNom, SamplePages.Empty];

        foreach (var page in pages)
        {
            await (await Written.ByAsync(new TextAnnotationsExporter(), SampleDocuments.Full, page))
                .ValidateAsync("presentation-validate");
        }
    }

    [SharedFact]
    public async Task Collection_IsValid_WithAndWithoutEntries()
    {
        CollectionEntry[] entries = [new(SampleDocuments.Id(1), "Truyện Kiều", "vi"), new(SampleDocuments.Id(2), "論語", "lzh")];

        foreach (var some in new[] { entries, [] })
        {
            var written = await Written.ByAsync(stream => CollectionWriter.WriteAsync(
                SampleDocuments.Full.Urls, "Thư viện", some.ToAsyncEnumerable(), stream, CancellationToken.None));

            await written.ValidateAsync("presentation-validate");
        }
    }
}
