namespace Digitize.Formats.Records;

/// <summary>One page of a <see cref="DocumentRecord"/> with the files that stand for it.</summary>
public sealed record PageRecord
{
    public required Guid Id { get; init; }

    /// <summary>Position in the document, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The number printed on the page, when known.</summary>
    public string? Label { get; init; }

    /// <summary>Access image, pixels; 0 while unknown.</summary>
    public int Width { get; init; }

    /// <summary>Access image, pixels; 0 while unknown.</summary>
    public int Height { get; init; }

    /// <summary>Several pages may come from one master (frames, split spreads): it is then the same file.</summary>
    public required FileRecord Master { get; init; }

    /// <summary>The pyramid that images are served from; null when none could be made.</summary>
    public FileRecord? Access { get; init; }

    /// <summary>Null while the page has not been read.</summary>
    public FileRecord? Alto { get; init; }

    /// <summary>PAGE, where the recipe asks for it.</summary>
    public FileRecord? PageXml { get; init; }

    /// <summary>Where the recipe asks for it.</summary>
    public FileRecord? Hocr { get; init; }

    /// <summary>The text alone, where the recipe asks for it.</summary>
    public FileRecord? PlainText { get; init; }

    /// <summary>Whether the access image can be shown.</summary>
    public bool HasImage => Access is not null && Width > 0 && Height > 0;
}
