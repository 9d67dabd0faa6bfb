namespace Digitize.Storage.Blobs;

/// <summary>SHA-256 of a stream, lower-case hex: how every blob is known.</summary>
public static class BlobHash
{
    public static async Task<string> OfAsync(Stream stream, CancellationToken ct) =>
        (await HashingCopy.HashAsync(stream, ct)).Sha256;
}
