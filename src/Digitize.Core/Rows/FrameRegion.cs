namespace Digitize.Core.Rows;

/// <summary>
/// Where on its frame a page lies that shares it with another: half of a spread, or of an unfolded leaf. Pixels of the
/// frame as it is opened, before it is turned.
/// </summary>
/// <param name="QuarterTurns">Clockwise quarter turns that the whole frame was found to need; null when that could not be told.</param>
public sealed record FrameRegion(int Left, int Top, int Width, int Height, int? QuarterTurns);
