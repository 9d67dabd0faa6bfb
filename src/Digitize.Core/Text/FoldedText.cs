using System.Text;

namespace Digitize.Core.Text;

/// <summary>Folded text that knows where each of its parts came from, so that a hit can be shown as it is written.</summary>
public sealed class FoldedText
{
    private readonly string _source;
    private readonly List<int> _origins = [];

    public FoldedText(string source)
    {
        _source = source;
        var folded = new StringBuilder(source.Length);
        var origin = 0;
        foreach (var rune in source.EnumerateRunes())
        {
            var part = SearchFolding.IsBetweenWords(rune)
                ? folded.Length > 0 && folded[^1] != ' ' ? " " : ""
                : SearchFolding.Fold(rune.ToString());
            folded.Append(part);
            _origins.AddRange(Enumerable.Repeat(origin, part.Length));
            origin += rune.Utf16SequenceLength;
        }

        Folded = folded.ToString().TrimEnd();
    }

    /// <summary>The same as <see cref="SearchFolding.Fold"/> gives.</summary>
    public string Folded { get; }

    /// <summary>The first place of an already folded query, with what stands around it; null when it is not there.</summary>
    /// <param name="around">Longest text on either side, UTF-16 units.</param>
    public TextHit? Find(string foldedQuery, int around)
    {
        var at = foldedQuery.Length == 0 ? -1 : Folded.IndexOf(foldedQuery, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = _origins[at];
        var end = at + foldedQuery.Length < _origins.Count ? _origins[at + foldedQuery.Length] : _source.Length;
        var from = OnRune(Math.Max(0, start - around));
        var to = OnRune(Math.Min(_source.Length, end + around));
        return new TextHit(_source[from..start], _source[start..end], _source[end..to]);
    }

    private int OnRune(int index) =>
        index > 0 && index < _source.Length && char.IsLowSurrogate(_source[index]) ? index - 1 : index;
}

/// <summary>What was found, as written, between what stands before and after it.</summary>
public sealed record TextHit(string Before, string Match, string After);
