namespace Digitize.Core.Text;

/// <summary>Another reading of a word that a person may choose.</summary>
/// <param name="Confidence">0 to 1; of this reading, not of the word as it stands.</param>
public sealed record Suggestion(string Text, double Confidence, SuggestionSource Source);

public enum SuggestionSource
{
    /// <summary>Made of what the recogniser itself thought possible.</summary>
    Recogniser,

    /// <summary>A legal syllable that differs in its marks only.</summary>
    Marks,

    /// <summary>A legal syllable with letters that print and recognisers confuse.</summary>
    Shapes,
}
