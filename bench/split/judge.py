#!/usr/bin/python3
"""Sets what `digitize measure pages --json` found against the truth: judge.py FOLDER FOUND.json

Prints precision and recall of splitting, the gutter's error, and the lines that no page holds whole.
"""
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np


def inside(polygon, point, slack=2.0):
    """Whether a point lies in a convex polygon given clockwise (y down), or less than the slack outside."""
    for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1]):
        cross = (x1 - x0) * (point[1] - y0) - (y1 - y0) * (point[0] - x0)
        if cross < -slack * np.hypot(x1 - x0, y1 - y0):
            return False
    return True


def area(polygon):
    x, y = np.array(polygon).T
    return abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def main(folder, found):
    truth = json.loads((Path(folder) / "truth.json").read_text(encoding="utf-8"))
    found = {Path(f["file"]).name: f for f in json.loads(Path(found).read_text(encoding="utf-8"))}
    counts, errors, lost, cropped, lines = defaultdict(lambda: [0, 0]), [], [], [], 0
    for name, page in truth.items():
        seen = found[name]
        split, is_two = len(seen["pages"]) == 2, page["gutter"] is not None
        counts[page["kind"]][0] += split
        counts[page["kind"]][1] += 1
        if split and is_two:
            (x0, y0), (x1, y1) = page["gutter"]
            top, bottom, height = seen["spread"]["gutterTop"], seen["spread"]["gutterBottom"], seen["pages"][0]["geometry"]["masterHeight"]
            error = max(abs(top + (bottom - top) * y / height - x) for x, y in ((x0, y0), (x1, y1)))
            errors.append((error / seen["pages"][0]["geometry"]["masterWidth"], name))
        gone = sum(not any(all(inside(p["corners"], c) for c in line) for p in seen["pages"]) for line in page["lines"])
        lines += len(page["lines"])
        if gone:
            lost.append((gone, name))
        if not split and not is_two and page["bed"] != "none":
            cropped.append((area(seen["pages"][0]["corners"]) / area(page["sheet"]), name))
        if split != is_two:
            print("WRONG", name, "split" if split else "left whole", f"{seen['spread']['kind']} {seen['spread']['confidence']:.2f}")
    for kind, (split, total) in sorted(counts.items()):
        print(f"{kind}\t{split} of {total} split")
    twos = [(k, v) for k, v in counts.items() if k.startswith(("fold-", "leaf-"))]
    hits, total = sum(v[0] for _, v in twos), sum(v[1] for _, v in twos)
    wrong = sum(v[0] for k, v in counts.items()) - hits
    singles = sum(v[1] for v in counts.values()) - total
    print(f"spreads and leaves {total}, single pages {singles}")
    print(f"precision {hits / max(1, hits + wrong):.4f} ({wrong} single pages split), recall {hits / max(1, total):.4f}")
    if errors:
        shares = np.array([e for e, _ in errors]) * 100
        print(f"gutter error, % of width: mean {shares.mean():.2f}, 95 % within {np.percentile(shares, 95):.2f}, worst {shares.max():.2f} {max(errors)[1]}")
    print(f"lines lost {sum(n for n, _ in lost)} of {lines}", lost[:12])
    if cropped:
        shares = np.array([c for c, _ in cropped])
        print(f"cropped page to paper, area: median {np.median(shares):.3f}, 95 % below {np.percentile(shares, 95):.3f} ({len(shares)} pages on a bed)")
        print("largest", sorted(cropped)[-5:])


main(*sys.argv[1:])
