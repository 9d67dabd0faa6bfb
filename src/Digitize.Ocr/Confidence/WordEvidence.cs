using System.Text;
using Digitize.Core.Text;
using Digitize.Ocr.Text;

namespace Digitize.Ocr.Confidence;

/// <summary>What speaks for and against the reading of one word, as figures that grow with trust.</summary>
/// <param name="Figures">In the order of <see cref="Names"/>.</param>
public readonly record struct WordEvidence(IReadOnlyList<double> Figures)
{
    /// <summary>Words on either side that are asked how sure they are.</summary>
    private const int Near = 2;

    // Tesseract never says less than a half of a glyph it gives, nor more than 0.9962.
    private const double LeastSure = 0.02;

    private const double MostSure = 0.9965;

    private const string Punctuation = ".,;:!?'’\"“”«»()[]-–—…/&*";

    /// <summary>
    /// The constant; log odds of the engine's confidence in the word, of its least sure glyph, of the page's mean and of
    /// the neighbours' mean; a legal syllable on a Vietnamese line (1, or -1 when it is none); no sign but letters of one
    /// case, digits and punctuation (0, or -1); more than one letter or digit (0, or -1).
    /// </summary>
    public static IReadOnlyList<string> Names { get; } = ["constant", "word", "glyph", "page", "near", "syllable", "plain", "long"];

    /// <summary>Of every word of a page, in reading order.</summary>
    public static IEnumerable<(Word Word, WordEvidence Evidence)> Of(TextPage page)
    {
        var words = page.Lines.SelectMany(line => line.Words.Select(word => (Word: word, line.Language))).ToList();
        var mean = page.Confidence ?? 0;
        return words.Select((each, place) => (each.Word, new WordEvidence(
        [
            1, Odds(each.Word.Confidence),
            Odds(each.Word.Glyphs.Count == 0 ? each.Word.Confidence : each.Word.Glyphs.Min(glyph => glyph.Confidence)),
            Odds(mean), Odds(MeanAround(words, place) ?? mean), Syllable(each.Word.Text, each.Language), Plain(each.Word.Text),
            each.Word.Text.EnumerateRunes().Count(Rune.IsLetterOrDigit) > 1 ? 0 : -1,
        ])));
    }

    private static double Odds(double share)
    {
        var kept = Math.Clamp(share, LeastSure, MostSure);
        return Math.Log(kept / (1 - kept));
    }

    private static double? MeanAround(List<(Word Word, string Language)> words, int place)
    {
        var from = Math.Max(0, place - Near);
        return Enumerable.Range(from, Math.Min(words.Count, place + Near + 1) - from)
            .Where(other => other != place)
            .Select(other => (double?)words[other].Word.Confidence)
            .Average();
    }

    private static double Syllable(string text, string language)
    {
        if (language.Split('-')[0] != "vi")
        {
            return 0;
        }

        var parts = text.Split('-', '‐', '–').Select(part => part.Trim(Punctuation.ToCharArray())).Where(part => part != "").ToList();
        return parts.Count == 0 || parts.All(part => part.All(char.IsDigit)) ? 0 : parts.All(VietnameseSyllable.IsLegal) ? 1 : -1;
    }

    private static double Plain(string text)
    {
        var runes = text.EnumerateRunes().Where(rune => !Punctuation.Contains(rune.ToString(), StringComparison.Ordinal)).ToList();
        var letters = runes.Where(Rune.IsLetter).ToList();
        var rest = letters.Skip(1).ToList();
        return runes.All(Rune.IsLetter) && (rest.All(Rune.IsLower) || rest.All(Rune.IsUpper)) || runes.All(Rune.IsDigit) ? 0 : -1;
    }
}
