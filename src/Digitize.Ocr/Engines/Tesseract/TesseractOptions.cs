namespace Digitize.Ocr.Engines.Tesseract;

/// <summary>How many Tesseract engines there may be and where their models lie.</summary>
public sealed record TesseractOptions
{
    /// <summary>Pages read at the same time, each on one thread.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Engines kept loaded while nobody uses them; each takes some tens of megabytes.</summary>
    public int IdleEngines { get; init; } = Environment.ProcessorCount * 2;

    /// <summary>Folder of the traineddata files; null to look in TESSDATA_PREFIX and the usual places.</summary>
    public string? ModelFolder { get; init; }
}
