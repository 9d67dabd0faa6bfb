using System.Text;

namespace Digitize.Formats.Csv;

/// <summary>
/// Writes rows of CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel garbles Vietnamese. Every cell is
/// escaped. The stream stays open.
/// </summary>
public sealed class CsvWriter(Stream stream) : IAsyncDisposable
{
    private readonly StreamWriter _text =
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public Task WriteRowAsync(IEnumerable<string?> cells, CancellationToken ct) =>
        _text.WriteLineAsync(string.Join(',', cells.Select(CsvCell.Escape)).AsMemory(), ct);

    public ValueTask DisposeAsync() => _text.DisposeAsync();
}
