"""Which characters count as one when a reading is compared with its truth: the folding of variants.

    python3 variants.py --corpus …/corpus --out ../../src/Digitize.Ocr/Evaluation

Folded are Unihan's simplified, traditional and z-variants, the old and new printed forms below, Nôm's own short forms
below, and NomNaTong's private-use characters with what Unicode has for them. Semantic variants are not: they would
count different words as one. `traditional.tsv` is for a reader that writes simplified characters.
"""
import argparse
from collections import Counter
from pathlib import Path

import charset

FORMS = """
爲為 强強 衆眾 卽即 旣既 尙尚 敎教 靑青 淸清 倂併 內内 冊册 劒劍 別别 吳吴呉 呂吕 喩喻 奧奥 姬姫 姊姉 峯峰 廻迴 悅悦 愼慎
戶户戸 拋抛 揷插 敍敘叙 朶朵 步歩 歲歳 每毎 毀毁 溫温 潛潜 產産 畧略 眞真 硏研 祿禄 禿秃 稅税 粵粤 絕絶 綠緑 緖緒 羣群 脫脱
荊荆 蔥葱 虛虚 衞衛 裏裡 說説 賴頼 輒輙 郞郎 鄕鄉 鉤鈎 銳鋭 錄録 鎭鎮 閒間 閱閲 隸隷 雞鷄 靜静 顏顔 飮飲 麼麽 黃黄 黑黒
徃往 决決 兹茲 献獻 却卻 効效 勅敕勑 柰奈 乗乘 悪惡 涙淚 黙默 晚晩 即卽 竒奇 宼寇 冝宜 冦寇 鐡鐵 㱕歸 𠊛𠊚 將将 竝並 墻牆
"""


def groups(corpus: Path) -> dict[str, str]:
    """Character → the one that stands for its group; only those that are not their own."""
    parent: dict[str, str] = {}

    def root(char: str) -> str:
        while parent.get(char, char) != char:
            char = parent[char]
        return char

    def join(one: str, other: str) -> None:
        first, second = sorted((root(one), root(other)))
        parent[second] = first

    for field in ("kSimplifiedVariant", "kTraditionalVariant", "kZVariant"):
        for char, values in charset.unihan("Variants", field):
            for value in values.split():
                join(char, chr(int(value.split("<")[0][2:], 16)))
    for forms in FORMS.split():
        for form in forms[1:]:
            join(forms[0], form)
    for private, char in charset.private_use(corpus).items():
        if ord(private) != ord(char):
            join(char, private)
    return {char: root(char) for char in sorted(parent) if root(char) != char}


def traditional(corpus: Path) -> dict[str, str]:
    """Simplified character → the traditional one that the corpora have most often, where it is not in them itself."""
    counts = Counter(c for text in charset.read_texts(corpus).values() for line in text for c in line)
    chosen = {}
    for char, values in charset.unihan("Variants", "kTraditionalVariant"):
        forms = [chr(int(value[2:], 16)) for value in values.split()]
        best = max([char, *forms], key=lambda c: (counts[c], c != char))
        if best != char:
            chosen[char] = best
    return chosen


def write(path: Path, rows: dict[str, str]) -> None:
    path.write_text("".join(f"{char}\t{other}\n" for char, other in sorted(rows.items())), "utf8")
    print(f"{len(rows)} characters in {path.name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    write(arguments.out / "variants.tsv", groups(arguments.corpus))
    write(arguments.out / "traditional.tsv", traditional(arguments.corpus))


if __name__ == "__main__":
    main()
