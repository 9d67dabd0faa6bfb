using Digitize.Core.Text;
using Digitize.Formats.Xml;

namespace Digitize.Formats.Alto;

/// <summary>The kinds of region, as structure tags that blocks refer to. A body block needs none.</summary>
internal sealed class AltoTags
{
    private readonly Dictionary<RegionKind, string> _ids = [];

    public string? Find(RegionKind kind) => _ids.GetValueOrDefault(kind);

    public static async Task<AltoTags> WriteAsync(XmlElements xml, XmlIds ids, TextPage page)
    {
        var tags = new AltoTags();
        var kinds = page.Regions.Select(region => region.Kind).Where(kind => kind != RegionKind.Body);
        foreach (var kind in kinds.Distinct().Order())
        {
            if (tags._ids.Count == 0)
            {
                await xml.StartAsync("Tags");
            }

            tags._ids[kind] = ids.Take($"tag_{kind}");
            await xml.StartAsync("StructureTag");
            await xml.AttributeAsync("ID", tags._ids[kind]);
            await xml.AttributeAsync("LABEL", kind.ToString());
            await xml.EndAsync();
        }

        if (tags._ids.Count > 0)
        {
            await xml.EndAsync();
        }

        return tags;
    }
}
