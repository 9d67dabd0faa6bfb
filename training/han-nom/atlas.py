"""Draws every character in every font once, as packed bits, so that training never opens a font.

    python3 atlas.py --corpus …/corpus --readings …/readings-rime.csv --out atlas.npz

The file holds no outline, only 64 × 64 bitmaps; it is made anew from Debian's fonts where it is needed.
"""
import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

import charset

SIZE = 64
ROOT = Path("/usr/share/fonts")

# (name, how often it is drawn, files): regular script first, then Ming and Sung, then brush.
FONTS = [
    ("tw-kai", 3.0, ["truetype/cns11643/TW-Kai-98_1.ttf", "truetype/cns11643/TW-Kai-Ext-B-98_1.ttf"]),
    ("tw-sung", 1.0, ["truetype/cns11643/TW-Sung-98_1.ttf", "truetype/cns11643/TW-Sung-Ext-B-98_1.ttf"]),
    ("hanamin", 1.2, ["truetype/hanazono/HanaMinA.ttf", "truetype/hanazono/HanaMinB.ttf"]),
    ("babelstone", 1.0, ["truetype/babelstone/BabelStoneHan.ttf"]),
    ("ukai", 1.5, ["truetype/arphic/ukai.ttc"]),
    ("uming", 0.8, ["truetype/arphic/uming.ttc"]),
    ("noto-serif-bold", 1.0, ["opentype/noto/NotoSerifCJK-Bold.ttc"]),
    ("noto-serif", 0.7, ["opentype/noto/NotoSerifCJK-Regular.ttc"]),
    ("ipamj", 1.0, ["truetype/ipamj/ipamjm.ttf"]),
    ("gyosho", 0.6, ["truetype/kouzan-mouhitsu/kouzan-mouhitsu-gyosho.ttf"]),
    ("aoyagi", 0.8, ["truetype/aoyagi-kouzan-t/AoyagiKouzanT.ttf"]),
]
# Faces of a collection: the Taiwanese forms are nearest to woodblock's.
FACES = {"ukai.ttc": 2, "uming.ttc": 2, "NotoSerifCJK-Bold.ttc": 3, "NotoSerifCJK-Regular.ttc": 3}


class Face:
    """One font file, which knows what it lacks: a missing character is drawn like U+10FFFF."""

    def __init__(self, path: str):
        self.font = ImageFont.truetype(str(ROOT / path), SIZE - 2, index=FACES.get(Path(path).name, 0))
        self.missing = {self.draw("\U0010ffff").tobytes(), self.draw("\uffff").tobytes()}

    def draw(self, char: str) -> np.ndarray:
        image = Image.new("L", (SIZE, SIZE))
        ImageDraw.Draw(image).text((SIZE // 2, SIZE // 2), char, 255, font=self.font, anchor="mm")
        return np.asarray(image) > 110

    def glyph(self, char: str) -> np.ndarray | None:
        bits = self.draw(char)
        return None if bits.sum() < 12 or bits.tobytes() in self.missing else bits


def ink_box(bits: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(bits.any(1)), np.flatnonzero(bits.any(0))
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def draw_all(chars: list[str]):
    """Returns glyphs (n, 64, 8) of packed bits, boxes (n, 4), and of each glyph its class and font."""
    glyphs, boxes, classes, fonts = [], [], [], []
    for font, (_, _, paths) in enumerate(FONTS):
        faces = [Face(path) for path in paths]
        for number, char in enumerate(chars):
            bits = next((g for g in (face.glyph(char) for face in faces) if g is not None), None)
            if bits is None:
                continue
            glyphs.append(np.packbits(bits, axis=1))
            boxes.append(ink_box(bits))
            classes.append(number + charset.FIRST)
            fonts.append(font)
    return np.stack(glyphs), np.array(boxes, np.uint8), np.array(classes, np.int32), np.array(fonts, np.uint8)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--readings", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()

    chars = charset.choose(arguments.corpus, arguments.readings)
    glyphs, boxes, classes, fonts = draw_all(chars)
    drawn = set((classes - charset.FIRST).tolist())
    keep = [i for i in range(len(chars)) if i in drawn]        # what no font has cannot be learnt
    renumber = np.full(len(chars) + charset.FIRST, -1, np.int32)
    renumber[np.array(keep) + charset.FIRST] = np.arange(len(keep)) + charset.FIRST
    kept = [chars[i] for i in keep]
    number = {c: i + charset.FIRST for i, c in enumerate(kept)}
    texts = {
        name: np.array([n for line in lines for n in [*(number.get(c, -1) for c in line), -1]], np.int32)
        for name, lines in charset.read_texts(arguments.corpus).items()}
    np.savez_compressed(
        arguments.out, glyphs=glyphs, boxes=boxes, classes=renumber[classes], fonts=fonts,
        weights=np.array([weight for _, weight, _ in FONTS], np.float32), chars=np.array("".join(kept)),
        nom=texts["nom-verse"], han=texts["han-prose"])
    print(f"{len(kept)} characters, {len(glyphs)} glyphs, {arguments.out.stat().st_size >> 20} MiB; "
          f"not in any font: {len(chars) - len(kept)}")


if __name__ == "__main__":
    main()
