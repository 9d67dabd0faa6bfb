using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Digitize.Ocr.Text;

namespace Digitize.Ocr.Languages;

/// <summary>
/// The languages that prints of Vietnam's libraries use in Latin script, and how strongly a word speaks for each:
/// function words and endings from <c>languages.tsv</c>, for Vietnamese the shape of a syllable and the marks that are
/// its own. Small on purpose: every entry can be read and argued with.
/// </summary>
public static partial class LatinLanguages
{
    private const double Word = 2;

    private const double WeakWord = 0.7;

    private const double Ending = 1;

    /// <summary>Shorter words end in too many ways.</summary>
    private const int ShortestWithEnding = 5;

    private const double MarkedSyllable = 1.5;

    private const double BareSyllable = 0.5;

    private const double NoSyllable = -1.5;

    private const double ForeignMarks = -2;

    private static readonly FrozenDictionary<string, string> Models = new Dictionary<string, string>
    {
        ["vi"] = "Vietnamese", ["fr"] = "fra", ["en"] = "eng", ["la"] = "lat",
    }.ToFrozenDictionary();

    private static readonly Lazy<FrozenDictionary<string, Table>> Tables = new(ReadTables);

    /// <summary>BCP 47, the likeliest in these collections first.</summary>
    public static IReadOnlyList<string> Tags { get; } = ["vi", "fr", "en", "la"];

    /// <summary>
    /// Tesseract's model of a language; for Vietnamese the one of its script, which errs less than <c>vie</c> (figures in
    /// bench/README.md).
    /// </summary>
    public static string ModelOf(string tag) => Models[tag];

    /// <summary>The one of <see cref="Tags"/> that a BCP 47 tag begins with; null when it is another or none.</summary>
    public static string? KnownTag(string tag) => Tags.FirstOrDefault(known => known == tag.Split('-')[0]);

    /// <summary>How much the words speak for each of <see cref="Tags"/>, in that order; more is better, all 0 says nothing.</summary>
    public static double[] Evidence(IEnumerable<string> words)
    {
        var evidence = new double[Tags.Count];
        foreach (var word in words.SelectMany(Parts))
        {
            var isVietnamese = HasVietnameseMarks(word);
            evidence[0] += VietnameseSyllable.IsLegal(word) ? isVietnamese ? MarkedSyllable : BareSyllable : NoSyllable;
            for (var i = 1; i < evidence.Length; i++)
            {
                evidence[i] += isVietnamese ? ForeignMarks : Tables.Value[Tags[i]].Of(word);
            }
        }

        return evidence;
    }

    /// <summary>Whether a letter or mark stands in it that French, English and Latin do not have.</summary>
    private static bool HasVietnameseMarks(string word) => word.Normalize(NormalizationForm.FormD).EnumerateRunes()
        .Any(rune => rune.Value is 'đ' or 'Đ' or 0x303 or 0x306 or 0x309 or 0x31B or 0x323);

    /// <summary>Letters, apostrophes inside kept; the parts of a hyphened word are words.</summary>
    private static IEnumerable<string> Parts(string word) =>
        Letters().Matches(LatinText.Compose(word).ToLowerInvariant().Replace('’', '\'')).Select(match => match.Value)
            .Where(part => part.EnumerateRunes().Skip(1).Any());

    [GeneratedRegex(@"\p{L}+(?:'\p{L}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    private static FrozenDictionary<string, Table> ReadTables()
    {
        using var stream = new StreamReader(
            typeof(LatinLanguages).Assembly.GetManifestResourceStream("languages.tsv")!, Encoding.UTF8);
        return stream.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split('\t'))
            .GroupBy(row => row[0])
            .ToFrozenDictionary(rows => rows.Key, rows => new Table(rows.ToDictionary(row => row[1], row => row[2].Split(' '))));
    }

    private sealed class Table(Dictionary<string, string[]> rows)
    {
        private readonly FrozenSet<string> _words = rows["words"].ToFrozenSet();

        private readonly FrozenSet<string> _weak = rows.GetValueOrDefault("weak", []).ToFrozenSet();

        private readonly string[] _endings = rows["endings"];

        public double Of(string word) =>
            _words.Contains(word) ? Word
            : _weak.Contains(word) ? WeakWord
            : word.EnumerateRunes().Skip(ShortestWithEnding - 1).Any() && _endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)) ? Ending
            : 0;
    }
}
