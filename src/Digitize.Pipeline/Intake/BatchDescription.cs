using Digitize.Core.Rows;

namespace Digitize.Pipeline.Intake;

/// <summary>What <c>batch.yaml</c> and <c>batch.csv</c> say of a batch. Everything may be left out.</summary>
/// <param name="Recipe">Wins over the folder's.</param>
/// <param name="PhysicalWidthMm">Millimetres across one image of the originals.</param>
/// <param name="PhysicalHeightMm">Likewise.</param>
/// <param name="Files">From <c>batch.csv</c>, by path below the batch folder; null when there is none.</param>
public sealed record BatchDescription(
    string? Recipe,
    string? Shelfmark,
    string? Title,
    string? Collection,
    string? Creator,
    string? Date,
    string? Language,
    string? Rights,
    int? ExpectedPages,
    ReadingDirection? Order,
    PublishPolicy? Publish,
    Priority? Priority,
    double? PhysicalWidthMm,
    double? PhysicalHeightMm,
    IReadOnlyDictionary<string, FileDescription>? Files)
{
    public const string YamlName = "batch.yaml";
    public const string CsvName = "batch.csv";
    public const string ReadyName = "_READY";

    public static BatchDescription Nothing { get; } =
        new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public static bool IsDescription(string relativePath) => relativePath is YamlName or CsvName or ReadyName;
}

/// <summary>One line of <c>batch.csv</c>.</summary>
public sealed record FileDescription(string? Shelfmark, string? Title, string? Collection, int? Sequence);
