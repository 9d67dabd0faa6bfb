using System.ComponentModel.DataAnnotations;
using Digitize.Imaging.Inspection;

namespace Digitize.Pipeline.Inspection;

/// <summary>
/// For each check what is to be done and from what figure on. The defaults come from made pages with known faults:
/// <c>bench/README.md</c>.
/// </summary>
public sealed class InspectOptions
{
    /// <summary>0 asks for nothing.</summary>
    [Range(0, 10_000)]
    public int MinimumPpi { get; set; }

    public Severity LowPpi { get; set; } = Severity.Warn;

    /// <summary>Millimetres across the whole image; 0 when the originals differ. A batch's own size goes first.</summary>
    [Range(0.0, 10_000.0)]
    public double PhysicalWidthMm { get; set; }

    [Range(0.0, 10_000.0)]
    public double PhysicalHeightMm { get; set; }

    public Severity Blur { get; set; } = Severity.Warn;

    /// <summary>See <see cref="PageInspection.EdgeSharpness"/>.</summary>
    [Range(0.0, 1.0)]
    public double MinimumSharpness { get; set; } = 0.3;

    /// <summary>For both ends.</summary>
    public Severity Clipping { get; set; } = Severity.Warn;

    /// <summary>Share of the sheet's pixels at pure white above which detail is lost.</summary>
    [Range(0.0, 1.0)]
    public double ClippedShare { get; set; } = 0.05;

    /// <summary>The same at pure black; less, as only the ink is dark.</summary>
    [Range(0.0, 1.0)]
    public double ClippedBlackShare { get; set; } = 0.003;

    public Severity Noise { get; set; } = Severity.Warn;

    /// <summary>Levels of 255.</summary>
    [Range(0.0, 255.0)]
    public double MaximumNoise { get; set; } = 6;

    public Severity UnevenLight { get; set; } = Severity.Warn;

    /// <summary>How much darker the paper's darkest part may be than its lightest, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double MaximumFallOff { get; set; } = 0.19;

    public Severity Blank { get; set; } = Severity.Warn;

    /// <summary>Share of ink below which a page is blank.</summary>
    [Range(0.0, 1.0)]
    public double MinimumInkShare { get; set; } = InkShare.OfBlank;

    public Severity ColourCast { get; set; } = Severity.Warn;

    /// <summary>CIELAB units beyond the colours that papers have, old and yellow ones included.</summary>
    [Range(0.0, 200.0)]
    public double MaximumColourCast { get; set; } = 3;

    /// <summary>Of colour images: grey says what it means by itself.</summary>
    public Severity MissingProfile { get; set; } = Severity.Warn;

    public AllowedCompression Compression { get; set; } = AllowedCompression.Any;

    /// <summary>What happens to a master packed worse than allowed.</summary>
    public Severity PoorCompression { get; set; } = Severity.Warn;

    /// <summary>On the usual scale of 1 to 100, estimated from the file's tables.</summary>
    [Range(1, 100)]
    public int MinimumJpegQuality { get; set; } = 50;

    /// <summary>A finger, or a folded corner.</summary>
    public Severity Intrusion { get; set; } = Severity.Warn;

    /// <summary>Share of the sheet.</summary>
    [Range(0.0, 1.0)]
    public double MaximumIntrusion { get; set; } = 0.001;

    /// <summary>Upside down or sideways.</summary>
    public Severity WrongOrientation { get; set; } = Severity.Warn;

    /// <summary>
    /// A page that looks like one shortly before it. This and what follows is told by the batch report alone: a page is
    /// inspected before its neighbours are, and goes on.
    /// </summary>
    public Severity NearDuplicate { get; set; } = Severity.Warn;

    /// <summary>See <see cref="Fingerprint.Distance"/>.</summary>
    [Range(0.0, 1.0)]
    public double NearDuplicateDistance { get; set; } = Fingerprint.SamePage;

    /// <summary>How many pages before it a page is compared with.</summary>
    [Range(1, 50)]
    public int NearDuplicateNeighbours { get; set; } = 3;

    /// <summary>A number that is missing, or there twice, in the names of a document's files.</summary>
    public Severity Gap { get; set; } = Severity.Warn;

    /// <summary>A page much larger or smaller than the rest of its document, as covers and folded maps are too.</summary>
    public Severity OddSize { get; set; } = Severity.Warn;

    /// <summary>Share by which a side may differ from the median; more where the pages differ among themselves.</summary>
    [Range(0.01, 10.0)]
    public double OddSizeShare { get; set; } = 0.2;
}

public enum AllowedCompression
{
    Any,
    Lossless,
}
