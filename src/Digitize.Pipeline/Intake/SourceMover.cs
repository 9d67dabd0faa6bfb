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
    private const int LongestName = 255;
    private const string ReasonEnding = ".reason.txt";

    /// <returns>False when the source is no longer where it was: moved before a crash, or taken away by someone.</returns>
    public bool Move(string batchPath, string batchFolder, IncomingFile file)
    {
        var source = FolderPath.Below(batchPath, file.RelativePath);
        var taken = file.State is FileState.Taken or FileState.Description;
        var root = taken ? options.Done : options.Rejected;
        var target = Free(FolderPath.Below(FolderPath.Below(root, batchFolder), file.RelativePath));
        if (!File.Exists(source) && new FileInfo(source).LinkTarget is null)
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (file.Reason is { } reason)
        {
            WriteReason(target, reason);
        }

        File.Move(source, target);
        return true;
    }

    /// <summary>Removes the batch folder and what is below it as far as it is empty; a folder with anything in it stays.</summary>
    public static void RemoveEmpty(string folder)
    {
        if (!Directory.Exists(folder))
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

    private static void WriteReason(string target, Reason reason)
    {
        var name = Path.GetFileName(target) + ReasonEnding;
        if (Encoding.UTF8.GetByteCount(name) > LongestName)
        {
            name = $"{ShortHash.Of(Path.GetFileName(target))}{ReasonEnding}";
        }

        File.WriteAllText(
            Path.Combine(Path.GetDirectoryName(target)!, name),
            $"{reason.Text(ReasonTexts.Vietnamese)}\n\n{reason.Text(ReasonTexts.English)}\n");
    }

    private static string Free(string path)
    {
        for (var number = 2; File.Exists(path); number++)
        {
            var folder = Path.GetDirectoryName(path)!;
            var shortened = $"{ShortHash.Of(Path.GetFileName(path))}.{number}{Path.GetExtension(path)}";
            var name = $"{Path.GetFileNameWithoutExtension(path)}.{number}{Path.GetExtension(path)}";
            path = Path.Combine(folder, Encoding.UTF8.GetByteCount(name) > LongestName ? shortened : name);
        }

        return path;
    }
}
