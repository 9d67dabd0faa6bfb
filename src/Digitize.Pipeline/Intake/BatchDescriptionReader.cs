using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Digitize.Core.Outcomes;
using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;

namespace Digitize.Pipeline.Intake;

/// <summary>Reads what people wrote beside the scans. Both files are optional and hostile until read.</summary>
public static class BatchDescriptionReader
{
    private const int MaximumBytes = 4 * 1024 * 1024;

    private static readonly string[] Columns = ["file", "shelfmark", "title", "collection", "sequence"];

    /// <param name="known">Paths of all scans that the batch has had, which <c>batch.csv</c> may name.</param>
    /// <param name="waiting">Those still in the folder, which <c>batch.csv</c> must name.</param>
    /// <returns>Null when <paramref name="faults"/> got something.</returns>
    public static BatchDescription? Read(
        string folder, IReadOnlySet<string> known, IReadOnlyCollection<string> waiting, List<RecipeFault> faults)
    {
        var description = BatchDescription.Nothing;
        var yaml = Path.Combine(folder, BatchDescription.YamlName);
        if (Path.Exists(yaml) && ReadText(yaml, faults) is { } text)
        {
            description = ReadYaml(text, faults);
        }

        var csv = Path.Combine(folder, BatchDescription.CsvName);
        if (Path.Exists(csv) && ReadText(csv, faults) is { } table)
        {
            description = description with { Files = ReadCsv(table, known, waiting, faults) };
        }

        return faults.Count == 0 ? description : null;
    }

    private static string? ReadText(string path, List<RecipeFault> faults)
    {
        var file = new FileInfo(path);
        try
        {
            // A link could make us tell what stands in a file that its owner may not read.
            if (file.LinkTarget is null && file.Length <= MaximumBytes)
            {
                return File.ReadAllText(path);
            }

            faults.Add(Fault(file.LinkTarget is null
                ? new Reason("yaml-too-long", $"{MaximumBytes / 1024}")
                : new Reason("file-link", file.Name)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Fault(new Reason("file-unreadable", file.Name, fault.Message)));
        }

        return null;

        RecipeFault Fault(Reason reason) => new(file.Name, 1, reason);
    }

    private static BatchDescription ReadYaml(string text, List<RecipeFault> faults)
    {
        if (StrictYaml.Parse(BatchDescription.YamlName, text, faults) is not { } yaml)
        {
            return BatchDescription.Nothing;
        }

        var description = new BatchDescription(
            yaml.Text("recipe"),
            yaml.Text("shelfmark"),
            yaml.Text("title"),
            yaml.Text("collection"),
            yaml.Text("creator"),
            yaml.Text("date"),
            yaml.Text("language"),
            yaml.Text("rights"),
            Optional(yaml, "expectedPages", () => RecipeReader.Whole(yaml, "expectedPages", 1, 1, 1_000_000)),
            Optional(yaml, "order", () => RecipeReader.Choice(yaml, "order", ReadingDirection.LeftToRight)),
            Optional(yaml, "publish", () => RecipeReader.Choice(yaml, "publish", PublishPolicy.AfterVerification)),
            Optional(yaml, "priority", () => RecipeReader.Choice(yaml, "priority", Priority.Normal)),
            Optional(yaml, "physicalWidthMm", () => RecipeReader.Number(yaml, "physicalWidthMm", 1, 1, 10_000)),
            Optional(yaml, "physicalHeightMm", () => RecipeReader.Number(yaml, "physicalHeightMm", 1, 1, 10_000)),
            null);
        yaml.End();
        return description;
    }

    /// <summary>Reads the key even when it is absent, so that faults name it among the allowed ones.</summary>
    private static T? Optional<T>(StrictYaml yaml, string key, Func<T> read)
        where T : struct
    {
        var value = read();
        return yaml.Has(key) ? value : null;
    }

    private static Dictionary<string, FileDescription> ReadCsv(
        string text, IReadOnlySet<string> known, IReadOnlyCollection<string> waiting, List<RecipeFault> faults)
    {
        var described = new Dictionary<string, FileDescription>(StringComparer.Ordinal);
        var rules = new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim, BadDataFound = null };
        using var csv = new CsvReader(new StringReader(text), rules);
        if (!csv.Read() || !csv.ReadHeader() || !csv.HeaderRecord!.SequenceEqual(Columns))
        {
            faults.Add(new RecipeFault(BatchDescription.CsvName, 1, new Reason("csv-columns", string.Join(',', Columns))));
            return described;
        }

        while (csv.Read())
        {
            var line = csv.Parser.RawRow;
            var file = Field(csv, 0) ?? "";
            if (!known.Contains(file))
            {
                faults.Add(Fault("csv-file", file));
                continue;
            }

            int? sequence = null;
            if (Field(csv, 4) is { } number)
            {
                if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1)
                {
                    faults.Add(Fault("csv-sequence", number));
                }

                sequence = value;
            }

            described[file] = new FileDescription(Field(csv, 1), Field(csv, 2), Field(csv, 3), sequence);

            RecipeFault Fault(string code, string fact) =>
                new(BatchDescription.CsvName, line, new Reason(code, $"{line}", fact));
        }

        foreach (var unlisted in waiting.Where(file => !described.ContainsKey(file)))
        {
            faults.Add(new RecipeFault(BatchDescription.CsvName, 1, new Reason("csv-unlisted", unlisted)));
        }

        return described;
    }

    private static string? Field(CsvReader csv, int index) =>
        csv.TryGetField<string>(index, out var value) && value!.Length > 0 ? value : null;
}
