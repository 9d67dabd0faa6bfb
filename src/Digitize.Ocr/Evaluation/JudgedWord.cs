using Digitize.Core.Text;
using Digitize.Ocr.Confidence;
using Digitize.Ocr.Text;

namespace Digitize.Ocr.Evaluation;

/// <summary>A word that was read, what was said of it, and whether it is the truth's word at its place.</summary>
public sealed record JudgedWord(double Confidence, WordEvidence Evidence, bool IsRight)
{
    /// <summary>All words of a page; places come from aligning both lists of words, a word without a place is wrong.</summary>
    public static IReadOnlyList<JudgedWord> Of(TextPage page, string truth)
    {
        var read = WordEvidence.Of(page).ToList();
        var expected = CharacterErrors.Words(truth);
        var texts = read.Select(word => LatinText.Compose(word.Word.Text)).ToList();
        var right = CharacterAlignment.Of(expected, texts).Pairs
            .Where(pair => expected[pair.Truth] == texts[pair.Reading]).Select(pair => pair.Reading).ToHashSet();
        return [.. read.Select((word, place) => new JudgedWord(word.Word.Confidence, word.Evidence, right.Contains(place)))];
    }
}
