"""The Latin-script batches: which text goes on which page, and how each page has aged."""
import text
from batch import Batch, File
from page import Page
from paper import Look

CREAM = (0.93, 0.88, 0.76)
GREY = (0.86, 0.83, 0.76)     # cheap newsprint
BROWN = (0.87, 0.78, 0.62)
PALE = (0.94, 0.91, 0.83)


def verse_page(lines, number, head=None, title=None, height=1750):
    page = Page(height=height)
    y = 210
    if title:
        page.centred(title, y + 60, 84, bold=True)
        page.rule(520, 720, y + 115)
        y += 240
    elif head:
        page.centred(head, 140, 38)
        page.rule(150, 1090, 160, 2)
        y = 250
    page.verse(lines, 165, y, 48, 70)
    page.centred(f"— {number} —", height - 70, 38)
    return page


def kieu():
    head = "TRUYỆN KIỀU"
    pages = [
        verse_page(text.KIEU[:16], 1, title="KIM VÂN KIỀU"),
        verse_page(text.KIEU[16:36], 2, head),
        verse_page(text.KIEU[36:56], 3, head),
        Page(),
        verse_page(text.KIEU[56:76], 5, head),
    ]
    looks = [Look(), Look(stain=0.13), Look(skew=3.2), Look(through=0.05), Look(wear=0.4, tone=BROWN)]
    ends = ["tif", "jpg", "tif", "jpg", "png"]
    return Batch(
        "quoc-ngu-print", "KIEU-1911",
        [File(f"KIEU-1911_{n:03}.{end}", [page], [look])
         for n, (page, look, end) in enumerate(zip(pages, looks, ends), 1)],
        sheet={
            "shelfmark": "VNv.63", "title": "Truyện Kiều (quốc ngữ)", "collection": "Sách quốc ngữ",
            "creator": "Nguyễn Du", "date": "1911", "language": "vi", "expectedPages": 5,
            "publish": "on-completion",
        })


def song_chet():
    pages = []
    for number, paragraphs in enumerate(text.SONG_CHET, 1):
        page = Page(height=1540)
        y = 210
        if number == 1:
            page.centred("SỐNG CHẾT MẶC BAY", 270, 70, bold=True)
            page.rule(520, 720, 320)
            y = 430
        page.prose(paragraphs, 130, y, 980, 48, 72)
        page.centred(f"— {number} —", page.height - 70, 38)
        pages.append(page)
    names = ["SONGCHET-1918_001.jpg", "SONGCHET-1918_002.jpg"]
    looks = [Look(tone=PALE), Look(tone=PALE, turned=True)]
    return Batch(
        "quoc-ngu-print", "SONGCHET-1918",
        [File(name, [page], [look]) for name, page, look in zip(names, pages, looks)],
        rows=[(name, "R.4127", "Sống chết mặc bay", "Sách quốc ngữ", n) for n, name in enumerate(names, 1)])


def spread():
    page = Page(2300, 1640)
    for lines, number, x in ((text.CA_DAO_LEFT, 24, 120), (text.CA_DAO_RIGHT, 25, 1300)):
        middle = x + 425
        page.centred("CA DAO", 140, 38, middle=middle)
        page.verse(lines, x, 270, 44, 78)
        page.centred(f"— {number} —", 1560, 38, middle=middle)
    return Batch(
        "quoc-ngu-print", "SPREAD-1930",
        [File("SPREAD-1930_001.jpg", [page], [Look(gutter=0.5, through=0.07, bend=5)])],
        sheet={
            "shelfmark": "R.6318", "title": "Ca dao (trang đôi)", "collection": "Sách quốc ngữ",
            "date": "1930", "language": "vi", "order": "left-to-right", "publish": "on-completion",
        })


def chinh_phu():
    parts = text.CHINH_PHU[:12], text.CHINH_PHU[12:26], text.CHINH_PHU[26:40]
    pages = [verse_page(part, n, "CHINH PHỤ NGÂM", "CHINH PHỤ NGÂM" if n == 1 else None, height=1480)
             for n, part in enumerate(parts, 1)]
    return Batch(
        "quoc-ngu-print", "PDF-1926",
        [File("PDF-1926_001.pdf", pages, [Look(tone=GREY), Look(tone=GREY, skew=-0.8), Look(tone=GREY)])],
        sheet={
            "shelfmark": "R.2254", "title": "Chinh phụ ngâm", "collection": "Sách quốc ngữ",
            "date": "1926", "language": "vi", "expectedPages": 3, "publish": "after-verification",
        })


def cung_oan():
    parts = text.CUNG_OAN[:8], text.CUNG_OAN[8:20], text.CUNG_OAN[20:30]
    pages = [verse_page(part, n, "CUNG OÁN", "CUNG OÁN NGÂM KHÚC" if n == 1 else None, height=1330)
             for n, part in enumerate(parts, 1)]
    return Batch(
        "quoc-ngu-print", "TIFF-NHIEU-TRANG",
        [File("TIFF-NHIEU-TRANG_001.tif", pages, [Look(), Look(skew=0.7), Look(stain=0.14)])])


def hong():
    good = verse_page(text.VAN_TIEN[:16], 1, "LỤC VÂN TIÊN", height=1560)
    lost = verse_page(text.VAN_TIEN[16:], 2, "LỤC VÂN TIÊN", height=1560)
    return Batch(
        "quoc-ngu-print", "HONG",
        [File("HONG_001.jpg", [good], [Look(tone=BROWN)]),
         File("HONG_002.tif", [lost], [Look(tone=BROWN)], broken=True)],
        sheet={
            "shelfmark": "VNv.128", "title": "Lục Vân Tiên (quốc ngữ, có tệp hỏng)",
            "collection": "Sách quốc ngữ", "creator": "Nguyễn Đình Chiểu", "language": "vi",
            "publish": "on-completion",
        })


def newspaper():
    pages = []
    for number, news in enumerate(text.NEWS, 1):
        page = Page(1640, 1660)
        y = 170
        if number == 1:
            page.centred("HỒNG-HÀ NHẬT-BÁO", 190, 108, bold=True)
            page.rule(110, 1530, 232, 6)
            page.centred("Số 118 — Thứ năm, 16 Octobre 1924 — Giá bán: 4 xu", 290, 40)
            y = 320
        page.rule(110, 1530, y)
        page.centred(news["headline"], y + 105, 76, bold=True)
        page.rule(620, 1020, y + 145)
        top, bottom = y + 240, []
        for x, paragraphs in zip((110, 850), news["columns"]):
            bottom.append(page.prose(paragraphs, x, top, 680, 46, 66))
        page.draw.rectangle((819, top - 40, 821, max(bottom) - 40), fill=255)
        pages.append(page)
    return Batch(
        "newspaper", "BAO-1924",
        [File("BAO-1924_001.jpg", [pages[0]], [Look(tone=GREY, stain=0.13, wear=0.35)]),
         File("BAO-1924_002.png", [pages[1]], [Look(tone=GREY, wear=0.35, skew=-0.6)])],
        sheet={
            "shelfmark": "R.J.77", "title": "Hồng-Hà nhật-báo, số 118", "collection": "Báo chí",
            "date": "1924-10-16", "language": "vi", "expectedPages": 2, "publish": "after-verification",
        })


def tonkin():
    pages = []
    for number, paragraphs in enumerate(text.TONKIN, 1):
        page = Page(height=1500)
        page.centred("NOTES DE VOYAGE AU TONKIN", 150, 40)
        page.rule(520, 720, 175)
        page.prose(paragraphs, 130, 290, 980, 48, 72)
        page.centred(str(number + 40), page.height - 70, 38)
        pages.append(page)
    return Batch(
        "french", "TONKIN-1898",
        [File("TONKIN-1898_001.jpg", [pages[0]], [Look(tone=PALE)]),
         File("TONKIN-1898_002.tif", [pages[1]], [Look(tone=PALE, stain=0.12)])],
        sheet={
            "shelfmark": "R.J.1043", "title": "Notes de voyage au Tonkin", "collection": "Sách tiếng Pháp",
            "date": "1898", "language": "fr", "expectedPages": 2, "publish": "on-completion",
        })


ALL = kieu, song_chet, spread, chinh_phu, cung_oan, hong, newspaper, tonkin
