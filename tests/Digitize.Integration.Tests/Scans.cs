namespace Digitize.Integration.Tests;

/// <summary>Small real scans under any name. Each call gives other bytes: what is the same would be a duplicate.</summary>
internal static class Scans
{
    private static readonly byte[] Page = File.ReadAllBytes(
        Path.Combine(Checkout.Samples, "incoming/quoc-ngu-print/KIEU-1911/KIEU-1911_002.jpg"));

    private static int _made;

    /// <summary>A JPEG with a few bytes after its end, which every decoder ignores.</summary>
    public static byte[] Jpeg() => [.. Page, .. BitConverter.GetBytes(Interlocked.Increment(ref _made))];

    /// <summary>A JPEG whose header is sound and whose second half is missing.</summary>
    public static byte[] TruncatedJpeg() => Jpeg()[..(Page.Length / 2)];

    public static void Write(string folder, string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
