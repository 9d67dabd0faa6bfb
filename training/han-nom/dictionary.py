"""Writes what a curator is told of each character: radical, strokes, readings, meaning, variants, look-alikes.

    python3 dictionary.py --atlas atlas.npz --characters runs/characters --out ../../models/han-nom

All but the look-alikes is Unihan's, from Debian's `unicode-data` (Unicode Standard Annex 38). Look-alikes are what the
network itself takes drawn and worn crops for.
"""
import argparse
from collections import Counter, defaultdict
from pathlib import Path

import torch

import charset
from crops import Crops
from evaluate import load
from glyphs import Glyphs
from model import Classifier

LIKE = 6            # look-alikes kept
SEEN = 0.02         # of a character's probability that must go to another before that looks like it
FIELDS = ("character", "radical", "strokes", "quốc ngữ", "meaning", "variants", "look-alikes")


def wanted(glyphs: Glyphs) -> list[str]:
    """The classes, and every character that Unicode took from a Vietnamese source."""
    return sorted(set(glyphs.chars) | {char for char, _ in charset.unihan("IRGSources", "kIRG_VSource")})


def variants() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for field in ("kTraditionalVariant", "kSimplifiedVariant", "kZVariant", "kSemanticVariant", "kSpecializedSemanticVariant"):
        for char, values in charset.unihan("Variants", field):
            for value in values.split():
                other = chr(int(value.split("<")[0][2:], 16))
                if other != char and other not in found[char]:
                    found[char].append(other)
    return found


@torch.no_grad()
def look_alikes(glyphs: Glyphs, classifier: Classifier, batches: int) -> dict[str, list[str]]:
    """Where the classifier's probability goes besides the truth, summed over crops of all classes alike."""
    crops, given, strayed = Crops(glyphs, 7, natural=0.0, reject=0.0), Counter(), defaultdict(Counter)
    for _ in range(batches):
        images, truth = crops.draw(512)
        chances, classes = torch.softmax(classifier(images), 1).topk(LIKE, 1)
        for number, row, shares in zip(truth.tolist(), classes.tolist(), chances.tolist()):
            if number >= charset.FIRST:
                given[number] += 1
                for other, share in zip(row, shares):
                    if other >= charset.FIRST and other != number:
                        strayed[number][other] += share
    name = lambda number: glyphs.chars[number - charset.FIRST]
    return {name(number): [name(other) for other, share in others.most_common(LIKE) if share / given[number] > SEEN]
            for number, others in strayed.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--characters", type=Path, required=True)
    parser.add_argument("--batches", type=int, default=400)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    glyphs = Glyphs(arguments.atlas, "cpu")
    classifier = Classifier(glyphs.classes)
    load(arguments.characters, classifier)
    like = look_alikes(glyphs, classifier.eval(), arguments.batches)
    for char, values in charset.unihan("Variants", "kSpoofingVariant"):
        like[char] = list(dict.fromkeys([chr(int(value.split("<")[0][2:], 16)) for value in values.split()] + like.get(char, [])))
    radical, strokes, said, meaning = (dict(charset.unihan(*field)) for field in (
        ("IRGSources", "kRSUnicode"), ("IRGSources", "kTotalStrokes"), ("Readings", "kVietnamese"), ("Readings", "kDefinition")))
    other = variants()
    with (arguments.out / "dictionary.tsv").open("w", encoding="utf8", newline="\n") as file:
        file.write("\t".join(FIELDS) + "\n")
        for char in wanted(glyphs):
            file.write("\t".join([
                char, radical.get(char, "").split(" ")[0], strokes.get(char, "").split(" ")[0], said.get(char, ""),
                meaning.get(char, ""), "".join(other.get(char, [])), "".join(like.get(char, [])[:LIKE])]) + "\n")


if __name__ == "__main__":
    main()
