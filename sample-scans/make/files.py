"""Writes page images in the formats a library's scanner hands over, all tagged 300 pixels per inch."""
import time

PPI = (300, 300)
STEP = 10  # grey levels merged: keeps a losslessly packed page near 300 KB


def tiff(path, images):
    # Both packings are met in the wild.
    packing = "tiff_lzw" if len(images) == 1 else "tiff_adobe_deflate"
    first, *others = [grey(image) for image in images]
    first.save(path, compression=packing, dpi=PPI, save_all=bool(others), append_images=others)


def jpeg(path, image, quality=72):
    image.save(path, quality=quality, dpi=PPI)


def png(path, image):
    grey(image).save(path, dpi=PPI, optimize=True)


def pdf(path, images):
    first, *others = images
    # A fixed date, so that a second run gives the same bytes.
    day = time.gmtime(0)
    first.save(path, save_all=True, append_images=others, resolution=PPI[0], quality=72,
               creationDate=day, modDate=day)


def broken(path, image):
    """A TIFF whose second half never arrived; its directory was at the end, so no reader can decode it."""
    tiff(path, [image])
    data = path.read_bytes()
    path.write_bytes(data[:len(data) // 2])


def grey(image):
    return image.convert("L").point(lambda v: min(255, round(v / STEP) * STEP))
