using System.Globalization;
using System.Text;
using System.Xml;

namespace Digitize.Formats.Xml;

/// <summary>One namespace on an asynchronous writer; whatever text is handed in, the file stays XML.</summary>
internal sealed class XmlElements(XmlWriter writer, string prefix, string uri)
{
    /// <summary>A writer that never touches the stream synchronously: a web response would refuse that.</summary>
    /// <param name="indent">False where white space between elements would be read as text.</param>
    public static XmlWriter Open(Stream stream, bool indent = true) => XmlWriter.Create(stream, new XmlWriterSettings
    {
        Async = true,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = indent,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    });

    public Task StartAsync(string name) => writer.WriteStartElementAsync(prefix, name, uri);

    public Task EndAsync() => writer.WriteEndElementAsync();

    /// <summary>Nothing when the value is null.</summary>
    public Task AttributeAsync(string name, string? value) =>
        value is null
            ? Task.CompletedTask
            : writer.WriteAttributeStringAsync(null, name, null, XmlValue.Clean(value));

    public Task AttributeAsync(string name, long value) =>
        AttributeAsync(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An element of text; nothing when there is none.</summary>
    public async Task TextAsync(string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            await StartAsync(name);
            await ContentAsync(text);
            await EndAsync();
        }
    }

    public Task ContentAsync(string text) => writer.WriteStringAsync(XmlValue.Clean(text));
}
