using Digitize.Core.Outcomes;

namespace Digitize.Core.Rows;

/// <summary>Trang: one side, shown by one image of one master or by a part of it.</summary>
public sealed class Page
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DocumentId { get; init; }

    public Document? Document { get; init; }

    public Guid FileId { get; init; }

    public IncomingFile? File { get; init; }

    /// <summary>Which image of the master, from 0.</summary>
    public int Frame { get; init; }

    /// <summary>Which of the pages on the frame, in reading order from 1; 0 while the frame is one page.</summary>
    public int Part { get; set; }

    /// <summary>Where on the frame the part lies; null while the frame is one page.</summary>
    public FrameRegion? Region { get; set; }

    /// <summary>Position in the document, from 1.</summary>
    public int Sequence { get; set; }

    /// <summary>The number printed on the page, when known: from the catalogue or a person, never from a machine alone.</summary>
    public string? Label { get; set; }

    /// <summary>The number that the newest machine reading saw on the page; <see cref="Core.Text.PageLabels"/> weighs it.</summary>
    public string? ReadLabel { get; set; }

    /// <summary>Of <see cref="ReadLabel"/>, 0 to 1; null where none was seen.</summary>
    public double? ReadLabelConfidence { get; set; }

    public PageState State { get; set; }

    public Reason? Reason { get; set; }

    /// <summary>Access image, pixels, after straightening; 0 until known.</summary>
    public int Width { get; set; }

    /// <summary>Access image, pixels, after straightening; 0 until known.</summary>
    public int Height { get; set; }

    public List<Artefact> Artefacts { get; } = [];

    public List<Revision> Revisions { get; } = [];

    /// <summary>
    /// A person has worked on its text or vouched for it: its geometry is not to change under them. Of the revisions
    /// a person's must have been loaded.
    /// </summary>
    public bool IsInPeoplesHands =>
        State is PageState.InCorrection or PageState.Corrected or PageState.Verified or PageState.Published
        || Revisions.Any(revision => revision.AuthorKind == RevisionAuthor.Person);
}

/// <summary>DESIGN.md section 7. Verified needs a person who changed nothing on the page since it was last read.</summary>
public enum PageState
{
    Captured,
    Read,
    InCorrection,
    Corrected,
    Verified,
    Published,
    Rejected,
    Question,
    NoText,
}
