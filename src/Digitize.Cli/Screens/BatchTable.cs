using Digitize.Core.Rows;
using Digitize.Storage.Queries;
using Spectre.Console;

namespace Digitize.Cli.Screens;

/// <summary>Batches with their counts, each count beside what it is a part of.</summary>
internal static class BatchTable
{
    private const int LeastWidth = 140;

    public static void Write(IEnumerable<BatchProgress> batches)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            Say.Text("Lô", "Batch"),
            Say.Text("Tệp nhận / thấy", "Files taken / seen"),
            Say.Text("Trang xong / tổng", "Pages through / all"),
            Say.Text("Đã đọc", "Read"),
            Say.Text("Tài liệu công bố / tổng", "Documents public / all"),
            Say.Text("Cần biết", "To know"));
        foreach (var batch in batches)
        {
            table.AddRow(
                Markup.Escape(batch.Folder),
                $"{batch.Files.Taken} / {batch.Files.Scans}",
                $"{batch.Pages.Ended} / {batch.Pages.Total}",
                $"{batch.Pages.Read} / {batch.Pages.Total}",
                $"{batch.Published} / {batch.Documents}",
                Markup.Escape(Note(batch)));
        }

        // A log file has no width of its own; eighty columns would break every name.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, LeastWidth);
        AnsiConsole.Write(table);
    }

    /// <summary>Whether something waits for a person, as against having come to a bad but final end.</summary>
    public static bool Waits(BatchProgress batch) =>
        batch.State == BatchState.Held || batch.Pages.NeedsPerson > 0 || batch.BlockedDocuments > 0;

    private static string Note(BatchProgress batch)
    {
        var notes = new List<string>();
        if (batch.Reason is { } reason)
        {
            notes.Add(reason.Text(Say.Culture));
        }

        Add(batch.Files.Rejected, "tệp bị từ chối", "files refused");
        Add(batch.Files.Duplicate, "tệp trùng", "duplicate files");
        Add(batch.Pages.Rejected, "trang hỏng", "pages rejected");
        Add(batch.Pages.NeedsPerson, "trang chờ người", "pages wait for a person");
        return string.Join("; ", notes);

        void Add(int count, string vi, string en)
        {
            if (count > 0)
            {
                notes.Add($"{Say.Text(vi, en)}: {count}");
            }
        }
    }
}
