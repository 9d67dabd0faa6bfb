using System.Xml;

namespace Digitize.Formats.Xml;

/// <summary>The ids of one XML file: each an NCName, none given twice.</summary>
internal sealed class XmlIds
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>
    /// The wanted id, with what an NCName may not hold escaped as <c>_xHHHH_</c> (read back by <see cref="Decode"/>),
    /// and with a number when it was given before.
    /// </summary>
    public string Take(string wanted)
    {
        var id = wanted.Length == 0 ? "id" : XmlConvert.EncodeLocalName(XmlValue.Clean(wanted))!;
        var free = id;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = $"{id}.{number}";
        }

        return free;
    }

    public static string Decode(string id) => XmlConvert.DecodeName(id);
}
