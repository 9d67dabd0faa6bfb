"""Finds Debian's fonts, and refuses to draw a character that a font lacks."""
from functools import cached_property
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont


class Face:
    def __init__(self, package, *paths):
        """paths: font files tried in turn, character by character."""
        self.paths = [Path("/usr/share/fonts") / path for path in paths]
        for path in self.paths:
            if not path.exists():
                raise SystemExit(f"missing font {path}: apt-get install {package}")
        self._sized = {}

    @cached_property
    def _characters(self):
        return [set(TTFont(path).getBestCmap()) for path in self.paths]

    def at(self, pixels, text):
        """The font, `pixels` to the em, whose file has every character of the text."""
        for index, characters in enumerate(self._characters):
            if all(ord(c) in characters for c in text):
                key = index, pixels
                if key not in self._sized:
                    # Basic layout draws the same pixels with or without libraqm.
                    self._sized[key] = ImageFont.truetype(
                        str(self.paths[index]), pixels, layout_engine=ImageFont.Layout.BASIC)
                return self._sized[key]
        raise SystemExit(f"{self.paths[0].name} cannot draw: {text}")


DIDOT = Face("fonts-gfs-didot", "opentype/didot/GFSDidot.otf")
DIDOT_BOLD = Face("fonts-gfs-didot", "opentype/didot/GFSDidotBold.otf")
KAI = Face("fonts-cns11643-kai", "truetype/cns11643/TW-Kai-98_1.ttf", "truetype/cns11643/TW-Kai-Ext-B-98_1.ttf")
MINCHO = Face("fonts-hanazono", "truetype/hanazono/HanaMinA.ttf")
BRUSH = Face("fonts-kouzan-mouhitsu", "truetype/kouzan-mouhitsu/kouzan-mouhitsu-gyosho.ttf")
