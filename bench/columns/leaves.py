"""Leaves of vertical text as ink masks, with the box of each segment in reading order."""
import numpy as np
from PIL import Image, ImageDraw

from pages import words

CIRCLES = "。○"


class Leaf:
    """A mask that is drawn on; boxes are kept per segment as they are drawn."""

    def __init__(self, rng):
        self.rng = rng
        self.pitch = int(rng.integers(44, 92))
        self.size = int(self.pitch * rng.uniform(0.62, 0.86))
        self.step = self.size * rng.uniform(1.02, 1.22)
        self.rows = int(rng.integers(10, 23))
        self.count = int(rng.integers(6, 13))
        self.thin = max(1, round(self.pitch / 40))
        self.segments, self.columns, self.marks = [], 0, 0
        self.at = 0

    def canvas(self, width, height):
        self.mask = Image.new("L", (int(width), int(height)), 0)
        self.draw = ImageDraw.Draw(self.mask)

    def fonts(self, brush):
        self.path = pick(self.rng, words.HAN_BRUSH if brush else words.HAN_PRINT)
        self.at = int(self.rng.integers(len(words.han_characters())))

    def next(self):
        pool = words.han_characters()
        self.at = (self.at + 1 if self.rng.random() < 0.8 else int(self.rng.integers(len(pool)))) % len(pool)
        return pool[self.at]

    def glyph(self, x, y, size, text=None, stretch=1.0):
        """Draws one character about (x, y); returns its box of ink, or None where the font has no such character."""
        face = words.font(self.path, int(size))
        text = text or self.next()
        left, top, right, bottom = face.getbbox(text)
        if right <= left or bottom <= top:
            return None
        tile = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(tile).text((-left, -top), text, 255, face)
        if stretch != 1.0:
            tile = tile.resize((tile.width, max(1, int(tile.height * stretch))))
        at = (int(x - tile.width / 2), int(y - tile.height / 2))
        self.mask.paste(255, at, tile)
        return [at[0], at[1], at[0] + tile.width, at[1] + tile.height]

    def lane(self, kind, x, top, step, size, n, circles=0.0):
        """A run of characters below each other as one segment."""
        boxes = []
        for row in range(n):
            jitter = self.rng.normal(0, 0.015, 2) * size
            boxes.append(self.glyph(x + jitter[0], top + (row + 0.5) * step + jitter[1], size * self.rng.uniform(0.95, 1),
                                    stretch=min(1.0, step / size)))
            if self.rng.random() < circles:
                r = max(2, int(size * self.rng.uniform(0.07, 0.11)))
                cx, cy = x + size * 0.5 + r * 0.3, top + (row + 0.95) * step
                self.draw.ellipse((cx - r, cy - r, cx + r, cy + r), outline=255, width=max(1, r // 3))
                self.marks += 1
        boxes = [box for box in boxes if box]
        if boxes:
            self.segments.append({"type": kind, "box": around(boxes)})


def around(boxes):
    return [min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)]


def pick(rng, things):
    return things[int(rng.integers(len(things)))]


def rule(leaf, x0, y0, x1, y1, width, broken):
    """A rule in short pieces, some of them missing."""
    pieces = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) / leaf.pitch * 2))
    for i in range(pieces):
        if leaf.rng.random() >= broken:
            a, b = i / pieces, (i + 1) / pieces
            leaf.draw.line((x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b), 255, width)


def column(leaf, x, top, bottom, notes, circles, raised=0):
    """Fills one place with main text and notes in two lanes; x is its middle."""
    leaf.columns += 1
    y, room = top - raised * leaf.step, bottom
    kind = leaf.rng.random()
    if kind < 0.12:
        room = top + (bottom - top) * leaf.rng.uniform(0.15, 0.5)
    elif kind < 0.22 and not raised:
        y += leaf.step * leaf.rng.integers(1, 4)
    small = leaf.pitch * leaf.rng.uniform(0.4, 0.46)
    lane, tight = small * 1.06, leaf.rng.random() < 0.6
    note_step = small * leaf.rng.uniform(1.02, 1.15) if tight else leaf.step
    while y + leaf.step <= room:
        rest = int((room - y) / leaf.step)
        if leaf.rng.random() < notes:
            n = min(int((room - y) / note_step), int(leaf.rng.integers(2, 13)))
            if n >= 2:
                fewer = n - (1 if leaf.rng.random() < 0.5 else 0)
                leaf.lane("commentary-right", x + lane / 2, y, note_step, small, n)
                leaf.lane("commentary-left", x - lane / 2, y, note_step, small, fewer)
                y += n * note_step + leaf.size * 0.05
                notes *= 0.75
        rest = int((room - y) / leaf.step)
        if rest < 1:
            break
        n = rest if notes == 0 or leaf.rng.random() < 0.4 else min(rest, int(leaf.rng.integers(1, 9)))
        last = leaf.segments[-1] if leaf.segments else None
        joined = last and last["type"] == "main" and last.get("column") == leaf.columns
        leaf.lane("main", x, y, leaf.step, leaf.size, n, circles)
        leaf.segments[-1]["column"] = leaf.columns
        if joined:
            own = leaf.segments.pop()
            last["box"] = around([last["box"], own["box"]])
        y += n * leaf.step


def heart(leaf, x, width, top, bottom, cut=None):
    """The strip in the middle of a leaf: title, fishtail, leaf number; kept apart from the text."""
    draw, middle = leaf.draw, x + width / 2
    size = width * leaf.rng.uniform(0.6, 0.85)
    boxes = [leaf.glyph(middle, top + (row + 0.7) * size * 1.05, size) for row in range(int(leaf.rng.integers(3, 7)))]
    y = top + (bottom - top) * leaf.rng.uniform(0.3, 0.4)
    deep = width * 0.35
    if leaf.rng.random() < 0.7:
        draw.polygon([(x, y), (x + width, y), (x + width, y + deep * 2), (middle, y + deep), (x, y + deep * 2)], fill=255)
    else:
        draw.polygon([(x, y), (x + width, y), (x + width, y + deep * 2), (middle, y + deep), (x, y + deep * 2)], outline=255)
    boxes += [leaf.glyph(middle, y + deep * 3 + row * size, size * 0.8) for row in range(int(leaf.rng.integers(1, 4)))]
    boxes.append(leaf.glyph(middle, bottom - size * leaf.rng.uniform(1, 3), size * 0.8, pick(leaf.rng, "一二三四五六七八九十")))
    box = around([b for b in boxes if b])
    if cut is not None:
        box[0], box[2] = max(box[0], cut[0]), min(box[2], cut[1])
    leaf.segments.append({"type": "furniture", "box": box})


def half(leaf, left, top, bottom, notes, circles, broken, ruled, sides, empty=0.06):
    """A half-leaf's columns from the right within a frame; sides: which upright frame lines are drawn."""
    rng, right = leaf.rng, left + leaf.count * leaf.pitch
    raised_at = int(rng.integers(leaf.count)) if rng.random() < 0.2 else -1
    for i in range(leaf.count):
        x = right - (i + 0.5) * leaf.pitch
        if rng.random() < empty and 0 < i < leaf.count - 1:
            continue
        column(leaf, x + rng.normal() * 0.02 * leaf.pitch, top + leaf.step * 0.3, bottom - leaf.step * 0.1, notes, circles,
               raised=1 if i == raised_at else 0)
    heavy = leaf.thin * int(rng.integers(1, 6))
    for y in (top - heavy, bottom + heavy):
        rule(leaf, left, y, right, y, heavy, broken / 2)
    for side, x in (("left", left), ("right", right)):
        if side in sides:
            rule(leaf, x, top, x, bottom, heavy, broken / 2)
            if rng.random() < 0.5:
                gap = heavy + leaf.thin * 3
                rule(leaf, x + (gap if side == "left" else -gap) * 0.0 + (-gap if side == "left" else gap), top,
                     x + (-gap if side == "left" else gap), bottom, leaf.thin, broken)
    for i in range(1, leaf.count if ruled else 0):
        rule(leaf, left + i * leaf.pitch, top, left + i * leaf.pitch, bottom, leaf.thin, broken)
    return right


def cut_half(leaf):
    """A half-leaf as most scans show it; half of the strip hangs on one side."""
    rng = leaf.rng
    margin, height = int(leaf.pitch * rng.uniform(0.7, 1.5)), int(leaf.step * (leaf.rows + 0.6))
    strip = int(leaf.pitch * rng.uniform(0.35, 0.6)) if rng.random() < 0.6 else 0
    left_strip = rng.random() < 0.5
    width = margin + leaf.count * leaf.pitch + (strip or margin)
    top = int(margin + leaf.step)
    leaf.canvas(width, top + height + margin)
    leaf.fonts(False)
    left = strip if strip and left_strip else margin
    broken = rng.uniform(0, 0.35)
    right = half(leaf, left, top, top + height, pick(rng, (0, 0, 0.25, 0.5)), pick(rng, (0, 0, 0.15)), broken,
                 rng.random() < 0.85, ("left", "right"))
    if strip:
        whole = strip * 2
        at = left - whole if left_strip else right
        heart(leaf, at, whole, top, top + height, cut=(0, left) if left_strip else (right, width))
    return leaf


def whole_leaf(leaf):
    """An unfolded leaf: two halves and the strip between them; or, with a gutter, two pages of an open book."""
    rng = leaf.rng
    leaf.count = int(rng.integers(5, 10))
    margin, height = int(leaf.pitch * rng.uniform(0.7, 1.3)), int(leaf.step * (leaf.rows + 0.6))
    strip = int(leaf.pitch * rng.uniform(0.7, 1.05))
    top, wide = int(margin + leaf.step), leaf.count * leaf.pitch
    leaf.canvas(2 * margin + 2 * wide + strip, top + height + margin)
    leaf.fonts(False)
    notes, circles, broken, ruled = pick(rng, (0, 0.25, 0.4)), pick(rng, (0, 0, 0.15)), rng.uniform(0, 0.3), rng.random() < 0.9
    half(leaf, margin + wide + strip, top, top + height, notes, circles, broken, ruled, ("left", "right"))
    half(leaf, margin, top, top + height, notes, circles, broken, ruled, ("left", "right"))
    heart(leaf, margin + wide, strip, top, top + height)
    rule(leaf, margin + wide, top - 2, margin + wide + strip, top - 2, leaf.thin * 2, broken)
    return leaf


def open_book(leaf):
    rng = leaf.rng
    leaf.count = int(rng.integers(5, 10))
    margin, height = int(leaf.pitch * rng.uniform(0.7, 1.3)), int(leaf.step * (leaf.rows + 0.6))
    gutter, wide, top = int(leaf.pitch * rng.uniform(1.2, 2.5)), leaf.count * leaf.pitch, int(margin + leaf.step)
    leaf.canvas(2 * margin + 2 * wide + gutter, top + height + margin)
    leaf.fonts(False)
    notes, broken, ruled = pick(rng, (0, 0.25)), rng.uniform(0, 0.3), rng.random() < 0.8
    for left in (margin + wide + gutter, margin):
        half(leaf, left, top, top + height, notes, 0, broken, ruled, ("left", "right"))
    return leaf


def manuscript(leaf):
    """A brush hand without frame or rules, columns a little apart from straight."""
    rng = leaf.rng
    leaf.size = int(leaf.pitch * rng.uniform(0.55, 0.74))
    leaf.step = leaf.size * rng.uniform(1.05, 1.25)
    margin, height = int(leaf.pitch), int(leaf.step * (leaf.rows + 0.6))
    leaf.canvas(2 * margin + leaf.count * leaf.pitch, height + 3 * margin)
    leaf.fonts(True)
    notes, circles = pick(rng, (0, 0, 0.2)), pick(rng, (0, 0.1))
    for i in range(leaf.count):
        x = margin + (leaf.count - i - 0.5) * leaf.pitch + rng.normal() * 0.03 * leaf.pitch
        column(leaf, x, 2 * margin, 2 * margin + height, notes, circles)
    return leaf


def type_set(leaf):
    """Movable type without frame."""
    rng = leaf.rng
    leaf.size = int(leaf.pitch * rng.uniform(0.5, 0.75))
    leaf.step = leaf.size * rng.uniform(1.0, 1.1)
    margin, height = int(leaf.pitch * 1.2), int(leaf.step * (leaf.rows + 0.6))
    leaf.canvas(2 * margin + leaf.count * leaf.pitch, height + 2 * margin)
    leaf.fonts(False)
    circles = pick(rng, (0, 0.2))
    for i in range(leaf.count):
        column(leaf, margin + (leaf.count - i - 0.5) * leaf.pitch, margin, margin + height, 0, circles)
    return leaf


KINDS = {"half": cut_half, "half-2": cut_half, "leaf": whole_leaf, "opening": open_book, "manuscript": manuscript, "type": type_set}


def make(kind, rng):
    return KINDS[kind](Leaf(np.random.default_rng(rng.integers(2**32))))
