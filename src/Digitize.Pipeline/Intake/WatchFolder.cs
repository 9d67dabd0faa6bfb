using System.Text.RegularExpressions;

namespace Digitize.Pipeline.Intake;

/// <summary>
/// Looks through the watch folder. A batch is <c>GROUP/NAME/</c> with all below it; a folder that holds files itself
/// and is no recipe is a batch too, and files lying loose in the watch folder or in a recipe's folder are one, so that
/// nothing dropped anywhere goes unseen.
/// </summary>
public static partial class WatchFolder
{
    private static readonly string[] Litter = ["Thumbs.db", ".DS_Store", "desktop.ini"];
    private static readonly string[] UnfinishedEndings = [".part", ".partial", ".tmp", ".crdownload", ".filepart"];

    /// <param name="isRecipe">Whether a folder's name is a recipe's.</param>
    public static IEnumerable<SeenBatch> Sweep(string incoming, Func<string, bool> isRecipe)
    {
        var root = new DirectoryInfo(incoming);
        if (Loose(root, "") is { } looseInRoot)
        {
            yield return looseInRoot;
        }

        foreach (var group in Folders(root))
        {
            var loose = Loose(group, group.Name);
            if (loose is { Fault: not null } || (loose is not null && !isRecipe(group.Name)))
            {
                yield return loose.Fault is not null ? loose : Whole(group, group.Name);
                continue;
            }

            if (loose is not null)
            {
                yield return loose;
            }

            foreach (var batch in Folders(group))
            {
                yield return Whole(batch, $"{group.Name}/{batch.Name}");
            }
        }
    }

    /// <summary>A copy under way, by the name that copying programs give it; its batch waits for it.</summary>
    public static bool IsUnfinished(string name) =>
        UnfinishedEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || RsyncName().IsMatch(Path.GetFileName(name));

    private static IEnumerable<DirectoryInfo> Folders(DirectoryInfo folder) => folder.EnumerateDirectories()
        .Where(child => !child.Name.StartsWith('.') && !IsUnfinished(child.Name) && child.LinkTarget is null)
        .OrderBy(child => child.Name, StringComparer.Ordinal);

    private static SeenBatch? Loose(DirectoryInfo folder, string name)
    {
        try
        {
            var files = folder.EnumerateFiles().Where(IsWanted).Select(file => Seen(folder, file)).ToList();
            return files.Count == 0 ? null : new SeenBatch(name, folder.FullName, Sorted(files), null);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return new SeenBatch(name, folder.FullName, [], fault.Message);
        }
    }

    private static SeenBatch Whole(DirectoryInfo folder, string name)
    {
        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };
            var files = folder.EnumerateFiles("*", options).Where(IsWanted).Select(file => Seen(folder, file)).ToList();
            return new SeenBatch(name, folder.FullName, Sorted(files), null);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return new SeenBatch(name, folder.FullName, [], fault.Message);
        }
    }

    private static SeenFile Seen(DirectoryInfo folder, FileInfo file) => new(
        Path.GetRelativePath(folder.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/'),
        file.LinkTarget is null ? file.Length : 0,
        file.LastWriteTimeUtc,
        file.LinkTarget is not null);

    private static List<SeenFile> Sorted(List<SeenFile> files) =>
        [.. files.OrderBy(file => file.RelativePath, NaturalOrder.Instance)];

    /// <summary>Everything but what desktops leave behind by themselves; a scan may have any other name.</summary>
    private static bool IsWanted(FileInfo file) => !Litter.Contains(file.Name)
        && !file.Name.StartsWith("._", StringComparison.Ordinal) && !file.Name.StartsWith("~$", StringComparison.Ordinal);

    [GeneratedRegex(@"^\..+\.[A-Za-z0-9]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex RsyncName();
}

/// <param name="Folder">Below the watch folder; empty for files lying loose in it.</param>
/// <param name="Fault">Why the folder could not be listed.</param>
public sealed record SeenBatch(string Folder, string Path, IReadOnlyList<SeenFile> Files, string? Fault);

/// <param name="Length">Bytes.</param>
public sealed record SeenFile(string RelativePath, long Length, DateTime WrittenAt, bool IsLink);
