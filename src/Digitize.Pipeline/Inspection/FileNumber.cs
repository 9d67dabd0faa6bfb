using System.Globalization;
using System.Text.RegularExpressions;
using Digitize.Pipeline.Recipes;

namespace Digitize.Pipeline.Inspection;

/// <summary>A file with the running number in its name.</summary>
/// <param name="Path">Below the batch folder.</param>
/// <param name="Series">What the names that count together have in common.</param>
/// <param name="Digits">How many digits the number is written with.</param>
internal sealed partial record FileNumber(string Path, string Series, long Number, int Digits)
{
    // Of a name's numbers the running one is nearly always the last, sometimes followed by a side or a year.
    private const int LastRuns = 3;

    /// <summary>A number as these names write it.</summary>
    public string Write(long number) => number.ToString($"D{Digits}", CultureInfo.InvariantCulture);

    /// <summary>Files that count together; one that carries no number stands alone.</summary>
    /// <param name="naming">The recipe's pattern; null: the number is the one by which the names fall into the fewest series.</param>
    public static IReadOnlyList<IReadOnlyList<FileNumber>> InSeries(IReadOnlyList<string> paths, string? naming)
    {
        var numbered = naming is null
            ? Enumerable.Range(0, LastRuns).Select(run => paths.Select(path => FromEnd(path, run)).ToList())
                .MinBy(files => files.Select(file => file.Series).Distinct().Count())!
            : [.. paths.Select(path => ByPattern(path, naming))];
        return [.. numbered.OrderBy(file => file.Path, StringComparer.Ordinal)
            .GroupBy(file => file.Series, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.ToList())];
    }

    private static FileNumber ByPattern(string path, string naming) =>
        FileNaming.Read(naming, System.IO.Path.GetFileName(path)) is var (shelfmark, sequence)
            ? new FileNumber(path, $"{System.IO.Path.GetDirectoryName(path)}/{shelfmark}", sequence, DigitsOf(path, sequence))
            : Alone(path);

    private static FileNumber FromEnd(string path, int run)
    {
        var stem = System.IO.Path.ChangeExtension(path, null);
        var runs = DigitRuns().Matches(System.IO.Path.GetFileName(stem));
        if (runs.Count <= run)
        {
            return Alone(path);
        }

        var found = runs[^(run + 1)];
        var start = stem.Length - System.IO.Path.GetFileName(stem).Length + found.Index;
        return long.TryParse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new FileNumber(path, $"{stem[..start]}#{stem[(start + found.Length)..]}", number, found.Length)
            : Alone(path);
    }

    private static FileNumber Alone(string path) => new(path, path, 0, 1);

    private static int DigitsOf(string path, int sequence) =>
        DigitRuns().Matches(System.IO.Path.GetFileName(path))
            .LastOrDefault(run => int.TryParse(run.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == sequence)
            ?.Length ?? 1;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex DigitRuns();
}
