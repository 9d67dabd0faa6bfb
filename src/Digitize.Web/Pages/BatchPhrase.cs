using System.Globalization;
using Digitize.Core.Rows;
using Digitize.Storage.Queries;
using Digitize.Web.Culture;

namespace Digitize.Web.Pages;

/// <summary>Says in one sentence what is happening to a batch, and in another what is wanted of a person.</summary>
internal static class BatchPhrase
{
    public static string Now(BatchProgress batch, Texts t) => batch.State switch
    {
        BatchState.Arriving => t["batch.now.arriving", batch.Files.Total],
        BatchState.Taking => t["batch.now.taking", batch.Files.Scans - batch.Files.Seen, batch.Files.Scans],
        BatchState.Held => t["batch.now.held"],
        _ when batch.Pages.Running > 0 => t["batch.now.running", batch.Pages.Running, batch.Pages.Ended, batch.Pages.Total],
        _ when batch.Pages.Waiting > 0 => t["batch.now.waiting", batch.Pages.Waiting, batch.Pages.Ended, batch.Pages.Total],
        _ when !batch.IsAtRest => t["batch.now.packing"],
        _ when batch.Pages.Total == 0 => t["batch.now.nothing"],
        _ when batch.Pages.Blocked > 0 => t["batch.now.stopped", batch.Pages.Ended, batch.Pages.Total],
        _ => t["batch.now.done", batch.Pages.Total],
    };

    /// <summary>Null when nothing is wanted.</summary>
    public static string? Wanted(BatchProgress batch, Texts t) =>
        batch.Reason is { } reason ? reason.Text(CultureInfo.CurrentUICulture)
        : batch.Pages.Blocked > 0 ? t["batch.wanted.pages", batch.Pages.Blocked]
        : batch.BlockedDocuments > 0 ? t["batch.wanted.documents", batch.BlockedDocuments]
        : batch.Files.Rejected > 0 ? t["batch.wanted.files", batch.Files.Rejected]
        : null;
}
