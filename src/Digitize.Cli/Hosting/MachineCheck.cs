using System.Globalization;
using Digitize.Pipeline.Recipes;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Cli.Hosting;

/// <param name="Result">What was found, or what is wrong and what to do.</param>
internal sealed record Check(string Name, bool Holds, string Result);

/// <summary>Everything that a batch will need, tried before it comes.</summary>
internal static class MachineCheck
{
    private const long Gigabyte = 1024L * 1024 * 1024;

    public static async Task<IReadOnlyList<Check>> RunAsync(ProgramOptions options, CancellationToken ct)
    {
        var services = new ServiceCollection().AddLogging();
        await using var provider = services.AddLine(options).BuildServiceProvider();
        var checks = new List<Check>();
        checks.AddRange(Recipes(provider));
        checks.Add(Pdftoppm());
        checks.Add(FrontEnd());
        checks.Add(await RowsAsync(options, ct));
        checks.Add(await BlobsAsync(provider, ct));
        checks.AddRange(new[] { options.Intake.Incoming, options.Intake.Done, options.Intake.Rejected }.Select(Folder));
        return checks;
    }

    private static IEnumerable<Check> Recipes(IServiceProvider provider)
    {
        var shelf = provider.GetRequiredService<RecipeShelf>();
        foreach (var fault in shelf.Faults)
        {
            yield return new Check(Say.Text("quy trình", "recipe"), false, fault.Text(Say.Culture));
        }

        foreach (var recipe in shelf.Recipes)
        {
            var missing = recipe.Steps.SelectMany(spec => spec.Step.Missing(spec.Options)).ToList();
            yield return new Check(
                $"{Say.Text("quy trình", "recipe")} {recipe.Name}",
                missing.Count == 0,
                missing.Count == 0
                    ? string.Join(" → ", recipe.Steps.Select(spec => spec.Step.Name))
                    : string.Join("; ", missing.Select(reason => reason.Text(Say.Culture))));
        }
    }

    private static Check Pdftoppm()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "pdftoppm")));
        return new Check("pdftoppm", found, found ? "poppler" : "apt-get install poppler-utils");
    }

    private static Check FrontEnd()
    {
        var found = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "dist"));
        return new Check(
            Say.Text("giao diện web", "web front end"), found, found ? "wwwroot/dist" : "infra/prepare (npm ci && npm run build)");
    }

    private static async Task<Check> RowsAsync(ProgramOptions options, CancellationToken ct)
    {
        var name = options.Storage.IsDesk ? "SQLite" : "PostgreSQL";
        try
        {
            await using var rows = await Rows.OpenAsync(options, ct);
            if ((await rows.Get<DigitizeDb>().Database.GetPendingMigrationsAsync(ct)).Any())
            {
                return new Check(name, false, Say.Text(
                    "cơ sở dữ liệu chưa theo phiên bản này: sao lưu rồi khởi động «serve»",
                    "the rows are not of this version yet: make a backup, then start “serve”"));
            }

            return new Check(name, true, options.Storage.IsDesk ? options.Storage.SqlitePath : Say.Text("kết nối được", "reachable"));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new Check(name, false, $"{fault.Message} (Digitize__Postgres, Digitize__DataFolder)");
        }
    }

    private static async Task<Check> BlobsAsync(IServiceProvider provider, CancellationToken ct)
    {
        var name = Say.Text("kho tệp", "blob store");
        try
        {
            var blobs = provider.GetRequiredService<IBlobStore>();
            await blobs.FindLengthAsync("check", ct);
            var free = blobs.FreeBytes;
            return new Check(
                name,
                free is null or > Gigabyte,
                free is null ? "Azure" : string.Create(CultureInfo.InvariantCulture, $"{free / Gigabyte} GB {Say.Text("trống", "free")}"));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new Check(name, false, $"{fault.Message} (Digitize__AzureBlobs)");
        }
    }

    private static Check Folder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $"~$check-{Guid.CreateVersion7():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Check(path, true, Say.Text("đọc và ghi được", "can be read and written"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Check(path, false, fault.Message);
        }
    }
}
