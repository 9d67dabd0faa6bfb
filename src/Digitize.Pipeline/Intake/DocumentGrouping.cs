using Digitize.Pipeline.Recipes;

namespace Digitize.Pipeline.Intake;

/// <summary>
/// Which files make which document, and in what order. First what <c>batch.csv</c> says; else each sub-folder is a
/// document; else the recipe's naming pattern tells shelfmarks apart; else the batch is one document.
/// </summary>
public static class DocumentGrouping
{
    /// <param name="files">Paths below the batch folder, in natural order.</param>
    /// <param name="batchName">Shelfmark and title when nothing better is known.</param>
    public static IReadOnlyList<DocumentGroup> Group(
        string batchName, IReadOnlyList<string> files, BatchDescription description, string? naming)
    {
        // One folder around all files says nothing that the batch's own description does not say better.
        var apart = files.Select(FolderOf).Distinct().Count() > 1 || description.Shelfmark is null;
        var placed = files.Select((file, index) => Place(batchName, file, index, description, naming, apart)).ToList();
        return
        [
            .. placed.GroupBy(file => file.Shelfmark, StringComparer.Ordinal).Select(group => new DocumentGroup(
                group.Key,
                group.Select(file => file.Title).FirstOrDefault(title => title is not null) ?? group.Key,
                group.Select(file => file.Collection).FirstOrDefault(collection => collection is not null),
                [.. group.OrderBy(file => file.Sequence).ThenBy(file => file.Index).Select(file => file.Path)])),
        ];
    }

    private static Placed Place(string batchName, string file, int index, BatchDescription description, string? naming, bool apart)
    {
        var row = description.Files?.GetValueOrDefault(file);
        var named = naming is null ? null : FileNaming.Read(naming, Path.GetFileName(file));
        var subFolder = apart ? FolderOf(file) : null;
        var shelfmark = row?.Shelfmark
            ?? subFolder
            ?? description.Shelfmark
            ?? (named is { Shelfmark.Length: > 0 } ? named.Value.Shelfmark : batchName);
        var title = row?.Title ?? (subFolder is null ? description.Title : null);
        return new Placed(
            file, index, shelfmark, title, row?.Collection ?? description.Collection, row?.Sequence ?? named?.Sequence ?? int.MaxValue);
    }

    private static string? FolderOf(string file) =>
        file.Contains('/', StringComparison.Ordinal) ? file[..file.LastIndexOf('/')] : null;

    private sealed record Placed(string Path, int Index, string Shelfmark, string? Title, string? Collection, int Sequence);
}

/// <param name="Files">Paths below the batch folder, in reading order.</param>
public sealed record DocumentGroup(string Shelfmark, string Title, string? Collection, IReadOnlyList<string> Files);
