"""The Hán-Nôm batches: two woodblock books and a brush manuscript."""
import numpy as np

import text_han
from batch import Batch, File
from column import Leaf
from fonts import BRUSH, KAI, MINCHO
from paper import Look

BAMBOO = (0.90, 0.83, 0.66)
BLOCK_INK = (0.12, 0.11, 0.11)


def woodblock(**changes):
    return Look(**{"tone": BAMBOO, "ink": BLOCK_INK, "wear": 0.5, "through": 0.05, **changes})


def van_tien():
    size, pitch, gap = 84, 92, 48

    def couplet(leaf, x, y, upper, lower):
        leaf.run(lower, KAI, size, x, leaf.run(upper, KAI, size, x, y, pitch) + gap, pitch)
        leaf.lines.append(upper + lower)

    # The whole unfolded leaf: first its right half, then its left.
    open_leaf = Leaf(1960, 1590)
    y0, y1 = 90, 1500
    right = open_leaf.frame(1030, y0, 1890, y1, 5)
    left = open_leaf.frame(70, y0, 930, y1, 5)
    open_leaf.heart(935, 1025, y0, y1, text_han.VAN_TIEN_TITLE, "一")
    top = y0 + 40
    open_leaf.run(text_han.VAN_TIEN_TITLE, KAI, 100, right[0], top + 60, 130)
    open_leaf.lines.append(text_han.VAN_TIEN_TITLE)
    for x, (upper, lower) in zip(right[1:] + left, text_han.VAN_TIEN):
        couplet(open_leaf, x, top, upper, lower)

    # The first side of the next leaf, as it lies when bound: the fold is at its left edge.
    half = Leaf(1100, 1590)
    columns = half.frame(130, y0, 990, y1, 5)
    half.heart(35, 125, y0, y1, text_han.VAN_TIEN_TITLE, "二")
    for x, (upper, lower) in zip(columns, text_han.VAN_TIEN[9:]):
        couplet(half, x, top, upper, lower)
    half.run(text_han.VAN_TIEN_COLOPHON, KAI, size, columns[3], top + 6 * pitch, pitch)
    half.lines.append(text_han.VAN_TIEN_COLOPHON)

    return Batch(
        "han-nom-woodblock", "LVT-1874",
        [File("LVT-1874_001.jpg", [open_leaf], [woodblock()]),
         File("LVT-1874_002.tif", [half], [woodblock(stain=0.13)])],
        sheet={
            "shelfmark": "AB.62", "title": "陸雲仙傳 Lục Vân Tiên truyện", "collection": "Hán Nôm",
            "creator": "Nguyễn Đình Chiểu", "date": "1874", "language": "vi-Hani", "expectedPages": 2,
            "order": "right-to-left", "publish": "after-verification",
        })


def luan_ngu():
    """Seven columns of fourteen a side; commentary in half-size double lines, the right one read first."""
    columns_a_side, cells, pitch = 7, 14, 98
    leaves, middles = [], []
    y0 = 90
    top, bottom = y0 + 38, y0 + 38 + cells * pitch
    for number in "一二":
        leaf = Leaf(1190, bottom + 128)
        middles.append(leaf.frame(130, y0, 1080, bottom + 38, columns_a_side))
        leaf.heart(35, 125, y0, bottom + 38, text_han.LUAN_NGU_TITLE, number)
        leaves.append(leaf)
    column = row = 0

    def advance():
        """The leaf, the column's middle and the rows left in it; opens the next column when one is full."""
        nonlocal column, row
        if row == cells:
            column, row = column + 1, 0
        side, place = divmod(column, columns_a_side)
        return leaves[side], middles[side][place], cells - row

    for main, notes in text_han.LUAN_NGU:
        while main:
            leaf, x, rows = advance()
            part, main = main[:rows], main[rows:]
            leaf.run(part, MINCHO, 86, x, top + row * pitch, pitch)
            leaf.lines.append(part)
            row += len(part)
        while notes:
            leaf, x, rows = advance()
            part, notes = notes[:4 * rows], notes[4 * rows:]
            half = min(2 * rows, -(-len(part) // 2))
            for line, side in ((part[:half], 29), (part[half:], -29)):
                leaf.run(line, MINCHO, 48, x + side, top + row * pitch, pitch / 2)
                leaf.lines.append(line)
            row += -(-half // 2)

    return Batch(
        "han-nom-woodblock", "LUAN-NGU",
        [File("LUAN-NGU_001.tif", [leaves[0]], [woodblock(wear=0.35)]),
         File("LUAN-NGU_002.jpg", [leaves[1]], [woodblock(wear=0.35, skew=0.6)])],
        sheet={
            "shelfmark": "AC.226", "title": "論語集註 Luận ngữ tập chú", "collection": "Hán Nôm",
            "creator": "朱熹", "language": "lzh", "expectedPages": 2, "order": "right-to-left",
            "publish": "after-verification",
        })


def notebook():
    """A brush never sets two characters quite alike: each moves, turns and changes size a little."""
    rng = np.random.default_rng(1)
    leaves = []
    for columns in (text_han.BINH_NGO, text_han.THO):
        leaf = Leaf(1420, 1780)
        for place, line in enumerate(columns):
            size, pitch = 96, 108
            x, y = 1270 - place * 1230 / len(columns), 130 + rng.uniform(-14, 14)
            for character in line:
                leaf.glyph(character, BRUSH, int(size * rng.uniform(0.9, 1.06)),
                           x + rng.normal(0, 4), y + pitch / 2, rng.normal(0, 2))
                y += pitch * rng.uniform(0.95, 1.05)
            leaf.lines.append(line)
        leaves.append(leaf)
    return Batch(
        "manuscript", "SO-TAY",
        [File("SO-TAY_001.jpg", [leaves[0]], [Look(tone=BAMBOO, wear=0.3)]),
         File("SO-TAY_002.png", [leaves[1]], [Look(tone=BAMBOO, wear=0.3, stain=0.14)])],
        sheet={
            "shelfmark": "A.1508", "title": "Sổ tay chép thơ văn", "collection": "Hán Nôm",
            "language": "lzh", "expectedPages": 2, "order": "right-to-left", "publish": "after-verification",
        })


ALL = van_tien, luan_ngu, notebook
