"""Photographs small enough to be kept, and whether two of them show the same.

A picture is kept in a few dozen colours: the flat ones exactly, the blends at the edges of letters nearly. What was
just taken is cut down in the same way before it is compared, so that where nothing changed the two are equal.
"""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops

FLAT = 12
"""So many of the commonest colours are kept exactly: grounds, lines, words."""

COLOURS = 48
APART = 22
"""The other colours are kept where they are so far, in one channel of 255, from those that are kept already."""

SEEN, SEEN_SHARE = 12, 0.0002
"""A pixel that differs by more is seen; so many of them make another picture."""

SHIFTED, SHIFTED_SHARE = 5, 0.02
"""A ground that differs by more is another ground, where it is that much of the picture."""

Colour = tuple[int, int, int]


class Difference(NamedTuple):
    """How two pictures differ, in words, and a picture of where."""

    words: str
    picture: Image.Image


def reduced(picture: Image.Image) -> Image.Image:
    """The picture in the few colours in which it is kept; the same for the same picture."""
    colours = picture.convert("RGB").getcolors(picture.width * picture.height) or []
    common = [colour for _, colour in sorted(colours, reverse=True)[:400]]
    palette = Image.new("P", (1, 1))
    kept = _kept(each for each in common if isinstance(each, tuple))
    palette.putpalette([channel for colour in kept for channel in colour])
    return picture.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE)


def _kept(common: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    kept: list[tuple[int, ...]] = []
    for colour in common:
        far = all(max(abs(a - b) for a, b in zip(colour, other, strict=True)) > APART for other in kept)
        if far or len(kept) < FLAT:
            kept.append(colour)
        if len(kept) == COLOURS:
            break
    return kept


def png_of(picture: Image.Image) -> bytes:
    """A reduced picture as it is kept."""
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def difference(kept: Path, taken: Image.Image) -> Difference | None:
    """How a picture that was just taken differs from the one that is kept; None where nobody would see it."""
    if not kept.is_file():
        return Difference("there is no photograph of it", taken)
    with Image.open(kept) as opened:
        before = opened.convert("RGB")
    after = reduced(taken).convert("RGB")
    if before.size != after.size:
        return Difference(f"{_size(before)} before, {_size(after)} now", after)
    if before.tobytes() == after.tobytes():
        return None
    most = _largest_channel(ImageChops.difference(before, after))
    pixels, counted = before.width * before.height, most.histogram()
    seen, shifted = sum(counted[SEEN:]), sum(counted[SHIFTED:])
    if seen <= pixels * SEEN_SHARE and shifted <= pixels * SHIFTED_SHARE:
        return None
    counts, least = (seen, SEEN) if seen > pixels * SEEN_SHARE else (shifted, SHIFTED)
    return Difference(f"{counts} of {pixels} pixels", _marked(after, most, least))


def _largest_channel(picture: Image.Image) -> Image.Image:
    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _marked(picture: Image.Image, most: Image.Image, least: int) -> Image.Image:
    """The picture faintly, with what differs by at least so much in a loud colour."""
    faint = Image.blend(picture, Image.new("RGB", picture.size, "white"), 0.75)
    where = most.point(lambda value: 255 if value >= least else 0)
    return Image.composite(Image.new("RGB", picture.size, (230, 0, 120)), faint, where)


def _size(picture: Image.Image) -> str:
    return f"{picture.width} by {picture.height} pixels"
