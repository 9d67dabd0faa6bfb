"""Learns how Hán-Nôm is read aloud in quốc ngữ: which syllable a character stands for, and which follow which.

    python3 transliteration.py --corpus CORPUS --readings readings-rime.csv --measure      # on lines left out
    python3 transliteration.py --corpus CORPUS --readings readings-rime.csv --out ../../models/han-nom

A character is read otherwise in Nôm verse than in Hán prose (沒: một, một; 國: nước, quốc), so each style has tables of
its own; the reader tries both on a column and keeps the likelier. Syllables are in lower case, NFC.
"""
import argparse
import csv
import math
import re
import struct
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import charset

STYLES = ("nom-verse", "han-prose")
DISCOUNT = 0.6      # of a pair of syllables' count
OTHER_STYLE = 0.1   # what a reading seen in the other style counts for
LISTED = 0.2        # what the first reading of a list counts for; the second half of that, and so on
READINGS = 8        # kept for each character
UNRANKED = 1_000_000
FOLLOWING = 0.7     # how much what goes before counts
MARKS = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
LETTERS = (("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"), ("w", "ư"))


def from_telex(word: str) -> str:
    """`mootj` → `một`. The mark goes to the letter that already has a sign, else where the newer rule puts it."""
    word = word.lower()
    mark = MARKS.get(word[-1:], "") if len(word) > 1 else ""
    word = word[:-1] if mark else word.removesuffix("z") if len(word) > 1 else word
    for typed, letter in LETTERS:
        word = word.replace(typed, letter)
    word = word.replace("ươ", "ươ").replace("uơ", "ươ") if re.search(r"uơ.", word) else word
    if not mark:
        return word
    start = 2 if re.match(r"(qu|gi)[aeiouyăâêôơư]", word) else 0
    vowels = [i for i, c in enumerate(word) if i >= start and c in "aeiouyăâêôơư"]
    if not vowels:
        return word
    signed = [i for i in vowels if word[i] in "ăâêôơư"]
    if signed:
        at = signed[-1]
    elif len(vowels) == 1 or (len(vowels) == 2 and vowels[-1] == len(word) - 1 and word[vowels[0]:] not in ("oa", "oe", "uy")):
        at = vowels[0]
    else:
        at = vowels[1]
    return unicodedata.normalize("NFC", word[:at + 1] + mark + word[at + 1:])


def syllables(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text))]


def pairs(corpus: Path, name: str) -> list[tuple[str, list[str], list[str]]]:
    """(edition, characters, syllables) of the lines that have one syllable a character."""
    mapped = charset.private_use(corpus)
    lines = []
    for row in (corpus / f"{name}.tsv").read_text("utf8").splitlines():
        edition, characters, spoken = row.split("\t")
        characters = [mapped.get(c, c) for c in characters if not c.isspace() and c not in "○。，、：；"]
        spoken = syllables(spoken)
        if len(characters) == len(spoken):
            lines.append((edition, characters, spoken))
    return lines


def listed(readings: Path) -> dict[str, list[str]]:
    """Readings of each character by Unihan's kVietnamese and by the list, the commonest first."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    with readings.open(encoding="utf-8-sig") as rows:
        for row in csv.reader(rows):
            if len(row) == 3 and len(row[0]) == 1:
                found[row[0]].append((int(row[2] or UNRANKED), from_telex(row[1])))
    known = {char: [word for _, word in sorted(words)] for char, words in found.items()}
    for char, value in charset.unihan("Readings", "kVietnamese"):
        words = known.setdefault(char, [])
        words += [word for word in syllables(value) if word not in words]
    return known


class Style:
    """What one kind of text teaches, as logarithms."""

    def __init__(self, lines, others, known: dict[str, list[str]]):
        said: dict[str, Counter] = defaultdict(Counter)
        for source, weight in ((lines, 1.0), (others, OTHER_STYLE)):
            for _, characters, spoken in source:
                for char, word in zip(characters, spoken):
                    said[char][word] += weight
        for char, words in known.items():
            for place, word in enumerate(words[:READINGS]):
                said[char][word] += LISTED / (place + 1)
        self.said = {char: {word: count / sum(counts.values()) for word, count in counts.most_common(READINGS)}
                     for char, counts in said.items()}
        self.single: Counter = Counter(word for _, _, spoken in lines for word in spoken)
        self.total = sum(self.single.values())
        follow, kinds, self.pair = Counter(), Counter(), Counter()
        for _, _, spoken in lines:
            for before, word in zip(spoken, spoken[1:]):
                self.pair[before, word] += 1
        for (before, _), count in self.pair.items():
            follow[before] += count
            kinds[before] += 1
        self.follow, self.rest = follow, {word: DISCOUNT * kinds[word] / follow[word] for word in follow}

    def log_single(self, word: str) -> float:
        return math.log((self.single[word] + 0.5) / (self.total + 0.5 * 10_000))

    def log(self, before: str | None, word: str) -> float:
        single = math.exp(self.log_single(word))
        if before is None or before not in self.follow:
            return math.log(single)
        seen = self.pair.get((before, word), 0)
        return math.log(max(seen - DISCOUNT, 0) / self.follow[before] + self.rest[before] * single)

    def read(self, characters: list[str]) -> tuple[float, list[str]]:
        """Viterbi. The score is comparable between styles; a character without a reading is `?`."""
        best = {None: (0.0, [])}
        for char in characters:
            choices = self.said.get(char, {"?": 1e-3})
            best = {word: max(((score + math.log(share) + FOLLOWING * (self.log(before, word) - self.log_single(word)), [*path, word])
                               for before, (score, path) in best.items()), key=lambda s: s[0])
                    for word, share in choices.items()}
        score, path = max(best.values(), key=lambda s: s[0])
        return score + sum(self.log_single(word) for word in path), path


def measure(data, known) -> None:
    """Syllables read wrong from the right characters, on Lục Vân Tiên's and the history's every tenth hundred lines."""
    held, kept = {}, {}
    for name, lines in data.items():
        out = [name == "han-prose" and i // 100 % 10 == 9 or line[0] == "Luc Van Tien" and i // 50 % 4 == 3
               for i, line in enumerate(lines)]
        held[name] = [line for line, is_out in zip(lines, out) if is_out]
        kept[name] = [line for line, is_out in zip(lines, out) if not is_out]
    styles = {name: Style(kept[name], kept[STYLES[1 - i]], known) for i, name in enumerate(STYLES)}
    for name in STYLES:
        wrong = first = total = chosen = 0
        for _, characters, spoken in held[name]:
            read = {style: model.read(characters) for style, model in styles.items()}
            best = max(STYLES, key=lambda style: read[style][0])
            chosen += best == name
            total += len(spoken)
            wrong += sum(a != b for a, b in zip(read[best][1], spoken))
            first += sum(max(styles[name].said.get(c, {"?": 1}).items(), key=lambda s: s[1])[0] != s
                         for c, s in zip(characters, spoken))
        print(f"{name}: {wrong}/{total} = {wrong / total:.1%} of syllables wrong in {len(held[name])} lines left out; "
              f"commonest reading alone {first / total:.1%}; style told in {chosen}")


def write(folder: Path, data, known) -> None:
    """`transliteration.txt`: UTF-8 lines of fields parted by tabs, logarithms in hundredths.

    `= STYLE FOLLOWING`, then `c CHARACTER SYLLABLE:LOG …`, `s SYLLABLE LOG-SINGLE LOG-REST NEXT:LOG …`.
    """
    with (folder / "transliteration.txt").open("w", encoding="utf8", newline="\n") as file:
        hundredths = lambda p: str(round(-100 * math.log(p)))
        for i, name in enumerate(STYLES):
            style = Style(data[name], data[STYLES[1 - i]], known)
            file.write(f"=\t{name}\t{FOLLOWING}\n")
            for char, said in sorted(style.said.items()):
                if charset.is_ideograph(char):
                    file.write("\t".join(["c", char, *(f"{w}:{hundredths(p)}" for w, p in said.items())]) + "\n")
            following = defaultdict(list)
            for (before, word), count in sorted(style.pair.items()):
                if count > 1:
                    following[before].append(f"{word}:{hundredths((count - DISCOUNT) / style.follow[before])}")
            for word in sorted(style.single):
                rest = hundredths(style.rest[word]) if word in style.rest else "0"
                single = str(round(-100 * style.log_single(word)))
                file.write("\t".join(["s", word, single, rest, *following[word]]) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--readings", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--measure", action="store_true")
    arguments = parser.parse_args()
    data, known = {name: pairs(arguments.corpus, name) for name in STYLES}, listed(arguments.readings)
    if arguments.measure:
        measure(data, known)
    if arguments.out:
        write(arguments.out, data, known)


if __name__ == "__main__":
    main()
