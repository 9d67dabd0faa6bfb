using System.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>One image of a line and what stands in it.</summary>
public sealed record LineTruth(string Name, string Path, string Text);

/// <summary>A list of lines: <c>path TAB text</c> a row, paths from the list's own folder, UTF-8.</summary>
public static class LineSet
{
    /// <exception cref="InvalidDataException">A row has no tab; the message has its number.</exception>
    public static async Task<IReadOnlyList<LineTruth>> ReadAsync(string path, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var rows = await File.ReadAllLinesAsync(path, Encoding.UTF8, ct);
        return [.. rows.Select((row, index) => Row(folder, path, row, index)).Where(line => line is not null)!];
    }

    private static LineTruth? Row(string folder, string path, string row, int index)
    {
        if (string.IsNullOrWhiteSpace(row))
        {
            return null;
        }

        var parts = row.Split('\t');
        return parts is [var name, var text, ..]
            ? new LineTruth(name, Path.Combine(folder, name), text)
            : throw new InvalidDataException($"{path}:{index + 1}: no tab between path and text.");
    }
}
