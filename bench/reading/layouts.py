"""Draws the layout pages: books and newspapers of quốc ngữ and French, with where every word stands and what it is.

Eight books of six leaves (running heads, page numbers Roman and Arabic, headings, footnotes, notes in the margin,
tables, captions under plates) and twenty-four newspaper pages of two to five columns with headlines. A page is a PNG and
a JSON: its size, language, document, printed number, and its regions in reading order, each with kind, lines, words and
boxes; a word that a line's end breaks has what it is whole. Documents with an even number are for tuning (`tune`), the
others only for the report (`report`). The same seed makes the same pixels. Lengths in pixels at 300 ppi.
"""
import argparse
import json
import re
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "sample-scans" / "make"))
import text  # noqa: E402
from paper import Look, scan  # noqa: E402

FONTS = Path("/usr/share/fonts")
FACES = (
    "opentype/ebgaramond/EBGaramond08-Regular.otf", "truetype/charis/CharisSIL-Regular.ttf",
    "truetype/gentium/Gentium-R.ttf", "opentype/linux-libertine/LinLibertine_R.otf", "opentype/freefont/FreeSerif.otf",
)
BOOKS, LEAVES, PAPERS = 8, 6, 24


@dataclass
class Sheet:
    width: int
    height: int
    face: str
    language: str
    regions: list = field(default_factory=list)

    def __post_init__(self):
        self.mask = Image.new("L", (self.width, self.height), 0)
        self.draw = ImageDraw.Draw(self.mask)

    def font(self, size):
        return ImageFont.truetype(str(FONTS / self.face), size, layout_engine=ImageFont.Layout.BASIC)

    def region(self, kind):
        self.regions.append({"kind": kind, "lines": []})
        return self.regions[-1]

    def line(self, region, words, font, x, y, width=None, align="left"):
        """Draws words on a baseline; justified over a width, or set left, right or in its middle."""
        words = [(unicodedata.normalize("NFC", w), joined) for w, joined in words]
        lengths = [font.getlength(w) for w, _ in words]
        space = font.getlength(" ")
        if align == "justify" and len(words) > 1:
            space = (width - sum(lengths)) / (len(words) - 1)
        total = sum(lengths) + space * (len(words) - 1)
        x += {"centre": (width or 0) / 2 - total / 2, "right": (width or 0) - total}.get(align, 0)
        line = []
        for (word, joined), length in zip(words, lengths):
            self.draw.text((x, y), word, fill=255, font=font, anchor="ls")
            left, top, right, bottom = font.getbbox(word, anchor="ls")
            entry = {"text": word, "box": [round(x + left), round(y + top), max(1, round(right - left)), max(1, round(bottom - top))]}
            if joined:
                entry["joined"] = joined
            line.append(entry)
            x += length + space
        region["lines"].append({"words": line, "y": y})

    def paragraph(self, region, words, font, x, y, width, leading, bottom, indent):
        """Sets words in lines until the bottom; gives the y of the next line and the words that are left."""
        at, first = list(words), True
        while at and y <= bottom:
            shift = indent if first else 0
            taken, rest = fill(at, font, width - shift, self.language)
            last = not rest
            self.line(region, taken, font, x + shift, y, width - shift, "left" if last else "justify")
            at, first, y = rest, False, y + leading
        return y, at


def fill(words, font, width, language):
    """The words that fit one line, the last of them broken where it may be; and those that are left."""
    space, used, taken = font.getlength(" "), 0, []
    for i, (word, joined) in enumerate(words):
        length = font.getlength(word)
        if used + length <= width or not taken:
            taken.append((word, joined))
            used += length + space
            continue
        for first, second in breaks(word, language) if joined is None else []:
            if used + font.getlength(first) <= width:
                return [*taken, (first, word)], [(second, None), *words[i + 1:]]
        return taken, words[i:]
    return taken, []


def breaks(word, language):
    """Where a word may be broken, longest first half first: after its own hyphens, in French between syllables too."""
    places = [(word[:i + 1], word[i + 1:]) for i, c in enumerate(word[:-1]) if c == "-" and i > 0]
    if language == "fr" and word.isalpha() and word.islower() and "-" not in word:
        vowels = "aeiouyàâéèêëîïôûù"
        for i in range(2, len(word) - 2):
            if word[i] not in vowels and word[i + 1] in vowels and any(c in vowels for c in word[:i]):
                if word[i - 1] not in vowels or word[i - 2] not in vowels:
                    places.append((word[:i] + "-", word[i:]))
    return sorted(places, key=lambda halves: -len(halves[0]))


def sentences(language, rng):
    source = text.TONKIN if language == "fr" else [*text.SONG_CHET, *[column for news in text.NEWS for column in news["columns"]]]
    found = [s.strip() for page in source for p in page for s in re.sub(r"([.!?]) ", r"\1|", p).split("|") if s.strip()]
    return [found[i] for i in rng.permutation(len(found))] * 6


def compounds(words, language, rng):
    """As prints before 1945 have it: some pairs of syllables with a hyphen."""
    if language == "fr":
        return words
    out = []
    for word in words:
        if out and out[-1].isalpha() and word[:1].islower() and word.strip(".,;:!?").isalpha() and rng.random() < 0.18:
            out[-1] += "-" + word
        else:
            out.append(word)
    return out


def prose(language, rng, count=4):
    """Paragraphs without an end."""
    found, at = sentences(language, rng), 0
    while True:
        some = " ".join(found[(at + i) % len(found)] for i in range(count))
        at += count
        yield [(w, None) for w in compounds(some.split(), language, rng)]


def short(language, rng, least, most):
    """A few words to head something with."""
    words = next(prose(language, rng))
    return [w.strip(".,;:!?—«»").strip() or "năm" for w, _ in words][:int(rng.integers(least, most + 1))]


def roman(value):
    out = ""
    for worth, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while value >= worth:
            out, value = out + letters, value - worth
    return out


def plain(words):
    return [(w, None) for w in words]


def picture(sheet, x, y, width, height, rng):
    """Hatching as an engraving has it."""
    sheet.draw.rectangle((x, y, x + width, y + height), outline=255, width=4)
    for _ in range(260):
        a, b = rng.random(2) * (width - 60) + x, rng.random(2) * (height - 40) + y
        sheet.draw.line((a[0], b[0], a[0] + 50, b[0] + 30 * rng.random()), fill=255, width=2)


def book_page(book, leaf, rng):
    """One page: what stands on it depends on the leaf, so that each kind comes several times."""
    language = "fr" if book % 4 in (1, 2) else "vi"
    sheet = Sheet(1240, 1800, FACES[book % len(FACES)], language)
    size = (40, 36, 42, 38)[book % 4]
    body, small, big = sheet.font(size), sheet.font(round(size * 0.76)), sheet.font(round(size * 1.45))
    leading, note_leading = round(size * 1.42), round(size * 0.76 * 1.3)
    margin = book % 4 == 3
    left, right = (200, 1100) if not margin else ((300, 1120) if leaf % 2 else (110, 930))
    width, top, bottom = right - left, 250, 1560
    front = leaf < 2
    number = roman(leaf + 5) if front else str(20 * book + leaf + 7)
    plate = leaf == 4 and book % 2 == 0
    chapter = leaf in (2, 5)
    foot_number = book % 3 == 1 or chapter
    text_of = prose(language, rng, 3)

    if not chapter and not plate:
        head = " ".join(short(language, np.random.default_rng(book), 3, 5)).upper()
        if foot_number:
            sheet.line(sheet.region("RunningHead"), plain(head.split()), small, left, 150, width, "centre")
        elif leaf % 2:
            sheet.line(sheet.region("RunningHead"), plain(head.split()), small, left, 150, width, "centre")
            sheet.line(sheet.region("PageNumber"), plain([number]), body, left, 150, width, "right")
        else:
            sheet.line(sheet.region("PageNumber"), plain([number]), body, left, 150)
            sheet.line(sheet.region("RunningHead"), plain(head.split()), small, left, 150, width, "centre")

    if plate:
        picture(sheet, left, 400, width, 700, rng)
        caption = (["Fig.", f"{book + 1}.", "—"] if language == "fr" else ["Hình", f"{book + 1}.", "—"]) + short(language, rng, 3, 6)
        sheet.line(sheet.region("Caption"), plain(caption), small, left, 1180, width, "centre")
        return sheet, None, language

    y = top
    if chapter:
        y = 420
        name = ("CHAPITRE " if language == "fr" else "CHƯƠNG ") + roman(leaf + 1).upper()
        heading = sheet.region("Heading")
        sheet.line(heading, plain(name.split()), big, left, y, width, "centre")
        y += round(leading * 1.6)
        sheet.line(heading, plain(short(language, rng, 3, 6)), big if book % 2 else body, left, y, width, "centre")
        y += 2 * leading

    notes = leaf in (1, 3) and book % 2 == 1 or leaf == 3
    note_lines = 3 if notes else 0
    body_bottom = bottom - note_lines * note_leading - (leading if notes else 0)
    region = sheet.region("Body")
    table = leaf == 1 and book % 2 == 0 or (leaf == 4 and book % 4 == 1)
    subhead = leaf == 3
    margin_lines = []
    paragraphs = 0
    while y <= body_bottom:
        before = y
        y, _ = sheet.paragraph(region, next(text_of), body, left, y, width, leading, body_bottom, size)
        paragraphs += 1
        if margin and paragraphs in (1, 3):
            margin_lines.append(before)
        if subhead and paragraphs == 1 and y + 4 * leading < body_bottom:
            y += leading // 2
            sheet.line(sheet.region("Heading"), plain([f"{roman(book + 1).upper()}.", "—", *short(language, rng, 3, 5)]), body, left, y, width, "centre")
            y += round(1.5 * leading)
            region = sheet.region("Body")
        if table and paragraphs == 1 and y + 9 * leading < body_bottom:
            y = table_on(sheet, left, width, y + leading // 2, leading, body, language, rng, book) + leading
            region = sheet.region("Body")
        if leaf == 5 and book % 2 == 1 and paragraphs == 1 and y + 10 * leading < body_bottom:
            picture(sheet, left + 150, y - leading // 2, width - 300, 6 * leading, rng)
            y += 6 * leading + size
            caption = short(language, rng, 4, 6)
            sheet.line(sheet.region("Caption"), plain(caption), small, left, y, width, "centre")
            y += 2 * leading
            region = sheet.region("Body")

    for at in margin_lines:
        beside_note(sheet, small, note_leading, left, right, at, leaf, language, rng)
    if notes:
        y = body_bottom + round(1.3 * leading)
        if book % 2:
            sheet.draw.line((left, y - leading * 0.9, left + width // 4, y - leading * 0.9), fill=255, width=3)
        region = sheet.region("Note")
        words = plain(["(1)"]) + next(text_of)
        sheet.paragraph(region, words[:26], small, left, y, width, note_leading, bottom + note_leading, size // 2)
    if foot_number and not (chapter and book % 2):
        shown = f"— {number} —" if book % 2 else number
        sheet.line(sheet.region("PageNumber"), plain(shown.split()), body, left, 1690, width, "centre")
        printed = number
    else:
        printed = None if chapter or plate else number
    sheet.regions = [r for r in sheet.regions if r["lines"]]
    return sheet, printed, language


def beside_note(sheet, font, leading, left, right, y, leaf, language, rng):
    """In the outer margin, after the region it stands beside."""
    place = next(i for i in reversed(range(len(sheet.regions))) if sheet.regions[i]["kind"] == "Body"
                 and sheet.regions[i]["lines"] and sheet.regions[i]["lines"][0]["y"] <= y)
    while place + 1 < len(sheet.regions) and sheet.regions[place + 1]["kind"] == "Marginalia":
        place += 1
    note = {"kind": "Marginalia", "lines": []}
    sheet.regions.insert(place + 1, note)
    x, width = (50, left - 90) if leaf % 2 else (right + 40, 1240 - right - 80)
    for words in (short(language, rng, 2, 2), short(language, rng, 1, 2)):
        sheet.line(note, plain(words), font, x, y, width, "left")
        y += leading


def table_on(sheet, left, width, y, leading, font, language, rng, book):
    region = sheet.region("Table")
    columns = 3 + book % 2
    starts = [left + int(i * width / columns) for i in range(columns)]
    heads = (["Année", "Export", "Import", "Total"] if language == "fr" else ["Năm", "Xuất-cảng", "Nhập-cảng", "Cộng"])[:columns]
    for row in range(6):
        cells = heads if row == 0 else [str(1905 + row), *[f"{int(rng.integers(100, 99999)):,}".replace(",", ".") for _ in range(columns - 1)]]
        for x, cell in zip(starts, cells):
            sheet.line(region, plain([cell]), font, x, y, width // columns - 40, "right" if row > 0 and cell != cells[0] and book % 4 == 0 else "left")
        y += leading
    return y


def newspaper(number, rng):
    language = "fr" if number % 3 == 2 else "vi"
    columns = 2 + number % 4
    sheet = Sheet(1900, 2500, FACES[(number + 2) % len(FACES)], language)
    size = (34, 32, 30, 28)[columns - 2]
    body, sub, head, title = (sheet.font(round(size * k)) for k in (1, 1.3, 2.0, 3.4))
    leading = round(size * 1.3)
    left, right, y, bottom = 90, 1810, 110, 2400
    gutter = (54, 46, 40, 36)[columns - 2]
    column = (right - left - gutter * (columns - 1)) / columns
    ruled = number % 2 == 0
    text_of = prose(language, rng, 3)
    printed = str(number % 12 + 1)

    # The top of the page: a title on the first page, else a running head with the number.
    if number % 6 == 0:
        name = "L'AVENIR DU TONKIN" if language == "fr" else "ĐÔNG-PHÁP THỜI-BÁO"
        sheet.line(sheet.region("Heading"), plain(name.split()), title, left, 250, right - left, "centre")
        y, printed = 400, None
    else:
        sheet.line(sheet.region("PageNumber"), plain([printed]), body, left, y)
        name = "L'AVENIR DU TONKIN" if language == "fr" else "ĐÔNG PHÁP THỜI BÁO"
        sheet.line(sheet.region("RunningHead"), plain(name.split()), body, left, y, right - left, "centre")
        y = 230

    # Bands of articles: each headline spans some columns, its text runs through them.
    bands = 2 if number % 2 else 1
    for band in range(bands):
        last = band == bands - 1
        band_bottom = bottom if last else y + (bottom - y) // 2
        spans = split_columns(columns, band + number)
        start = 0
        for span in spans:
            x = left + start * (column + gutter)
            width = span * column + (span - 1) * gutter
            at = y + head.size
            heading = sheet.region("Heading")
            for words in ([short(language, rng, 3, 5)] if span > 1 else [short(language, rng, 2, 2)]):
                font = head if span > 1 else sub
                words = [w.upper() for w in words] if number % 4 < 2 else words
                while font.getlength(" ".join(words)) > width and len(words) > 1:
                    words = words[:-1]
                sheet.line(heading, plain(words), font, x, at, width, "centre")
            at += round(1.1 * leading) + size
            rest = []
            for c in range(span):
                cx = x + c * (column + gutter)
                # A column is a region of its own; the text goes on from one to the next.
                region = sheet.region("Body")
                cy = at
                indent = 0 if rest else size
                while cy <= band_bottom - (0 if last else leading):
                    words = rest or next(text_of)
                    cy, rest = sheet.paragraph(region, words, body, cx, cy, column, leading, band_bottom - (0 if last else leading), indent)
                    indent = size
                if ruled and start + c > 0:
                    sheet.draw.line((cx - gutter / 2, at - size, cx - gutter / 2, band_bottom), fill=255, width=2)
            start += span
        y = band_bottom + leading
        if not last and number % 4 == 1:
            sheet.draw.line((left, y - leading // 2, right, y - leading // 2), fill=255, width=3)
    return sheet, printed, language


def split_columns(columns, turn):
    ways = {2: ([2], [1, 1]), 3: ([3], [2, 1], [1, 2]), 4: ([2, 2], [4], [3, 1], [1, 2, 1]), 5: ([3, 2], [2, 3], [5], [1, 3, 1])}[columns]
    return ways[(turn // 4) % len(ways)]


def save(sheet, printed, language, document, sequence, folder, name, rng):
    blank = Image.new("L", sheet.mask.size, 0)
    look = Look(tone=(0.93, 0.89, 0.79), stain=0.05, through=0.0, wear=0.12)
    image = scan(sheet.mask, blank, look, rng)
    # scan() lays the page on a larger bed, in its middle.
    dx, dy = ((image.width - sheet.width) // 2, (image.height - sheet.height) // 2)
    image.convert("L").crop((dx, dy, dx + sheet.width, dy + sheet.height)).save(folder / f"{name}.png", dpi=(300, 300))
    truth = {"width": sheet.width, "height": sheet.height, "language": language, "document": document, "sequence": sequence,
             "label": printed, "regions": [r for r in sheet.regions if r["lines"]]}
    (folder / f"{name}.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--seed", type=int, default=1924)
    arguments.add_argument("--only", default="", help="pages whose names begin so")
    chosen = arguments.parse_args()
    for half in ("tune", "report"):
        (chosen.folder / half).mkdir(parents=True, exist_ok=True)
    for book in range(BOOKS):
        folder = chosen.folder / ("tune" if book % 2 == 0 else "report")
        for leaf in range(LEAVES):
            if not f"book{book}-{leaf + 1}".startswith(chosen.only):
                continue
            rng = np.random.default_rng([chosen.seed, book, leaf])
            save(*book_page(book, leaf, rng), f"book{book}", leaf + 1, folder, f"book{book}-{leaf + 1}", rng)
    for number in range(PAPERS):
        folder = chosen.folder / ("tune" if (number // 4) % 2 == 0 else "report")
        if not f"paper{number:02}".startswith(chosen.only):
            continue
        rng = np.random.default_rng([chosen.seed, 100 + number])
        save(*newspaper(number, rng), f"paper{number}", 1, folder, f"paper{number:02}", rng)


if __name__ == "__main__":
    main()
