namespace Digitize.Imaging.Inspection;

/// <summary>FADGI, Technical Guidelines for Digitizing Cultural Heritage Materials (2023), bound volumes.</summary>
public static class FadgiStars
{
    // The aims of 400, 300, 250 and 200 ppi with the tolerance the guideline gives each.
    private static readonly double[] LeastPpi = [190, 242.5, 294, 396];

    /// <summary>0 to 4; the other criteria need a target chart and are not judged.</summary>
    public static int ByResolution(double ppi) => LeastPpi.Count(least => ppi >= least);
}
