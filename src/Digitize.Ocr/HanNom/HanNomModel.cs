using System.Text.Json;
using Digitize.Core.Outcomes;

namespace Digitize.Ocr.HanNom;

/// <summary>The reader that we trained, from its folder; loaded when it is first asked for, shared by everybody.</summary>
public sealed class HanNomModel : IDisposable
{
    private static readonly string[] Files = ["characters.onnx", "cuts.onnx", "characters.txt", "bigrams.bin", "model.json"];

    private readonly string _folder;
    private readonly Lazy<(ColumnNetworks Networks, ColumnReader Reader)> _loaded;

    public HanNomModel(HanNomOptions options)
    {
        _folder = options.Folder;
        _loaded = new(Load);
    }

    /// <summary>All its files are there.</summary>
    public bool IsInstalled => Missing is null;

    /// <summary>The first of its files that is not there.</summary>
    private string? Missing => Files.FirstOrDefault(file => !File.Exists(Path.Combine(_folder, file)));

    /// <summary>Beginning of the classifier's SHA-256, as the model's own list gives it.</summary>
    public string Version => IsInstalled ? Card().Sha256["characters.onnx"][..12] : "";

    /// <summary>Why it cannot read: <c>ocr-model-missing</c> (file, engine); null when it is ready.</summary>
    public Reason? FindMissing() => Missing is { } file ? new Reason("ocr-model-missing", file, "han-nom") : null;

    internal ColumnReader Reader => _loaded.Value.Reader;

    public void Dispose()
    {
        if (_loaded.IsValueCreated)
        {
            _loaded.Value.Networks.Dispose();
        }
    }

    private (ColumnNetworks Networks, ColumnReader Reader) Load()
    {
        var classes = CharacterClasses.Read(Path.Combine(_folder, "characters.txt"));
        var bigrams = Bigrams.Read(Path.Combine(_folder, "bigrams.bin"), classes.Count);
        var networks = new ColumnNetworks(_folder);
        return (networks, new ColumnReader(networks, classes, bigrams, Card().Weights));
    }

    private ModelCard Card() =>
        JsonSerializer.Deserialize<ModelCard>(File.ReadAllBytes(Path.Combine(_folder, "model.json")), JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{_folder}: model.json is null.");

    private sealed record ModelCard(PathWeights Weights, IReadOnlyDictionary<string, string> Sha256);
}

/// <summary>Where the trained reader lies.</summary>
public sealed record HanNomOptions
{
    /// <summary>Folder of the networks and what belongs to them.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "models", "han-nom");
}
