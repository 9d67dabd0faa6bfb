using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;

namespace Digitize.Pipeline.Inspection;

/// <summary>What the running numbers in a document's file names tell.</summary>
/// <param name="Expected">Numbers from the lowest to the highest, in each series of names.</param>
/// <param name="Missing">Of <paramref name="Expected"/>.</param>
/// <param name="Twice">Of <paramref name="Expected"/>: carried by more than one file.</param>
/// <param name="Unnumbered">Files whose names carry no running number.</param>
/// <param name="Faults">Each with the file after which the number is missing, or the last that carries it.</param>
internal sealed record Numbering(
    int Expected, int Missing, int Twice, int Unnumbered, IReadOnlyList<(string File, Finding Finding)> Faults)
{
    // Two or three numbers far apart are no stride: something is missing between them.
    private const int FewestForStride = 4;

    /// <param name="files">Paths of one document's scans; the same path may come more than once.</param>
    /// <param name="naming">The recipe's pattern; null: the number is found in the names.</param>
    public static Numbering Of(IEnumerable<string> files, string? naming, Severity severity)
    {
        var (expected, missing, twice, unnumbered) = (0, 0, 0, 0);
        var faults = new List<(string, Finding)>();
        foreach (var series in FileNumber.InSeries([.. files.Distinct(StringComparer.Ordinal)], naming))
        {
            var byNumber = series.GroupBy(file => file.Number).OrderBy(group => group.Key).ToList();
            var stride = StrideOf([.. byNumber.Select(group => group.Key)]);
            var span = byNumber.Count == 0 ? 0 : ((byNumber[^1].Key - byNumber[0].Key) / stride) + 1;

            // Times, shelfmarks and the like: more holes than numbers is no numbering.
            if (byNumber.Count < 2 || span > 2 * byNumber.Count)
            {
                unnumbered += series.Count;
                continue;
            }

            expected += (int)span;
            missing += (int)span - byNumber.Count;
            foreach (var (before, after) in byNumber.Zip(byNumber.Skip(1)).Where(pair => pair.Second.Key - pair.First.Key > stride))
            {
                var (last, next) = (before.Last(), after.First());
                var count = ((after.Key - before.Key) / stride) - 1;
                var numbers = count == 1
                    ? next.Write(before.Key + stride)
                    : $"{next.Write(before.Key + stride)}–{next.Write(after.Key - stride)}";
                faults.Add((last.Path, Fault(severity, count, new Reason("todo-gap", last.Path, next.Path, numbers, $"{count}"))));
            }

            foreach (var same in byNumber.Where(group => group.Count() > 1))
            {
                twice++;
                var paths = same.Select(file => file.Path).Order(StringComparer.Ordinal).ToList();
                faults.Add((paths[^1], Fault(severity, paths.Count, new Reason("todo-number-twice", same.First().Write(same.Key), string.Join(", ", paths)))));
            }
        }

        return new Numbering(expected, missing, twice, unnumbered, faults);
    }

    private static Finding Fault(Severity severity, long count, Reason toDo) =>
        new(new InspectionCheck(CheckNames.Gap, count, 0, Finding.Judge(severity, isBeyond: true)), toDo);

    /// <summary>Spreads are often numbered by twos.</summary>
    private static long StrideOf(IReadOnlyList<long> numbers)
    {
        if (numbers.Count < FewestForStride)
        {
            return 1;
        }

        var stride = numbers.Zip(numbers.Skip(1)).Select(pair => pair.Second - pair.First).Aggregate(GreatestCommonDivisor);
        return Math.Max(1, stride);
    }

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
