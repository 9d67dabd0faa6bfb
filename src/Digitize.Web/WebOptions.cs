using System.ComponentModel.DataAnnotations;
using Digitize.Core.Coverage;
using Digitize.Formats.Iiif.Image;

namespace Digitize.Web;

/// <summary>How the screens and the public addresses behave; every default suits a desk.</summary>
public sealed class WebOptions
{
    public const string Section = "Digitize:Web";

    /// <summary>IANA name of the zone in which times are shown; they are kept in UTC.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Ho_Chi_Minh";

    /// <summary>Networks (<c>10.0.0.0/8</c>) whose <c>X-Forwarded-*</c> headers are believed, beside this machine.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>Pictures rendered at the same time; 0: one for each processor.</summary>
    [Range(0, 256)]
    public int RenderConcurrency { get; set; }

    /// <summary>Requests that may wait for a picture; more are answered 503.</summary>
    [Range(0, 10_000)]
    public int RenderQueue { get; set; } = 256;

    /// <summary>
    /// Megabytes of access images kept on this machine when the blobs lie elsewhere: a zoomed page asks for many tiles of
    /// one file. It may be passed for some minutes while more than that is being looked at.
    /// </summary>
    [Range(1, 10_000_000)]
    public int PyramidCacheMegabytes { get; set; } = 4096;

    /// <summary>Screens that are told of progress as it happens; more poll.</summary>
    [Range(0, 10_000)]
    public int MaximumEventStreams { get; set; } = 100;

    /// <summary>Largest picture made on request.</summary>
    public ImageBounds Image { get; } = new();

    public TargetOptions Target { get; } = new();
}

/// <summary>Pixels; stated in <c>info.json</c>.</summary>
public sealed class ImageBounds
{
    [Range(1, 100_000)]
    public int MaxWidth { get; set; } = ImageLimits.Default.MaxWidth;

    [Range(1, 100_000)]
    public int MaxHeight { get; set; } = ImageLimits.Default.MaxHeight;

    [Range(1, 10_000_000_000)]
    public long MaxArea { get; set; } = ImageLimits.Default.MaxArea;

    public ImageLimits Limits => new(MaxWidth, MaxHeight, MaxArea);
}

/// <summary>The target that coverage is held against: a matter of law, so it is configuration and names its source.</summary>
public sealed class TargetOptions
{
    /// <summary>Percent.</summary>
    [Range(1, 100)]
    public double Percent { get; set; } = 70;

    /// <summary>The rung on which it is measured.</summary>
    public CoverageRung Rung { get; set; } = CoverageRung.Captured;

    public CoverageUnit Unit { get; set; } = CoverageUnit.Titles;

    [Required]
    public string LegalSource { get; set; } = "Quyết định 206/QĐ-TTg (11/02/2021)";

    public int DueYear { get; set; } = 2025;

    public CoverageTarget Target => new(Percent / 100, Rung, Unit, LegalSource, DueYear);
}
