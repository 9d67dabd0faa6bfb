using System.CommandLine;

namespace Digitize.Cli.Verbs;

/// <summary>Measures how well an engine reads images whose text is known.</summary>
internal static class EvalVerb
{
    public static Command Make() =>
        new("eval", "Đo độ chính xác nhận dạng · measure how well an engine reads") { EvalLines.Make(), EvalPages.Make(), EvalColumns.Make() };
}
