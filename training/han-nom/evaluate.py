"""Reads lines with a training run's weights and counts the errors, set by set.

    python3 evaluate.py --atlas atlas.npz --characters runs/characters --cuts runs/cuts --variants variants.tsv SET.tsv …

Micro-averages: edits over characters of everything. Recall counts truth's characters that stand in the right place of
the best alignment, as the first or among the first five.
"""
import argparse
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from language import Bigrams
from model import Classifier, Cutter
from reader import Piece, Reader, Weights


def load(run: Path, network: torch.nn.Module):
    state = torch.load(run / "checkpoint.pt", map_location="cpu")
    network.load_state_dict(state["average"])
    return state


def align(truth: str, read: list[str]):
    """Levenshtein; returns edits and the pairs (place in truth, place in reading) that the best alignment joins."""
    table = np.zeros((len(truth) + 1, len(read) + 1), int)
    table[:, 0], table[0, :] = range(len(truth) + 1), range(len(read) + 1)
    for i, char in enumerate(truth, 1):
        for j, other in enumerate(read, 1):
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (char != other))
    pairs, i, j = [], len(truth), len(read)
    while i and j:
        if table[i, j] == table[i - 1, j - 1] + (truth[i - 1] != read[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif table[i, j] == table[i - 1, j] + 1:
            i -= 1
        else:
            j -= 1
    return int(table[-1, -1]), pairs


class Count:
    """Sums over lines."""

    def __init__(self):
        self.lines = self.characters = self.edits = self.first = self.five = 0

    def add(self, truth: str, pieces: list[Piece], fold) -> None:
        truth = fold(truth)
        edits, pairs = align(truth, [fold(piece.candidates[0][0]) for piece in pieces])
        self.lines += 1
        self.characters += len(truth)
        self.edits += edits
        for i, j in pairs:
            names = [fold(char) for char, _ in pieces[j].candidates]
            self.first += truth[i] == names[0]
            self.five += truth[i] in names

    def __str__(self) -> str:
        n = max(1, self.characters)
        return f"CER {100 * self.edits / n:5.1f}  top-1 {100 * self.first / n:5.1f}  top-5 {100 * self.five / n:5.1f}"


def read_set(path: Path) -> list[tuple[Path, str]]:
    rows = (row.split("\t") for row in path.read_text("utf8").splitlines())
    return [(path.parent / name, "".join(c for c in text if c not in "○。 ")) for name, text in rows]


def measure(reader: Reader, sets: list[Path], fold, show: bool = False) -> dict[str, tuple[Count, Count]]:
    counts = {}
    for path in sets:
        raw, folded = counts.setdefault(path.stem, (Count(), Count()))
        for image, truth in read_set(path):
            pieces = reader.read(np.asarray(Image.open(image).convert("L")), str(image))
            raw.add(truth, pieces, str)
            folded.add(truth, pieces, fold)
            if show:
                print(f"{truth}\n{''.join(piece.candidates[0][0] for piece in pieces)}\n")
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--characters", type=Path, required=True, help="run folder")
    parser.add_argument("--cuts", type=Path, required=True, help="run folder")
    parser.add_argument("--variants", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print truth and reading of every line")
    parser.add_argument("--try", dest="tries", action="append", default=[], help="weights, e.g. char=0.3,language=0.2")
    parser.add_argument("sets", type=Path, nargs="+")
    arguments = parser.parse_args()

    with np.load(arguments.atlas) as file:
        chars = str(file["chars"])
        bigrams = Bigrams(file["nom"], file["han"], len(chars) + 2)
    classifier, cutter = Classifier(len(chars) + 2), Cutter()
    state = load(arguments.characters, classifier)
    print("samples:", state["done"], "cuts:", load(arguments.cuts, cutter)["done"])
    rows = (row.split("\t") for row in arguments.variants.read_text("utf8").splitlines())
    roots = dict(rows)
    fold = lambda text: "".join(roots.get(c, c) for c in text)
    reader = Reader(classifier, cutter, chars, bigrams)
    for weights in arguments.tries or [""]:
        named = dict(pair.split("=") for pair in weights.split(",") if pair)
        reader.weights = Weights(**{name: float(value) for name, value in named.items()})
        print(reader.weights)
        total = Count()
        for name, (raw, folded) in measure(reader, arguments.sets, fold, arguments.show).items():
            print(f"{name:32} {raw.lines:3} lines {raw.characters:4} chars  raw {raw}   folded {folded}")


if __name__ == "__main__":
    main()
