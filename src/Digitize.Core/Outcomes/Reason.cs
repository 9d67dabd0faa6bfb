using System.Globalization;

namespace Digitize.Core.Outcomes;

/// <summary>
/// Why something ended as it did, kept as a code and its facts, so that each reader is told in their own language.
/// The sentences stand in <c>Reasons.resx</c> (Vietnamese) and <c>Reasons.en.resx</c>.
/// </summary>
/// <param name="Code">Key of the sentence, e.g. <c>file-empty</c>.</param>
/// <param name="Facts">What the sentence's <c>{0}</c>, <c>{1}</c> … stand for: the file first, then figures.</param>
public sealed record Reason(string Code, IReadOnlyList<string> Facts)
{
    public Reason(string code, params string[] facts) : this(code, (IReadOnlyList<string>)facts) { }

    /// <summary>A reason behind this one or beside it; its sentence is the last of the facts, in the reader's language.</summary>
    public Reason? Cause { get; init; }

    /// <summary>The sentence in the given language: what is wrong and what to do.</summary>
    public string Text(CultureInfo culture)
    {
        var cause = Cause?.Text(culture) ?? "";
        return ReasonTexts.Find(Code, culture) is { } template
            ? string.Format(culture, template, [.. Facts, cause]).TrimEnd()
            : $"{Code}: {string.Join("; ", Cause is null ? Facts : [.. Facts, cause])}";
    }

    public bool Equals(Reason? other) =>
        other is not null && Code == other.Code && Facts.SequenceEqual(other.Facts)
        && Equals(Cause, other.Cause);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}
