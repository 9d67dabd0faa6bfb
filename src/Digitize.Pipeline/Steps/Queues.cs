using Digitize.Core.Rows;

namespace Digitize.Pipeline.Steps;

/// <summary>The queues, first served first.</summary>
public static class Queues
{
    public const string Intake = "intake";
    public const string Publish = "publish";
    public const string Image = "image";
    public const string Ocr = "ocr";

    /// <summary>What is nearest to its end goes first, so that documents come out one by one and not all at the end.</summary>
    public static IReadOnlyList<string> All { get; } = [Intake, Publish, Image, Ocr];

    /// <summary>
    /// The name under which Hangfire keeps a queue. Its storages disagree on which queue goes first, the one that
    /// stands first in the list or the one whose name sorts first; these names sort in the order of the list.
    /// </summary>
    public static string StoredName(string queue, Priority priority)
    {
        var place = All.ToList().IndexOf(queue);
        return place < 0
            ? throw new ArgumentException($"There is no queue {queue}.", nameof(queue))
            : $"{(priority == Priority.Urgent ? 'a' : 'b')}{place + 1}-{queue}";
    }

    /// <summary>All stored names of the queues given: everything urgent before everything normal.</summary>
    public static IEnumerable<string> StoredNames(IEnumerable<string> queues) =>
        from priority in new[] { Priority.Urgent, Priority.Normal }
        from queue in All.Intersect(queues)
        select StoredName(queue, priority);
}
