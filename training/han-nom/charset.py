"""The characters that the reader knows, and the texts that it is trained on.

A text is a list of class numbers. Private-use characters of NomNaTong become what Unicode has since given them
(Unihan's kIRG_VSource, `VN-Fxxxx`), else the base character that the corpus's list names, else they are no class.
"""
import bz2
import csv
import json
from pathlib import Path

REJECT = 0      # class 0: a crop that holds no single whole character
CIRCLE = 1      # class 1: a circle or dot of punctuation; not text
FIRST = 2       # first class of a character

UNIHAN = Path("/usr/share/unicode")


def is_ideograph(char: str) -> bool:
    code = ord(char)
    return 0x3400 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or 0x20000 <= code < 0x34000 or code == 0x3007


def unihan(name: str, field: str):
    """Yields (character, value) of one Unihan field, from Debian's `unicode-data`."""
    with bz2.open(UNIHAN / f"Unihan_{name}.txt.bz2", "rt", encoding="utf8") as lines:
        for line in lines:
            if f"\t{field}\t" in line:
                code, _, value = line.rstrip("\n").split("\t")
                yield chr(int(code[2:], 16)), value


def private_use(corpus: Path) -> dict[str, str]:
    """Private-use character of NomNaTong → the character of Unicode that stands for it."""
    bases = json.loads((corpus / "nomnatong_pua_to_base.json").read_text("utf8"))
    mapped = {chr(int(code, 16)): base for code, base in bases.items()}
    for char, sources in unihan("IRGSources", "kIRG_VSource"):
        for source in sources.split():
            if source.startswith("VN-F"):
                mapped[chr(int(source[3:], 16))] = char
    return mapped


def read_texts(corpus: Path) -> dict[str, list[str]]:
    """The lines of both corpora, private use mapped; what has no code point stays as it is."""
    mapped = private_use(corpus)
    texts = {}
    for name in ("nom-verse", "han-prose"):
        rows = (corpus / f"{name}.tsv").read_text("utf8").splitlines()
        texts[name] = ["".join(mapped.get(c, c) for c in row.split("\t")[1]) for row in rows]
    return texts


def choose(corpus: Path, readings: Path) -> list[str]:
    """All characters of the corpora, of Unihan's kVietnamese and of the rime list, in code point order."""
    chars = {c for text in read_texts(corpus).values() for line in text for c in line}
    chars |= {char for char, _ in unihan("Readings", "kVietnamese")}
    with readings.open(encoding="utf-8-sig") as rows:
        chars |= {row[0] for row in csv.reader(rows) if row and len(row[0]) == 1}
    return sorted(c for c in chars if is_ideograph(c))
