"""Patches of a page as the reader of orientation sees them; OrientationPatches.cs does the same in C#."""
import cv2
import numpy as np

EDGE = 2000          # longest edge of the reduced page, pixels
PATCH = 64           # pixels
TEXT = 14.0          # what the usual component of ink is scaled to, pixels
WEAKEST, LEAST = 0.2, 14
DARKEST = 0.35       # of the page's light: what is darker is no paper but the scanner's bed


def reduced(grey):
    factor = max(1, -(-max(grey.shape) // EDGE))
    return cv2.resize(grey, (grey.shape[1] // factor, grey.shape[0] // factor), interpolation=cv2.INTER_AREA)


def contrast(grey):
    """How much darker than the paper around it each pixel is, 0 to 1 (black top-hat)."""
    side = 2 * max(2, max(grey.shape) // 66) + 1
    paper = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8)).astype(np.float32)
    difference = paper - grey
    lit = paper >= DARKEST * np.percentile(paper, 90)
    return np.where(lit & (difference >= LEAST), difference / np.maximum(paper, 1), 0).astype(np.float32)


def components(ink):
    """Boxes (x, y, width, height) of pieces of ink that may be writing."""
    _, _, boxes, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    boxes = boxes[1:]
    longest = boxes[:, 2:4].max(axis=1)
    return boxes[(longest >= 3) & (boxes[:, 4] >= 6) & (longest <= max(ink.shape) / 12), :4]


def text_size(boxes):
    """The length that half of all ink's lengths lie in: a letter's, or a character's."""
    longest = np.sort(boxes[:, 2:4].max(axis=1))
    return float(longest[np.searchsorted(np.cumsum(longest), longest.sum() / 2)])


def of(grey, degrees, rng, count=64, loose=True):
    """Patches [n, 64, 64], the page turned back by `degrees`; loose varies them for training."""
    dark = contrast(reduced(grey))
    boxes = components(dark >= WEAKEST)
    if len(boxes) < 3:
        return np.zeros((0, PATCH, PATCH), np.float32)
    size = text_size(boxes)
    usual = float(np.median(dark[dark >= WEAKEST]))
    while size >= 2 * TEXT:
        dark = cv2.resize(dark[:dark.shape[0] // 2 * 2, :dark.shape[1] // 2 * 2], None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        boxes, size = boxes / 2, size / 2
    weights = boxes[:, 2:4].max(axis=1).astype(float)
    chosen = boxes[rng.choice(len(boxes), min(count, len(boxes)), replace=False, p=weights / weights.sum())]
    patches = []
    for x, y, width, height in chosen:
        scale = size / TEXT * (np.exp(rng.uniform(-0.4, 0.4)) if loose else 1)
        sin, cos = np.sin(np.radians(angle := degrees + (rng.normal() if loose else 0))), np.cos(np.radians(angle))
        shift = rng.uniform(-10, 10, 2) * scale if loose else (0, 0)
        centre = (x + width / 2 + shift[0], y + height / 2 + shift[1])
        # From patch to page: a page whose lines rise by `degrees` has them along (cos, -sin).
        matrix = np.array([[cos * scale, sin * scale, 0], [-sin * scale, cos * scale, 0]])
        matrix[:, 2] = np.array(centre) - matrix[:, :2] @ np.full(2, (PATCH - 1) / 2)
        patch = cv2.warpAffine(dark, matrix, (PATCH, PATCH), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        patches.append((patch / usual).clip(0, 1.5) / 1.5)
    return np.array(patches, np.float32)
