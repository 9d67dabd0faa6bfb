#!/usr/bin/python3
"""Made pages of vertical text with exact truth: make_pages.py FOLDER [COUNT]. Even numbers are for tuning, odd for the report."""
import json
import math
import sys
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from columns import leaves  # noqa: E402
from pages import scanning  # noqa: E402


def lean(rng):
    """What deskew leaves; every fifth page more."""
    return float(rng.uniform(-1.0, 1.0)) if rng.random() < 0.2 else float(rng.uniform(-0.3, 0.3))


def turned(box, degrees, size):
    """The box around a box that was turned about the page's centre, counter-clockwise."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    cx, cy = size[0] / 2, size[1] / 2
    xs, ys = [], []
    for x in (box[0], box[2]):
        for y in (box[1], box[3]):
            xs.append(cx + (x - cx) * cos + (y - cy) * sin)
            ys.append(cy - (x - cx) * sin + (y - cy) * cos)
    return [round(v) for v in (max(0, min(xs)), max(0, min(ys)), min(size[0], max(xs)), min(size[1], max(ys)))]


def seal(page, rng, size):
    """A square seal over the text: red on colour, pale grey otherwise."""
    side = int(rng.uniform(1.2, 3.0) * size)
    x, y = rng.integers(0, max(1, page.width - side)), rng.integers(0, max(1, page.height - side))
    stamp = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(stamp)
    edge = max(2, side // 18)
    draw.rectangle((0, 0, side - 1, side - 1), outline=255, width=edge)
    for k in range(1, 4):
        draw.line((side * k / 4, edge * 2, side * k / 4, side - edge * 2), 255, edge)
        draw.line((edge * 2, side * k / 4, side - edge * 2, side * k / 4), 255, edge)
    colour = page.mode == "RGB"
    over = Image.new(page.mode, (side, side), (200, 60, 50) if colour else int(rng.integers(150, 185)))
    under = page.crop((x, y, x + side, y + side))
    mixed = Image.fromarray(np.minimum(np.asarray(under), np.asarray(over)))
    page.paste(mixed, (int(x), int(y)), stamp)


def make(number, folder):
    rng = np.random.default_rng([20261123, number])
    kind = list(leaves.KINDS)[number // 2 % len(leaves.KINDS)]
    leaf = leaves.make(kind, rng)
    degrees = lean(rng)
    mask = leaf.mask.rotate(degrees, Image.BICUBIC)
    page = scanning.finished(scanning.sheet(np.asarray(mask).astype(np.float32) / 255, rng), rng)
    if rng.random() < 0.3 and page.mode != "1":
        seal(page, rng, leaf.pitch)
    segments = [{"order": i + 1, "type": s["type"], "box": turned(s["box"], degrees, mask.size)}
                for i, s in enumerate(sorted(leaf.segments, key=lambda s: s["type"] == "furniture"))]
    name = f"{number:04d}-{kind}"
    page.save(folder / f"{name}.png")
    truth = {"page": f"{name}.png", "size": list(mask.size), "columns": leaf.columns, "degrees": round(degrees, 3),
             "marks": leaf.marks, "segments_in_reading_order": segments}
    (folder / f"{name}.gt.json").write_text(json.dumps(truth), encoding="utf-8")


def main(folder, count=240):
    for half in ("tune", "report"):
        (Path(folder) / half).mkdir(parents=True, exist_ok=True)
    for number in range(int(count)):
        make(number, Path(folder) / ("tune" if number % 2 == 0 else "report"))


if __name__ == "__main__":
    cv2.setNumThreads(1)
    main(*sys.argv[1:])
