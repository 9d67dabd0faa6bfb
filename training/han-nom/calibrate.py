"""Fits what a candidate's probability is worth on real lines, and shows how well the fit holds on sets it has not seen.

    python3 calibrate.py --atlas atlas.npz --characters runs/characters --cuts runs/cuts --variants variants.tsv SET.tsv …

The slope and shift that it prints go into `reader.py`. Platt: Probabilistic outputs for support vector machines (1999).
"""
import argparse
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from evaluate import align, load, read_set
from language import Bigrams
from model import Classifier, Cutter
from reader import Reader, Weights

BANDS = (0.0, 0.5, 0.7, 0.9, 0.95, 0.99, 1.0)


def said(reader: Reader, sets: list[Path], fold) -> dict[str, np.ndarray]:
    """Rows (log-odds, right or not, rank) of every candidate whose character the best alignment pairs with the truth."""
    found = {}
    for path in sets:
        rows = []
        for image, truth in read_set(path):
            pieces = reader.read(np.asarray(Image.open(image).convert("L")))
            for i, j in align(fold(truth), [fold(piece.candidates[0][0]) for piece in pieces])[1]:
                for rank, (char, p) in enumerate(pieces[j].candidates):
                    p = min(max(p, 1e-6), 1 - 1e-6)
                    rows.append((math.log(p / (1 - p)), float(fold(char) == fold(truth)[i]), rank))
        found[path.stem] = np.array(rows)
    return found


def fit(rows: np.ndarray) -> tuple[float, float]:
    odds, right = torch.from_numpy(rows[:, 0]), torch.from_numpy(rows[:, 1])
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    solver = torch.optim.LBFGS([line], max_iter=100)

    def loss() -> torch.Tensor:
        solver.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(line[0] * odds + line[1], right)
        value.backward()
        return value

    solver.step(loss)
    return tuple(line.tolist())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--characters", type=Path, required=True, help="run folder")
    parser.add_argument("--cuts", type=Path, required=True, help="run folder")
    parser.add_argument("--variants", type=Path, required=True)
    parser.add_argument("sets", type=Path, nargs="+")
    arguments = parser.parse_args()
    with np.load(arguments.atlas) as file:
        chars = str(file["chars"])
        bigrams = Bigrams(file["nom"], file["han"], len(chars) + 2)
    classifier, cutter = Classifier(len(chars) + 2), Cutter()
    load(arguments.characters, classifier)
    load(arguments.cuts, cutter)
    roots = dict(row.split("\t") for row in arguments.variants.read_text("utf8").splitlines())
    plain = replace(Weights(), slope=1.0, shift=0.0)
    found = said(Reader(classifier, cutter, chars, bigrams, plain), arguments.sets,
                 lambda text: "".join(roots.get(c, c) for c in text))
    slope, shift = fit(np.concatenate(list(found.values())))
    print(f"slope {slope:.3f}, shift {shift:.3f}, by {sum(map(len, found.values()))} candidates of {len(found)} sets")
    # Each set by the fit of the others.
    first = []
    for name, rows in found.items():
        a, b = fit(np.concatenate([other for key, other in found.items() if key != name]))
        tops = rows[rows[:, 2] == 0]
        first.append(np.stack([1 / (1 + np.exp(-(a * tops[:, 0] + b))), tops[:, 1]], 1))
    first = np.concatenate(first)
    print("first candidates, each set by the fit of the others:")
    for low, high in zip(BANDS, BANDS[1:]):
        band = first[(first[:, 0] >= low) & ((first[:, 0] < high) | (high == 1))]
        if len(band):
            print(f"  said {low:.2f}–{high:.2f}: {int(band[:, 1].sum())} of {len(band)} right = {band[:, 1].mean():.3f}, "
                  f"said in the mean {band[:, 0].mean():.3f}")


if __name__ == "__main__":
    main()
