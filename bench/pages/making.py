"""A numbered page: everything about it follows from its number."""
from dataclasses import asdict, dataclass

import numpy as np

from pages import layouts, scanning

STRAIGHT_SHARE = 0.2


@dataclass
class Truth:
    file: str
    kind: str
    degrees: float
    turns: int          # quarter turns clockwise that make the page upright
    manner: str
    ppi: int
    askew: float = 0.0  # degrees by which frame and rules are turned against the text
    plain = asdict


def make(number, folder, largest=15.0):
    """Writes page `number` into the folder and returns its truth."""
    rng = np.random.default_rng([20261122, number])
    kinds = list(layouts.KINDS) + ["woodblock", "woodblock", "book"]
    kind = kinds[number % len(kinds)]
    ppi = int(rng.choice([150, 200, 300, 300, 400, 600]))
    inches = [(5.5, 8.5), (8.27, 11.7), (6, 9)][rng.integers(3)] if ppi < 400 else (4.5, 7) if ppi == 600 else (6, 9)
    inches = (8.27, 11.7) if kind == "newspaper" and ppi < 400 else inches
    page = layouts.Sheet(rng, ppi, inches)
    layouts.KINDS[kind](page)
    degrees = 0.0 if rng.random() < STRAIGHT_SHARE else round(float(rng.uniform(-largest, largest)), 3)
    image, manner = scanning.scan(page.mask, degrees, rng)
    turns = int(rng.integers(4))
    image = image.rotate(90 * turns, expand=True)
    suffix = "png" if image.mode == "1" or rng.random() < 0.2 else "jpg"
    truth = Truth(f"{number:04d}-{kind}.{suffix}", kind, degrees, turns, manner, ppi, page.askew)
    options = {"quality": int(rng.integers(60, 93))} if suffix == "jpg" else {}
    image.save(folder / truth.file, dpi=(ppi, ppi), **options)
    return truth
