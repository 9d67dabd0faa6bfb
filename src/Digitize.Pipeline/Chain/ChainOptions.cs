using System.ComponentModel.DataAnnotations;

namespace Digitize.Pipeline.Chain;

/// <summary>How the chain is driven on this machine.</summary>
public sealed class ChainOptions
{
    /// <summary>Folder of <c>*.yaml</c> recipes.</summary>
    [Required]
    public string RecipeFolder { get; set; } = "pipelines";

    /// <summary>Queues that this process works on, first served first; empty for none.</summary>
    public IReadOnlyList<string> Queues { get; set; } = Steps.Queues.All;

    /// <summary>Steps done at once; 0 for one a core.</summary>
    [Range(0, 256)]
    public int Workers { get; set; }

    /// <summary>A run whose worker has not been heard of for so long is free to be taken up again.</summary>
    [Range(1, 3600)]
    public int LeaseSeconds { get; set; } = 30;

    /// <summary>How often rows and jobs are compared.</summary>
    [Range(1, 3600)]
    public int ReconcileSeconds { get; set; } = 60;

    /// <summary>A step that takes longer is stopped, and tried once more in a process of its own.</summary>
    [Range(1, 86400)]
    public int StepTimeoutSeconds { get; set; } = 900;

    /// <summary>Time that running steps have to finish after SIGTERM; then they are put back.</summary>
    [Range(0, 600)]
    public int DrainSeconds { get; set; } = 25;

    /// <summary>
    /// Program and arguments that run one suspected step in a process of its own; empty to run it here. The run's and
    /// the lease's ids are appended.
    /// </summary>
    public IReadOnlyList<string> IsolationCommand { get; set; } = [];

    public int WorkerCount => Workers == 0 ? Environment.ProcessorCount : Workers;
}
