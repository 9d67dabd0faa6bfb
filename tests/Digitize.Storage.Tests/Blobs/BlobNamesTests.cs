using Digitize.Storage.Blobs;

namespace Digitize.Storage.Tests.Blobs;

public sealed class BlobNamesTests
{
    private static readonly Guid Document = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Page = Guid.Parse("019a0000-0000-7000-8000-000000000002");

    [Theory]
    [InlineData("AB.123_001.TIFF", "tiff")]
    [InlineData("sub/Trang một.jpg", "jpg")]
    [InlineData("no-extension", "bin")]
    [InlineData("dot.", "bin")]
    [InlineData("x.jpg/../../etc", "bin")]
    [InlineData("x.ảnh", "bin")]
    [InlineData("x.j g", "bin")]
    [InlineData("x.%2e%2e", "bin")]
    [InlineData("x.tooLong", "bin")]
    [InlineData("x.𡨸", "bin")]
    public void Master_KeepsOnlyAPlainExtension(string fileName, string extension) =>
        Assert.Equal($"documents/{Document:N}/master/abc.{extension}", BlobNames.Master(Document, "abc", fileName));

    [Fact]
    public void Names_HoldTheHashOfWhatMadeThem()
    {
        Assert.Equal($"documents/{Document:N}/pages/{Page:N}/text.0123456789ab.json",
            BlobNames.PageArtefact(Document, Page, "text", "0123456789ab", "json"));
        Assert.Equal($"documents/{Document:N}/published/0123456789ab/mets.xml",
            BlobNames.DocumentArtefact(Document, "mets", "0123456789ab", "xml"));
    }
}
