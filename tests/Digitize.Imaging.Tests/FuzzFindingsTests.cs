using System.Buffers.Binary;
using Digitize.Imaging.Probing;
using Digitize.Imaging.Tests.Drawing;

namespace Digitize.Imaging.Tests;

/// <summary>What <c>bench/fuzz</c> found, made as small as it can be.</summary>
public sealed class FuzzFindingsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Sixty-four bits that are a number of things are negative to whoever does not expect so many.</summary>
    [Theory]
    [InlineData(long.MinValue + 1, 4)]
    [InlineData(-1, 4)]
    [InlineData(1, long.MinValue)]
    [InlineData(1, -1)]
    [InlineData(1, long.MaxValue)]
    public async Task Probe_Refuses_WhenABigTiffCountsBeyondAnyFile(long entries, long values)
    {
        var file = new byte[80];
        "II+\0\b\0\0\0"u8.CopyTo(file);
        Put(8, 16);
        Put(16, entries);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(24), 273);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(26), 4);
        Put(28, values);
        Put(36, 60);

        var probe = await ScanProbe.ProbeAsync(_folder.Holding("big.tif", file), "big.tif", ImageLimits.Default, default);

        Assert.False(probe.IsAccepted);
        Assert.StartsWith("image-", probe.Reason.Code, StringComparison.Ordinal);

        void Put(int at, long value) => BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(at), value);
    }
}
