using System.Globalization;
using Digitize.Core.Rows;
using Digitize.Pipeline.Recipes;

namespace Digitize.Pipeline.Steps;

/// <summary>A run's identity as a hash, which names its blobs and feeds the input hash of the runs that follow.</summary>
public static class RunHashes
{
    public static string RunHash(this StepRun run) => ShortHash.Of(
        run.Step, run.StepVersion.ToString(CultureInfo.InvariantCulture), run.OptionsHash, run.InputHash);
}
