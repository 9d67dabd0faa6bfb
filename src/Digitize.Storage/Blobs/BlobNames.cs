namespace Digitize.Storage.Blobs;

/// <summary>
/// Makes every blob's name. A name holds the hash of what made it, so the same work writes the same name and
/// different work never collides.
/// </summary>
public static class BlobNames
{
    /// <summary>Longest extension kept; anything else becomes <c>bin</c>.</summary>
    private const int MaximumExtensionLength = 5;

    public static string Master(Guid documentId, string sha256, string fileName) =>
        $"documents/{documentId:N}/master/{sha256}.{Extension(fileName)}";

    /// <param name="runHash">First 12 hex digits of the hash of the run that made it.</param>
    public static string PageArtefact(Guid documentId, Guid pageId, string kind, string runHash, string extension) =>
        $"documents/{documentId:N}/pages/{pageId:N}/{kind}.{runHash}.{extension}";

    /// <param name="runHash">First 12 hex digits of the hash of the run that made it.</param>
    public static string DocumentArtefact(Guid documentId, string kind, string runHash, string extension) =>
        $"documents/{documentId:N}/published/{runHash}/{kind}.{extension}";

    private static string Extension(string fileName)
    {
        var extension = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
        return extension.Length is > 0 and <= MaximumExtensionLength && extension.All(char.IsAsciiLetterOrDigit)
            ? extension
            : "bin";
    }

    /// <summary>Refuses a name that could leave the store. Names come from this class; this is the second lock.</summary>
    /// <exception cref="ArgumentException">The name is not one of ours.</exception>
    internal static void Check(string name)
    {
        var sound = name.Length is > 0 and < 400
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_')
            && name.Split('/').All(part => part is not ("" or "." or "..") && part[0] != '.');
        if (!sound)
        {
            throw new ArgumentException($"Not a blob name: {name}", nameof(name));
        }
    }
}
