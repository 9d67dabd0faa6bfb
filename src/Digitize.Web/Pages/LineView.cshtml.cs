using System.Globalization;
using System.Text;
using Digitize.Core.Text;
using Digitize.Ocr.HanNom.Dictionary;
using Digitize.Ocr.HanNom.Transliteration;
using Digitize.Storage.Blobs;
using Digitize.Storage.Rows;
using Digitize.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Page = Digitize.Core.Rows.Page;

namespace Digitize.Web.Pages;

/// <summary>One column of Hán-Nôm, character by character: what else each could be, how it is read and what it means.</summary>
public sealed class LineViewModel(
    DigitizeDb db, IBlobStore blobs, CharacterDictionary dictionary, Transliterator transliterator) : PageModel
{
    public Page Shown { get; private set; } = null!;

    public TextLine Line { get; private set; } = null!;

    /// <summary>From 1, in reading order.</summary>
    public int Number { get; private set; }

    public IReadOnlyList<ReadCharacter> Characters { get; private set; } = [];

    /// <summary>How the column is probably read aloud; syllables parted by spaces, □ where none is known.</summary>
    public string Transliteration { get; private set; } = "";

    public bool HasTransliteration => Characters.Any(character => character.Syllable is not null);

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken ct)
    {
        var page = await db.Pages.AsNoTracking().Include(p => p.Document).SingleOrDefaultAsync(p => p.Id == id, ct);
        if (page is null)
        {
            return NotFound();
        }

        if (page.Document!.PublishedAt is null && !User.IsStaff())
        {
            return Challenge();
        }

        var text = await StandingText.ReadAsync(db, blobs, id, ct);
        if (text?.Text.Lines.ElementAtOrDefault(number - 1) is not { } line || !line.Text.EnumerateRunes().Any(IsIdeograph))
        {
            return NotFound();
        }

        (Shown, Line, Number) = (page, line, number);
        var glyphs = line.Words.SelectMany(Glyphs).ToList();
        var syllables = transliterator.Read([.. glyphs.Select(glyph => glyph.Text)]);
        Characters = [.. glyphs.Select((glyph, i) => new ReadCharacter(glyph, syllables[i], [.. Choices(glyph).Select(Describe)]))];
        Transliteration = string.Join(' ', syllables.Select(syllable => syllable ?? "□"));
        return Page();
    }

    /// <summary>A person's text may have no glyphs; then each character takes what is said of its word.</summary>
    private static IEnumerable<Glyph> Glyphs(Word word) =>
        word.Glyphs.Count > 0 ? word.Glyphs : word.Text.EnumerateRunes().Select(rune => new Glyph(rune.ToString(), word.Box, word.Confidence, []));

    private static bool IsIdeograph(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter;

    /// <summary>The reading itself first, then what else it could be.</summary>
    private static IEnumerable<GlyphCandidate> Choices(Glyph glyph) =>
        glyph.Candidates.Where(candidate => candidate.Text != glyph.Text).Prepend(new GlyphCandidate(glyph.Text, glyph.Confidence));

    private DescribedCharacter Describe(GlyphCandidate candidate) => new(
        candidate,
        dictionary.Find(candidate.Text),
        [.. transliterator.NomReadings(candidate.Text).Select(reading => reading.Syllable)],
        [.. transliterator.HanVietReadings(candidate.Text).Select(reading => reading.Syllable)]);
}

/// <param name="Syllable">How it is probably read in this column; null when not known.</param>
/// <param name="Choices">What it was read as, then what else it could be.</param>
public sealed record ReadCharacter(Glyph Glyph, string? Syllable, IReadOnlyList<DescribedCharacter> Choices);

/// <param name="Entry">Null when the dictionary does not have it.</param>
public sealed record DescribedCharacter(
    GlyphCandidate Candidate, CharacterEntry? Entry, IReadOnlyList<string> Nom, IReadOnlyList<string> HanViet)
{
    public string CodePoint => string.Join(' ', Candidate.Text.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"));
}
