"""Turns an ink mask into what a scanner would see: old paper, uneven ink, the verso showing through, a bent sheet.

Arrays are height x width (x 3), 0 to 1; lengths in pixels at 300 ppi.
"""
from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates

BED = np.array([0.13, 0.12, 0.12])  # the scanner's black backing


@dataclass
class Look:
    """How one page has aged and how it was scanned."""
    tone: tuple = (0.93, 0.88, 0.76)     # paper colour, RGB
    ink: tuple = (0.13, 0.11, 0.10)      # ink colour, RGB
    stain: float = 0.10                  # how dark blotches and the damp edge are
    wear: float = 0.25                   # how unevenly the ink took, 0 to about 0.6
    through: float = 0.10                # how much of the verso shows
    bend: float = 3.0                    # how far the sheet warps, pixels
    skew: float = 0.0                    # degrees, clockwise
    turned: bool = False                 # put on the scanner upside down
    gutter: float | None = None          # where the fold's shadow lies, as a share of the width
    bed: int = 26                        # how much backing shows around the sheet, pixels


def scan(mask, verso, look, rng):
    """The page as the scanner sees it: an RGB image a little larger than its mask."""
    ink, verso = (np.asarray(m, dtype=np.float32) / 255 for m in (mask, verso))
    through = gaussian_filter(verso[:, ::-1], 2.5) * (0.5 + cloud(rng, ink.shape, 160))
    cover = printed(ink, look, rng)[..., None]
    sheet = aged(ink.shape, look, rng) * (1 - look.through * through)[..., None]
    sheet = sheet * (1 - cover) + np.array(look.ink) * cover
    sheet = bent(sheet, look, rng)
    seen = lit(on_bed(sheet, look), look, rng)
    seen = gaussian_filter(seen, (0.6, 0.6, 0)) + rng.normal(0, 0.011, seen.shape[:2])[..., None]
    image = Image.fromarray((seen.clip(0, 1) * 255).round().astype(np.uint8))
    return image.rotate(180) if look.turned else image


def cloud(rng, shape, size):
    """Soft random blotches about `size` pixels across, 0 to 1, half of them above 0.5."""
    height, width = shape[:2]
    grid = rng.random((height // size + 3, width // size + 3)).astype(np.float32)
    return np.asarray(Image.fromarray(grid).resize((width, height), Image.BICUBIC)).clip(0, 1)


def printed(ink, look, rng):
    """Type bites unevenly: edges move with a fine noise, whole patches print pale."""
    grain = gaussian_filter(rng.normal(size=ink.shape).astype(np.float32), 1.3) * 4
    edge = gaussian_filter(ink, 0.8) + look.wear * 0.16 * grain
    patches = 1 - look.wear * (0.25 * cloud(rng, ink.shape, 90) + 0.25 * cloud(rng, ink.shape, 12))
    # Damp paper draws the ink out a little, so hairlines hold.
    return ((edge - 0.34) * 3.2 + 0.5).clip(0, 1) * patches


def aged(shape, look, rng):
    """Paper: its tone, blotches, fibres, foxing, a tide line of damp and browned edges."""
    height, width = shape
    dark = look.stain * (0.5 * cloud(rng, shape, 330) + 0.35 * cloud(rng, shape, 70))
    fibre = gaussian_filter(rng.normal(size=shape).astype(np.float32), (0.7, 3.5))
    dark += 0.035 * fibre
    dark += foxing(shape, look, rng) + tide(shape, look, rng)
    y, x = np.ogrid[:height, :width]
    edge = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y))
    dark += look.stain * 1.2 * np.exp(-edge / 45) * (0.5 + cloud(rng, shape, 120))
    # Stains are brown: they take blue away first.
    return np.array(look.tone) * (1 - dark[..., None] * np.array([0.75, 1.0, 1.35]))


def foxing(shape, look, rng):
    height, width = shape
    spots = np.zeros(shape, np.float32)
    for _ in range(rng.integers(12, 30)):
        x, y, size = rng.integers(width), rng.integers(height), rng.uniform(2, 11)
        reach = int(size * 4)
        top, left = max(0, y - reach), max(0, x - reach)
        yy, xx = np.ogrid[top:min(height, y + reach), left:min(width, x + reach)]
        spots[top:y + reach, left:x + reach] += look.stain * rng.uniform(0.5, 1.8) * np.exp(
            -((xx - x) ** 2 + (yy - y) ** 2) / (2 * size * size))
    return spots


def tide(shape, look, rng):
    """On half the pages, a damp stain from one corner: brown inside, with a darker line where it dried."""
    if rng.random() < 0.5:
        return 0
    height, width = shape
    y, x = np.ogrid[:height, :width]
    corner_x, corner_y = rng.choice([0, width]), rng.choice([0, height])
    far = np.hypot(x - corner_x, y - corner_y) + 150 * cloud(rng, shape, 110)
    reach = rng.uniform(0.28, 0.45) * width
    inside = 1 / (1 + np.exp((far - reach) / 6))
    return look.stain * (0.45 * inside + 0.6 * np.exp(-((far - reach) / 12) ** 2))


def bent(sheet, look, rng):
    """Moves every point by a smooth field: the sheet never lies quite flat."""
    height, width = sheet.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    x += look.bend * (cloud(rng, sheet.shape, 500) - 0.5) * 2
    y += look.bend * (cloud(rng, sheet.shape, 500) - 0.5) * 2
    if look.gutter is not None:
        # Lines dip where the leaves go down into the fold.
        y -= 16 * np.exp(-np.abs(x - look.gutter * width) / 60)
    return np.dstack([map_coordinates(sheet[..., c], (y, x), order=1, mode="nearest") for c in range(3)])


def on_bed(sheet, look):
    """Lays the sheet on the black backing, turned by the skew, and cuts to the sheet plus the backing that shows."""
    height, width = sheet.shape[:2]
    room = look.bed
    size = height + 2 * room, width + 2 * room
    angle = np.deg2rad(look.skew)
    y, x = np.mgrid[:size[0], :size[1]].astype(np.float32)
    y, x = y - size[0] / 2, x - size[1] / 2
    from_y = -x * np.sin(angle) + y * np.cos(angle) + height / 2
    from_x = x * np.cos(angle) + y * np.sin(angle) + width / 2
    return np.dstack([map_coordinates(sheet[..., c], (from_y, from_x), order=1, cval=BED[c]) for c in range(3)])


def lit(seen, look, rng):
    """Uneven light: a slow fall-off across the glass, and the shadow of the fold."""
    height, width = seen.shape[:2]
    y, x = np.ogrid[:height, :width]
    slope_x, slope_y = rng.uniform(-0.07, 0.07, 2)
    light = 1 + slope_x * (x / width - 0.5) + slope_y * (y / height - 0.5) - 0.03
    if look.gutter is not None:
        light = light - 0.42 * np.exp(-np.abs(x - look.gutter * width) / 38)
    return seen * light[..., None]
