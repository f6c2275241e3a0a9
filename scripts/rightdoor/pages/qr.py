"""QR codes as the path of an SVG, quickly enough for ten thousand sheets.

segno makes a code in 0.8 milliseconds and its SVG in another 0.4, which is more than the rest of a sheet. Here segno
draws, once for each size, what is the same in all codes (finders, timing, format); what differs, the codewords in
their places, is worked out with tables and whole numbers in 0.09 milliseconds. Level M, the byte mode and mask 3 are
fixed: a reader decodes any mask, and choosing the prettiest of eight costs most. Tests hold every module against
segno's own (docs/decisions/0142-codes-to-scan.md). Rules: ISO/IEC 18004:2015, 7.4 to 7.8.
"""

from collections.abc import Callable, Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

import segno
from segno import consts

QUIET = 4
"""The empty margin in modules that a reader needs."""

MASK = 3
BLOCKS = {
    1: (10, (16,)),
    2: (16, (28,)),
    3: (26, (44,)),
    4: (18, (32, 32)),
    5: (24, (43, 43)),
    6: (16, (27, 27, 27, 27)),
    7: (18, (31, 31, 31, 31)),
    8: (22, (38, 38, 39, 39)),
}
"""By version: correcting codewords of each block, and data codewords of the blocks (table 9, level M)."""

LONGEST = sum(BLOCKS[8][1]) - 2
"""Longer addresses, in bytes, would need a code too fine for a cheap printer."""


class Symbol(NamedTuple):
    """What all codes of a version share; `arrange` puts the bits of a code, and "01", into rows of modules."""

    version: int
    width: int
    room: int
    mask: int
    arrange: Callable[[str], tuple[str, ...]]


class Drawn(NamedTuple):
    """A code: the width of its picture with the margin, and the path of its dark modules, to be stroked one high."""

    width: int
    path: str


def qr(address: str) -> Drawn:
    """The code of an address; ValueError when it is longer than LONGEST bytes."""
    symbol = symbol_for(len(address.encode()))
    return Drawn(symbol.width + 2 * QUIET, "".join(_path(modules(address), symbol.width)))


def modules(address: str) -> str:
    """The rows of a code one after another, "1" for dark."""
    data = address.encode()
    symbol = symbol_for(len(data))
    words = _with_correction(_data_words(data, symbol.version), symbol.version)
    spare = symbol.room - 8 * len(words)
    bits = (int.from_bytes(words, "big") << spare) ^ symbol.mask
    return "".join(symbol.arrange(f"{bits:0{symbol.room}b}01"))


def symbol_for(length: int) -> Symbol:
    """The smallest symbol that holds so many bytes; ValueError when none does."""
    for version, (_, blocks) in BLOCKS.items():
        if length <= sum(blocks) - 2:
            return _symbol(version)
    raise ValueError(f"{length} bytes are too long for a code")


@cache
def _symbol(version: int) -> Symbol:
    blank = segno.make("-", version=version, error="m", mode="byte", mask=MASK, boost_error=False)
    kinds = [list(row) for row in blank.matrix_iter(border=0, verbose=True)]
    width = len(kinds)
    places = list(_places(kinds))
    order = {place: number for number, place in enumerate(places)}
    end = len(places)
    source = [
        order[row, column] if (row, column) in order else end + (kinds[row][column] >> 8 > 0)
        for row in range(width)
        for column in range(width)
    ]
    mask = "".join("1" if (row + column) % 3 == 0 else "0" for row, column in places)
    return Symbol(version, width, end, int(mask, 2), itemgetter(*source))


def _places(kinds: list[list[int]]) -> Iterator[tuple[int, int]]:
    """The modules for codewords in their order: two columns at a time from the right, up and down in turn."""
    width, upwards = len(kinds), True
    for right in (*range(width - 1, 6, -2), 5, 3, 1):
        for row in reversed(range(width)) if upwards else range(width):
            yield from ((row, column) for column in (right, right - 1) if _is_free(kinds, row, column))
        upwards = not upwards


def _is_free(kinds: list[list[int]], row: int, column: int) -> bool:
    """Whether a module is for codewords; segno 1.6.6 calls one of them, left of the upper right format, format too."""
    data = (consts.TYPE_DATA_DARK, consts.TYPE_DATA_LIGHT)
    return kinds[row][column] in data or (row, column) == (8, len(kinds) - 9)


def _data_words(data: bytes, version: int) -> bytes:
    """Mode, length, the bytes, an end, and filling."""
    room = sum(BLOCKS[version][1])
    start = (0b0100 << 8 | len(data)) << (8 * len(data)) | int.from_bytes(data, "big")
    words = (start << 4).to_bytes(len(data) + 2, "big")
    return words + (b"\xec\x11" * (room // 2 + 1))[: room - len(words)]


def _with_correction(words: bytes, version: int) -> bytes:
    """The data and correcting codewords of all blocks in turn."""
    degree, sizes = BLOCKS[version]
    blocks, at = [], 0
    for size in sizes:
        blocks.append(words[at : at + size])
        at += size
    longest = max(sizes)
    data = bytes(block[index] for index in range(longest) for block in blocks if index < len(block))
    corrections = [_correction(block, degree).to_bytes(degree, "big") for block in blocks]
    return data + bytes(byte for column in zip(*corrections, strict=True) for byte in column)


def _correction(block: bytes, degree: int) -> int:
    """What remains of the data when divided by the generator of that degree: Reed-Solomon over bytes."""
    table, top, keep = _remainders(degree), 8 * (degree - 1), (1 << (8 * degree)) - 1
    rest = 0
    for byte in block:
        rest = (rest << 8 & keep) ^ table[rest >> top ^ byte]
    return rest


@cache
def _remainders(degree: int) -> tuple[int, ...]:
    """For each byte, what it leaves when it stands one place above the generator's degree."""
    generator = [1]
    for power in range(degree):
        root = _power(power)
        shifted = [*generator, 0]
        generator = [one ^ _times(root, other) for one, other in zip(shifted, [0, *generator], strict=True)]
    lower = generator[1:]
    return tuple(int.from_bytes(bytes(_times(byte, each) for each in lower), "big") for byte in range(256))


def _times(one: int, other: int) -> int:
    """The product of two bytes in the field of the standard."""
    product = 0
    while other:
        product ^= one * (other & 1)
        one, other = one << 1 ^ (0x11D if one & 0x80 else 0), other >> 1
    return product


def _power(exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = _times(value, 2)
    return value


def _path(dark: str, width: int) -> Iterator[str]:
    """Strokes for the dark modules of each row, eight modules at a time."""
    yield f"M{QUIET} {QUIET}.5"
    pieces, padding = _pieces(), "0" * (-width % 8)
    back = f"m-{width + len(padding)} 1"
    for start in range(0, len(dark), width):
        row = dark[start : start + width] + padding
        yield from (pieces[row[at : at + 8]] for at in range(0, len(row), 8))
        yield back


@cache
def _pieces() -> dict[str, str]:
    """For each row of eight modules its strokes, ending at the eighth."""
    return {f"{number:08b}": _strokes(f"{number:08b}") for number in range(256)}


def _strokes(row: str) -> str:
    parts, at = [], 0
    while at < len(row):
        end = at
        while end < len(row) and row[end] == row[at]:
            end += 1
        parts.append(f"h{end - at}" if row[at] == "1" else f"m{end - at} 0")
        at = end
    return "".join(parts)
