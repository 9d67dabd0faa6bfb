namespace Digitize.Formats.Hocr;

/// <summary>What hOCR says of a page beside its text.</summary>
/// <param name="Language">BCP 47, of the document.</param>
/// <param name="Sequence">Position in the document, from 1.</param>
/// <param name="ImageName">Of the image that the boxes are measured on.</param>
public sealed record HocrDescription(string Title, string? Language, int Sequence, string ImageName);
