namespace Digitize.Formats.Iiif.Image;

/// <summary>The four path segments after an image's base URI, percent-decoded, as they came.</summary>
/// <param name="QualityFormat">Both, with the dot: <c>default.jpg</c>.</param>
public sealed record ImageParameters(string Region, string Size, string Rotation, string QualityFormat);
