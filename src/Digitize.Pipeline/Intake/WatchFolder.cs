using System.Text.RegularExpressions;

namespace Digitize.Pipeline.Intake;

/// <summary>
/// Looks through the watch folder. A batch is <c>GROUP/NAME/</c> with all below it; a folder that holds nothing but files
/// is one too, and so are files lying loose in the watch folder or beside the batches of a group. Links are told of and never followed.
/// </summary>
public static partial class WatchFolder
{
    private static readonly string[] Litter = ["Thumbs.db", ".DS_Store", "desktop.ini"];
    private static readonly string[] UnfinishedEndings = [".part", ".partial", ".tmp", ".crdownload", ".filepart"];

    /// <summary>Every batch that holds something, and every folder that could not be looked into.</summary>
    /// <param name="isRecipe">Whether a folder's name is a recipe's.</param>
    public static IEnumerable<SeenBatch> Sweep(string incoming, Func<string, bool> isRecipe)
    {
        var root = new DirectoryInfo(incoming);
        if (Look(root, "", Loose) is { } looseInRoot)
        {
            yield return looseInRoot;
            if (looseInRoot.Fault is not null)
            {
                yield break;
            }
        }

        foreach (var group in Folders(root))
        {
            if (IsUnderCopy(group.Name))
            {
                if (Look(group, group.Name, Below) is { } copy)
                {
                    yield return copy with { IsUnderCopy = true };
                }

                continue;
            }

            var loose = Look(group, group.Name, Loose);
            if (loose is { Fault: null } && !isRecipe(group.Name) && Folders(group).All(child => IsUnderCopy(child.Name)))
            {
                loose = Look(group, group.Name, Below);
                if (loose is not null)
                {
                    yield return loose;
                }

                continue;
            }

            if (loose is not null)
            {
                yield return loose;
            }

            if (loose?.Fault is not null)
            {
                continue;
            }

            foreach (var folder in Folders(group))
            {
                if (Look(folder, $"{group.Name}/{folder.Name}", Below) is { } batch)
                {
                    yield return batch with { IsUnderCopy = IsUnderCopy(folder.Name) };
                }
            }
        }
    }

    /// <summary>
    /// A copy under way, or a file in a folder that is, by the name that copying programs give it; its batch waits for it.
    /// </summary>
    public static bool IsUnfinished(string path) => path.Split('/').Any(
        part => UnfinishedEndings.Any(ending => part.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || RsyncName().IsMatch(part));

    private static bool IsUnderCopy(string folderName) => folderName.StartsWith('.') || IsUnfinished(folderName);

    /// <summary>Whether a sweep sees the file, also when its name is no Unicode and it cannot be opened by it.</summary>
    public static bool Holds(string batchPath, string relativePath) =>
        Look(new DirectoryInfo(batchPath), "", Below)?.Files.Any(file => file.RelativePath == relativePath) ?? false;

    /// <returns>Null when it holds nothing, or went away meanwhile.</returns>
    private static SeenBatch? Look(DirectoryInfo folder, string name, Func<DirectoryInfo, IEnumerable<FileSystemInfo>> entries)
    {
        if (folder.LinkTarget is not null)
        {
            return new SeenBatch(name, folder.FullName, [], "liên kết · symbolic link");
        }

        try
        {
            var files = entries(folder).Select(entry => Seen(folder, entry)).OfType<SeenFile>()
                .OrderBy(file => file.RelativePath, NaturalOrder.Instance).ToList();
            return files.Count == 0 ? null : new SeenBatch(name, folder.FullName, files, null);
        }
        catch (DirectoryNotFoundException) when (name.Length > 0 && !Directory.Exists(folder.FullName))
        {
            return null;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return new SeenBatch(name, folder.FullName, [], fault.Message);
        }
    }

    private static IEnumerable<DirectoryInfo> Folders(DirectoryInfo folder) => folder.EnumerateDirectories()
        .OrderBy(child => child.Name, StringComparer.Ordinal);

    private static IEnumerable<FileSystemInfo> Loose(DirectoryInfo folder) => folder.EnumerateFiles().Where(IsWanted);

    private static IEnumerable<FileSystemInfo> Below(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().Where(IsWanted)
            .SelectMany(entry => entry is DirectoryInfo { LinkTarget: null } child ? Below(child) : [entry]);

    /// <returns>Null when it went away since it was listed.</returns>
    private static SeenFile? Seen(DirectoryInfo folder, FileSystemInfo entry)
    {
        try
        {
            var isLink = entry.LinkTarget is not null;
            return new SeenFile(
                Path.GetRelativePath(folder.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/'),
                isLink ? 0 : ((FileInfo)entry).Length,
                entry.LastWriteTimeUtc,
                isLink);
        }
        catch (FileNotFoundException)
        {
            // A name that is no Unicode is listed and cannot be found by it; intake tells of it.
            return entry.Name.Contains('\uFFFD', StringComparison.Ordinal)
                ? new SeenFile(Path.GetRelativePath(folder.FullName, entry.FullName), 0, default, false)
                : null;
        }
    }

    /// <summary>Everything but what desktops leave behind by themselves; a scan may have any other name.</summary>
    private static bool IsWanted(FileSystemInfo entry) => !Litter.Contains(entry.Name)
        && !entry.Name.StartsWith("._", StringComparison.Ordinal) && !entry.Name.StartsWith("~$", StringComparison.Ordinal);

    [GeneratedRegex(@"^\..+\.[A-Za-z0-9]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex RsyncName();
}

/// <param name="Folder">Below the watch folder; empty for files lying loose in it.</param>
/// <param name="Fault">Why the folder could not be listed.</param>
public sealed record SeenBatch(string Folder, string Path, IReadOnlyList<SeenFile> Files, string? Fault)
{
    /// <summary>Its name is that of a hidden folder or of a copy under way: told of, and taken once it is renamed.</summary>
    public bool IsUnderCopy { get; init; }

    public bool HasFinishedFiles => !IsUnderCopy && Files.Any(file => !WatchFolder.IsUnfinished(file.RelativePath));
}

/// <param name="Length">Bytes.</param>
public sealed record SeenFile(string RelativePath, long Length, DateTime WrittenAt, bool IsLink);
