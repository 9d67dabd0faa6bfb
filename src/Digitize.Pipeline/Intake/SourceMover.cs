using System.Text;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;

namespace Digitize.Pipeline.Intake;

/// <summary>
/// Moves a source out of the watch folder once its row has an end: to done/, or to rejected/ with the reason beside it
/// in Vietnamese and English. Never over a file that is there, never out of those folders.
/// </summary>
public sealed class SourceMover(IntakeOptions options)
{
    /// <summary>Bytes that a file system allows a name.</summary>
    private const int LongestName = 255;

    private const int LongestExtension = 16;
    private const string ReasonEnding = ".reason.txt";

    /// <returns>False when the source is no longer where it was: moved before a crash, or taken away by someone.</returns>
    public bool Move(string batchPath, string batchFolder, IncomingFile file)
    {
        var source = FolderPath.Below(batchPath, file.RelativePath);
        var link = new FileInfo(source).LinkTarget;
        if (link is null && !File.Exists(source))
        {
            return false;
        }

        var taken = file.State is FileState.Taken or FileState.Description;
        var root = FolderPath.Below(taken ? options.Done : options.Rejected, batchFolder);
        var wanted = FolderPath.Below(root, file.RelativePath);
        var target = Free(wanted, Path.GetExtension(wanted) is { Length: <= LongestExtension } extension ? extension : "");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (file.Reason is { } reason)
        {
            WriteReason(Free(target + ReasonEnding, ReasonEnding), reason);
        }

        if (link is null)
        {
            File.Move(source, target);
        }
        else
        {
            // Moved to another disk, a link would become a copy of what it points at.
            File.CreateSymbolicLink(target, link);
            File.Delete(source);
        }

        return true;
    }

    /// <summary>Removes the batch folder and what is below it as far as it is empty; a folder with anything in it stays.</summary>
    public static void RemoveEmpty(string folder)
    {
        if (!Directory.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null)
        {
            return;
        }

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            RemoveEmpty(child);
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>Only into a new file: one that is there may be a person's, or a link to anywhere.</summary>
    private static void WriteReason(string path, Reason reason)
    {
        using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
        file.Write($"{reason.Text(ReasonTexts.Vietnamese)}\n\n{reason.Text(ReasonTexts.English)}\n");
    }

    /// <summary>The path itself, or one like it that nothing has and the file system allows.</summary>
    /// <param name="ending">What the name ends in and keeps.</param>
    private static string Free(string path, string ending)
    {
        var folder = Path.GetDirectoryName(path)!;
        var name = Path.GetFileName(path)[..^ending.Length];
        var candidate = Fitting(name + ending, ShortHash.Of(name) + ending);
        for (var number = 2; Path.Exists(Path.Combine(folder, candidate)); number++)
        {
            candidate = Fitting($"{name}.{number}{ending}", $"{ShortHash.Of(name)}.{number}{ending}");
        }

        return Path.Combine(folder, candidate);
    }

    private static string Fitting(string name, string shortened) =>
        Encoding.UTF8.GetByteCount(name) > LongestName ? shortened : name;
}
