using Digitize.Web.Culture;
using Page = Digitize.Core.Rows.Page;

namespace Digitize.Web.Pages;

/// <summary>Where a page comes from that shares its image with another, in words.</summary>
internal static class PageOrigin
{
    /// <param name="page">With its file.</param>
    public static string Of(Page page, Texts t)
    {
        var name = Path.GetFileName(page.File!.RelativePath);
        return page.File.Frames > 1
            ? t["page.part.frame", page.Part, name, page.Frame + 1]
            : t["page.part", page.Part, name];
    }
}
