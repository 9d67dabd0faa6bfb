using Digitize.Core.Text;

namespace Digitize.Ocr.Columns;

/// <summary>What a part of a column is.</summary>
internal enum SegmentKind
{
    Main,

    /// <summary>雙行夾注: the right of two narrow columns in one column's place, read first.</summary>
    CommentaryRight,

    CommentaryLeft,

    /// <summary>版心 and what else is no text: title, fishtail, leaf number.</summary>
    Furniture,
}

/// <summary>A run of characters below each other.</summary>
/// <param name="Place">Number of its column, from the right.</param>
/// <param name="Band">Who owns its ink.</param>
/// <param name="Box">Of its ink, in pixels of the page.</param>
/// <param name="Upright">The same in upright pixels of <see cref="PageInk"/>.</param>
internal sealed record ColumnSegment(SegmentKind Kind, int Place, int Band, Box Box, Box Upright);

/// <summary>The columns of a page of vertical text, as geometry alone shows them.</summary>
/// <param name="Lean">Pixels to the right for each pixel down.</param>
/// <param name="Pitch">From one column to the next, pixels of the page; 0 when there is no ink.</param>
/// <param name="Places">Places for columns within the frame, empty ones among them; without rules, columns with text.</param>
/// <param name="Segments">In reading order; furniture last.</param>
/// <param name="Marks">Punctuation circles, which are no characters.</param>
internal sealed record ColumnLayout(
    double Lean, double Pitch, int Places, IReadOnlyList<ColumnSegment> Segments, IReadOnlyList<Box> Marks)
{
    internal static readonly ColumnLayout Empty = new(0, 0, 0, [], []);
}
