"""Draws single pages that a splitter could take for two. Lengths in pixels at 150 ppi."""
import numpy as np

from sheets import blank, columns, fold_shade, frame, half_leaf, heart, latin_page, paragraph, put


def portrait(rng):
    height = int(rng.uniform(950, 1200))
    sheet = blank("portrait", height * rng.uniform(0.6, 0.8), height)
    latin_page(sheet, rng, 0, sheet.mask.width, rng.random() < 0.5)
    return sheet


def two_columns(rng):
    """A landscape page in two columns, often with a rule between."""
    height = int(rng.uniform(800, 1000))
    width = int(height * rng.uniform(1.1, 1.5))
    sheet = blank("columns", width, height)
    margin, gap, size = width * rng.uniform(0.05, 0.09), width * rng.uniform(0.02, 0.035), int(rng.uniform(17, 24))
    top, middle = height * 0.1, width * rng.uniform(0.46, 0.54)
    if rng.random() < 0.6:
        put(sheet, "HỒNG-HÀ NHẬT-BÁO", margin, top, 36)
        top += 40
    paragraph(sheet, rng, margin, top, middle - gap / 2, height * 0.92, size)
    paragraph(sheet, rng, middle + gap / 2, top, width - margin, height * 0.92, size)
    if rng.random() < 0.6:
        sheet.draw.line((middle, top, middle, height * 0.92), fill=255, width=2)
    return sheet


def table(rng):
    """A landscape table in ruled columns."""
    height = int(rng.uniform(800, 1000))
    width = int(height * rng.uniform(1.15, 1.5))
    sheet = blank("table", width, height)
    x0, x1, y0, y1 = width * 0.06, width * 0.94, height * 0.1, height * 0.92
    count = int(rng.integers(3, 12))
    sheet.draw.rectangle((x0, y0, x1, y1), outline=255, width=3)
    step = (x1 - x0) / count
    for i in range(1, count):
        sheet.draw.line((x0 + i * step, y0, x0 + i * step, y1), fill=255, width=2)
    for y in range(int(y0 + 44), int(y1), 44):
        sheet.draw.line((x0, y, x1, y), fill=255, width=1)
        for i in range(count):
            if rng.random() < 0.8:
                put(sheet, str(rng.integers(1, 10 ** min(4, max(1, int(step / 16))))), x0 + i * step + 6, y - 10, 20)
    return sheet


def wide_verse(rng):
    """A landscape page of vertical columns without a frame (a manuscript, a scroll)."""
    height = int(rng.uniform(800, 1000))
    width = int(height * rng.uniform(1.1, 1.6))
    sheet = blank("scroll", width, height)
    columns(sheet, rng, width * 0.06, height * 0.1, width * 0.94, height * 0.93, int(rng.integers(8, 20)), False)
    return sheet


def wide_frame(rng):
    """A landscape frame of equal ruled columns, odd or even in number, without a centre strip."""
    height = int(rng.uniform(800, 1000))
    width = int(height * rng.uniform(1.15, 1.5))
    sheet = blank("wide-frame", width, height)
    half_leaf(sheet, rng, width * 0.05, width * 0.95, height * 0.12, height * 0.93, int(rng.integers(7, 20)), True)
    return sheet


def bound_half(rng):
    """Half a leaf as it is bound, mostly with the strip at its fold."""
    height = int(rng.uniform(950, 1150))
    width = int(height * rng.uniform(0.65, 0.8))
    sheet = blank("half-leaf", width, height)
    x0, x1, y0, y1 = width * 0.15, width * 0.92, height * 0.12, height * 0.93
    half_leaf(sheet, rng, x0, x1, y0, y1, int(rng.integers(6, 11)), rng.random() < 0.7)
    if rng.random() < 0.6:
        heart(sheet, rng, x0 - width * 0.09, x0 - 6, y0, y1, True)
    return sheet


def picture(rng):
    """A landscape picture or map with a caption."""
    height = int(rng.uniform(800, 1000))
    sheet = blank("picture", height * rng.uniform(1.1, 1.5), height)
    width = sheet.mask.width
    for _ in range(30):
        points = [(rng.uniform(0.1, 0.9) * width, rng.uniform(0.1, 0.8) * height) for _ in range(rng.integers(2, 6))]
        sheet.draw.line(points, fill=255, width=int(rng.integers(1, 6)))
    put(sheet, "Bản đồ thành Hà Nội", width * 0.35, height * 0.93, 26)
    return sheet


def folded(rng):
    """A landscape sheet that was folded: the crease runs through its text."""
    height = int(rng.uniform(800, 1000))
    width = int(height * rng.uniform(1.1, 1.5))
    sheet = blank("folded", width, height)
    paragraph(sheet, rng, width * 0.08, height * 0.1, width * 0.92, height * 0.9, int(rng.uniform(20, 30)))
    middle = width * rng.uniform(0.45, 0.55)
    sheet.gutter = middle, middle
    fold_shade(sheet, rng, rng.uniform(0.05, 0.3), width * 0.008, crease=True)
    sheet.gutter = None
    return sheet


def empty(rng):
    height = int(rng.uniform(800, 1000))
    return blank("blank", height * rng.uniform(0.7, 1.5), height)


def with_neighbour(rng):
    """A page of a bound book; beyond the fold at its side the edge of the neighbouring page shows, with line ends."""
    height = int(rng.uniform(950, 1150))
    page, sliver = height * rng.uniform(0.66, 0.78), height * rng.uniform(0.02, 0.055)
    on_left = rng.random() < 0.5
    sheet = blank("neighbour", page + sliver, height)
    width = sheet.mask.width
    fold = sliver if on_left else width - sliver
    latin_page(sheet, rng, fold if on_left else 0, width if on_left else fold, on_left)
    own = list(sheet.lines)
    for y in range(int(height * 0.12), int(height * 0.85), 34):
        x = fold - sliver * 0.95 if on_left else fold + sliver * 0.75
        sheet.draw.text((x, y), "ng", fill=255, font=__import__("sheets").DIDOT.at(18, "ng")) if rng.random() < 0.5 else None
    sheet.lines = own
    sheet.gutter = fold, fold
    fold_shade(sheet, rng, rng.uniform(0.35, 0.65), width * rng.uniform(0.006, 0.014))
    sheet.gutter = None
    return sheet


ALL = [portrait, two_columns, table, wide_verse, wide_frame, bound_half, picture, folded, empty, with_neighbour]
