"""A light language model: which character follows which in the corpora, with absolute discounting.

Ney, Essen, Kneser: On structuring probabilistic dependences in stochastic language modelling (1994).
"""
from collections import Counter

import numpy as np

import charset

DISCOUNT = 0.7
EVEN = 0.1          # share of a single character's probability that is even over all classes
NOM_WEIGHT = 3      # a line of verse counts as three: the prose is five times as much


class Bigrams:
    """log P(character | the one before), classes as numbers."""

    def __init__(self, nom: np.ndarray, han: np.ndarray, classes: int):
        pairs: Counter[tuple[int, int]] = Counter()
        single = np.zeros(classes)
        for text, weight in ((nom, NOM_WEIGHT), (han, 1)):
            for before, char in zip(text[:-1].tolist(), text[1:].tolist()):
                if char >= charset.FIRST:
                    single[char] += weight
                    if before >= charset.FIRST:
                        pairs[before, char] += weight
        self.single = (1 - EVEN) * single / single.sum() + EVEN / classes
        follow, kinds = np.zeros(classes), np.zeros(classes)
        for (before, _), count in pairs.items():
            follow[before] += count
            kinds[before] += 1
        self.rest = np.where(follow > 0, DISCOUNT * kinds / np.maximum(follow, 1), 1.0)
        self.pairs = {pair: (count - DISCOUNT) / follow[pair[0]] for pair, count in pairs.items()}

    def log(self, before: int, char: int) -> float:
        rest = self.rest[before] if before >= 0 else 1.0
        return float(np.log(self.pairs.get((before, char), 0.0) + rest * self.single[char]))
