namespace Digitize.Core.Rows;

/// <summary>A row that one process at a time may work on. Unless the lease is renewed it ends by itself.</summary>
public interface ILeased
{
    Guid Id { get; }

    /// <summary>Which start holds the row; a start that has lost it may record nothing.</summary>
    Guid? LeaseId { get; set; }

    /// <summary>UTC.</summary>
    DateTime? LeaseUntil { get; set; }
}
