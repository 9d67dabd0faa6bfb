"""Sets vertical Hán-Nôm columns, right to left, and keeps the truth of what it drew. Lengths in pixels at 300 ppi."""
from PIL import Image, ImageDraw

from fonts import KAI


class Leaf:
    """mask: the ink, 0 none to 255 full. lines: the text drawn, one column (or half-column) a line."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.mask = Image.new("L", (width, height), 0)
        self.draw = ImageDraw.Draw(self.mask)
        self.lines = []

    def glyph(self, character, face, size, x, y, turn=0.0):
        """Draws one character with its em box centred on (x, y), turned by `turn` degrees."""
        font = face.at(size, character)
        cell = Image.new("L", (2 * size, 2 * size), 0)
        ImageDraw.Draw(cell).text((size, size), character, fill=255, font=font, anchor="mm")
        if turn:
            cell = cell.rotate(turn, Image.BICUBIC)
        self.mask.paste(255, (round(x) - size, round(y) - size), cell)

    def run(self, text, face, size, x, y, pitch):
        """Draws characters downwards from the top y; returns the y below the last."""
        for character in text:
            self.glyph(character, face, size, x, y + pitch / 2)
            y += pitch
        return y

    def frame(self, x0, y0, x1, y1, columns):
        """A thick outer and a thin inner border with ruled columns; returns the columns' middles, right first."""
        self.draw.rectangle((x0, y0, x1, y1), outline=255, width=9)
        self.draw.rectangle((x0 + 17, y0 + 17, x1 - 17, y1 - 17), outline=255, width=3)
        left, right = x0 + 20, x1 - 20
        step = (right - left) / columns
        for i in range(1, columns):
            self.rule(left + i * step, y0 + 17, y1 - 17)
        return [right - (i + 0.5) * step for i in range(columns)]

    def rule(self, x, y0, y1):
        self.draw.line((x, y0, x, y1), fill=255, width=3)

    def heart(self, x0, x1, y0, y1, title, number):
        """The 版心: the strip at the fold with fishtail, title and leaf number. Furniture, so not in the truth."""
        middle, depth = (x0 + x1) / 2, (y1 - y0) / 5
        self.rule(x0, y0, y1)
        self.rule(x1, y0, y1)
        for y, way in ((y0 + depth, 1), (y1 - depth, -1)):
            self.draw.polygon(((x0, y), (x1, y), (x1, y + 62 * way), (middle, y + 28 * way), (x0, y + 62 * way)), fill=255)
        self.run(title, KAI, 56, middle, y0 + depth + 90, 66)
        self.run(number, KAI, 50, middle, y1 - depth - 150, 62)
