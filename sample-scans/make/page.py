"""Sets horizontal Latin lines on a page and keeps the truth of what it drew. Lengths in pixels at 300 ppi."""
import unicodedata

from PIL import Image, ImageDraw

from fonts import DIDOT, DIDOT_BOLD


class Page:
    """mask: the ink, 0 none to 255 full. lines: the text drawn, in reading order."""

    def __init__(self, width=1240, height=1750):
        self.width, self.height = width, height
        self.mask = Image.new("L", (width, height), 0)
        self.draw = ImageDraw.Draw(self.mask)
        self.lines = []

    def line(self, text, x, y, size, bold=False, width=None):
        """Draws one line on the baseline y; its words are spread over `width` when given."""
        assert text == unicodedata.normalize("NFC", text), text
        font = (DIDOT_BOLD if bold else DIDOT).at(size, text)
        words = text.split(" ")
        space = font.getlength(" ")
        if width and len(words) > 1:
            spread = (width - sum(map(font.getlength, words))) / (len(words) - 1)
            space = min(spread, 2.5 * space)  # a line of few long words stays ragged
        for word in words:
            self.draw.text((x, y), word, fill=255, font=font, anchor="ls")
            x += font.getlength(word) + space
        self.lines.append(text)

    def centred(self, text, y, size, bold=False, middle=None):
        length = (DIDOT_BOLD if bold else DIDOT).at(size, text).getlength(text)
        self.line(text, (middle or self.width / 2) - length / 2, y, size, bold)

    def verse(self, lines, x, y, size, leading):
        """Six-syllable lines are set in by one em, as printers did; an empty line is a half-line gap."""
        for text in lines:
            if not text:
                y += leading // 2
                continue
            self.line(text, x + (size if len(text.split()) == 6 else 0), y, size)
            y += leading
        return y

    def prose(self, paragraphs, x, y, width, size, leading):
        for paragraph in paragraphs:
            indent = size
            for text, last in broken(paragraph, DIDOT.at(size, paragraph), width, indent):
                self.line(text, x + indent, y, size, width=None if last else width - indent)
                indent, y = 0, y + leading
        return y

    def rule(self, x0, x1, y, thick=3):
        self.draw.rectangle((x0, y, x1, y + thick - 1), fill=255)


def broken(paragraph, font, width, indent):
    """Yields (line, is the last one), greedily filled; the first is shorter by the indent."""
    room, line = width - indent, ""
    # French sets a space before « ; » : it must not begin a line.
    for word in paragraph.replace(" ;", "\u00a0;").split(" "):
        longer = f"{line} {word}".strip()
        if font.getlength(longer) > room:
            yield line.replace("\u00a0", " "), False
            room, line = width, word
        else:
            line = longer
    yield line.replace("\u00a0", " "), True
