"""What a scanner makes of an ink mask that lies turned: paper, stains, light, beds, noise. Arrays are 0 to 255."""
import cv2
import numpy as np
from PIL import Image

TURNS = ("ink", "ink on a bed", "sheet on a bed", "scan, white corners", "scan, black corners", "scan, cropped")


def cloud(rng, shape, size):
    """Soft blotches about `size` pixels across, 0 to 1."""
    grid = rng.random((shape[0] // size + 3, shape[1] // size + 3)).astype(np.float32)
    return cv2.resize(grid, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC).clip(0, 1)


def turned(image, degrees, fill, expand, how):
    """Counter-clockwise about the centre, by one of the usual ways."""
    if how == "pil":
        return np.asarray(Image.fromarray(image).rotate(degrees, Image.BICUBIC, expand=expand, fillcolor=fill))
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1)
    size = (width, height)
    if expand:
        cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
        size = (int(width * cos + height * sin) + 1, int(width * sin + height * cos) + 1)
        matrix[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    flags = cv2.INTER_CUBIC if how == "cubic" else cv2.INTER_LANCZOS4 if how == "lanczos" else cv2.INTER_LINEAR
    return cv2.warpAffine(image, matrix, size, flags=flags, borderValue=fill)


def bed_around(rng, image, tone):
    """Straight strips of scanner bed on some sides, over the sheet's edge."""
    height, width = image.shape[:2]
    for side in range(4):
        if rng.random() < 0.6:
            deep = int(rng.uniform(0.004, 0.03) * width)
            part = (np.s_[:deep], np.s_[height - deep:], np.s_[:, :deep], np.s_[:, width - deep:])[side]
            image[part] = tone
    return image


def scan(mask, degrees, rng):
    """The mask turned by `degrees` counter-clockwise as a scan; returns (image, how it was turned)."""
    ink = np.asarray(mask)
    manner, how = TURNS[rng.integers(len(TURNS))], ("pil", "cubic", "lanczos", "linear")[rng.integers(4)]
    if manner.startswith("ink"):
        if rng.random() < 0.4:
            twice = cv2.resize(ink, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
            ink = cv2.resize(turned(twice, degrees, 0, False, how), (ink.shape[1], ink.shape[0]), interpolation=cv2.INTER_AREA)
        else:
            ink = turned(ink, degrees, 0, False, how)
    page = sheet(ink.astype(np.float32) / 255, rng)
    tone = int(rng.uniform(2, 60))
    if manner == "ink on a bed":
        page = bed_around(rng, page, tone)
    elif manner == "sheet on a bed":
        page = turned(page, degrees, tone if rng.random() < 0.7 else int(rng.uniform(200, 255)), True, how)
        border = int(rng.uniform(0, 0.03) * page.shape[1])
        page = cv2.copyMakeBorder(page, border, border, border, border, cv2.BORDER_CONSTANT, value=tone)
    elif manner != "ink":
        fill = 0 if "black" in manner else 255
        page = turned(page, degrees, fill, "cropped" not in manner, how)
        if "cropped" in manner:
            cut = int(min(page.shape) * 0.03)
            page = page[cut:-cut, cut:-cut]
    return finished(page, rng), manner


def sheet(ink, rng):
    """Paper with its ink, as grey values."""
    height, width = ink.shape
    ink = cv2.GaussianBlur(ink, (0, 0), rng.uniform(0.4, 1.0))
    if rng.random() < 0.5:
        grain = cv2.GaussianBlur(rng.standard_normal(ink.shape, dtype=np.float32), (0, 0), 1.2) * 4
        ink = ((ink + rng.uniform(0, 0.15) * grain - 0.35) * 3 + 0.5).clip(0, 1)
    ink = ink * (1 - rng.uniform(0, 0.45) * cloud(rng, ink.shape, 120))
    paper = rng.uniform(195, 250) - rng.uniform(0, 25) * cloud(rng, ink.shape, 200)
    for _ in range(rng.integers(0, 4)):
        x, y, r = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(0.03, 0.2) * width
        far = np.hypot(*np.meshgrid(np.arange(width, dtype=np.float32) - x, np.arange(height, dtype=np.float32) - y))
        paper -= rng.uniform(10, 50) / (1 + np.exp(((far - r) / rng.uniform(3, 30)).clip(-30, 30)))
    verso = cv2.GaussianBlur(ink[:, ::-1], (0, 0), 2.5) * rng.uniform(0, 25)
    dark = rng.uniform(15, 90)
    page = (paper - verso) * (1 - ink) + dark * ink
    slope = np.linspace(1 - rng.uniform(0, 0.3), 1, width, dtype=np.float32)
    page = page * (slope if rng.random() < 0.5 else slope[::-1])
    if rng.random() < 0.15:
        gutter = np.exp(-np.arange(width, dtype=np.float32) / (0.03 * width))
        page = page * (1 - 0.6 * gutter)
    return page.clip(0, 255).astype(np.uint8)


def finished(page, rng):
    """Noise and depth of the scanner; a PIL image."""
    page = cv2.GaussianBlur(page, (0, 0), rng.uniform(0.3, 0.8)).astype(np.float32)
    page = (page + rng.normal(0, rng.uniform(0.5, 7), page.shape)).clip(0, 255).astype(np.uint8)
    if rng.random() < 0.1:
        return Image.fromarray(page).point(lambda v: 255 * (v > 128)).convert("1", dither=Image.NONE)
    if rng.random() < 0.4:
        return Image.fromarray(page)
    warmth = np.array([1.0, rng.uniform(0.93, 1), rng.uniform(0.78, 0.98)], dtype=np.float32)
    return Image.fromarray((page[..., None] * warmth).astype(np.uint8))
