"""Draws sheets with known lines: book pages, spreads, unfolded leaves, tables. Lengths in pixels at 150 ppi.

A sheet is its ink (0 to 1, height x width), its paper's shading (a factor), its lines as boxes (x0, y0, x1, y1), and
where its gutter lies: x at the upper and at the lower edge, or None.
"""
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "sample-scans" / "make"))
from fonts import DIDOT, KAI  # noqa: E402
import text  # noqa: E402
import text_han  # noqa: E402

LATIN = [line for block in (text.KIEU, text.CHINH_PHU, text.CUNG_OAN) for line in block if line.strip()]
HAN = [c for pair in text_han.VAN_TIEN for c in "".join(pair)]


@dataclass
class Sheet:
    kind: str
    mask: Image.Image
    lines: list = field(default_factory=list)
    gutter: tuple | None = None
    shade: np.ndarray | float = 1.0

    def __post_init__(self):
        self.draw = ImageDraw.Draw(self.mask)


def blank(kind, width, height):
    return Sheet(kind, Image.new("L", (int(width), int(height)), 0))


def paragraph(sheet, rng, x0, y0, x1, y1, size):
    """Fills a box with Latin lines."""
    y = y0 + size
    while y < y1:
        words = " ".join(LATIN[rng.integers(len(LATIN))] for _ in range(4)).split(" ")
        line = ""
        for word in words:
            longer = f"{line} {word}".strip()
            if DIDOT.at(size, longer).getlength(longer) > x1 - x0:
                break
            line = longer
        if rng.random() < 0.15:
            line = line[: len(line) // 2]
        put(sheet, line, x0, y, size)
        y += int(size * 1.45)


def put(sheet, line, x, y, size):
    font = DIDOT.at(size, line)
    sheet.draw.text((x, y), line, fill=255, font=font, anchor="ls")
    sheet.lines.append(sheet.draw.textbbox((x, y), line, font=font, anchor="ls"))


def columns(sheet, rng, x0, y0, x1, y1, count, ruled, size=None, fill=1.0):
    """Fills a box with Hán-Nôm columns."""
    step = (x1 - x0) / count
    size = size or int(step * 0.78)
    for i in range(count):
        if ruled and i:
            sheet.draw.line((x0 + i * step, y0, x0 + i * step, y1), fill=255, width=2)
        x, y = x0 + (i + 0.5) * step, y0 + size * 0.7
        end = y0 + (y1 - y0) * (fill if rng.random() < 0.7 else rng.uniform(0.2, 0.9))
        top = y - size / 2
        while y + size / 2 < end:
            c = HAN[rng.integers(len(HAN))]
            sheet.draw.text((x, y), c, fill=255, font=KAI.at(size, c), anchor="mm")
            y += size * 1.1
        if y - size * 1.1 > top:
            sheet.lines.append((x - size / 2, top, x + size / 2, y - size * 1.1 + size / 2))


def frame(sheet, x0, y0, x1, y1):
    sheet.draw.rectangle((x0, y0, x1, y1), outline=255, width=5)
    sheet.draw.rectangle((x0 + 9, y0 + 9, x1 - 9, y1 - 9), outline=255, width=2)


def latin_page(sheet, rng, x0, x1, inner_left, blank_page=False):
    """One book page within x0..x1 of a sheet; the inner margin on the left or on the right."""
    height, width = sheet.mask.height, x1 - x0
    inner, outer = rng.uniform(0.07, 0.11) * width, rng.uniform(0.08, 0.14) * width
    left, right = (x0 + inner, x1 - outer) if inner_left else (x0 + outer, x1 - inner)
    if blank_page:
        return
    size = int(rng.uniform(0.026, 0.034) * width * 1.1)
    top = rng.uniform(0.08, 0.12) * height
    put(sheet, "TRUYỆN KIỀU", (left + right) / 2 - 3 * size, top, size)
    paragraph(sheet, rng, left, top + size * 1.5, right, height * rng.uniform(0.55, 0.88), size)
    put(sheet, f"— {rng.integers(2, 300)} —", (left + right) / 2 - size, height * 0.94, size)


def half_leaf(sheet, rng, x0, x1, y0, y1, count, ruled, framed=True):
    if framed:
        frame(sheet, x0, y0, x1, y1)
    columns(sheet, rng, x0 + 11, y0 + 11, x1 - 11, y1 - 11, count, ruled)


def heart(sheet, rng, x0, x1, y0, y1, fishtail):
    """The 版心 between x0 and x1: title, leaf number, and mostly fishtails."""
    width = x1 - x0
    size = int(width * 0.55)
    depth = (y1 - y0) * rng.uniform(0.16, 0.24)
    if fishtail:
        for y, way in ((y0 + depth, 1), (y1 - depth, -1))[: rng.integers(1, 3)]:
            sheet.draw.polygon(((x0, y), (x1, y), (x1, y + way * width * 0.7), ((x0 + x1) / 2, y + way * width * 0.32),
                                (x0, y + way * width * 0.7)), fill=255)
    y = y0 + depth + width + size
    for c in text_han.VAN_TIEN_TITLE:
        sheet.draw.text(((x0 + x1) / 2, y), c, fill=255, font=KAI.at(size, c), anchor="mm")
        y += size * 1.15
    sheet.draw.text(((x0 + x1) / 2, y1 - depth - width - size), "二", fill=255, font=KAI.at(size, "二"), anchor="mm")
    sheet.lines.append((x0, y0 + depth + width + size / 2, x1, y - size / 2))


def fold_shade(sheet, rng, strength, reach, light=False, crease=False):
    """Darkens (or lightens) the paper towards the slanting gutter."""
    height, width = sheet.mask.height, sheet.mask.width
    y, x = np.mgrid[:height, :width].astype(np.float32)
    top, bottom = sheet.gutter
    away = x - (top + (bottom - top) * y / height)
    side = np.where(away < 0, rng.uniform(0.6, 1.4), rng.uniform(0.6, 1.4))
    shade = 1 + (strength if light else -strength) * np.exp(-np.abs(away) / (reach * side))
    if crease:
        shade *= 1 - 0.5 * np.exp(-(away / 1.2) ** 2)
    sheet.shade = shade


def spread(rng, script):
    """An open book; the gutter lies anywhere from 38 to 62 of 100, and may slant."""
    height = int(rng.uniform(900, 1150))
    page = height * rng.uniform(0.6, 0.78)
    sheet = blank("fold", 2 * page, height)
    width = sheet.mask.width
    middle = width * (0.5 + (rng.uniform(-0.11, 0.11) if rng.random() < 0.5 else rng.uniform(-0.02, 0.02)))
    slant = np.tan(np.deg2rad(rng.uniform(-1.2, 1.2))) * height
    sheet.gutter = middle - slant / 2, middle + slant / 2
    room = abs(slant) / 2
    if script == "latin":
        empty = rng.choice(["none", "left", "right"], p=[0.8, 0.1, 0.1])
        latin_page(sheet, rng, 0, middle - room, False, empty == "left")
        latin_page(sheet, rng, middle + room, width, True, empty == "right")
    else:
        count, ruled = rng.integers(6, 10), rng.random() < 0.6
        y0, y1 = height * rng.uniform(0.12, 0.2), height * rng.uniform(0.9, 0.95)
        gap = width * rng.uniform(0.02, 0.035)
        half_leaf(sheet, rng, width * 0.03, middle - room - gap, y0, y1, count, ruled)
        half_leaf(sheet, rng, middle + room + gap, width * 0.97, y0, y1, count, ruled)
    look = rng.choice(["shadow", "weak", "crease", "light", "flat"], p=[0.5, 0.2, 0.12, 0.1, 0.08])
    strength = {"shadow": rng.uniform(0.25, 0.6), "weak": rng.uniform(0.1, 0.2), "crease": 0.02, "light": 0.06, "flat": 0}[look]
    fold_shade(sheet, rng, strength, width * rng.uniform(0.008, 0.02), light=look == "light", crease=look == "crease")
    sheet.kind = f"fold-{script}-{look}"
    return sheet


def leaf(rng):
    """An unfolded woodblock leaf."""
    height = int(rng.uniform(850, 1050))
    count, ruled, fishtail = int(rng.integers(5, 11)), rng.random() < 0.7, rng.random() < 0.85
    width = int(height * rng.uniform(1.25, 1.6))
    sheet = blank("leaf", width, height)
    x0, x1, y0, y1 = width * 0.05, width * 0.95, height * 0.12, height * 0.93
    middle = (x0 + x1) / 2
    column = (x1 - x0) / (2 * count + 1)
    strip = column * rng.uniform(0.55, 0.8) if rng.random() < 0.8 else column * rng.uniform(1.25, 1.5)
    strip = max(strip, 26)
    a, b = middle - strip / 2, middle + strip / 2
    common = rng.random() < 0.5
    if common:
        frame(sheet, x0, y0, x1, y1)
    half_leaf(sheet, rng, x0, a, y0, y1, count, ruled, not common)
    half_leaf(sheet, rng, b, x1, y0, y1, count, ruled, not common)
    for x in (a, b):
        sheet.draw.line((x, y0, x, y1), fill=255, width=2)
    heart(sheet, rng, a, b, y0, y1, fishtail)
    sheet.gutter = a, a
    sheet.kind = f"leaf-{'fishtail' if fishtail else 'plain'}"
    return sheet
