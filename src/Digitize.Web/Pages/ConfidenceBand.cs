namespace Digitize.Web.Pages;

/// <summary>How far a reading can be trusted, in three bands; each has its own underline beside its colour.</summary>
internal static class ConfidenceBand
{
    /// <summary>From here on a word is taken as read.</summary>
    public const double Sure = 0.9;

    /// <summary>Below, it is as likely wrong as right.</summary>
    public const double Doubtful = 0.7;

    /// <param name="confidence">0 to 1.</param>
    public static string Of(double confidence) =>
        confidence >= Sure ? "sure" : confidence >= Doubtful ? "doubtful" : "weak";

    /// <summary>0 to 100; never 100 unless it is.</summary>
    public static int Percent(double confidence) => (int)Math.Floor(Math.Clamp(confidence, 0, 1) * 100);
}
