using System.Text.Encodings.Web;
using System.Text.Json;
using Digitize.Core.Rows;
using Digitize.Core.Text;
using Digitize.Pipeline.People;
using Digitize.Storage.Rows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Page = Digitize.Core.Rows.Page;

namespace Digitize.Web.Pages;

/// <summary>A page to be corrected: each line's picture and, beside it, its text in a field.</summary>
public sealed class WorkbenchModel(DigitizeDb db, TextCorrection correction) : PageModel
{
    /// <summary>Around a line's picture, in parts of its thickness: marks and tails stand out of the box.</summary>
    private const double Margin = 0.2;

    /// <summary>Largest side of a line's picture, pixels.</summary>
    private const int PictureSide = 1600;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Page Shown { get; private set; } = null!;

    public CorrectedText Text { get; private set; } = null!;

    public bool IsVertical { get; private set; }

    /// <summary>The next page of the document that nobody has finished yet; null when this is the last.</summary>
    public Guid? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var page = await db.Pages.AsNoTracking().Include(p => p.Document).SingleOrDefaultAsync(p => p.Id == id, ct);
        if (page is null || await correction.OpenAsync(id, ct) is not { } text)
        {
            return NotFound();
        }

        (Shown, Text) = (page, text);
        IsVertical = text.Lines.Count(line => line.Mode == WritingMode.VerticalRl) * 2 > text.Lines.Count;
        Next = await db.Pages
            .Where(p => p.DocumentId == page.DocumentId && p.Sequence > page.Sequence
                && (p.State == PageState.Read || p.State == PageState.InCorrection))
            .OrderBy(p => p.Sequence).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        return Page();
    }

    /// <summary>Path of the line's picture under the page's image.</summary>
    public string Picture(TextLine line)
    {
        var (across, box) = (Math.Min(line.Box.Width, line.Box.Height), line.Box);
        var margin = (int)(across * Margin);
        var shown = new Box(box.X - margin, box.Y - margin, box.Width + (2 * margin), box.Height + (2 * margin))
            .ClampTo(Shown.Width, Shown.Height);
        return $"{shown.X},{shown.Y},{Math.Max(1, shown.Width)},{Math.Max(1, shown.Height)}/!{PictureSide},{PictureSide}/0/default.jpg";
    }

    /// <summary>For the field's keys: each character as read, how sure, and what else it could be.</summary>
    public static string Glyphs(TextLine line) => JsonSerializer.Serialize(
        line.Words.SelectMany((word, place) =>
            (place > 0 && line.Mode == WritingMode.HorizontalTb ? [(object)new object[] { " ", 1, Array.Empty<string>() }] : Array.Empty<object>())
            .Concat(word.Glyphs.Count > 0
                ? word.Glyphs.Select(glyph => (object)new object[]
                {
                    glyph.Text, Math.Round(Math.Min(glyph.Confidence, word.Glyphs.Count > 1 && line.Mode == WritingMode.HorizontalTb ? word.Confidence : 1), 2),
                    glyph.Candidates.Select(candidate => candidate.Text).Where(text => text != glyph.Text),
                })
                : word.Text.EnumerateRunes().Select(rune => (object)new object[] { rune.ToString(), Math.Round(word.Confidence, 2), Array.Empty<string>() }))),
        Plain);
}
