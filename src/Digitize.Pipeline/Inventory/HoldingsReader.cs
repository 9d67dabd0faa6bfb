using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Digitize.Core.Rows;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Pipeline.Inventory;

/// <summary>
/// Reads an inventory (<c>holdings.csv</c>) into the rows that coverage is measured against. A snapshot is frozen: a
/// holding that is there for the same library, shelfmark and day is left as it is.
/// </summary>
public sealed class HoldingsReader(DigitizeDb db)
{
    private const int MaximumBytes = 512 * 1024 * 1024;

    private static readonly string[] Columns =
    [
        "library", "collection", "shelfmark", "title", "legal_class", "legal_clause", "period", "script", "material",
        "volumes", "expected_pages", "in_scope", "holder_kind", "snapshot_date", "source",
    ];

    /// <returns>Holdings added.</returns>
    /// <exception cref="InvalidDataException">The file is no inventory; the message names the line and what is allowed.</exception>
    public async Task<int> ImportAsync(string path, CancellationToken ct)
    {
        if (new FileInfo(path).Length > MaximumBytes)
        {
            throw new InvalidDataException($"{path}: more than {MaximumBytes / 1024 / 1024} MB.");
        }

        var known = (await db.Holdings.Select(h => new { h.Library, h.Shelfmark, h.SnapshotDate }).ToListAsync(ct))
            .Select(h => (h.Library, h.Shelfmark, h.SnapshotDate)).ToHashSet();
        var added = 0;
        foreach (var holding in Read(path))
        {
            if (known.Add((holding.Library, holding.Shelfmark, holding.SnapshotDate)))
            {
                db.Holdings.Add(holding);
                added++;
            }
        }

        await db.SaveChangesAsync(ct);
        return added;
    }

    private static IEnumerable<Holding> Read(string path)
    {
        using var csv = new CsvReader(
            new StreamReader(path), new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim });
        if (!csv.Read() || !csv.ReadHeader() || !csv.HeaderRecord!.SequenceEqual(Columns))
        {
            throw new InvalidDataException($"{path}:1: {string.Join(',', Columns)}");
        }

        while (csv.Read())
        {
            yield return new Holding
            {
                Library = Required("library"),
                Collection = Optional("collection"),
                Shelfmark = Required("shelfmark"),
                Title = Required("title"),
                LegalClass = Choice("legal_class", "ancient", "rare", ""),
                LegalClause = Optional("legal_clause"),
                Period = Optional("period"),
                Script = Optional("script"),
                Material = Optional("material"),
                Volumes = Count("volumes"),
                ExpectedPages = Count("expected_pages"),
                InScope = Choice("in_scope", "yes", "no") == "yes",
                HolderKind = Choice("holder_kind", "library", "family", "village")!,
                SnapshotDate = DateOnly.TryParseExact(csv["snapshot_date"], "yyyy-MM-dd", out var date)
                    ? date
                    : throw Fault("snapshot_date", "yyyy-MM-dd"),
                Source = Required("source"),
            };
        }

        string? Optional(string column) => csv[column] is { Length: > 0 } value ? value : null;

        string Required(string column) => Optional(column) ?? throw Fault(column, "…");

        string? Choice(string column, params string[] allowed) =>
            allowed.Contains(csv[column]) ? Optional(column) : throw Fault(column, string.Join(", ", allowed));

        int? Count(string column) =>
            Optional(column) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
            : throw Fault(column, "0, 1, 2 …");

        InvalidDataException Fault(string column, string allowed) =>
            new($"{path}:{csv.Parser.Row}: {column}: “{csv[column]}” ({allowed})");
    }
}
