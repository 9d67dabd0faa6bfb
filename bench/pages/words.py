"""Words and characters to fill pages with: those of the sample scans' truth, shuffled, and Debian's fonts."""
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

TRUTH = Path(__file__).resolve().parents[2] / "sample-scans" / "truth"
ROOT = "/usr/share/fonts/"
LATIN = [ROOT + "truetype/" + name for name in (
    "dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Italic.ttf", "dejavu/DejaVuSans.ttf", "dejavu/DejaVuSerifCondensed.ttf",
    "noto/NotoSerif-Regular.ttf", "noto/NotoSerif-Italic.ttf", "noto/NotoSerif-Bold.ttf", "noto/NotoSans-Regular.ttf",
    "noto/NotoSerifDisplay-Regular.ttf")]
ITALIC = [LATIN[1], LATIN[5]]
HAN_PRINT = [ROOT + name for name in (
    "truetype/arphic/ukai.ttc", "truetype/arphic/uming.ttc", "truetype/hanazono/HanaMinA.ttf",
    "truetype/cns11643/TW-Kai-98_1.ttf", "truetype/cns11643/TW-Sung-98_1.ttf", "opentype/noto/NotoSerifCJK-Regular.ttc",
    "opentype/noto/NotoSerifCJK-Bold.ttc", "truetype/babelstone/BabelStoneHan.ttf")]
HAN_BRUSH = [ROOT + "truetype/" + name for name in (
    "kouzan-mouhitsu/kouzan-mouhitsu-gyosho.ttf", "kouzan-mouhitsu/kouzan-mouhitsu.ttf",
    "aoyagi-kouzan-t/AoyagiKouzanT.ttf", "cns11643/TW-Kai-98_1.ttf")]


@lru_cache(maxsize=400)
def font(path, size):
    return ImageFont.truetype(path, size)


@lru_cache
def latin_words():
    texts = [path.read_text(encoding="utf-8") for folder in ("quoc-ngu-print", "french", "newspaper")
             for path in sorted((TRUTH / folder).rglob("*.txt"))]
    return " ".join(texts).split()


@lru_cache
def han_characters():
    texts = [path.read_text(encoding="utf-8") for folder in ("han-nom-woodblock", "manuscript")
             for path in sorted((TRUTH / folder).rglob("*.txt"))]
    return [c for c in "".join(texts) if "\u4e00" <= c <= "\u9fa5"]
