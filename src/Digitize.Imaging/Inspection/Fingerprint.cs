namespace Digitize.Imaging.Inspection;

/// <summary>A page's looks in a few bits, so that a page scanned twice is found without comparing pixels.</summary>
public static class Fingerprint
{
    /// <summary>Share of bits in which two fingerprints differ, 0 same to 1; 0.5 is what chance gives.</summary>
    /// <param name="one">Lower-case hex, as inspect stores it.</param>
    /// <param name="other">Of the same length.</param>
    /// <exception cref="FormatException">Not hex, or of different lengths.</exception>
    public static double Distance(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Length != other.Length || one.Length == 0)
        {
            throw new FormatException("Fingerprints of different kinds cannot be compared.");
        }

        var (first, second) = (Convert.FromHexString(one), Convert.FromHexString(other));
        var apart = 0;
        for (var i = 0; i < first.Length; i++)
        {
            apart += int.PopCount(first[i] ^ second[i]);
        }

        return apart / (8.0 * first.Length);
    }
}
