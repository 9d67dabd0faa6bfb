#!/usr/bin/python3
"""Makes the sample scans and their truth: same pixels every run.

Needs Debian's packages:
  apt-get install -y python3-pil python3-numpy python3-scipy python3-fonttools \\
    fonts-gfs-didot fonts-cns11643-kai fonts-hanazono fonts-kouzan-mouhitsu
Run: /usr/bin/python3 sample-scans/make/make_samples.py
"""
import csv
import shutil
import sys
import zlib
from pathlib import Path

sys.dont_write_bytecode = True

try:
    import numpy as np
    import books_han
    import books_latin
    import files
    import paper
except ModuleNotFoundError as missing:
    raise SystemExit(f"missing {missing.name}: apt-get install -y python3-pil python3-numpy python3-scipy "
                     "python3-fonttools, then run with /usr/bin/python3")

ROOT = Path(__file__).resolve().parent.parent
CSV_HEADER = "file", "shelfmark", "title", "collection", "sequence"


def main():
    for folder in ("incoming", "truth"):
        shutil.rmtree(ROOT / folder, ignore_errors=True)
    for book in books_latin.ALL + books_han.ALL:
        batch = book()
        folder, truth = (ROOT / kind / batch.recipe / batch.name for kind in ("incoming", "truth"))
        folder.mkdir(parents=True)
        truth.mkdir(parents=True)
        describe(batch, folder)
        pages = [page for file in batch.files for page in file.pages]
        for file in batch.files:
            write(file, folder / file.name, pages)
            if not file.broken:
                write_truth(file, truth)
        print(batch.recipe, batch.name)


def describe(batch, folder):
    if batch.sheet:
        lines = [f"{key}: {value}\n" for key, value in batch.sheet.items()]
        (folder / "batch.yaml").write_text("".join(lines), encoding="utf-8")
    if batch.rows:
        with open(folder / "batch.csv", "w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows([CSV_HEADER, *batch.rows])


def write(file, path, pages):
    """Scans every page of the file and saves it; the page after it in the book shows through."""
    images = []
    for n, (page, look) in enumerate(zip(file.pages, file.looks)):
        behind = pages[(pages.index(page) + 1) % len(pages)]
        verso = behind.mask.resize(page.mask.size)
        rng = np.random.default_rng(zlib.crc32(f"{file.name} {n}".encode()))
        images.append(paper.scan(page.mask, verso, look, rng))
    if file.broken:
        files.broken(path, images[0])
    elif path.suffix == ".pdf":
        files.pdf(path, images)
    elif path.suffix == ".tif":
        files.tiff(path, images)
    elif path.suffix == ".png":
        files.png(path, images[0])
    else:
        files.jpeg(path, images[0])


def write_truth(file, folder):
    stem = Path(file.name).stem
    for n, page in enumerate(file.pages, 1):
        name = f"{stem}.txt" if len(file.pages) == 1 else f"{stem}.{n}.txt"
        (folder / name).write_text("".join(f"{line}\n" for line in page.lines), encoding="utf-8")


main()
