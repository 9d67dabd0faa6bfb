"""Whole columns with the rows between their characters, for the network that finds where to cut.

A column is WIDE pixels wide; its characters follow each other by a regular pitch or close up, each squashed a little
otherwise, with circles, gaps and blank ends.
"""
import torch
import torch.nn.functional as F

import charset
from glyphs import EM, Glyphs
from wear import Wear

WIDE, TALL = 32, 384        # pixels of a column as the network sees it
MOST = 22                   # characters in it


class Columns:
    """An endless, seeded source of (columns (n, 1, TALL, WIDE), share of each second row that is a gap (n, TALL / 2))."""

    def __init__(self, glyphs: Glyphs, seed: int):
        self.glyphs = glyphs
        self.noise = torch.Generator(glyphs.device)
        self.noise.manual_seed(seed)
        self.wear = Wear(glyphs.device, self.noise)

    def draw(self, n: int) -> tuple[torch.Tensor, torch.Tensor]:
        wear = self.wear
        chosen = self.text(n)
        boxes = self.glyphs.boxes[chosen.clamp(min=0)]
        top, bottom, scale, gaps = self.stack(boxes, chosen)
        ink = F.avg_pool2d(self.render(chosen, boxes, top, bottom, scale), 2)
        cuts = self.cuts(top, bottom, gaps)
        return wear.all(ink), cuts

    def text(self, n: int) -> torch.Tensor:
        wear = self.wear
        parts = []
        for text, count in zip(self.glyphs.texts, (n // 2, n - n // 2)):
            start = (wear.uniform(count) * (len(text) - MOST)).long()
            parts.append(text[start[:, None] + torch.arange(MOST, device=self.glyphs.device)])
        classes = torch.cat(parts)
        # The end of a line of the corpus, or a character without a class: something else stands there.
        anything = (wear.uniform(n, MOST) * (self.glyphs.classes - charset.FIRST)).long() + charset.FIRST
        circle = wear.uniform(n, MOST) < 0.03
        classes = torch.where((classes < 0) | (wear.uniform(n, MOST) < 0.15), anything, classes)
        classes = torch.where(circle, torch.full_like(classes, charset.CIRCLE), classes)
        taste = self.glyphs.log_weights - torch.log(-torch.log(wear.uniform(n, len(self.glyphs.log_weights), low=1e-6)))
        taste = taste[:, None].expand(n, MOST, -1).reshape(n * MOST, -1)
        return self.glyphs.choose(classes.reshape(-1), taste).view(n, MOST)

    def stack(self, boxes: torch.Tensor, chosen: torch.Tensor):
        """Ink's first and last row of every character, in pixels of a column 64 wide; and how much it is stretched."""
        wear, (n, _) = self.wear, chosen.shape
        self.fill = fill = wear.uniform(n, 1, low=0.68, high=1.14)      # of the column's width by an em
        stretch = torch.exp(wear.normal(n, 1) * 0.17 - 0.04)
        scale = fill * stretch * torch.exp(wear.normal(n, MOST) * wear.uniform(n, 1, high=0.10))
        height = (boxes[..., 3] - boxes[..., 1]) * scale
        base = (wear.uniform(n, 1) ** 1.5 * 0.36 - 0.08) * EM
        gaps = base + wear.normal(n, MOST) * wear.uniform(n, 1, low=0.01, high=0.08) * EM
        gaps = gaps.clamp(min=-0.12 * EM)
        gaps = torch.where(wear.uniform(n, MOST) < 0.02, gaps + EM * wear.uniform(n, MOST), gaps)
        start = wear.uniform(n, 1, low=-0.5, high=0.6) * EM
        close = start + torch.cumsum(height + gaps, 1) - height - gaps
        # By pitch: the em's middle advances evenly, the ink lies in it where the font has it.
        pitch = wear.uniform(n, 1, low=0.74, high=1.35) * EM * scale.mean(1, keepdim=True)
        middle = start + pitch * (torch.arange(MOST, device=self.glyphs.device) + 0.5) + wear.normal(n, MOST) * 0.02 * EM
        even = middle + (boxes[..., 1] - 32) * scale
        top = torch.where(wear.uniform(n, 1) < 0.45, even, close)
        return top, top + height, scale, gaps

    def render(self, chosen, boxes, top, bottom, scale) -> torch.Tensor:
        wear, (n, _) = self.wear, chosen.shape
        rows = torch.arange(TALL * 2, device=self.glyphs.device).float()
        lean = wear.normal(n, 1, 1) * 0.8
        columns = torch.arange(WIDE * 2, device=self.glyphs.device).float() - WIDE
        centre = 32 + wear.normal(n, MOST) * 1.6
        wide = self.fill
        ending = (torch.rand(n, 1, device=self.glyphs.device, generator=self.noise) * 2).clamp(max=1) * MOST
        number = torch.arange(MOST, device=self.glyphs.device)
        present = number[None] < ending.clamp(min=1)
        self.present = present
        # The character whose middle is nearest, and both beside it, because ink may overlap.
        middles = ((top + bottom) / 2).contiguous()
        nearest = torch.searchsorted(middles, rows[None].expand(n, -1).contiguous()).clamp(max=MOST - 1)
        ink = torch.zeros(n, TALL * 2, WIDE * 2, device=self.glyphs.device)
        item = torch.arange(n, device=self.glyphs.device)[:, None, None]
        for step in (-1, 0):
            k = (nearest + step).clamp(0, MOST - 1)
            y = (rows[None] - top.gather(1, k)) / scale.gather(1, k) + boxes[..., 1].gather(1, k)
            x = columns[None, None] / wide[:, :, None] + centre.gather(1, k)[:, :, None] + lean * (rows[None, :, None] / TALL - 1)
            inside = (y >= 0) & (y < 64) & present.gather(1, k)
            bytes_ = self.glyphs.bits[chosen.gather(1, k)[:, :, None].clamp(min=0), y.clamp(0, 63).long()[:, :, None],
                                      (x.clamp(0, 63).long() >> 3)]
            bit = (bytes_ >> (7 - (x.clamp(0, 63).long() & 7)).to(torch.uint8)) & 1
            ok = inside[:, :, None] & (x >= 0) & (x < 64)
            ink = torch.maximum(ink, bit.float() * ok.float())
        return ink[:, None]

    def cuts(self, top, bottom, gaps) -> torch.Tensor:
        """1 in the gap between two characters (at least three rows of 64), and beyond the first and the last."""
        n = len(top)
        rows = torch.arange(TALL * 2, device=self.glyphs.device).float()[None, None] + 0.5
        upper = torch.cat([torch.full((n, 1), -1e4, device=self.glyphs.device), bottom], 1)
        lower = torch.cat([top, torch.full((n, 1), 1e4, device=self.glyphs.device)], 1)
        first = torch.minimum(upper, (upper + lower) / 2 - 1.5)
        last = torch.maximum(lower, (upper + lower) / 2 + 1.5)
        # Where the text has ended everything is gap.
        ended = torch.cat([~self.present, torch.ones(n, 1, dtype=torch.bool, device=self.glyphs.device)], 1)
        last = torch.where(ended, torch.full_like(last, 1e5), last)
        inside = ((rows >= first[..., None]) & (rows <= last[..., None])).any(1).float()
        return F.avg_pool1d(inside[:, None], 4)[:, 0]
