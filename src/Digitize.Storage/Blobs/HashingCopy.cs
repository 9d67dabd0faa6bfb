using System.Buffers;
using System.Security.Cryptography;

namespace Digitize.Storage.Blobs;

/// <summary>Copies a stream and hashes it in the same pass.</summary>
internal static class HashingCopy
{
    private const int BufferBytes = 256 * 1024;

    /// <returns>Bytes copied, and their SHA-256 in lower-case hex.</returns>
    public static async Task<(long Length, string Sha256)> CopyAsync(Stream from, Stream to, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var length = 0L;
            int read;
            while ((read = await from.ReadAsync(buffer, ct)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), ct);
                length += read;
            }

            return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static Task<(long Length, string Sha256)> HashAsync(Stream from, CancellationToken ct) =>
        CopyAsync(from, Stream.Null, ct);
}
