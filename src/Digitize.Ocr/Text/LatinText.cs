using System.Text;

namespace Digitize.Ocr.Text;

/// <summary>Normalising that leaves Hán-Nôm alone.</summary>
public static class LatinText
{
    // The first CJK radical: what lies above would be changed into other characters (compatibility ideographs).
    private const int FirstCjk = 0x2E80;

    /// <summary>NFC for everything below the CJK blocks, the rest as it is.</summary>
    public static string Compose(string text)
    {
        var composed = new StringBuilder();
        var latin = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < FirstCjk)
            {
                latin.Append(rune.ToString());
                continue;
            }

            composed.Append(latin.ToString().Normalize(NormalizationForm.FormC)).Append(rune.ToString());
            latin.Clear();
        }

        return composed.Append(latin.ToString().Normalize(NormalizationForm.FormC)).ToString();
    }
}
