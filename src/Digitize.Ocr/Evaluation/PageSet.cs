using System.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>One image of a page and what is printed on it, line by line.</summary>
/// <param name="Name">Without the ending.</param>
public sealed record PageTruth(string Name, string ImagePath, string Text)
{
    /// <summary>
    /// What the name says of the page: of <c>face.damage-2.vi</c> the face, the damage without its strength, and the
    /// language. Nothing when it has no dots.
    /// </summary>
    public IReadOnlyList<string> Groups { get; } =
        Name.Split('.') is { Length: > 1 } parts ? [.. parts.Select(WithoutStrength)] : [];

    private static string WithoutStrength(string part) =>
        part.LastIndexOf('-') is > 0 and var dash && int.TryParse(part.AsSpan(dash + 1), out _) ? part[..dash] : part;
}

/// <summary>
/// A folder of images and truth texts of one name: <c>NAME.jpg</c> beside <c>NAME.txt</c>, UTF-8. A file <c>MADE</c> in it
/// says how the pages were made, where they are no scans.
/// </summary>
/// <param name="Made">The first line of that file; null for scans.</param>
/// <param name="Pages">In order of their names.</param>
public sealed record PageSet(string? Made, IReadOnlyList<PageTruth> Pages)
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".jp2", ".bmp"];

    /// <exception cref="InvalidDataException">The folder holds no pair of an image and a text.</exception>
    /// <exception cref="IOException">The folder or a text cannot be read.</exception>
    public static async Task<PageSet> ReadAsync(string folder, CancellationToken ct)
    {
        var pages = new List<PageTruth>();
        foreach (var text in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (Endings.Select(ending => Path.ChangeExtension(text, ending)).FirstOrDefault(File.Exists) is { } image)
            {
                pages.Add(new PageTruth(
                    Path.GetFileNameWithoutExtension(text), image, await File.ReadAllTextAsync(text, Encoding.UTF8, ct)));
            }
        }

        var marker = Path.Combine(folder, "MADE");
        return pages.Count == 0
            ? throw new InvalidDataException($"{folder}: NAME.jpg + NAME.txt?")
            : new PageSet(File.Exists(marker) ? (await File.ReadAllLinesAsync(marker, ct)).FirstOrDefault() : null, pages);
    }
}
