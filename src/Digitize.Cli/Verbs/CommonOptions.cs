using System.CommandLine;

namespace Digitize.Cli.Verbs;

internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Kết quả cho máy đọc · the result for machines" };
}
