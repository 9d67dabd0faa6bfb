namespace Digitize.Formats.Page;

/// <summary>What PAGE says of a page beside its text.</summary>
/// <param name="Id">Any text; it becomes the file's XML id.</param>
/// <param name="ImageName">Of the image that the boxes are measured on.</param>
/// <param name="At">UTC; when the file was packaged.</param>
public sealed record PageXmlDescription(string Id, string ImageName, DateTime At);
