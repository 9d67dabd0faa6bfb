#!/usr/bin/python3
"""Sets `digitize measure scripts --json` against the truth: judge.py FOUND.json [SCRIPT].

With SCRIPT (latin, han-columns, han-rows) every page holds that alone; else NAME.regions.json lies beside each page. A page
is right when the scripts with more than 2 % of its ink are those there; a region, when most of it, and at least 60 %, is
covered by regions of its script.
"""
import json
import sys
from collections import Counter
from pathlib import Path


def main(found, only=None):
    pages, regions = Counter(), Counter()
    for page in json.loads(Path(found).read_text(encoding="utf-8")):
        seen = [(r["script"], r["box"], r["ink"]) for r in page["regions"]]
        got = {script for script, _, ink in seen if ink > 0.02}
        truth = [] if only else json.loads(Path(page["file"]).with_suffix(".regions.json").read_text(encoding="utf-8"))["regions"]
        want = {only} if only else {region["kind"] for region in truth}
        pages[got == want] += 1
        if got != want:
            print(page["file"], sorted(want), sorted(got))
        for region in truth:
            left, top, right, bottom = region["box"]
            covered = Counter()
            for script, box, _ in seen:
                wide = min(right, box["x"] + box["width"]) - max(left, box["x"])
                high = min(bottom, box["y"] + box["height"]) - max(top, box["y"])
                if wide > 0 and high > 0:
                    covered[script] += wide * high / ((right - left) * (bottom - top))
            best = covered.most_common(1)
            regions[bool(best) and best[0][0] == region["kind"] and best[0][1] >= 0.6] += 1
    print(f"pages {pages[True]}/{pages.total()}, regions {regions[True]}/{regions.total()}")


if __name__ == "__main__":
    main(*sys.argv[1:])
