"""How pictures look: colours, letters, and where text goes."""

# matplotlib does not type its keyword arguments.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from textwrap import fill
from typing import Any

from matplotlib import colormaps, font_manager
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text

from thuocdo._thuocdo import shown

INK = "#1a1a1a"
GREY = "#595959"
PALE = "#e4e4e4"
OPEN_HATCH = "/////"

# Okabe and Ito's hues, darkened until text in them reads on white (4.5 to 1 or more); each has a marker of its own.
SERIES = (("#005b96", "o"), ("#a84300", "s"), ("#00664a", "^"), ("#8a3d72", "D"), ("#000000", "v"))
RAISED, LOWERED = "#005b96", "#a84300"

# DejaVu Sans comes with matplotlib and has every Vietnamese letter.
LAST_RESORT = "DejaVu Sans"


def level_colours(count: int) -> list[str]:
    """A colour a level, from light to dark: also in grey, and to the colour-blind, a higher level is a darker one."""
    steps = [0.88 - 0.76 * nth / max(count - 1, 1) for nth in range(count)]
    return [to_hex(colormaps["cividis"](step)) for step in steps]


def ink_on(colour: Any) -> str:
    """Black or white, whichever reads better on a colour."""
    return "black" if contrast(colour, "black") >= contrast(colour, "white") else "white"


def contrast(one: Any, other: Any) -> float:
    """The contrast of two colours, from 1 to 21, by WCAG 2.

    >>> round(contrast("white", "black"), 1)
    21.0
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def wrapped(text: str, width: int) -> str:
    """A text in lines of at most so many letters; a longer word is broken."""
    return fill(composed(text), width)


def composed(text: str) -> str:
    """A text with its letters composed (NFC), because fonts set marks that stand apart badly.

    What cannot be seen is written out.
    """
    return unicodedata.normalize("NFC", shown(text))


def new_axes(ax: Axes | None, size: tuple[float, float], **subplot: Any) -> Axes:
    """The Axes that is given, or that of a new pyplot figure of a size in inches."""
    if ax is not None:
        return ax
    from matplotlib import pyplot

    figure: Figure = pyplot.figure(figsize=size, layout="constrained")
    figure.add_subplot(**subplot)
    return figure.axes[0]


def bare(ax: Axes) -> None:
    """Takes away ticks and the box around the picture; the labels stay."""
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)


def legend(ax: Axes, keys: Sequence[Artist], columns: int = 1, drop: float = 4) -> None:
    """Explains the picture below it, so many letters' heights further down, where nothing is covered."""
    ax.legend(
        handles=list(keys), loc="upper left", bbox_to_anchor=(0, 0), borderaxespad=drop, borderpad=0,
        ncols=columns, fontsize=9, frameon=False, labelcolor=INK, handlelength=2.5,
    )  # fmt: skip


def finish(ax: Axes, title: str, width: int = 80) -> Axes:
    """Titles the picture, and sets its letters in a font that has them all."""
    ax.set_title(wrapped(title, width), loc="left", fontsize=12, fontweight="bold", color=INK, pad=12)
    axes = [ax, *(child for child in ax.figure.axes if getattr(child, "_colorbar", None) is not None)]
    texts = [text for one in axes for text in one.findobj(Text)]
    family = font({letter for text in texts for letter in text.get_text()})
    for one in axes:
        one.tick_params(labelfontfamily=family)
    for text in texts:
        text.set_fontfamily(family)
        text.set_parse_math(False)
    return ax


def font(letters: Iterable[str]) -> str:
    """The first of the caller's families that has these letters and those of Vietnamese; else the last resort."""
    wanted = {ord(letter) for letter in letters if not letter.isspace()} | {ord(letter) for letter in _VIETNAMESE}
    for family in font_manager.FontProperties().get_family():
        path = font_manager.findfont(font_manager.FontProperties(family=[family]))
        if wanted <= FT2Font(path).get_charmap().keys():
            return family
    return LAST_RESORT


def _luminance(colour: Any) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_SMALL = "ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_VIETNAMESE = _SMALL + _SMALL.upper()
