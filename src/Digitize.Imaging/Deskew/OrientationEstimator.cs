using Microsoft.ML.OnnxRuntime;
using NetVips;

namespace Digitize.Imaging.Deskew;

/// <summary>
/// Finds which way up a page lies: a small net (<c>models/orientation</c>) looks at pieces of the writing, each votes
/// for one of the four turns.
/// </summary>
public static class OrientationEstimator
{
    private const int Turns = 4;

    // One patch, however sure, does not outvote many: e⁻⁴ is the least it may give a turn.
    private const float LeastLogarithm = -4;

    private const int PatchLength = OrientationPatches.Edge * OrientationPatches.Edge;
    private const int PatchesAtOnce = 25;
    private const double SureConfidence = 0.9;

    private static readonly Lazy<InferenceSession> Net = new(Load);

    /// <param name="image">8-bit grey or sRGB, as <see cref="ScanImage.OpenAsync"/> gives it; up to 15° askew.</param>
    /// <returns>Confidence 0 when there is no text to tell it from.</returns>
    public static OrientationEstimate Estimate(Image image) => PageReading.Of(image).Orientation;

    internal static OrientationEstimate Estimate(Writing writing, double degrees)
    {
        var patches = OrientationPatches.Of(writing, degrees);
        return patches.Length == 0 ? default : Voted(patches);
    }

    // They come in an order by chance, so the first of them speak for all; where these agree the others are not asked.
    private static OrientationEstimate Voted(float[] patches)
    {
        var (votes, chances, told) = (new double[Turns], new double[Turns], default(OrientationEstimate));
        for (var asked = 0; asked < patches.Length && told.Confidence < SureConfidence;)
        {
            var some = patches.AsMemory(asked, Math.Min(PatchesAtOnce * PatchLength, patches.Length - asked));
            Ask(some, votes, chances);
            asked += some.Length;
            var best = Array.IndexOf(votes, votes.Max());
            var next = chances.Where((_, turn) => turn != best).Max();
            told = new(best, Math.Clamp((chances[best] - next) / (asked / PatchLength), 0, 1));
        }

        return told;
    }

    private static void Ask(Memory<float> patches, double[] votes, double[] chances)
    {
        const int Edge = OrientationPatches.Edge;
        using var input = OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, patches, [patches.Length / PatchLength, 1, Edge, Edge]);
        using var options = new RunOptions();
        using var outputs = Net.Value.Run(options, ["patches"], [input], ["turns"]);
        var logarithms = outputs[0].GetTensorDataAsSpan<float>();
        for (var i = 0; i < logarithms.Length; i++)
        {
            votes[i % Turns] += Math.Max(LeastLogarithm, logarithms[i]);
            chances[i % Turns] += Math.Exp(logarithms[i]);
        }
    }

    private static InferenceSession Load()
    {
        using var weights = typeof(OrientationEstimator).Assembly.GetManifestResourceStream("orientation.onnx")!;
        using var copy = new MemoryStream();
        weights.CopyTo(copy);

        // One thread a call, as libvips has: workers run in parallel already.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        return new(copy.ToArray(), options);
    }
}
