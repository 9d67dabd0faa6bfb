namespace Digitize.Ocr.HanNom.Dictionary;

/// <summary>What is known of a Hán-Nôm character. Every list may be empty, every text too.</summary>
/// <param name="Radical">Kangxi radical, 1 to 214; 0 when not known.</param>
/// <param name="ResidualStrokes">Strokes besides the radical; negative where the character is less than its radical.</param>
/// <param name="Strokes">All strokes; 0 when not known.</param>
/// <param name="QuocNgu">Readings by Unihan's <c>kVietnamese</c>, which does not part Nôm from Hán-Việt.</param>
/// <param name="Meaning">English, Unihan's <c>kDefinition</c>.</param>
/// <param name="Variants">Unihan's traditional, simplified, z- and semantic variants.</param>
/// <param name="LookAlikes">What the reader's network takes it for when it errs, and Unihan's spoofing variants.</param>
public sealed record CharacterEntry(
    string Character,
    int Radical,
    int ResidualStrokes,
    int Strokes,
    IReadOnlyList<string> QuocNgu,
    string Meaning,
    IReadOnlyList<string> Variants,
    IReadOnlyList<string> LookAlikes)
{
    /// <summary>The radical as a character, from the block of Kangxi radicals; empty when not known.</summary>
    public string RadicalCharacter => Radical == 0 ? "" : ((char)(0x2F00 + Radical - 1)).ToString();
}
