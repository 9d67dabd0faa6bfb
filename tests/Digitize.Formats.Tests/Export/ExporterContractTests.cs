using System.Globalization;
using Digitize.Core.Text;
using Digitize.Formats.Alto;
using Digitize.Formats.Export;
using Digitize.Formats.Hocr;
using Digitize.Formats.Iiif.Presentation;
using Digitize.Formats.Mets;
using Digitize.Formats.Page;
using Digitize.Formats.Pdf;
using Digitize.Formats.Records;
using Digitize.Formats.Tei;
using Digitize.Formats.Tests.Pdf;
using Digitize.Formats.Tests.Samples;
using Digitize.Formats.Text;

namespace Digitize.Formats.Tests.Export;

/// <summary>What every export promises. A new one is tested by adding it to a list here.</summary>
public sealed class ExporterContractTests
{
    private static readonly IDocumentExporter[] OfDocuments =
        [new MetsExporter(), new ModsExporter(), new PremisExporter(), new ManifestExporter()];

    private static readonly IPageExporter[] OfPages =
        [new AltoExporter(), new PageXmlExporter(), new HocrExporter(), new PlainTextExporter(), new TextAnnotationsExporter()];

    private static readonly IContentExporter[] OfContents = [new PdfExporter(), new TeiExporter()];

    private static readonly string[] AllNames =
    [
        .. OfDocuments.Select(exporter => exporter.Name), .. OfPages.Select(exporter => exporter.Name),
        .. OfContents.Select(exporter => exporter.Name),
    ];

    public static TheoryData<string> Names => [.. AllNames];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Write_GivesTheSameBytes_InEveryCulture(string name)
    {
        var expected = await WriteAsync(name);
        var before = CultureInfo.CurrentCulture;

        foreach (var culture in new[] { "vi-VN", "fr-FR", "ar-SA", "th-TH" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var written = await WriteAsync(name);
            CultureInfo.CurrentCulture = before;

            Assert.Equal(expected, written);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Write_LeavesTheStreamOpenAndNeverBlocksOnIt(string name)
    {
        using var stream = new AsyncOnlyStream();

        await WriteAsync(name, stream, SampleDocuments.Full, CancellationToken.None);

        Assert.True(stream.CanWrite);
        Assert.True(stream.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Write_Stops_WhenCancelled(string name)
    {
        using var stream = new MemoryStream();
        var cancelled = new CancellationToken(canceled: true);

        var write = () => WriteAsync(name, stream, SampleDocuments.Full, cancelled);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(write);
    }

    [Fact]
    public void Names_AreGivenOnce()
    {
        Assert.Equal(AllNames, AllNames.Distinct());
    }

    private static async Task<byte[]> WriteAsync(string name)
    {
        using var stream = new MemoryStream();
        await WriteAsync(name, stream, SampleDocuments.Full, CancellationToken.None);
        return stream.ToArray();
    }

    private static Task WriteAsync(string name, Stream stream, DocumentRecord document, CancellationToken ct)
    {
        TextPage text = SamplePages.HanNom;
        return OfPages.FirstOrDefault(exporter => exporter.Name == name) is { } ofPages
            ? ofPages.WriteAsync(document, document.Pages[0], text, stream, ct)
            : OfContents.FirstOrDefault(exporter => exporter.Name == name) is { } ofContents
            ? ofContents.WriteAsync(document, WrittenPdf.Content(document, text, SamplePages.Vietnamese), stream, ct)
            : OfDocuments.Single(exporter => exporter.Name == name).WriteAsync(document, stream, ct);
    }

    /// <summary>As a web response: synchronous writes are refused.</summary>
    private sealed class AsyncOnlyStream : MemoryStream
    {
        private bool _writing;

        public override void Flush() => throw new InvalidOperationException("synchronous flush");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Write(byte[] buffer, int offset, int count) => Guard(() => base.Write(buffer, offset, count));

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Allowed(() => base.Write(buffer, offset, count));
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Allowed(() => base.Write(buffer.ToArray(), 0, buffer.Length));
            return ValueTask.CompletedTask;
        }

        private void Allowed(Action write)
        {
            _writing = true;
            write();
            _writing = false;
        }

        private void Guard(Action write)
        {
            if (!_writing)
            {
                throw new InvalidOperationException("synchronous write");
            }

            write();
        }
    }
}
