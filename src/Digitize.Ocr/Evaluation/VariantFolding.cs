namespace Digitize.Ocr.Evaluation;

/// <summary>
/// Writes variants of a character as one, for comparing a reading with its truth: Unihan's simplified, traditional and
/// z-variants, old and new printed forms, NomNaTong's private use with what Unicode has for it. The table is made by
/// `training/han-nom/variants.py`, which lists what else is in it.
/// </summary>
public static class VariantFolding
{
    private static readonly CharacterTable Roots = new("variants.tsv");

    public static string Fold(string text) => Roots.Map(text);
}
