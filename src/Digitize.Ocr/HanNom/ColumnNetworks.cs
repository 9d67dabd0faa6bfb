using Microsoft.ML.OnnxRuntime;

namespace Digitize.Ocr.HanNom;

/// <summary>
/// Both networks in ONNX Runtime: one says where a column is cut, one what a piece shows. One session each for
/// everybody; a run takes one thread, so that pages read side by side share the machine.
/// </summary>
internal sealed class ColumnNetworks : IDisposable
{
    /// <summary>Pixels of a column's width and of a piece's sides as the networks see them.</summary>
    internal const int ColumnWidth = 32, PieceSide = 40;

    private const int Batch = 64;

    private readonly RunOptions _run = new();
    private readonly InferenceSession _cuts;
    private readonly InferenceSession _characters;

    /// <exception cref="OnnxRuntimeException">A file is damaged or not such a network.</exception>
    internal ColumnNetworks(string folder)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        _cuts = new InferenceSession(Path.Combine(folder, "cuts.onnx"), options);
        _characters = new InferenceSession(Path.Combine(folder, "characters.onnx"), options);
    }

    /// <param name="column">Rows × <see cref="ColumnWidth"/> of ink.</param>
    /// <returns>For each two rows, the probability that they lie between two characters.</returns>
    internal double[] Gaps(float[] column, int rows)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(column, [1, 1, rows, ColumnWidth]);
        using var output = _cuts.Run(_run, ["column"], [input], ["logits"]);
        var logits = output[0].GetTensorDataAsSpan<float>();
        var gaps = new double[logits.Length];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = 1 / (1 + Math.Exp(-logits[i]));
        }

        return gaps;
    }

    /// <param name="pieces">Count × side × side of ink.</param>
    /// <returns>The best classes of each piece, best first.</returns>
    internal List<Guess[]> Characters(float[] pieces, int count)
    {
        const int area = PieceSide * PieceSide;
        var guesses = new List<Guess[]>(count);
        for (var first = 0; first < count; first += Batch)
        {
            var n = Math.Min(Batch, count - first);
            using var input = OrtValue.CreateTensorValueFromMemory(
                OrtMemoryInfo.DefaultInstance, pieces.AsMemory(first * area, n * area), [n, 1, PieceSide, PieceSide]);
            using var output = _characters.Run(_run, ["crops"], [input], ["classes", "values"]);
            var classes = output[0].GetTensorDataAsSpan<int>();
            var values = output[1].GetTensorDataAsSpan<float>();
            var each = classes.Length / n;
            for (var i = 0; i < n; i++)
            {
                var own = new Guess[each];
                for (var k = 0; k < each; k++)
                {
                    own[k] = new Guess(classes[(i * each) + k], values[(i * each) + k]);
                }

                guesses.Add(own);
            }
        }

        return guesses;
    }

    public void Dispose()
    {
        _cuts.Dispose();
        _characters.Dispose();
        _run.Dispose();
    }
}
