"""Counts syllables and pairs of syllables in our sample texts, for ranking suggestions: src/Digitize.Ocr/Text/syllables.tsv.

The texts are old works in the public domain and our own sentences (sample-scans/make/text.py). Lower case, NFC, one
line a count: the syllable or the two, a tab, how often. A pair never reaches over a full stop or a line of verse.

    /usr/bin/python3 training/syllables/count.py
"""
import collections
import re
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "sample-scans" / "make"))
import text  # noqa: E402


def clauses():
    yield from (*text.KIEU, *text.CHINH_PHU, *text.CUNG_OAN, *text.VAN_TIEN, *text.CA_DAO_LEFT, *text.CA_DAO_RIGHT)
    for page in (*text.SONG_CHET, *[column for news in text.NEWS for column in news["columns"]]):
        for paragraph in page:
            yield from re.split(r"[.!?;:]", paragraph)


def main():
    counts = collections.Counter()
    for clause in clauses():
        syllables = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", clause).lower())
        counts.update(syllables)
        counts.update(" ".join(pair) for pair in zip(syllables, syllables[1:]))
    out = ROOT / "src" / "Digitize.Ocr" / "Text" / "syllables.tsv"
    lines = [f"{entry}\t{count}" for entry, count in sorted(counts.items())]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
