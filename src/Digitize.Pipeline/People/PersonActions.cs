using Digitize.Storage.Rows;

namespace Digitize.Pipeline.People;

/// <summary>
/// What a person at a screen may ask of the line. Each action changes rows and leaves an audit entry in one
/// transaction; the chain then finds what has become due. Screens run no step themselves.
/// </summary>
public sealed class PersonActions(DigitizeDb db, TimeProvider clock)
{
    /// <summary>Lets a held batch go on with the pages that are there.</summary>
    /// <returns>False when the batch is not held.</returns>
    public Task<bool> ReleaseBatchAsync(Guid batchId, string who, CancellationToken ct) =>
        throw new NotImplementedException($"{db} {clock}");

    /// <summary>Gives every step of the page that a person had to look at, or that was set aside, another start.</summary>
    /// <returns>Steps started again.</returns>
    public Task<int> RetryPageAsync(Guid pageId, string who, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>The same for a step of the whole document (its packaging).</summary>
    public Task<int> RetryDocumentAsync(Guid documentId, string who, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Marks every read page as verified by this person and lets readers reach the document.</summary>
    /// <returns>False when the document is not packaged yet or has pages without an end.</returns>
    public Task<bool> PublishDocumentAsync(Guid documentId, string who, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>Takes the document back from readers; nothing of it is removed.</summary>
    public Task<bool> WithdrawDocumentAsync(Guid documentId, string who, CancellationToken ct) =>
        throw new NotImplementedException();
}
