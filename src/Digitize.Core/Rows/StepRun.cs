using Digitize.Core.Outcomes;

namespace Digitize.Core.Rows;

/// <summary>
/// One step on one page or document with given options and inputs. The row is the truth; a job only carries its id.
/// (subject, step, version, options hash, input hash) is unique, so doing it again finds the row and stops.
/// </summary>
public sealed class StepRun : ILeased
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DocumentId { get; init; }

    public Document? Document { get; init; }

    /// <summary>Null for a step of the whole document.</summary>
    public Guid? PageId { get; init; }

    public Page? Page { get; init; }

    /// <summary>The page's id, or the document's: never null, so that uniqueness holds.</summary>
    public Guid SubjectId { get; init; }

    public required string Step { get; init; }

    public int StepVersion { get; init; }

    /// <summary>First 12 hex digits of the SHA-256 of the step's options.</summary>
    public required string OptionsHash { get; init; }

    /// <summary>First 12 hex digits of the SHA-256 of the master and of every run it builds on.</summary>
    public required string InputHash { get; init; }

    public required string Queue { get; init; }

    public RunState State { get; set; }

    /// <summary>Starts, counted before the step begins, so that an input that kills the process is found.</summary>
    public int Attempts { get; set; }

    /// <summary>Starts that threw.</summary>
    public int Faults { get; set; }

    /// <summary>Starts that never came back: the process died under them.</summary>
    public int Crashes { get; set; }

    /// <summary>Not to be tried before this time (back-off).</summary>
    public DateTime? NotBefore { get; set; }

    /// <summary>Which start holds the run; a start that has lost it may record nothing.</summary>
    public Guid? LeaseId { get; set; }

    public DateTime? LeaseUntil { get; set; }

    /// <summary>The Hangfire job that was last made for it.</summary>
    public string? JobId { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public Reason? Reason { get; set; }

    /// <summary>What the step measured, as a JSON object.</summary>
    public string? Figures { get; set; }

    /// <summary>Last fault's type and message, for administrators.</summary>
    public string? LastFault { get; set; }

    public List<Artefact> Artefacts { get; } = [];
}

public enum RunState
{
    Due,
    Running,
    Done,
    NeedsPerson,
    Rejected,
}
