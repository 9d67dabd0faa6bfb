"""What print, time, camera and file format do to ink: worn strokes, rules, low resolution, blur, JPEG, paper.

Everything works on batches (n, 1, h, w) of ink (0 paper, 1 ink) on any device. A batch is cut into groups that share a
resolution; everything else is drawn for each crop on its own.
"""
import math

import torch
import torch.nn.functional as F


class Wear:
    def __init__(self, device: str, noise: torch.Generator):
        self.device, self.noise = device, noise
        k = torch.arange(8.0)
        dct = torch.cos((2 * k[None, :] + 1) * k[:, None] * math.pi / 16) * 0.5
        dct[0] /= math.sqrt(2)
        self.dct = dct.to(device)
        # Luminance table of ITU-T T.81, annex K.
        self.table = torch.tensor([
            16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
            14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
            49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99.]).view(8, 8).to(device)

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        return torch.rand(*shape, device=self.device, generator=self.noise) * (high - low) + low

    def normal(self, *shape: int) -> torch.Tensor:
        return torch.randn(*shape, device=self.device, generator=self.noise)

    def whole(self, low: int, high: int) -> int:
        return int(torch.randint(low, high, (1,), device=self.device, generator=self.noise))

    def some(self, n: int, share: float) -> torch.Tensor:
        return (self.uniform(n, 1, 1, 1) < share).float()

    def smooth(self, like: torch.Tensor, coarse: int) -> torch.Tensor:
        """Noise of unit height, smooth over a width's `coarse`th, in the shape of `like` (n, 1, h, w)."""
        n, _, h, w = like.shape
        noise = self.normal(n, 1, max(2, round(coarse * h / w)), coarse)
        return F.interpolate(noise, size=(h, w), mode="bilinear", align_corners=False)

    def strokes(self, ink: torch.Tensor) -> torch.Tensor:
        """Thicker or thinner, along either axis on its own: a block's strokes swell, a worn one's thin."""
        n = len(ink)
        for kernel in ((3, 1), (1, 3)):
            pad = (kernel[0] // 2, kernel[1] // 2)
            amount = self.uniform(n, 1, 1, 1, low=-0.5, high=0.8)
            thick = F.max_pool2d(ink, kernel, 1, pad)
            thin = -F.max_pool2d(-ink, kernel, 1, pad)
            ink = torch.where(amount > 0, ink + amount * (thick - ink), ink - amount * (thin - ink))
        return ink

    def breaks(self, ink: torch.Tensor) -> torch.Tensor:
        """Ink that did not take, in patches and in grains; specks where there should be none."""
        n = len(ink)
        patches = (self.smooth(ink, 7) - self.uniform(n, 1, 1, 1, low=0.7, high=2.2)).clamp(0, 0.25) * 4
        ink = ink * (1 - patches * self.some(n, 0.35))
        grains = (self.smooth(ink, 24) > 1.3).float() * self.uniform(n, 1, 1, 1, high=0.7) * self.some(n, 0.3)
        specks = (self.smooth(ink, 16) > 2.1).float() * self.uniform(n, 1, 1, 1, high=0.9) * self.some(n, 0.15)
        return torch.maximum(ink * (1 - grains), specks)

    def rules(self, ink: torch.Tensor) -> torch.Tensor:
        """A column's rule or a frame's line near an edge, not quite straight, not always whole."""
        n = len(ink)
        for vertical, share in ((True, 0.12), (True, 0.12), (False, 0.03)):
            length, side = ink.shape[2:] if vertical else ink.shape[:1:-1]
            along = torch.arange(length, device=self.device).float() - length / 2
            across = torch.arange(side, device=self.device).float()
            edge = (self.uniform(n, 1, 1) < 0.5).float()
            depth = self.uniform(n, 1, 1, low=-1.0, high=4.5)
            at = edge * (side - 1 - depth) + (1 - edge) * depth
            at = at + self.uniform(n, 1, 1, low=-1.6, high=1.6) / length * along[None, :, None]
            width = self.uniform(n, 1, 1, low=0.5, high=1.6)
            line = (1.2 * width - (across[None, None, :] - at).abs()).clamp(0, 1)[:, None]
            line = line * self.uniform(n, 1, 1, 1, low=0.4) * self.some(n, share)
            ink = torch.maximum(ink, line if vertical else line.transpose(2, 3))
        return ink

    def blur(self, ink: torch.Tensor, sigma: torch.Tensor) -> torch.Tensor:
        """Gaussian of its own width (n,) for each crop, in pixels."""
        n, _, h, w = ink.shape
        at = torch.arange(-3, 4, device=self.device).float()
        kernel = torch.exp(-at[None] ** 2 / (2 * sigma[:, None].clamp(min=0.05) ** 2))
        kernel = kernel / kernel.sum(1, keepdim=True)
        padded = F.pad(ink.view(1, n, h, w), (3, 3, 3, 3), mode="replicate")
        padded = F.conv2d(padded, kernel.view(n, 1, 7, 1), groups=n)
        return F.conv2d(padded, kernel.view(n, 1, 1, 7), groups=n).view(n, 1, h, w)

    def jpeg(self, ink: torch.Tensor, quality: torch.Tensor) -> torch.Tensor:
        """Quantised 8 × 8 cosine blocks with a random corner, quality (n,) as libjpeg counts it."""
        n, _, h, w = ink.shape
        top, left = self.whole(0, 8), self.whole(0, 8)
        padded = F.pad(ink, (left, -(w + left) % 8, top, -(h + top) % 8), mode="replicate")
        rows, columns = padded.shape[2] // 8, padded.shape[3] // 8
        blocks = padded.view(n, rows, 8, columns, 8).permute(0, 1, 3, 2, 4) * 255 - 128
        scale = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality)[:, None, None, None, None]
        table = ((self.table * scale + 50) / 100).floor().clamp(min=1)
        blocks = self.dct @ blocks @ self.dct.T
        blocks = self.dct.T @ ((blocks / table).round() * table) @ self.dct
        back = ((blocks + 128) / 255).permute(0, 1, 3, 2, 4).reshape(padded.shape)
        return back[:, :, top:top + h, left:left + w].clamp(0, 1)

    def camera(self, ink: torch.Tensor) -> torch.Tensor:
        """Half of the groups at 16 to 30 pixels, the others up to full size; blur, grain, JPEG; back to full size."""
        full, side = ink.shape[2], ink.shape[3]
        groups = []
        for group in ink.chunk(16):
            n = len(group)
            width = self.whole(16, 31) if self.whole(0, 2) else self.whole(28, 41)
            width = min(width, side)
            squash = float(self.uniform(1, low=0.8, high=1.2))
            height = max(12, min(full, round(full * width / side * squash)))
            if width < side:
                group = F.interpolate(group, size=(height, width), mode="area")
            group = self.blur(group, self.uniform(n, low=0.0, high=1.1) * (0.6 if width < 26 else 1.0))
            group = group + self.normal(*group.shape) * self.uniform(n, 1, 1, 1, high=0.10) * self.some(n, 0.6)
            squeezed = self.jpeg(group.clamp(0, 1), self.uniform(n, low=18, high=90))
            group = torch.where(self.some(n, 0.6) > 0, squeezed, group)
            groups.append(F.interpolate(group, size=(full, side), mode="bilinear", align_corners=False)
                          if group.shape[2:] != (full, side) else group)
        return torch.cat(groups)

    def paper(self, ink: torch.Tensor) -> torch.Tensor:
        """Uneven paper and faint or clipped ink: what the reader's own levelling of a column leaves over."""
        n = len(ink)
        power = torch.exp(self.uniform(n, 1, 1, 1, low=-0.5, high=0.5))
        ink = ink.clamp(0, 1) ** power * self.uniform(n, 1, 1, 1, low=0.55, high=1.15)
        stain = self.smooth(ink, 3) * self.uniform(n, 1, 1, 1, high=0.10)
        through = ink.flip(3).roll(1, 0) * self.uniform(n, 1, 1, 1, high=0.25) * self.some(n, 0.12)
        return torch.maximum(ink + stain + self.uniform(n, 1, 1, 1, low=-0.06, high=0.10), through).clamp(0, 1)

    def all(self, ink: torch.Tensor) -> torch.Tensor:
        return self.paper(self.camera(self.rules(self.breaks(self.strokes(ink)))))
