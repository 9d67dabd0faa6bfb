namespace Digitize.Ocr;

/// <summary>The engines there are, by the names recipes use.</summary>
public sealed class OcrEngines
{
    private readonly Dictionary<string, IOcrEngine> _engines = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two engines have one name.</exception>
    public OcrEngines(IEnumerable<IOcrEngine> engines)
    {
        foreach (var engine in engines)
        {
            if (!_engines.TryAdd(engine.Name, engine))
            {
                throw new InvalidOperationException($"Two OCR engines are called “{engine.Name}”.");
            }
        }
    }

    public IReadOnlyCollection<string> Names => _engines.Keys;

    /// <exception cref="ArgumentException">There is no such engine; the message lists those there are.</exception>
    public IOcrEngine Find(string name) =>
        _engines.TryGetValue(name, out var engine)
            ? engine
            : throw new ArgumentException(
                $"There is no OCR engine “{name}”. There are: {string.Join(", ", Names)}.", nameof(name));
}
