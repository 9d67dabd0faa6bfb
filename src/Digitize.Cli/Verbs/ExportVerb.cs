using System.CommandLine;
using Digitize.Cli.Hosting;
using Digitize.Pipeline.Packaging;
using Digitize.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Digitize.Cli.Verbs;

/// <summary>Writes documents out in forms that need no Digitize to be read.</summary>
internal static class ExportVerb
{
    public static Command Make() =>
        new("export", "Xuất tài liệu · write documents out") { StaticIiif() };

    private static Command StaticIiif()
    {
        var document = new Argument<string>("document") { Description = "Mã hoặc ký hiệu kho · id or shelfmark" };
        var output = new Option<string>("--output") { Description = "Thư mục · folder", Required = true };
        var baseUrl = new Option<Uri>("--base-url")
        {
            Description = "Địa chỉ sẽ phục vụ thư mục đó · where the folder will be served",
            CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? url
                : null,
            DefaultValueFactory = _ => new Uri("http://localhost:8000"),
        };
        var verb = new Command("static-iiif", "Cây IIIF tĩnh (mức 0) cho máy chủ web thường · a static IIIF tree (level 0)")
        {
            document, output, baseUrl,
        };
        verb.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(document)!, parsed.GetValue(output)!, parsed.GetValue(baseUrl), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string document, string output, Uri? baseUrl, CancellationToken ct)
    {
        if (baseUrl is null)
        {
            return Say.Fault("--base-url phải là địa chỉ http hoặc https.", "--base-url must be an http or https address.");
        }

        var options = ProgramOptions.Read();
        await using var services = new ServiceCollection().AddLogging().AddLine(options).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var found = await FindAsync(scope.ServiceProvider.GetRequiredService<DigitizeDb>(), document, ct);
        if (found.Count != 1)
        {
            return found.Count == 0
                ? Say.Fault($"Không có tài liệu «{document}».", $"There is no document “{document}”.")
                : Say.Fault(
                    $"Nhiều tài liệu có ký hiệu «{document}»; hãy dùng mã: {string.Join(", ", found)}",
                    $"Several documents have the shelfmark “{document}”; use the id: {string.Join(", ", found)}");
        }

        var manifest = await scope.ServiceProvider.GetRequiredService<StaticIiif>().WriteAsync(found[0], baseUrl, output, ct);
        Say.Line($"Đã xuất vào {output}. Bản mô tả: {manifest}", $"Written to {output}. Manifest: {manifest}");
        return ExitCodes.Through;
    }

    private static Task<List<Guid>> FindAsync(DigitizeDb db, string document, CancellationToken ct) =>
        Guid.TryParse(document, out var id)
            ? db.Documents.Where(d => d.Id == id).Select(d => d.Id).ToListAsync(ct)
            : db.Documents.Where(d => d.Shelfmark == document).Select(d => d.Id).ToListAsync(ct);
}
