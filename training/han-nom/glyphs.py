"""The atlas on a device: which glyphs stand where in a crop, drawn as soft ink.

Lengths are in atlas pixels (64 to a bitmap, 62 to an em) until a crop is sampled; crops are SIDE × SIDE.
"""
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import charset

SIDE = 40
EM = 62.0


def circles(count: int = 24, side: int = 64) -> np.ndarray:
    """Rings and dots as a print has them between characters: (count, 64, 8) packed bits."""
    noise = np.random.default_rng(1)
    y, x = np.mgrid[:side, :side] - (side - 1) / 2
    drawn = []
    for _ in range(count):
        radius, stroke = noise.uniform(7, 19), noise.uniform(2, 5)
        distance = np.hypot(x - noise.uniform(-12, 12), y * noise.uniform(.85, 1.15))
        drawn.append(np.packbits((distance < radius) & (distance > (radius - stroke if radius > 9 else 0)), axis=1))
    return np.stack(drawn)


class Glyphs:
    """Bitmaps, their ink boxes, and for every class the fonts that have it."""

    def __init__(self, atlas: Path, device: str):
        with np.load(atlas) as file:
            self.chars = str(file["chars"])
            rings = circles()
            boxes = [[0, 0, 64, 64]] * len(rings)
            for i, bits in enumerate(np.unpackbits(rings, axis=2)):
                rows, columns = np.flatnonzero(bits.any(1)), np.flatnonzero(bits.any(0))
                boxes[i] = [columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]
            self.bits = torch.from_numpy(np.concatenate([file["glyphs"], rings])).to(device)
            self.boxes = torch.from_numpy(np.concatenate([file["boxes"], np.array(boxes, np.uint8)])).float().to(device)
            fonts = len(file["weights"])
            table = np.full((len(self.chars) + charset.FIRST, fonts), -1, np.int64)
            table[file["classes"], file["fonts"]] = np.arange(len(file["glyphs"]))
            table[charset.CIRCLE] = len(file["glyphs"]) + np.arange(fonts) * 2
            self.table = torch.from_numpy(table).to(device)
            self.log_weights = torch.from_numpy(np.log(file["weights"])).to(device)
            self.texts = [torch.from_numpy(file[name].astype(np.int64)).to(device) for name in ("nom", "han")]
        self.device = device
        self.shifts = torch.arange(7, -1, -1, device=device, dtype=torch.uint8)

    @property
    def classes(self) -> int:
        return len(self.chars) + charset.FIRST

    def choose(self, classes: torch.Tensor, taste: torch.Tensor) -> torch.Tensor:
        """One glyph for each class (n,), -1 for none, by a taste in fonts (n, fonts) that a whole column shares."""
        rows = self.table[classes.clamp(min=0)]
        best = torch.where(rows >= 0, taste, torch.full_like(taste, -1e9)).argmax(1)
        return torch.where(classes >= 0, rows.gather(1, best[:, None])[:, 0], torch.full_like(classes, -1))

    def unpack(self, glyphs: torch.Tensor) -> torch.Tensor:
        """(n,) glyph numbers → (n, 1, 64, 64) of 0 and 1; -1 becomes blank."""
        packed = self.bits[glyphs.clamp(min=0)]
        bits = ((packed[..., None] >> self.shifts) & 1).reshape(len(glyphs), 1, 64, 64).float()
        return bits * (glyphs >= 0).float()[:, None, None, None]


def sample(bitmaps: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Ink of (n, 1, 64, 64) at positions x, y (n, SIDE, SIDE) in atlas pixels; blank outside."""
    grid = torch.stack([x / 32 - 1, y / 32 - 1], dim=3)
    return F.grid_sample(bitmaps, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
