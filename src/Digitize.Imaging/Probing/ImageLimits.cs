using System.ComponentModel.DataAnnotations;

namespace Digitize.Imaging.Probing;

/// <summary>What a header may claim and still be decoded. An A0 sheet at 600 ppi has 558 million pixels.</summary>
public sealed record ImageLimits
{
    public static ImageLimits Default { get; } = new();

    /// <summary>Pixels of one frame.</summary>
    [Range(1, 10_000_000_000)]
    public long MaxPixels { get; init; } = 600_000_000;

    /// <summary>Pixels of the longer edge; a JPEG cannot have more than 65,535.</summary>
    [Range(1, 1_000_000)]
    public int MaxDimension { get; init; } = 65_535;

    /// <summary>Colour channels, alpha included.</summary>
    [Range(1, 16)]
    public int MaxBands { get; init; } = 5;

    /// <summary>Images in one TIFF.</summary>
    [Range(1, 100_000)]
    public int MaxFrames { get; init; } = 2_000;

    [Range(1, 100_000)]
    public int MaxPdfPages { get; init; } = 5_000;

    /// <summary>
    /// Pixels claimed for each byte of the file. A blank bilevel page comes to some ten thousand, one with writing on
    /// it to some hundred.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxPixelsPerByte { get; init; } = 2_000;

    /// <summary>Pixels that a file may claim without that question: an A3 sheet at 600 ppi has 70 million.</summary>
    [Range(0, 10_000_000_000)]
    public long UnquestionedPixels { get; init; } = 80_000_000;

    /// <summary>Seconds of one core that reading a header in a process of its own may cost.</summary>
    [Range(1, 600)]
    public int HeaderCpuSeconds { get; init; } = 8;

    /// <summary>Seconds of one core that drawing one page of a PDF may cost.</summary>
    [Range(1, 3_600)]
    public int DrawingCpuSeconds { get; init; } = 60;

    /// <summary>Memory of a decoder in a process of its own.</summary>
    [Range(128, 1_000_000)]
    public int DecoderMegabytes { get; init; } = 4_096;
}
