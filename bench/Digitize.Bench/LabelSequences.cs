using Digitize.Core.Text;

namespace Digitize.Bench;

/// <summary>
/// Page labels of 400 made documents of 40 to 200 pages: covers, Roman front matter, Arabic text, plates that are not
/// counted, a jump in a tenth of them. Of the printed numbers 8 in 100 are misread, 4 not seen; 15 in 100 are not printed.
/// </summary>
internal static class LabelSequences
{
    private const int Documents = 400;

    public static void Measure()
    {
        var random = new Random(1924);
        var (printed, alone, together, uncounted, invented) = (0, 0, 0, 0, 0);
        for (var document = 0; document < Documents; document++)
        {
            var labels = Made(random);
            var read = labels.Select(label => label is null || random.Next(100) < 15 ? null : Read(label, random)).ToList();
            var proposals = PageLabels.Propose([.. read.Select(text => text is null ? null : new LabelReading(text, 0.9))]);
            for (var page = 0; page < labels.Count; page++)
            {
                if (labels[page] is null)
                {
                    uncounted++;
                    invented += proposals[page] is null ? 0 : 1;
                }
                else
                {
                    printed++;
                    alone += read[page] == labels[page] ? 1 : 0;
                    together += proposals[page]?.Label == labels[page] ? 1 : 0;
                }
            }
        }

        Console.WriteLine(
            $"{Documents} made sequences: right alone {LayoutScores.Share(alone, printed)}, with the document's vote {LayoutScores.Share(together, printed)}; "
            + $"a number for a page that has none {LayoutScores.Share(invented, uncounted)}");
    }

    private static List<string?> Made(Random random)
    {
        var labels = new List<string?>(Enumerable.Repeat<string?>(null, random.Next(1, 5)));
        var front = random.Next(0, 15);
        labels.AddRange(Enumerable.Range(1 + random.Next(6), front).Select(value => new PrintedNumber(value, NumberStyle.RomanSmall).ToString()));
        var (number, length) = (1 + random.Next(3), random.Next(40, 200));
        var jump = random.Next(10) == 0 ? random.Next(length) : -1;
        for (var page = 0; page < length; page++)
        {
            if (random.Next(40) == 0)
            {
                labels.AddRange([null, null]);
            }

            number += page == jump ? 2 : 0;
            labels.Add(new PrintedNumber(number++, NumberStyle.Arabic).ToString());
        }

        return labels;
    }

    private static string? Read(string label, Random random) => random.Next(100) switch
    {
        < 4 => null,
        < 12 when char.IsAsciiDigit(label[0]) => Digit(label, random),
        < 12 => label.Replace("i", "l", StringComparison.Ordinal),
        _ => label,
    };

    private static string Digit(string label, Random random)
    {
        var at = random.Next(label.Length);
        return string.Concat(label.AsSpan(0, at), random.Next(1, 10).ToString(System.Globalization.CultureInfo.InvariantCulture), label.AsSpan(at + 1));
    }
}
