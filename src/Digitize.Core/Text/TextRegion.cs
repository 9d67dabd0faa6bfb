namespace Digitize.Core.Text;

/// <summary>A block of lines that belong together: a column, a heading, a note.</summary>
public sealed record TextRegion(string Id, RegionKind Kind, Box Box, WritingMode Mode, IReadOnlyList<TextLine> Lines);

public enum RegionKind
{
    Body,
    Heading,
    Note,
    Commentary,
    PageNumber,
    RunningHead,
    Furniture,
    Caption,
    Marginalia,

    /// <summary>A line a cell, row by row.</summary>
    Table,
}

public enum WritingMode
{
    /// <summary>Left to right, lines from top to bottom.</summary>
    HorizontalTb,

    /// <summary>Top to bottom, columns from right to left.</summary>
    VerticalRl,
}
