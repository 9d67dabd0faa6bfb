#!/usr/bin/python3
"""Draws one made book for bench/chain: whole A5 pages of quốc ngữ at 300 ppi, scanned by a machine that we imagine.

Every third page lies crooked by up to 1.5°; colour JPEG and grey LZW TIFF in turn, as scanners hand them over. The same
seed makes the same pixels. Lengths in pixels.
"""
import argparse
import sys
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent / "reading"))
from pages import TYPES, Sheet, prose, verse  # noqa: E402  (it finds sample-scans/make, where scan and Look are)
from paper import Look, scan  # noqa: E402

WIDTH, HEIGHT, PPI = 1748, 2480, 300
BED = 26
FACES = [kind for kind in TYPES if kind.language == "vi" and kind.layout in ("book", "verse")]


def printed(kind, rng):
    sheet = Sheet(kind, WIDTH - 2 * BED, HEIGHT - 2 * BED)
    if kind.layout == "verse":
        lines = [words for _ in range(2) for words in verse(rng)]
        for number, words in enumerate(lines[:(sheet.mask.height - 460) // sheet.leading]):
            sheet.line(words, 300 + (48 if len(words.split()) == 6 else 0), 240 + number * sheet.leading)
    else:
        sheet.column(prose("vi", rng), 190, 240, sheet.mask.width - 380, sheet.mask.height - 220)
    return sheet


def make(number, seed, folder):
    rng = np.random.default_rng([seed, number])
    kind = FACES[number % len(FACES)]
    skew = rng.uniform(-1.5, 1.5) if number % 3 == 2 else 0.0
    page, verso = printed(kind, rng), printed(kind, rng)
    image = scan(page.mask, verso.mask, Look(stain=0.08, through=0.06, wear=0.25, skew=skew), rng)
    assert image.size == (WIDTH, HEIGHT)
    name = f"SACH_{number + 1:03}"
    if number % 2 == 0:
        image.save(folder / f"{name}.jpg", quality=90, dpi=(PPI, PPI))
    else:
        image.convert("L").save(folder / f"{name}.tif", compression="tiff_lzw", dpi=(PPI, PPI))
    return "\n".join(page.lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="incoming/quoc-ngu-print/SACH is made in it, and truth/")
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1924)
    options = parser.parse_args()
    batch, truth = options.folder / "incoming/quoc-ngu-print/SACH", options.folder / "truth"
    batch.mkdir(parents=True)
    truth.mkdir()
    for number in range(options.pages):
        text = make(number, options.seed, batch)
        (truth / f"SACH_{number + 1:03}.txt").write_text(text + "\n", encoding="utf-8")
    (batch / "batch.yaml").write_text(
        f"shelfmark: SACH\ntitle: Sách do chương trình vẽ\nexpectedPages: {options.pages}\npublish: on-completion\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()
