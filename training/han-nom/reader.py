"""Reads the image of one column: where it can be cut, what each piece could be, and the best path through both.

The C# reader (`src/Digitize.Ocr/HanNom`) does the same; a test compares them on fixed columns.
"""
import math
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image

import charset
from columns import WIDE
from glyphs import SIDE
from language import Bigrams

CANDIDATES = 5
ZERO = "〇"                         # in a print a circle of punctuation; the texts have it where a character is missing
SHORTEST, TALLEST = 0.15, 1.75      # of a piece, in widths of the column
UNLIKELY = -8.0                     # log-probability of passing over cuts, beyond which a piece is not looked at
FAINTEST, MOST_SURE = 0.02, 0.999   # probabilities of a cut
SMALLEST = 1e-6                     # probability of being wrong
LONG_GAP = 8                        # of so many values
NEAR_END = 4                        # rows
THINNEST = 0.5                      # a lower piece is looked at with a little of what is around it


@dataclass(frozen=True)
class Weights:
    """How much each kind of evidence counts on a path; chosen on all dev lines together, by the set's error."""
    cut: float = 1.0
    char: float = 0.7
    language: float = 0.10
    height: float = 1.0
    bonus: float = 1.5              # for every character, against a path's liking for few of them
    temperature: float = 1.0
    slope: float = 1.054            # of the log-odds of a candidate's probability, and what is added to them:
    shift: float = 1.120            # calibrate.py fits both

    def probability(self, log: float) -> float:
        """What a candidate's log-probability by the network is worth on real pages (Platt, 1999)."""
        odds = log - math.log(max(-math.expm1(log), SMALLEST))
        return 1 / (1 + math.exp(-(self.slope * odds + self.shift)))


@dataclass(frozen=True)
class Piece:
    """One character as read: rows of the image, and its candidates with probabilities."""
    top: float
    bottom: float
    candidates: list[tuple[str, float]]


def level(grey: np.ndarray) -> np.ndarray:
    """Grey (h, w) → ink from 0 (paper) to 1, by quantiles of the whole column."""
    paper, ink = np.quantile(grey, 0.85), np.quantile(grey, 0.02)
    return np.clip((paper - grey.astype(np.float32)) / max(paper - ink, 1.0), 0, 1)


def inked(ink: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is not blank."""
    rows, columns = np.flatnonzero((ink > 0.5).sum(1) > 0), np.flatnonzero((ink > 0.5).sum(0) > 0)
    if len(rows) == 0:
        return 0, 0, 0, 0
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def resize(ink: np.ndarray, box, width: int, height: int) -> np.ndarray:
    """A part of the image at another size, by a triangle filter as wide as it shrinks."""
    image = Image.fromarray(ink, mode="F").resize((width, height), Image.BILINEAR, box=box)
    return np.asarray(image)


def humps(probability: np.ndarray):
    """First and last (exclusive) row of every rise of the probability, parted where it falls to half and rises again."""
    start = None
    for i, value in enumerate([*probability, 0.0]):
        if value <= FAINTEST:
            if start is not None:
                yield start, i
            start = None
        elif start is None:
            start, top, low, valley = i, value, value, i
        elif 2 * low < top and value > 2 * low:
            yield start, valley
            start, top, low, valley = valley, value, value, i
        elif value > top:
            top, low, valley = value, value, i
        elif value < low:
            low, valley = value, i


def cut_places(probability: np.ndarray) -> list[tuple[float, float]]:
    """(row in widths / WIDE, probability) of every place where the column could be cut, its ends included.

    A cut whose row is uncertain is spread over several: their sum counts. A long gap is cut at both ends.
    """
    places, end = [], len(probability) * 2.0
    for first, last in humps(probability):
        part = probability[first:last]
        chance = min(MOST_SURE, max(float(part.max()), float(part.sum())))
        inside = np.flatnonzero(part >= 0.5) + first
        if len(inside) > LONG_GAP:
            places += [((inside[0] + 1.0) * 2, chance), (inside[-1] * 2.0, chance)]
        else:
            places.append((float((part * (np.arange(first, last) + 0.5)).sum() / part.sum()) * 2, chance))
    return [(0.0, 1.0), *(place for place in places if NEAR_END < place[0] < end - NEAR_END), (end, 1.0)]


class Reader:
    def __init__(self, classifier, cutter, chars: str, bigrams: Bigrams, weights: Weights = Weights()):
        self.classifier, self.cutter = classifier.eval(), cutter.eval()
        self.chars, self.bigrams, self.weights = chars, bigrams, weights
        self.zero = chars.find(ZERO) + charset.FIRST
        self.kept: dict[str, tuple] = {}

    def name(self, number: int) -> str:
        return self.chars[number - charset.FIRST]

    @torch.no_grad()
    def look(self, grey: np.ndarray):
        """Both networks' view of a column: places, pieces (from place, to place) and their log-probabilities."""
        ink = level(grey)
        left, top, right, bottom = inked(ink)
        if bottom - top < 4 or right - left < 4:
            return None
        ink = np.ascontiguousarray(ink[top:bottom, left:right])
        height, width = ink.shape
        rows = max(2, round(height * WIDE / width / 2) * 2)
        column = resize(ink, (0, 0, width, height), WIDE, rows)
        probability = torch.sigmoid(self.cutter(torch.from_numpy(column.copy())[None, None]))[0].numpy()
        places = cut_places(probability)
        unit = height / rows
        skipped = np.concatenate([[0], np.cumsum(np.log([max(1 - p, 1e-3) for _, p in places]))])
        pieces, crops = [], []
        for i, (start, _) in enumerate(places):
            for j in range(i + 1, len(places)):
                tall = (places[j][0] - start) / WIDE
                if j > i + 1 and (tall > TALLEST or skipped[j] - skipped[i + 1] < UNLIKELY):
                    break
                if tall < SHORTEST and not (len(places) == 2):
                    continue
                missing = max(0.0, THINNEST - tall) * width / 2
                box = (0, max(0.0, start * unit - missing), width, min(height, places[j][0] * unit + missing))
                pieces.append((i, j))
                crops.append(resize(ink, box, SIDE, SIDE))
        logits = self.classifier(torch.from_numpy(np.stack(crops))[:, None])
        values, numbers = torch.log_softmax(logits / self.weights.temperature, 1).topk(CANDIDATES + 3, 1)
        numbers[numbers == self.zero] = charset.CIRCLE
        blank = [float(crop.max()) < 0.3 for crop in crops]
        return places, pieces, numbers.numpy(), values.numpy(), blank, unit, top

    def read(self, grey: np.ndarray, key: str | None = None) -> list[Piece]:
        """Characters from top to bottom. A key keeps what the networks said, for trying other weights."""
        if key is None or key not in self.kept:
            view = self.look(grey)
            if key is not None:
                self.kept[key] = view
        else:
            view = self.kept[key]
        return [] if view is None else self.best_path(*view)

    def best_path(self, places, pieces, numbers, values, blank, unit, top) -> list[Piece]:
        w = self.weights
        sure = [y for y, p in places if p > 0.5]
        steps = np.diff(sure)
        steps = steps[(steps > 0.4 * WIDE) & (steps < 1.7 * WIDE)]
        pitch = float(np.median(steps)) if len(steps) else WIDE * 1.0
        keep = np.log(np.array([max(p, 1e-3) for _, p in places]))
        skip = np.log(np.array([max(1 - p, 1e-3) for _, p in places]))
        skipped = np.concatenate([[0], np.cumsum(skip)])
        # best[place][last character] = (score, piece, character, from place, from character)
        best: list[dict] = [{} for _ in places]
        best[0][-1] = (0.0, None, None, None, None)
        by_end: dict[int, list[int]] = {}
        for k, (_, j) in enumerate(pieces):
            by_end.setdefault(j, []).append(k)
        for j in range(1, len(places)):
            options = [(k, pieces[k][0]) for k in by_end.get(j, [])]
            for k, i in options:
                if not best[i]:
                    continue
                base = w.cut * (skipped[j] - skipped[i + 1] + keep[j])
                tall = places[j][0] - places[i][0]
                for number, value in self.choices(numbers[k], values[k], blank[k]):
                    emit = base + w.char * value
                    if number >= charset.FIRST:
                        emit += w.bonus - w.height * abs(np.log(tall / pitch)) ** 2 / (2 * 0.3 ** 2)
                    for before, state in best[i].items():
                        score = state[0] + emit
                        now = before
                        if number >= charset.FIRST:
                            score += w.language * self.bigrams.log(before, number)
                            now = number
                        if now not in best[j] or score > best[j][now][0]:
                            best[j][now] = (score, k, number, i, before)
            if not best[j] and j > 0:      # nothing fits between here and any place before: skip what lies between
                i = max(p for p in range(j) if best[p])
                for before, state in best[i].items():
                    best[j][before] = (state[0] - 5.0, None, None, i, before)
        return self.trace(best, places, pieces, numbers, values, unit, top)

    def choices(self, numbers, values, blank):
        if blank:
            return [(charset.CIRCLE, 0.0)]
        chosen = [(int(n), float(v)) for n, v in zip(numbers, values)]
        characters = [c for c in chosen if c[0] >= charset.FIRST][:CANDIDATES]
        circle = [c for c in chosen if c[0] == charset.CIRCLE]
        return characters + circle

    def trace(self, best, places, pieces, numbers, values, unit, top) -> list[Piece]:
        read, j = [], len(places) - 1
        last = max(best[j], key=lambda char: best[j][char][0])
        while j > 0:
            _, k, number, i, before = best[j][last]
            if k is not None and number >= charset.FIRST:
                others = [(self.name(int(n)), self.weights.probability(float(v))) for n, v in zip(numbers[k], values[k])
                          if n >= charset.FIRST]
                first = self.name(number)
                others.sort(key=lambda c: c[0] != first)
                read.append(Piece(places[i][0] * unit + top, places[j][0] * unit + top, others[:CANDIDATES]))
            j, last = i, before
        return read[::-1]
