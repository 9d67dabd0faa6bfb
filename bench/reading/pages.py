"""Draws the evaluation pages: 12 faces × 6 kinds of damage = 72 made pages of quốc ngữ and French, with their text.

Each damage comes at three strengths, in turn over the faces. Every second page is for tuning (`tune`), the others only
for the report (`report`); each half has every face, every damage and every strength. The same seed makes the same
pixels. Lengths in pixels at 300 ppi.
"""
import argparse
import sys
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import gaussian_filter, grey_dilation

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "sample-scans" / "make"))
import text  # noqa: E402
from page import broken  # noqa: E402
from paper import Look, cloud, scan  # noqa: E402

FONTS = Path("/usr/share/fonts")


@dataclass(frozen=True)
class Type:
    """A face, and the kind of print it stands for."""
    name: str
    path: str
    size: int = 44
    layout: str = "book"          # book, verse, newsprint, typescript
    language: str = "vi"


TYPES = (
    Type("didot", "opentype/didot/GFSDidot.otf", layout="verse"),
    Type("garamond", "opentype/ebgaramond/EBGaramond08-Regular.otf", 48),
    Type("fell", "opentype/junicode/JunicodeTwoBeta-Regular.otf", 50, "verse"),
    Type("libertine", "opentype/linux-libertine/LinLibertine_R.otf", 46),
    Type("modern", "truetype/cmu/cmunrm.ttf", 44, "book", "fr"),
    Type("charter", "truetype/charis/CharisSIL-Regular.ttf", 40),
    Type("gentium", "truetype/gentium/Gentium-R.ttf", 44, "book", "fr"),
    Type("vollkorn", "truetype/vollkorn/Vollkorn-Regular.ttf", 40, "verse"),
    Type("times-newsprint", "opentype/freefont/FreeSerif.otf", 34, "newsprint"),
    Type("display-newsprint", "truetype/noto/NotoSerifDisplay-Regular.ttf", 34, "newsprint"),
    Type("courier-typescript", "opentype/freefont/FreeMono.otf", 42, "typescript"),
    Type("teletype-typescript", "truetype/cmu/cmuntt.ttf", 44, "typescript"),
)

DAMAGES = ("bleed", "stain", "broken", "filled", "blur", "coarse")
STRENGTHS = 3


class Sheet:
    """The ink of one page and the lines drawn on it, in reading order."""

    def __init__(self, kind, width=1240, height=1600):
        self.font = ImageFont.truetype(str(FONTS / kind.path), kind.size, layout_engine=ImageFont.Layout.BASIC)
        self.mask = Image.new("L", (width, height), 0)
        self.draw = ImageDraw.Draw(self.mask)
        self.leading = round(kind.size * 1.45)
        self.lines = []

    def line(self, words, x, y, width=None):
        words = unicodedata.normalize("NFC", words)
        parts = words.split(" ")
        space = self.font.getlength(" ")
        if width and len(parts) > 1:
            space = min((width - sum(map(self.font.getlength, parts))) / (len(parts) - 1), 2.5 * space)
        for part in parts:
            self.draw.text((x, y), part, fill=255, font=self.font, anchor="ls")
            x += self.font.getlength(part) + space
        self.lines.append(words)

    def column(self, paragraphs, x, y, width, bottom, justified=True):
        for paragraph in paragraphs:
            indent = self.leading // 2
            for words, last in broken(paragraph, self.font, width, indent):
                if y > bottom:
                    return
                self.line(words, x + indent, y, width - indent if justified and not last else None)
                indent, y = 0, y + self.leading


def prose(language, rng):
    """Paragraphs of sentences in a new order, so that no two pages are alike."""
    source = text.TONKIN if language == "fr" else [*text.SONG_CHET, *[column for news in text.NEWS for column in news["columns"]]]
    sentences = [s.strip() for page in source for p in page for s in p.replace("! ", "!|").replace(". ", ".|").split("|") if s.strip()]
    order = rng.permutation(len(sentences))
    chosen = [sentences[i] for i in order] * 3
    return [" ".join(chosen[i:i + 4]) for i in range(0, len(chosen) - 4, 4)]


def verse(rng):
    lines = [line for line in (*text.KIEU, *text.CHINH_PHU, *text.CUNG_OAN, *text.VAN_TIEN, *text.CA_DAO_LEFT, *text.CA_DAO_RIGHT) if line]
    start = int(rng.integers(len(lines)))
    return (lines + lines)[start:start + 40]


def printed(kind, rng):
    if kind.layout == "newsprint":
        sheet = Sheet(kind, 1500, 1500)
        paragraphs = prose(kind.language, rng)
        for x in (90, 780):
            sheet.column(paragraphs, x, 150, 630, 1400)
            paragraphs = paragraphs[len(paragraphs) // 2:]
        sheet.draw.rectangle((749, 110, 751, 1420), fill=255)
    elif kind.layout == "verse":
        sheet = Sheet(kind)
        y = 170
        for words in verse(rng):
            if y > sheet.mask.height - 150:
                break
            sheet.line(words, 165 + (48 if len(words.split()) == 6 else 0), y)
            y += sheet.leading
    else:
        sheet = Sheet(kind)
        sheet.column(prose(kind.language, rng), 120, 170, 1000, sheet.mask.height - 130, kind.layout != "typescript")
    return sheet


def look_of(kind, damage, strength):
    """strength: 0 to 2. What is not the damage stays mild, as on any old page."""
    look = Look(tone=(0.86, 0.83, 0.76) if kind.layout == "newsprint" else (0.93, 0.88, 0.76), stain=0.08, through=0.04, wear=0.2)
    if damage == "bleed":
        return replace(look, through=(0.42, 0.56, 0.70)[strength])
    if damage == "stain":
        return replace(look, stain=(0.45, 0.60, 0.75)[strength])
    if damage == "broken":
        return replace(look, wear=(0.55, 0.75, 0.95)[strength])
    return look


def worn(mask, damage, strength, rng):
    """Damage to the type itself."""
    ink = np.asarray(mask, dtype=np.float32)
    if damage == "broken":
        # Battered sorts: bits of the face gone, and whole patches that took no ink.
        gone = (rng.random((ink.shape[0] // 3 + 1, ink.shape[1] // 3 + 1)) < (0.04, 0.08, 0.12)[strength]).astype(np.float32)
        gone = np.kron(gone, np.ones((3, 3), np.float32))[:ink.shape[0], :ink.shape[1]]
        ink = ink * (1 - gone) * (cloud(rng, ink.shape, 30) > (0.06, 0.09, 0.12)[strength])
    if damage == "filled":
        ink = gaussian_filter(grey_dilation(ink, size=(2 + strength, 2 + strength)), 0.8)
    return Image.fromarray(ink.clip(0, 255).astype(np.uint8))


def seen(image, damage, strength):
    """Damage by the camera or scanner."""
    if damage == "blur":
        return Image.fromarray(gaussian_filter(np.asarray(image), ((1.5, 2.1, 2.7)[strength],) * 2 + (0,)))
    if damage == "coarse":
        ppi = (150, 120, 100)[strength]
        return image.resize((image.width * ppi // 300, image.height * ppi // 300), Image.LANCZOS)
    return image


def make(kind, damage, strength, seed, folder, name):
    rng = np.random.default_rng(seed)
    sheet, verso = printed(kind, rng), printed(kind, rng)
    mask = worn(sheet.mask, damage, strength, rng)
    image = seen(scan(mask, verso.mask, look_of(kind, damage, strength), rng), damage, strength)
    ppi = (150, 120, 100)[strength] if damage == "coarse" else 300
    image.save(folder / f"{name}.jpg", quality=88, subsampling=0, dpi=(ppi, ppi))
    (folder / f"{name}.txt").write_text("\n".join(sheet.lines) + "\n", encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--seed", type=int, default=1911)
    chosen = arguments.parse_args()
    for half in ("tune", "report"):
        (chosen.folder / half).mkdir(parents=True, exist_ok=True)
        (chosen.folder / half / "MADE").write_text(f"bench/reading/pages.py --seed {chosen.seed}, {half}\n", encoding="utf-8")
    for i, kind in enumerate(TYPES):
        for j, damage in enumerate(DAMAGES):
            strength = (i // 2 + j) % STRENGTHS
            half = "tune" if (i + j) % 2 == 0 else "report"
            make(kind, damage, strength, [chosen.seed, i, j], chosen.folder / half,
                 f"{kind.name}.{damage}-{strength + 1}.{kind.language}")


if __name__ == "__main__":
    main()
