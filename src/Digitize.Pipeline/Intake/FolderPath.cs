namespace Digitize.Pipeline.Intake;

/// <summary>Joins a folder and a name that came from outside, and refuses a name that leads out of the folder.</summary>
internal static class FolderPath
{
    /// <exception cref="UnauthorizedAccessException">The path would lie outside the folder.</exception>
    public static string Below(string folder, string relative)
    {
        var root = Path.GetFullPath(folder);
        var path = Path.GetFullPath(Path.Combine(root, relative));
        return path == root || path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new UnauthorizedAccessException($"“{relative}” leads out of {root}.");
    }
}
