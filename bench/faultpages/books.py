"""Sound pages to spoil: Latin and Hán-Nôm, each of its own text, paper and print. Arrays are height x width x 3, 0 to 1."""
import random
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "sample-scans/make"))

import paper  # noqa: E402
import text  # noqa: E402
import text_han  # noqa: E402
from column import Leaf  # noqa: E402
from fonts import KAI  # noqa: E402
from page import Page  # noqa: E402

TONES = [(0.93, 0.88, 0.76), (0.86, 0.83, 0.76), (0.87, 0.78, 0.62), (0.94, 0.91, 0.83), (0.90, 0.83, 0.66),
         (0.92, 0.92, 0.90), (0.78, 0.68, 0.52)]
VERSE = text.KIEU + text.CHINH_PHU + text.CUNG_OAN
HAN = [c for couplet in text_han.VAN_TIEN for half in couplet for c in half] + [
    c for pair in text_han.LUAN_NGU for c in pair[0]]


def make(seed, blank=False):
    """What a scanner sees of one page in a look of its own, and how much bed around it. Even seeds are Latin, odd ones Hán."""
    chance = random.Random(seed)
    mask = (latin if seed % 2 == 0 else han)(chance, blank)
    verso = (latin if seed % 2 == 0 else han)(chance, False)
    look = paper.Look(
        tone=chance.choice(TONES), stain=chance.uniform(0.05, 0.16), wear=chance.uniform(0.15, 0.5),
        through=chance.uniform(0.02, 0.1), bend=chance.uniform(0, 5), skew=chance.uniform(-1.5, 1.5),
        bed=chance.choice([0, 26, 60]))
    seen = paper.scan(mask, verso.resize(mask.size), look, np.random.default_rng(seed))
    return np.asarray(seen, dtype=np.float32) / 255, look.bed


def latin(chance, blank):
    page = Page(1240, chance.choice([1540, 1750]))
    if blank:
        return page.mask
    size = chance.choice([40, 48, 54])
    leading, y = int(size * chance.uniform(1.4, 1.6)), 230
    page.centred(chance.choice(["TRUYỆN KIỀU", "CUNG OÁN", "CHINH PHỤ NGÂM"]), 140, 38)
    lines = [line for line in VERSE if line]
    start = chance.randrange(len(lines))
    while y < page.height - 150:
        line = lines[start % len(lines)]
        page.line(line, 150 + (size if len(line.split()) == 6 else 0), y, size)
        start, y = start + 1, y + leading
    return page.mask


def han(chance, blank):
    leaf = Leaf(1100, 1590)
    if blank:
        return leaf.mask
    columns = leaf.frame(110, 90, 990, 1500, chance.choice([6, 7, 8]))
    size = chance.choice([70, 84])
    for x in columns:
        count = chance.randint(8, 1340 // (size + 8))
        leaf.run([chance.choice(HAN) for _ in range(count)], KAI, size, x, 130, size + 8)
    return leaf.mask
