using Digitize.Core.Text;

namespace Digitize.Ocr.Languages;

/// <summary>Which language each line is in. A line speaks with its neighbours: a change of language costs something.</summary>
public static class LineLanguages
{
    /// <summary>What a change must be worth: two words or so that only the other language has.</summary>
    private const double Change = 4;

    /// <summary>The lead of the language that the document is said to be in.</summary>
    private const double Lead = 2;

    /// <summary>A line says no more than a handful of its words: long lines are not surer for ever.</summary>
    private const double Loudest = 12;

    /// <summary>
    /// The regions with each line's language set, where the words tell; a line of the document's own language keeps the
    /// document's tag. Unchanged when the document is said to be in a language that is not one of ours.
    /// </summary>
    /// <param name="regions">In reading order.</param>
    /// <param name="document">BCP 47; <c>und</c> when nobody said.</param>
    public static IReadOnlyList<TextRegion> Mark(IReadOnlyList<TextRegion> regions, string document)
    {
        var known = LatinLanguages.KnownTag(document);
        if (known is null && document != "und")
        {
            return regions;
        }

        var evidence = regions.SelectMany(region => region.Lines)
            .Select(line => LatinLanguages.Evidence(line.Words.Select(word => word.Text))).ToList();
        var tags = new Queue<string?>(Of(evidence, known));
        return [.. regions.Select(region => region with { Lines = [.. region.Lines.Select(Marked)] })];

        TextLine Marked(TextLine line) =>
            tags.Dequeue() is { } tag && tag != known ? line with { Language = tag } : line with { Language = document };
    }

    /// <summary>The best sequence of languages for lines in reading order (Viterbi 1967); null where no line says anything.</summary>
    internal static IReadOnlyList<string?> Of(IReadOnlyList<double[]> evidence, string? known)
    {
        if (evidence.All(line => line.All(weight => weight == 0)))
        {
            return [.. evidence.Select(_ => known)];
        }

        var count = LatinLanguages.Tags.Count;
        var best = new double[count];
        var from = new List<int[]>();
        foreach (var line in evidence)
        {
            var top = Array.IndexOf(best, best.Max());
            var came = Enumerable.Range(0, count).Select(i => best[top] - Change > best[i] ? top : i).ToArray();
            from.Add(came);
            best = [.. Enumerable.Range(0, count).Select(i =>
                Math.Max(best[i], best[top] - Change) + Heard(line, i) + (LatinLanguages.Tags[i] == known ? Lead : 0))];
        }

        var tags = new string?[evidence.Count];
        var at = Array.IndexOf(best, best.Max());
        for (var i = evidence.Count - 1; i >= 0; i--)
        {
            tags[i] = LatinLanguages.Tags[at];
            at = from[i][at];
        }

        return tags;
    }

    /// <summary>A language's evidence, measured from the strongest one.</summary>
    private static double Heard(double[] line, int language) => Math.Max(line[language] - line.Max(), -Loudest);
}
