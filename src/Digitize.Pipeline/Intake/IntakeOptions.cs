using System.ComponentModel.DataAnnotations;
using Digitize.Imaging.Probing;

namespace Digitize.Pipeline.Intake;

/// <summary>Where scans come in and how they are taken.</summary>
public sealed class IntakeOptions
{
    /// <summary>The watch folder; holds <c>RECIPE-OR-COLLECTION/BATCH/…</c>.</summary>
    [Required]
    public string Incoming { get; set; } = "data/incoming";

    /// <summary>Sources of what was taken, moved here unchanged.</summary>
    [Required]
    public string Done { get; set; } = "data/done";

    /// <summary>Sources of what was not taken, each with a <c>.reason.txt</c>.</summary>
    [Required]
    public string Rejected { get; set; } = "data/rejected";

    /// <summary>False on processes that do not look after the watch folder.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>Recipe of a batch when neither its description nor its folder names one.</summary>
    [Required]
    public string DefaultRecipe { get; set; } = "quoc-ngu-print";

    /// <summary>How often the watch folder is looked through; file events only make it sooner.</summary>
    [Range(1, 3600)]
    public int SweepSeconds { get; set; } = 5;

    /// <summary>Overrides every recipe's quiet time; 0 leaves it to the recipe.</summary>
    [Range(0, 3600)]
    public int QuietSeconds { get; set; }

    /// <summary>Room that must stay free in the store, in megabytes.</summary>
    [Range(0, 1_000_000)]
    public int ReserveMegabytes { get; set; } = 500;

    /// <summary>What an image may measure before anything is decoded.</summary>
    public ImageLimits Limits { get; set; } = new();
}
