using System.Reflection;
using System.Text;
using System.Xml;
using Digitize.Formats.Records;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Pdf;

/// <summary>
/// The document's description inside the PDF, as an XMP packet (ISO 16684-1), with the claim of PDF/A-2b (ISO 19005-2,
/// 6.6.4). Only schemas that PDF/A knows are used.
/// </summary>
internal static class XmpPacket
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Xmp = "http://ns.adobe.com/xap/1.0/";
    private const string Pdf = "http://ns.adobe.com/pdf/1.3/";
    private const string PdfA = "http://www.aiim.org/pdfa/ns/id/";
    private const string RightsManagement = "http://ns.adobe.com/xap/1.0/rights/";

    private static readonly (string Prefix, string Uri)[] Schemas =
        [("dc", DublinCore), ("xmp", Xmp), ("pdf", Pdf), ("pdfaid", PdfA), ("xmpRights", RightsManagement)];

    public static string Producer { get; } =
        $"Digitize {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}";

    public static byte[] Write(DocumentRecord document)
    {
        using var packet = new MemoryStream();
        using (var xml = XmlWriter.Create(packet, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            OmitXmlDeclaration = true,
            Indent = true,
            NewLineChars = "\n",
        }))
        {
            xml.WriteProcessingInstruction("xpacket", "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
            xml.WriteStartElement("x", "xmpmeta", "adobe:ns:meta/");
            xml.WriteStartElement("rdf", "RDF", Rdf);
            xml.WriteStartElement("rdf", "Description", Rdf);
            xml.WriteAttributeString("rdf", "about", Rdf, "");
            foreach (var (prefix, uri) in Schemas)
            {
                xml.WriteAttributeString("xmlns", prefix, null, uri);
            }

            Describe(xml, document);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteProcessingInstruction("xpacket", "end=\"w\"");
        }

        return packet.ToArray();
    }

    private static void Describe(XmlWriter xml, DocumentRecord document)
    {
        xml.WriteElementString("pdfaid", "part", PdfA, "2");
        xml.WriteElementString("pdfaid", "conformance", PdfA, "B");
        List(xml, "title", "Alt", document.Title);
        List(xml, "creator", "Seq", document.Creator);
        List(xml, "language", "Bag", LanguageTag.OrNull(document.Language));
        List(xml, "publisher", "Bag", document.Library);
        List(xml, "rights", "Alt", document.Rights);
        xml.WriteElementString("dc", "identifier", DublinCore, document.Id.ToString("D"));
        xml.WriteElementString("dc", "source", DublinCore, XmlValue.Clean(document.Shelfmark));
        xml.WriteElementString("dc", "format", DublinCore, "application/pdf");
        var at = XmlValue.Time(document.PackagedAt);
        xml.WriteElementString("xmp", "CreateDate", Xmp, at);
        xml.WriteElementString("xmp", "ModifyDate", Xmp, at);
        xml.WriteElementString("xmp", "MetadataDate", Xmp, at);
        xml.WriteElementString("pdf", "Producer", Pdf, Producer);
        if (RightsUri.Normalize(document.Rights) is { } uri)
        {
            xml.WriteElementString("xmpRights", "WebStatement", RightsManagement, uri);
        }
    }

    private static void List(XmlWriter xml, string name, string kind, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        xml.WriteStartElement("dc", name, DublinCore);
        xml.WriteStartElement("rdf", kind, Rdf);
        xml.WriteStartElement("rdf", "li", Rdf);
        if (kind == "Alt")
        {
            xml.WriteAttributeString("xml", "lang", null, "x-default");
        }

        xml.WriteString(XmlValue.Clean(value));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
