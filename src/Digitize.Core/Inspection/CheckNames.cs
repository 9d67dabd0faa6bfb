namespace Digitize.Core.Inspection;

/// <summary>The checks' names as they stand in figures, reports and on the command line.</summary>
public static class CheckNames
{
    public const string Ppi = "ppi";
    public const string Sharpness = "sharpness";
    public const string ClippedBlack = "clipped-black";
    public const string ClippedWhite = "clipped-white";
    public const string Noise = "noise";
    public const string UnevenLight = "uneven-light";
    public const string Blank = "blank";
    public const string ColourCast = "colour-cast";
    public const string Profile = "profile";
    public const string Compression = "compression";
    public const string BorderIntrusion = "border-intrusion";
    public const string Orientation = "orientation";

    /// <summary>The page was scanned twice; judged across its batch.</summary>
    public const string NearDuplicate = "near-duplicate";

    /// <summary>A number is missing between two files' names; judged across a batch.</summary>
    public const string Gap = "gap";

    /// <summary>Much larger or smaller than the rest of its batch.</summary>
    public const string OddSize = "odd-size";

    /// <summary>The scan could be opened and measured at all; a report's own line.</summary>
    public const string Opened = "opened";

    /// <summary>What one page alone tells, in the order shown.</summary>
    public static IReadOnlyList<string> OfPage { get; } =
    [
        Ppi, Sharpness, ClippedBlack, ClippedWhite, Noise, UnevenLight, Blank, ColourCast, Profile, Compression,
        BorderIntrusion, Orientation,
    ];

    /// <summary>What only the neighbours tell, in the order shown.</summary>
    public static IReadOnlyList<string> OfBatch { get; } = [NearDuplicate, Gap, OddSize];
}
