using System.Xml.Linq;
using Digitize.Core.Text;

namespace Digitize.Formats.Alto;

/// <summary>Finds who read the page, in either place where ALTO keeps it.</summary>
internal static class AltoProcessing
{
    public static TextProcessing? Find(XElement description, XNamespace ns)
    {
        var step = description.Elements(ns + "OCRProcessing").Elements(ns + "ocrProcessingStep")
            .Concat(description.Elements(ns + "Processing").Where(step =>
                step.Element(ns + "processingCategory")?.Value.Contains("contentGeneration") is true))
            .FirstOrDefault();
        var software = step?.Element(ns + "processingSoftware");
        return software?.Element(ns + "softwareName")?.Value is { } name
            ? new TextProcessing(
                name,
                software.Element(ns + "softwareVersion")?.Value ?? "",
                step!.Element(ns + "processingStepSettings")?.Value ?? "")
            : null;
    }
}
