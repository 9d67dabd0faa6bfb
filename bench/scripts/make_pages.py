#!/usr/bin/python3
"""Made pages of one script or two with their regions: make_pages.py FOLDER [COUNT]. Even numbers are for tuning, odd for the report."""
import json
import sys
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from columns import leaves  # noqa: E402
from pages import layouts, scanning, words  # noqa: E402

LATIN, COLUMNS, ROWS, NONE = "latin", "han-columns", "han-rows", "none"
WHOLE = {"book": LATIN, "verse": LATIN, "sparse": LATIN, "newspaper": LATIN, "table": LATIN, "woodblock": COLUMNS,
         "han-print": COLUMNS, "brush": COLUMNS, "han-rows": ROWS}


def ink_box(sheet, before):
    """The box of what was drawn since the mask was as before."""
    rows, columns = np.nonzero(np.asarray(sheet.mask) > np.asarray(before))
    return None if len(rows) == 0 else [int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1]


def drawn(sheet, regions, kind, draw):
    before = sheet.mask.copy()
    draw()
    box = ink_box(sheet, before)
    if box:
        regions.append({"kind": kind, "box": box})


def verses(sheet, rng):
    """An edition of verse: Nôm columns above, quốc ngữ below, sometimes a picture or notes."""
    middle = int(sheet.top + (sheet.bottom - sheet.top) * rng.uniform(0.4, 0.6))
    size, regions = sheet.points(rng.uniform(13, 20)), []
    drawn(sheet, regions, COLUMNS, lambda: layouts.columns(
        sheet, (sheet.left, sheet.top, sheet.right, middle - size), layouts.pick(rng, words.HAN_PRINT), size,
        size * rng.uniform(1.35, 1.9), jitter=0.01))
    drawn(sheet, regions, LATIN, lambda: layouts.prose(
        sheet, (sheet.left, middle, sheet.right, sheet.bottom), layouts.pick(rng, words.LATIN), sheet.points(rng.uniform(9, 12))))
    return regions


def facing(sheet, rng):
    """Hán columns on one side, their translation on the other."""
    size, regions = sheet.points(rng.uniform(12, 18)), []
    middle, gap = (sheet.left + sheet.right) // 2, size * rng.uniform(1.0, 2.0)
    left, right = (sheet.left, sheet.top, middle - gap / 2, sheet.bottom), (middle + gap / 2, sheet.top, sheet.right, sheet.bottom)
    han, latin = (right, left) if rng.random() < 0.6 else (left, right)
    drawn(sheet, regions, COLUMNS, lambda: layouts.columns(
        sheet, han, layouts.pick(rng, words.HAN_PRINT), size, size * rng.uniform(1.35, 1.9), jitter=0.01))
    drawn(sheet, regions, LATIN, lambda: layouts.prose(
        sheet, latin, layouts.pick(rng, words.LATIN), sheet.points(rng.uniform(8, 11)), justified=False))
    return regions


def lesson(sheet, rng):
    """A textbook: a column of large characters with glosses beside them, prose below."""
    size, regions = sheet.points(rng.uniform(20, 30)), []
    step, small = size * rng.uniform(1.4, 1.9), sheet.points(rng.uniform(9, 12))
    rows = int((sheet.bottom - sheet.top) * rng.uniform(0.5, 0.7) / step)
    pool, face = words.han_characters(), words.font(layouts.pick(rng, words.HAN_PRINT), size)
    latin = words.font(layouts.pick(rng, words.LATIN), small)
    at = rng.integers(len(pool) - rows - 1)

    def characters():
        for row in range(rows):
            sheet.draw.text((sheet.left + size / 2, sheet.top + (row + 0.5) * step), pool[at + row], 255, face, anchor="mm")

    def glosses():
        for row in range(rows):
            line, _ = layouts.line_of(rng, latin, (sheet.right - sheet.left - size * 2) * rng.uniform(0.5, 1))
            sheet.draw.text((sheet.left + size * 2, sheet.top + (row + 0.5) * step), " ".join(w for w, _ in line), 255, latin, anchor="lm")

    drawn(sheet, regions, COLUMNS, characters)
    drawn(sheet, regions, LATIN, glosses)
    drawn(sheet, regions, LATIN, lambda: layouts.prose(
        sheet, (sheet.left, sheet.top + rows * step + size, sheet.right, sheet.bottom), layouts.pick(rng, words.LATIN), small))
    return regions


def quotations(sheet, rng):
    """Prose in quốc ngữ with lines of Hán in rows between the paragraphs."""
    regions, y = [], sheet.top
    path, small, size = layouts.pick(rng, words.LATIN), sheet.points(rng.uniform(9, 12)), sheet.points(rng.uniform(14, 20))
    pool, face = words.han_characters(), words.font(layouts.pick(rng, words.HAN_PRINT), size)
    while y + small * 12 < sheet.bottom:
        ends = []
        drawn(sheet, regions, LATIN, lambda: ends.append(layouts.prose(
            sheet, (sheet.left, y, sheet.right, sheet.bottom), path, small, lines=int(rng.integers(3, 8)))))
        y = ends[0] + size * 0.8
        if y + size * 2 > sheet.bottom:
            break
        n = int(rng.integers(5, max(6, int((sheet.right - sheet.left) / size * 0.9))))
        at = int(rng.integers(len(pool) - n))
        drawn(sheet, regions, ROWS, lambda: sheet.draw.text(
            ((sheet.left + sheet.right) / 2, y), "".join(pool[at:at + n]), 255, face, anchor="mt"))
        y += size * 2
    return regions


def picture(sheet, rng):
    layouts.picture(sheet, sheet.left, sheet.top, sheet.right, sheet.bottom)
    return []


def empty(sheet, rng):
    return []


MIXED = {"verses": verses, "facing": facing, "lesson": lesson, "quotations": quotations, "picture": picture, "empty": empty}


def make(number, folder):
    rng = np.random.default_rng([20261124, number])
    kinds = list(WHOLE) + ["verses", "facing", "lesson", "quotations", "verses", "facing", "lesson", "quotations", "leaf", "picture", "empty"]
    kind = kinds[number // 2 % len(kinds)]
    if kind == "leaf":
        leaf = leaves.make(list(leaves.KINDS)[rng.integers(len(leaves.KINDS))], rng)
        mask, regions = leaf.mask, [{"kind": COLUMNS, "box": leaves.around([s["box"] for s in leaf.segments])}]
    else:
        sheet = layouts.Sheet(rng, int(rng.choice([150, 200, 300])), (5.5, 8.5))
        if kind in WHOLE:
            regions = []
            drawn(sheet, regions, WHOLE[kind], lambda: layouts.KINDS[kind](sheet))
        else:
            regions = MIXED[kind](sheet, rng)
        mask = sheet.mask
    mask = mask.rotate(float(rng.uniform(-0.3, 0.3)), Image.BICUBIC)
    page = scanning.finished(scanning.sheet(np.asarray(mask).astype(np.float32) / 255, rng), rng)
    name = f"{number:04d}-{kind}"
    page.save(folder / f"{name}.png")
    (folder / f"{name}.regions.json").write_text(json.dumps({"page": f"{name}.png", "regions": regions}), encoding="utf-8")


def main(folder, count=240):
    for half in ("tune", "report"):
        (Path(folder) / half).mkdir(parents=True, exist_ok=True)
    for number in range(int(count)):
        make(number, Path(folder) / ("tune" if number % 2 == 0 else "report"))


if __name__ == "__main__":
    cv2.setNumThreads(1)
    main(*sys.argv[1:])
