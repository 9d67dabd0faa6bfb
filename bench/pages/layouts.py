"""Upright pages as ink masks: PIL images of mode L, 255 where there is ink. Sizes in pixels at the page's ppi."""
from PIL import Image, ImageDraw

from pages import words


class Sheet:
    """An empty mask with its margins."""

    def __init__(self, rng, ppi, inches):
        self.rng, self.ppi = rng, ppi
        self.askew = 0.0    # how far frame and rules lie turned against the text, degrees
        self.width, self.height = (int(side * ppi) for side in inches)
        self.mask = Image.new("L", (self.width, self.height), 0)
        self.draw = ImageDraw.Draw(self.mask)
        self.left, self.right = (int(self.width * rng.uniform(0.07, 0.14)) for _ in range(2))
        self.top, self.bottom = (int(self.height * rng.uniform(0.07, 0.14)) for _ in range(2))
        self.right, self.bottom = self.width - self.right, self.height - self.bottom

    def points(self, size):
        return max(7, round(size * self.ppi / 72))


def line_of(rng, face, width):
    """Words that fit into a width, with their lengths."""
    pool, line, used = words.latin_words(), [], 0
    space = face.getlength(" ")
    while True:
        word = pool[rng.integers(len(pool))]
        length = face.getlength(word)
        if used + length > width:
            return line, used - space
        line.append((word, length))
        used += length + space


def prose(sheet, box, path, size, justified=True, wobble=0.0, lines=10**6, leading=None):
    """Horizontal text in a box (left, top, right, bottom); wobble is how far words stray from the line."""
    rng, face = sheet.rng, words.font(path, size)
    left, top, right, bottom = box
    step = size * (leading or rng.uniform(1.2, 1.7))
    y, count = top, 0
    while y + size < bottom and count < lines:
        indent = size * 1.5 if rng.random() < 0.15 else 0
        line, used = line_of(rng, face, right - left - indent)
        full = rng.random() > 0.12
        line = line if full else line[:max(1, len(line) // 2)]
        gap = face.getlength(" ")
        if justified and full and len(line) > 2:
            gap += (right - left - indent - used) / (len(line) - 1)
        x = left + indent
        for word, length in line:
            sheet.draw.text((x, y + wobble * rng.normal()), word, 255, face)
            x += length + gap
        y += step
        count += 1
    return y


def columns(sheet, box, path, size, pitch, jitter=0.02, glosses=0.0, fill=1.0, count=10**6):
    """Vertical text, columns from the right; glosses is the share of double-line commentary."""
    rng, pool = sheet.rng, words.han_characters()
    left, top, right, bottom = box
    start = rng.integers(len(pool))
    x, done = right - pitch, 0
    while x >= left and done < count:
        y = top + (size * 2 if rng.random() < 0.1 else 0)
        end = bottom if rng.random() < fill else top + (bottom - top) * rng.uniform(0.3, 0.9)
        middle = x + pitch / 2 + rng.normal() * jitter * size
        while y + size <= end:
            small = rng.random() < glosses
            for lane in ((0.25, -0.25) if small else (0,)):
                face = words.font(path, int(size * (0.5 if small else rng.uniform(1 - jitter * 2, 1))))
                for row in range(6 if small else 1):
                    start = (start + 1 if rng.random() < 0.8 else rng.integers(len(pool))) % len(pool)
                    at = (middle + lane * size + rng.normal() * jitter * size,
                          y + (row + 0.5) * size * (0.5 if small else 1) + rng.normal() * jitter * size)
                    if at[1] < end:
                        sheet.draw.text(at, pool[start], 255, face, anchor="mm")
            y += size * (3.1 if small else rng.uniform(1.02, 1.12) if jitter > 0.03 else 1.06)
        x -= pitch
        done += 1


def rule(sheet, x0, y0, x1, y1, width, broken=0.0):
    """A rule, broken into pieces as worn wood prints it."""
    pieces = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) / (sheet.ppi / 5))) if broken else 1
    for i in range(pieces):
        if sheet.rng.random() >= broken:
            a, b = i / pieces, (i + 1) / pieces
            sheet.draw.line((x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b), 255, width)


def frame(sheet, left, top, right, bottom, width, broken=0.0):
    for ends in ((left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom), (right, top, right, bottom)):
        rule(sheet, *ends, width, broken)


def pick(rng, things):
    return things[rng.integers(len(things))]


def book(sheet):
    rng = sheet.rng
    path, size = pick(rng, words.LATIN), sheet.points(rng.uniform(8, 14))
    head = words.font(path, size)
    sheet.draw.text((sheet.width / 2, sheet.top - size * 2), str(rng.integers(1, 400)), 255, head, anchor="mm")
    prose(sheet, (sheet.left, sheet.top, sheet.right, sheet.bottom), path, size, justified=rng.random() < 0.7)


def verse(sheet):
    rng = sheet.rng
    path, size = pick(rng, words.LATIN), sheet.points(rng.uniform(10, 15))
    face, y, even = words.font(path, size), sheet.top, False
    lines = rng.integers(6, 30)
    while lines and y + size < sheet.bottom:
        line, _ = line_of(rng, face, (sheet.right - sheet.left) * 0.6)
        sheet.draw.text((sheet.left + size * (3 if even else 1), y), " ".join(w for w, _ in line), 255, face)
        y, even, lines = y + size * 1.5, not even, lines - 1


def sparse(sheet):
    """A title page or the end of a chapter: two to five lines."""
    rng, path = sheet.rng, pick(sheet.rng, words.LATIN)
    y = sheet.top
    for _ in range(rng.integers(2, 6)):
        size = sheet.points(rng.uniform(11, 24))
        line, used = line_of(rng, words.font(path, size), (sheet.right - sheet.left) * rng.uniform(0.55, 1))
        sheet.draw.text(((sheet.left + sheet.right - used) / 2, y), " ".join(w for w, _ in line), 255, words.font(path, size))
        y += size * rng.uniform(1.5, 4)


def newspaper(sheet):
    rng, path = sheet.rng, pick(sheet.rng, words.LATIN)
    n, size = rng.integers(2, 5), sheet.points(rng.uniform(7, 9.5))
    title = sheet.points(34)
    sheet.draw.text((sheet.width / 2, sheet.top), "TRUNG BẮC TÂN VĂN", 255, words.font(path, title), anchor="mt")
    top = sheet.top + title * 1.6
    for y in (top, top + size * 0.3):
        rule(sheet, sheet.left, y, sheet.right, y, max(1, sheet.ppi // 150))
    wide, gap = (sheet.right - sheet.left) / n, size * 1.2
    for i in range(n):
        x, y = sheet.left + i * wide, top + size
        if i:
            rule(sheet, x - gap / 2, top + size, x - gap / 2, sheet.bottom, max(1, sheet.ppi // 200))
        if rng.random() < 0.5:
            picture(sheet, x, y, x + wide - gap, y + wide * 0.7)
            y += wide * 0.75
        while y < sheet.bottom - size * 8:
            big = int(size * 1.6)
            y = prose(sheet, (x, y, x + wide - gap, sheet.bottom), path, big, lines=2, justified=False, leading=1.2)
            y = prose(sheet, (x, y + size, x + wide - gap, sheet.bottom), path, size, lines=rng.integers(8, 30), leading=1.25) + size


def picture(sheet, left, top, right, bottom):
    """Hatching and blobs at any angle but the text's."""
    rng = sheet.rng
    tile = Image.new("L", (int(right - left), int(bottom - top)), 70)
    draw = ImageDraw.Draw(tile)
    for _ in range(60):
        x, y, r = rng.uniform(0, tile.width), rng.uniform(0, tile.height), rng.uniform(0.02, 0.3) * tile.width
        draw.ellipse((x - r, y - r * rng.uniform(0.3, 1), x + r, y + r), int(rng.uniform(30, 230)))
    slope = rng.uniform(-1, 1)
    for k in range(0, tile.width * 2, max(4, sheet.ppi // 40)):
        draw.line((k - tile.width / 2, 0, k - tile.width / 2 + slope * tile.height, tile.height), 160, 1)
    sheet.mask.paste(tile, (int(left), int(top)))


def table(sheet):
    rng, path = sheet.rng, pick(sheet.rng, words.LATIN)
    size, ruled = sheet.points(rng.uniform(8, 11)), rng.random() < 0.7
    rows, cols = rng.integers(8, 30), rng.integers(3, 8)
    step, wide = min(size * 2.2, (sheet.bottom - sheet.top) / rows), (sheet.right - sheet.left) / cols
    face, pool = words.font(path, size), words.latin_words()
    for r in range(rows + 1):
        y = sheet.top + r * step
        if ruled:
            rule(sheet, sheet.left, y, sheet.right, y, max(1, sheet.ppi // 150))
        for c in range(cols if r < rows else 0):
            text = pool[rng.integers(len(pool))] if c == 0 else f"{rng.integers(10**rng.integers(1, 6)):,}"
            sheet.draw.text((sheet.left + c * wide + size * 0.4, y + step * 0.2), text[:max(1, int(wide / size))], 255, face)
    for c in range(cols + 1 if ruled else 0):
        x = sheet.left + c * wide
        rule(sheet, x, sheet.top, x, sheet.top + rows * step, max(1, sheet.ppi // 150))


def woodblock(sheet):
    rng = sheet.rng
    path, broken = pick(rng, words.HAN_PRINT), rng.uniform(0, 0.15)
    n = rng.integers(7, 13)
    pitch = (sheet.right - sheet.left) / n
    size = int(pitch * rng.uniform(0.62, 0.9))
    ruled = rng.random() < 0.75
    columns(sheet, (sheet.left, sheet.top + size * 0.2, sheet.right + 1, sheet.bottom), path, size, pitch,
            jitter=rng.uniform(0.01, 0.05), glosses=pick(rng, (0, 0, 0.1)), fill=rng.uniform(0.6, 1))
    lines = Sheet.__new__(Sheet)
    lines.rng, lines.ppi, lines.mask = rng, sheet.ppi, Image.new("L", sheet.mask.size, 0)
    lines.draw = ImageDraw.Draw(lines.mask)
    thin = max(1, sheet.ppi // 120)
    frame(lines, sheet.left, sheet.top, sheet.right, sheet.bottom, thin * rng.integers(1, 5), broken)
    for i in range(1, n if ruled else 0):
        x = sheet.left + i * pitch
        rule(lines, x, sheet.top, x, sheet.bottom, thin, broken)
    # One block in four was cut a little askew: the text is what counts.
    sheet.askew = float(rng.uniform(-0.3, 0.3)) if rng.random() < 0.25 else 0.0
    rules = lines.mask.rotate(sheet.askew, Image.BICUBIC) if sheet.askew else lines.mask
    sheet.mask.paste(255, mask=rules)


def han_print(sheet):
    """Movable type without frames, upright columns or, seldom, rows."""
    rng = sheet.rng
    path, size = pick(rng, words.HAN_PRINT), sheet.points(rng.uniform(10, 16))
    columns(sheet, (sheet.left, sheet.top, sheet.right, sheet.bottom), path, size, size * rng.uniform(1.3, 1.9),
            jitter=0.005, fill=rng.uniform(0.5, 1))


def han_rows(sheet):
    """Horizontal Hán, as modern editions print it."""
    rng, pool = sheet.rng, words.han_characters()
    face = words.font(pick(rng, words.HAN_PRINT), sheet.points(rng.uniform(10, 14)))
    y, start, step = sheet.top, rng.integers(len(pool)), face.size * rng.uniform(1.3, 1.8)
    while y + step < sheet.bottom:
        n = int((sheet.right - sheet.left) / face.size * (rng.uniform(0.2, 1) if rng.random() < 0.2 else 1))
        sheet.draw.text((sheet.left, y), "".join(pool[(start + i) % len(pool)] for i in range(n)), 255, face)
        y, start = y + step, start + n


def brush(sheet):
    rng = sheet.rng
    path, size = pick(rng, words.HAN_BRUSH), sheet.points(rng.uniform(16, 30))
    columns(sheet, (sheet.left, sheet.top, sheet.right, sheet.bottom), path, size, size * rng.uniform(1.2, 1.6),
            jitter=rng.uniform(0.02, 0.05), fill=rng.uniform(0.5, 1))


def hand(sheet):
    """A Latin hand: slanted, words off the line."""
    rng, path = sheet.rng, pick(sheet.rng, words.ITALIC)
    size = sheet.points(rng.uniform(12, 18))
    prose(sheet, (sheet.left, sheet.top, sheet.right, sheet.bottom), path, size, justified=False,
          wobble=size * rng.uniform(0.02, 0.06))


def bilingual(sheet):
    """Vertical Hán above, quốc ngữ below."""
    rng, middle = sheet.rng, (sheet.top + sheet.bottom) // 2
    size = sheet.points(14)
    columns(sheet, (sheet.left, sheet.top, sheet.right, middle - size), pick(rng, words.HAN_PRINT), size, size * 1.6, jitter=0.01)
    prose(sheet, (sheet.left, middle, sheet.right, sheet.bottom), pick(rng, words.LATIN), sheet.points(10))


KINDS = {"book": book, "verse": verse, "sparse": sparse, "newspaper": newspaper, "table": table, "woodblock": woodblock,
         "han-print": han_print, "han-rows": han_rows,
         "brush": brush, "hand": hand, "bilingual": bilingual}
