using Digitize.Core.Inspection;
using Digitize.Core.Outcomes;
using Digitize.Imaging.Inspection;

namespace Digitize.Pipeline.Inspection;

/// <summary>
/// Pages that look like one of the few before them: scanned twice. The same bytes never come so far, since intake takes
/// no file twice.
/// </summary>
internal static class NearDuplicates
{
    /// <param name="inOrder">A document's pages in reading order.</param>
    /// <returns>One for each measured page.</returns>
    public static IEnumerable<PageFinding> Judge(IReadOnlyList<BatchPage> inOrder, InspectOptions options)
    {
        var before = new List<BatchPage>();
        foreach (var page in inOrder.Where(page => page.Measured is not null))
        {
            // All blank pages look alike; what shows through them is not enough to tell them apart.
            if (page.Measured is { Fingerprint: not null, IsBlank: false })
            {
                yield return new PageFinding(page, Judge(page, before, options));
                before.Add(page);
                before.RemoveRange(0, Math.Max(0, before.Count - options.NearDuplicateNeighbours));
            }
            else
            {
                yield return new PageFinding(page, new Finding(new InspectionCheck(
                    CheckNames.NearDuplicate, null, options.NearDuplicateDistance, Finding.Judge(options.NearDuplicate, null))));
            }
        }
    }

    private static Finding Judge(BatchPage page, List<BatchPage> before, InspectOptions options)
    {
        var nearest = before.Where(other => other.Measured!.Fingerprint!.Length == page.Measured!.Fingerprint!.Length)
            .Select(other => (Page: other, Distance: Fingerprint.Distance(page.Measured!.Fingerprint!, other.Measured!.Fingerprint!)))
            .OrderBy(other => other.Distance)
            .FirstOrDefault();
        var isTwin = nearest.Page is not null && nearest.Distance <= options.NearDuplicateDistance;
        var check = new InspectionCheck(
            CheckNames.NearDuplicate,
            nearest.Page is null ? null : nearest.Distance,
            options.NearDuplicateDistance,
            Finding.Judge(options.NearDuplicate, isTwin));
        return isTwin
            ? new Finding(check, new Reason("todo-near-duplicate", page.Label, nearest.Page!.Label), nearest.Page.Id)
            : new Finding(check);
    }
}
