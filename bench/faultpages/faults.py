"""Spoils a page in one known way. Each fault takes (seen, strength, rng) and gives the spoilt array, all 0 to 1."""
import cv2
import numpy as np


def defocus(seen, radius, rng):
    edge = int(2 * np.ceil(radius) + 1)
    y, x = np.mgrid[:edge, :edge] - edge // 2
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    return cv2.filter2D(seen, -1, disc / disc.sum(), borderType=cv2.BORDER_REPLICATE)


def motion(seen, length, rng):
    angle, edge = rng.uniform(0, np.pi), int(length) | 1
    kernel = np.zeros((edge, edge), np.float32)
    for t in np.linspace(-length / 2, length / 2, 8 * edge):
        kernel[round(np.clip(edge // 2 + t * np.sin(angle), 0, edge - 1)),
               round(np.clip(edge // 2 + t * np.cos(angle), 0, edge - 1))] += 1
    return cv2.filter2D(seen, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)


def clipped_white(seen, beyond, rng):
    """The lighter half of the page is lifted to `beyond` times white."""
    return seen * beyond / np.median(seen.max(axis=2))


def clipped_black(seen, below, rng):
    """What is darker than `below` of white becomes black."""
    return (seen - below) / (1 - below)


def noise(seen, levels, rng):
    return seen + rng.normal(0, levels / 255, seen.shape[:2])[..., None]


def uneven(seen, loss, rng):
    """A lamp on one side, or a lens that is dark in its corners."""
    height, width = seen.shape[:2]
    y, x = np.mgrid[:height, :width]
    y, x = y / height - 0.5, x / width - 0.5
    if rng.random() < 0.5:
        angle = rng.uniform(0, 2 * np.pi)
        far = x * np.cos(angle) + y * np.sin(angle)
    else:
        far = x * x + y * y
    return seen * (1 - loss * (far - far.min()) / np.ptp(far))[..., None]


CASTS = {"blue": (-1.0, -0.25, 1.0), "green": (-0.9, 0.5, -0.6), "magenta": (0.6, -1.0, 0.6), "cyan": (-1.2, 0.4, 0.5)}


def cast(seen, strength, rng):
    towards = CASTS[list(CASTS)[rng.integers(len(CASTS))]]
    return seen * (1 + strength * np.array(towards, np.float32))


SKINS = [(0.87, 0.68, 0.58), (0.80, 0.60, 0.48), (0.62, 0.42, 0.31), (0.40, 0.26, 0.19)]


def finger(seen, width_share, rng):
    """A finger from a random side, `width_share` of the page's width across and about twice as long."""
    height, width = seen.shape[:2]
    half, long = width_share * width / 2, width_share * width * rng.uniform(1.5, 2.5)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    side = rng.integers(4)
    across, into, extent = [(y, x, height), (y, width - x, height), (x, y, width), (x, height - y, width)][side]
    off = np.abs(across - rng.uniform(0.2, 0.8) * extent) / half
    tip = np.sqrt(np.clip(1 - off ** 2, 0, 1))
    inside = into < (long - half) + half * tip
    cover = cv2.GaussianBlur((inside & (off < 1)).astype(np.float32), (0, 0), 2)[..., None]
    skin = np.array(SKINS[rng.integers(len(SKINS))], np.float32) * (0.75 + 0.25 * np.sqrt(np.clip(1 - off ** 2, 0, 1)))[..., None]
    return seen * (1 - cover) + skin * cover


def fold(seen, share, rng, bed):
    """A corner folded over: bed where it was, its back on the page, a shadow along the crease."""
    height, width = seen.shape[:2]
    corner = np.s_[:: -1 if rng.random() < 0.5 else 1, :: -1 if rng.random() < 0.5 else 1]
    flipped = seen[corner].copy()
    y, x = np.mgrid[:height, :width].astype(np.float32)
    ratio, reach = rng.uniform(0.7, 1.4), share * width
    y, x = y - bed, x - bed
    beyond = x / reach + y / (reach * ratio)
    paper = np.median(seen, axis=(0, 1)) * 0.97
    back = (beyond >= 1) & (x < reach) & (y < reach * ratio)
    flipped[back] = paper
    flipped[beyond < 1] = 0.125
    crease = np.exp(-np.abs(beyond - 1) * reach / 8) * (beyond >= 1)
    return (flipped * (1 - 0.4 * crease[..., None]))[corner]


def turned(seen, quarters, rng):
    return np.rot90(seen, int(quarters)).copy()


def rescan(seen, strength, rng):
    """The same sheet laid down again: shifted, turned by up to 1°, a little lighter or darker."""
    height, width = seen.shape[:2]
    shift = rng.uniform(-0.015, 0.015, 2) * width
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-1, 1), 1)
    matrix[:, 2] += shift
    again = cv2.warpAffine(seen, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return noise(again * rng.uniform(0.9, 1.08), 3, rng)


def soft(seen, strength, rng):
    """What a good scanner may still do: a little blur, noise, fall-off, and a red seal on the page."""
    done = noise(uneven(cv2.GaussianBlur(seen, (0, 0), 0.6), 0.1, rng), 2.5, rng)
    height, width = done.shape[:2]
    top, left = (int(rng.uniform(0.1, 0.8) * edge) for edge in (height, width))
    done[top:top + 90, left:left + 90] *= np.array((0.85, 0.3, 0.25), np.float32)
    return done
