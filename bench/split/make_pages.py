#!/usr/bin/python3
"""Makes spreads, unfolded leaves and single pages with their truth: make_pages.py FOLDER [spreads] [leaves] [singles]

truth.json: for each file its kind, the gutter, every line and the sheet as points of the image.
"""
import json
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from scipy.ndimage import affine_transform, gaussian_filter

import sheets
import singles


def scanned(sheet, rng):
    """Lays the sheet on a bed, turned by a skew: the grey image and the map from sheet to image."""
    height, width = sheet.mask.height, sheet.mask.width
    paper = rng.choice([0.96, 0.9, 0.82, 0.62, 0.48], p=[0.25, 0.3, 0.25, 0.12, 0.08])
    ink = paper * rng.uniform(0.15, 0.3)
    blotches = gaussian_filter(rng.normal(size=(height // 8 + 1, width // 8 + 1)), 6)
    blotches = np.asarray(Image.fromarray(blotches.astype(np.float32)).resize((width, height), Image.BICUBIC))
    tone = paper * (1 + 0.5 * blotches) * sheet.shade
    cover = gaussian_filter(np.asarray(sheet.mask, np.float32) / 255, 0.6)
    pixels = tone * (1 - cover) + ink * cover
    bed = {"black": 0.1, "grey": 0.33 if paper > 0.5 else 0.15, "none": None}[rng.choice(["black", "grey", "none"], p=[0.5, 0.25, 0.25])]
    skew = rng.uniform(-3, 3) if rng.random() < 0.6 else 0.0
    room = rng.integers(12, 60) if bed is not None else 0
    out_w, out_h = (width + 2 * room, height + 2 * room) if bed is not None else (width, height)
    angle = np.deg2rad(skew)
    if bed is not None:
        out_w += int(abs(np.sin(angle)) * height)
        out_h += int(abs(np.sin(angle)) * width)
    cos, sin = np.cos(angle), np.sin(angle)
    turn = np.array([[cos, sin], [-sin, cos]])  # rows: (y, x) of the sheet from (y, x) of the image
    centre_in, centre_out = np.array([height / 2, width / 2]), np.array([out_h / 2, out_w / 2])
    offset = centre_in - turn @ centre_out
    fill = paper if bed is None else bed
    image = affine_transform(pixels.astype(np.float32), turn, offset, (out_h, out_w), order=1, cval=fill)
    y, x = np.mgrid[:out_h, :out_w]
    light = 1 + rng.uniform(-0.06, 0.06) * (x / out_w - 0.5) + rng.uniform(-0.06, 0.06) * (y / out_h - 0.5)
    image = image * light + rng.normal(0, 0.012, image.shape)
    inverse = np.linalg.inv(turn)

    def to_image(px, py):
        at = inverse @ (np.array([py, px]) - offset)
        return [round(float(at[1]), 1), round(float(at[0]), 1)]

    return Image.fromarray((image.clip(0, 1) * 255).astype(np.uint8)), to_image, skew, "none" if bed is None else f"{bed:.2f}", paper


def corners(box):
    x0, y0, x1, y1 = box
    return (x0, y0), (x1, y0), (x1, y1), (x0, y1)


def main(folder, spreads=100, leaves=50, ones=150):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    truth = {}
    makers = [lambda rng: sheets.spread(rng, "latin" if rng.random() < 0.6 else "han")] * spreads
    makers += [sheets.leaf] * leaves + [singles.ALL[i % len(singles.ALL)] for i in range(ones)]
    for number, maker in enumerate(makers):
        rng = np.random.default_rng(7000 + number)
        sheet = maker(rng)
        image, to_image, skew, bed, paper = scanned(sheet, rng)
        name = f"{number:03d}-{sheet.kind}.png"
        image.save(folder / name, dpi=(150, 150), compress_level=1)
        height, width = sheet.mask.height, sheet.mask.width
        truth[name] = {
            "kind": sheet.kind, "skew": skew, "bed": bed, "paper": float(paper),
            "sheet": [to_image(*c) for c in corners((0, 0, width, height))],
            "gutter": sheet.gutter and [to_image(sheet.gutter[0], 0), to_image(sheet.gutter[1], height)],
            "lines": [[to_image(*c) for c in corners(box)] for box in sheet.lines],
        }
    (folder / "truth.json").write_text(json.dumps(truth), encoding="utf-8")


main(sys.argv[1], *map(int, sys.argv[2:]))
