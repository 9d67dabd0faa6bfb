using System.Security.Cryptography;
using System.Text;

namespace Digitize.Pipeline.Recipes;

/// <summary>The first 12 hex digits of a SHA-256: short enough for a name, long enough to tell inputs apart.</summary>
public static class ShortHash
{
    public static string Of(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..12];
}
