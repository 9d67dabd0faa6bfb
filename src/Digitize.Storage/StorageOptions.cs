using System.ComponentModel.DataAnnotations;

namespace Digitize.Storage;

/// <summary>
/// Where rows and blobs are kept. The connection strings alone choose the column of DESIGN.md section 2: empty means
/// the desk (SQLite and a folder below <see cref="DataFolder"/>).
/// </summary>
public sealed class StorageOptions
{
    public const string Section = "Digitize";

    /// <summary>Everything of the desk lies below it: rows, blobs, watch folder, logs.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>PostgreSQL connection string; empty for SQLite.</summary>
    public string Postgres { get; set; } = "";

    /// <summary>Azure Blob Storage connection string; empty for a folder.</summary>
    public string AzureBlobs { get; set; } = "";

    /// <summary>Container, made when it is missing.</summary>
    [RegularExpression("^[a-z0-9](-?[a-z0-9]){2,62}$")]
    public string AzureContainer { get; set; } = "digitize";

    public bool IsDesk => Postgres.Length == 0;

    public string SqlitePath => Path.Combine(DataFolder, "digitize.db");

    public string BlobFolder => Path.Combine(DataFolder, "blobs");

    public string SpoolFolder => Path.Combine(DataFolder, "spool");

    /// <summary>Copies that can be made again at any time.</summary>
    public string CacheFolder => Path.Combine(DataFolder, "cache");
}
