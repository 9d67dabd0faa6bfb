"""Crops for the character classifier, cut out of columns that exist only around them.

Half of the characters come as the corpora have them, half evenly over all classes; the neighbours above and below are
those of the text. A share of the crops is cut wrongly on purpose and carries class REJECT.
"""
import torch

import charset
from glyphs import EM, SIDE, Glyphs, sample
from wear import Wear


class Crops:
    """An endless, seeded source of (crops (n, 1, 40, 40), classes (n,))."""

    def __init__(self, glyphs: Glyphs, seed: int, natural: float = 0.55, nom: float = 0.6, reject: float = 0.10):
        self.glyphs = glyphs
        self.noise = torch.Generator(glyphs.device)
        self.noise.manual_seed(seed)
        self.wear = Wear(glyphs.device, self.noise)
        self.natural, self.nom, self.reject = natural, nom, reject

    def draw(self, n: int) -> tuple[torch.Tensor, torch.Tensor]:
        wear = self.wear
        middle, above, below = self.text(n)
        taste = self.glyphs.log_weights - torch.log(-torch.log(wear.uniform(n, len(self.glyphs.log_weights), low=1e-6)))
        chosen = [self.glyphs.choose(part, taste) for part in (middle, above, below)]
        x, y, rejected = self.geometry(chosen)
        ink = self.compose(chosen, x, y)
        return wear.all(ink), torch.where(rejected, torch.full_like(middle, charset.REJECT), middle)

    def text(self, n: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """The characters to read, and those above and below them (-1 for none)."""
        wear, parts = self.wear, []
        for text, share in zip(self.glyphs.texts, (self.nom, 1 - self.nom)):
            count = round(n * share)
            at = (wear.uniform(count) * (len(text) - 2)).long() + 1
            parts.append(torch.stack([text[at], text[at - 1], text[at + 1]], 1))
        three = torch.cat(parts)[:n]
        three = three[torch.randperm(len(three), device=self.glyphs.device, generator=self.noise)]
        anything = (wear.uniform(n) * (self.glyphs.classes - charset.FIRST)).long() + charset.FIRST
        circle = wear.uniform(n) < 0.01
        even = (wear.uniform(n) > self.natural) | (three[:, 0] < 0)
        middle = torch.where(even, anything, three[:, 0])
        middle = torch.where(circle, torch.full_like(middle, charset.CIRCLE), middle)
        return middle, three[:, 1], three[:, 2]

    def geometry(self, chosen: list[torch.Tensor]):
        """Where each pixel of the crop lies on the page of its middle glyph, and which crops are cut wrongly."""
        wear, n = self.wear, len(chosen[0])
        box = self.glyphs.boxes[chosen[0]]
        top, bottom = box[:, 1], box[:, 3]
        height = bottom - top

        # Cut close to the ink, somewhere in the gap; or by a regular pitch around the middle of the em.
        self.gaps = [wear.uniform(n, low=-0.07, high=0.22) * EM for _ in range(2)]
        close = [gap.clamp(min=0) * wear.uniform(n, low=-0.1, high=1.1) for gap in self.gaps]
        pitch = wear.uniform(n, low=0.8, high=1.3) * EM
        regular = wear.uniform(n) < 0.35
        low = torch.where(regular, 32 - pitch / 2, top - close[0])
        high = torch.where(regular, 32 + pitch / 2, bottom + close[1])
        tall = (0.5 * EM - (high - low)).clamp(min=0) / 2       # the reader widens thin cells in the same way
        low = low - tall + wear.normal(n) * 0.025 * EM
        high = high + tall + wear.normal(n) * 0.025 * EM

        rejected = wear.uniform(n) < self.reject
        kind = wear.uniform(n)
        whole = high - low
        both = (chosen[1] >= 0) & (chosen[2] >= 0)
        between, double = kind < 0.4, (kind >= 0.4) & (kind < 0.7)
        half = (kind >= 0.7) & (height > 0.7 * EM)
        rejected &= ((between | double) & both) | half
        slip = torch.where(kind < 0.2, -0.5, 0.5) * whole + wear.normal(n) * 0.05 * EM
        upper = wear.uniform(n) < 0.5
        cut = wear.uniform(n, low=0.35, high=0.6)
        low_bad = torch.where(between, low + slip, torch.where(half & ~upper, low + cut * whole, low))
        high_bad = torch.where(between, high + slip, torch.where(half & upper, high - cut * whole, high))
        high_bad = torch.where(double, high + whole * wear.uniform(n, low=0.5, high=1.0), high_bad)
        low, high = torch.where(rejected, low_bad, low), torch.where(rejected, high_bad, high)

        width = torch.exp(wear.uniform(n, low=-0.15, high=0.35)) * EM
        centre = 32 + wear.normal(n) * 0.035 * EM
        at = (torch.arange(SIDE, device=self.glyphs.device) + 0.5) / SIDE - 0.5
        v, u = torch.meshgrid(at, at, indexing="ij")
        bend = 0.035 * wear.uniform(n, 1, 1)
        crop = torch.empty(n, 1, SIDE, SIDE, device="meta")
        u = u[None] + wear.smooth(crop, 4)[:, 0] * bend + wear.normal(n, 1, 1) * 0.05 * v[None]
        v = v[None] + wear.smooth(crop, 4)[:, 0] * bend + wear.normal(n, 1, 1) * 0.035 * u
        # A carver squeezes one half of a character to make room for the other.
        u = u + wear.normal(n, 1, 1) * 0.035 * torch.cos(u * torch.pi)
        v = v + wear.normal(n, 1, 1) * 0.035 * torch.cos(v * torch.pi)
        x = centre[:, None, None] + u * width[:, None, None]
        y = ((low + high) / 2)[:, None, None] + v * (high - low)[:, None, None]
        return x, y, rejected

    def compose(self, chosen: list[torch.Tensor], x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        wear, n = self.wear, len(x)
        boxes = [self.glyphs.boxes[part.clamp(min=0)] for part in chosen]
        ink = sample(self.glyphs.unpack(chosen[0]), x, y)
        rise = boxes[1][:, 3] - boxes[0][:, 1] + self.gaps[0]
        fall = boxes[2][:, 1] - boxes[0][:, 3] - self.gaps[1]
        for part, shift in ((chosen[1], rise), (chosen[2], fall)):
            ink = torch.maximum(ink, sample(self.glyphs.unpack(part), x, y + shift[:, None, None]))
        # A sliver of the column beside this one, and a circle at the corner.
        beside = chosen[1].roll(1)
        aside = torch.where(wear.uniform(n, 1, 1) < 0.5, -1.0, 1.0) * wear.uniform(n, 1, 1, low=0.86, high=1.05) * EM
        sliver = sample(self.glyphs.unpack(beside), x + aside, y + wear.normal(n, 1, 1) * 20)
        ink = torch.maximum(ink, sliver * wear.some(n, 0.15))
        r = torch.hypot(x - wear.uniform(n, 1, 1, low=50, high=62), y - wear.uniform(n, 1, 1, low=50, high=68))
        radius = wear.uniform(n, 1, 1, low=3, high=8)
        ring = (2.2 - (r - radius).abs()).clamp(0, 1)[:, None]
        return torch.maximum(ink, ring * wear.some(n, 0.07))
