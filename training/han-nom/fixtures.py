"""Draws the columns that the C# reader is compared on, and writes down what the Python reader makes of them.

    python3 fixtures.py --atlas atlas.npz --characters runs/characters --cuts runs/cuts \
        --out ../../tests/Digitize.Ocr.Tests/fixtures

To be run anew with every new model. The texts are in the public domain.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw, ImageFont

from evaluate import load
from language import Bigrams
from model import Classifier, Cutter
from reader import Reader

KAI = "/usr/share/fonts/truetype/cns11643/TW-Kai-98_1.ttf"
KAI_B = "/usr/share/fonts/truetype/cns11643/TW-Kai-Ext-B-98_1.ttf"
# Name, text, width in pixels, pitch in widths.
COLUMNS = [
    ("nom", "𤾓𢆥𥪞𡎝𠊛些", 56, 1.02),
    ("han", "南國山河南帝居", 44, 0.86),
    ("small", "截然定分在天書", 24, 1.1),
]


def draw(text: str, width: int, pitch: float, seed: int) -> Image.Image:
    noise = np.random.default_rng(seed)
    page = Image.new("L", (width * 4, round(width * 4 * pitch * len(text)) + width), 235)
    for row, char in enumerate(text):
        path = KAI_B if ord(char) > 0xFFFF else KAI
        font = ImageFont.truetype(path, round(width * 3.8))
        ImageDraw.Draw(page).text((width * 2, width * 4 * pitch * (row + 0.5)), char, 40, font=font, anchor="mm")
    page = page.resize((width, page.height // 4), Image.BOX)
    grey = np.asarray(page) + noise.normal(0, 5, (page.height, page.width))
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--characters", type=Path, required=True)
    parser.add_argument("--cuts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    with np.load(arguments.atlas) as file:
        chars = str(file["chars"])
        bigrams = Bigrams(file["nom"], file["han"], len(chars) + 2)
    classifier, cutter = Classifier(len(chars) + 2), Cutter()
    load(arguments.characters, classifier)
    load(arguments.cuts, cutter)
    reader = Reader(classifier, cutter, chars, bigrams)
    expected = []
    for seed, (name, text, width, pitch) in enumerate(COLUMNS):
        image = draw(text, width, pitch, seed)
        image.save(arguments.out / f"column-{name}.pgm")
        pieces = reader.read(np.asarray(image))
        expected.append({"image": f"column-{name}.pgm", "truth": text, "characters": [
            {"top": round(piece.top, 2), "bottom": round(piece.bottom, 2),
             "candidates": [{"text": char, "confidence": round(p, 4)} for char, p in piece.candidates]}
            for piece in pieces]})
        print(name, text, "".join(piece.candidates[0][0] for piece in pieces))
    (arguments.out / "columns.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", "utf8")


if __name__ == "__main__":
    main()
