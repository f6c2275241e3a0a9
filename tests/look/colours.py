"""The arithmetic of seeing: contrast as WCAG 2.2 counts it, colours as colour-blind people see them, how far apart.

Colour blindness is that of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, severity 1.0, linear light.
Distance is that of Oklab (Ottosson, 2020) times a hundred: black and white are 100 apart.
"""

from __future__ import annotations

from itertools import pairwise

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

SIGHTS: dict[str, Matrix] = {
    "usual sight": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,  # the luminance of WCAG: what a black and white print leaves
}
"""How each sees a colour of linear light."""

_TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def linear(colour: str) -> Rgb:
    """A colour of three or six hex digits as amounts of light from 0 to 1."""
    digits = colour.removeprefix("#")
    digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
    red, green, blue = (_light(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, "contrast ratio"): from 1 to 21."""
    dark, light = sorted(_turned(SIGHTS["grey"], linear(each))[0] for each in (one, other))
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str, sight: str) -> float:
    """How far apart two colours are to a kind of sight, of 100."""
    first, second = (_lab(_turned(SIGHTS[sight], linear(each))) for each in (one, other))
    return 100 * float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5)


def lightness(colour: str) -> float:
    """How light a colour is to the eye, from 0 (black) to 100."""
    return 100 * _lab(linear(colour))[0]


def steps(colours: list[str], sight: str) -> list[float]:
    """How far each colour of a row is from the next."""
    return [distance(one, other, sight) for one, other in pairwise(colours)]


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _turned(matrix: Matrix, colour: Rgb) -> Rgb:
    first, second, third = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return first, second, third


def _lab(colour: Rgb) -> Rgb:
    red, green, blue = (max(0.0, min(1.0, part)) for part in colour)
    cones = _turned(_TO_CONES, (red, green, blue))
    long, middle, short = (part ** (1 / 3) for part in cones)
    return _turned(_TO_LAB, (long, middle, short))
