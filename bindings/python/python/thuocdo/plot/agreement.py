"""Self against external assessment of many institutions."""

# matplotlib does not type its keyword arguments.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from thuocdo import _thuocdo
from thuocdo._numbers import number
from thuocdo.errors import Lang
from thuocdo.framework import Framework
from thuocdo.plot import _style as style
from thuocdo.plot._framework import Item, group_title, points, shape
from thuocdo.plot._table import Data, Range, table
from thuocdo.plot._words import say

_LOOKS = {
    "same": (style.GREY, "o"),
    "raised": (style.RAISED, "^"),
    "lowered": (style.LOWERED, "v"),
    "open": (style.INK, "x"),
}
"""Colour and marker of what became of a level."""


@dataclass(frozen=True)
class _Pair:
    own: Range
    external: Range
    levels: tuple[Range, Range]
    movement: str


def agreement(
    framework: Framework, own: Data, external: Data, *, group: str, ax: Axes | None = None, lang: Lang = "vi"
) -> Axes:
    """Draws a group's points of each institution by both assessments, with the diagonal and the edges of levels.

    Institutions are paired by code and period; who is on one side only is not drawn. Points that are not known are
    lines from the lowest to the highest.

    Args:
        framework: that of both.
        own: scorecards or a scored frame of the self-assessments.
        external: the same of the external assessments.
        group: the code of the group.
        ax: where to draw.
        lang: ``vi`` or ``en``.

    Returns:
        The Axes: own points to the right, external ones upwards, and in the title how many institutions are drawn and
        Cohen's kappa of their levels. Markers say whether the level is the same, raised,
        lowered or undetermined on either side.

    Raises:
        ValueError: a card of another framework, a column or group that is not there, an institution said twice on a
            side, or nobody on both.
    """
    drawn = shape(framework).group(group)
    sides = _side(framework, own, group), _side(framework, external, group)
    pairs = [_pair(ours, sides[1][key]) for key, ours in sides[0].items() if key in sides[1]]
    if not pairs:
        raise ValueError("nobody is on both sides: institutions are paired by code and period")
    ax = style.new_axes(ax, (7.4, 8.4))
    _draw_frame(ax, drawn, lang)
    keys = [_draw(ax, movement, [pair for pair in pairs if pair.movement == movement], lang) for movement in _LOOKS]
    diagonal = Line2D([], [], color=style.INK, linewidth=1, label=say("equal", lang))
    edge = Line2D([], [], color=style.GREY, linewidth=0.8, linestyle="--", label=say("band_edge", lang))
    style.legend(ax, [*keys, diagonal, edge], columns=2)
    return style.finish(ax, _title(drawn, pairs, lang), 52)


def _title(group: Item, pairs: list[_Pair], lang: Lang) -> str:
    """The group, how many institutions are drawn, and Cohen's kappa of their levels where it has a meaning."""
    title, n = group_title(group, lang), len(pairs)
    levels = [tuple((int(low), int(high)) for low, high in pair.levels) for pair in pairs]
    kappa = _thuocdo.kappa(max(group.levels), levels)
    if kappa is None:
        return say("n", lang, title=title, n=n)
    return say("kappa", lang, title=title, n=n, kappa=number(Decimal(kappa), lang, 2))


_Scored = tuple[Range, Range]
"""Points and levels."""


def _side(framework: Framework, data: Data, group: str) -> Mapping[tuple[object, object], _Scored]:
    given = table(framework, data)
    keys = zip(map(_thuocdo.code_key, given.column("institution.code")), given.column("period"), strict=True)
    scored: dict[tuple[object, object], _Scored] = {}
    for key, score, level in zip(keys, given.scores(f"group.{group}"), given.levels(f"group.{group}"), strict=True):
        if score is None or level is None:
            continue
        if key in scored:
            raise ValueError(f"institution {key[0]!r} is there twice in period {key[1]!r}")
        scored[key] = score, level
    return scored


def _pair(ours: _Scored, theirs: _Scored) -> _Pair:
    (before, exact_before), (after, exact_after) = ((level[0], level[0] == level[1]) for _, level in (ours, theirs))
    if not (exact_before and exact_after):
        movement = "open"
    else:
        movement = "same" if before == after else "raised" if before < after else "lowered"
    return _Pair(ours[0], theirs[0], (ours[1], theirs[1]), movement)


def _draw(ax: Axes, movement: str, pairs: list[_Pair], lang: Lang) -> Artist:
    colour, marker = _LOOKS[movement]
    for pair in pairs:
        (left, right), (low, high) = (tuple(map(float, ends)) for ends in (pair.own, pair.external))
        if left < right:
            ax.hlines(low, left, right, color=colour, linewidth=1, alpha=0.5, zorder=2)
        if low < high:
            ax.vlines(left, low, high, color=colour, linewidth=1, alpha=0.5, zorder=2)
    across, up = [float(pair.own[0]) for pair in pairs], [float(pair.external[0]) for pair in pairs]
    label = f"{say(f'level_{movement}', lang)}: {len(pairs)}"
    face = "none" if movement == "same" else colour
    drawn = ax.plot(
        across, up, linestyle="", marker=marker, markersize=6, color=colour, markerfacecolor=face, label=label, zorder=3
    )
    return drawn[0]


def _draw_frame(ax: Axes, group: Item, lang: Lang) -> None:
    largest = float(group.max)
    ax.plot([0, largest], [0, largest], color=style.INK, linewidth=1, zorder=1)
    for edge in group.edges:
        ax.axvline(float(edge), color=style.GREY, linewidth=0.8, linestyle="--", zorder=1)
        ax.axhline(float(edge), color=style.GREY, linewidth=0.8, linestyle="--", zorder=1)
    marks = sorted({0.0, largest, *map(float, group.edges)})
    texts = [number(points(mark), lang) for mark in marks]
    ax.set_xticks(marks, texts, fontsize=9, color=style.INK)
    ax.set_yticks(marks, texts, fontsize=9, color=style.INK)
    ax.set_xlim(-0.02 * largest, 1.02 * largest)
    ax.set_ylim(-0.02 * largest, 1.02 * largest)
    ax.set_aspect("equal")
    ax.set_xlabel(f"{say('self', lang)} ({say('points', lang).lower()})", fontsize=9, color=style.INK)
    ax.set_ylabel(f"{say('external', lang)} ({say('points', lang).lower()})", fontsize=9, color=style.INK)
    for spine in ax.spines.values():
        spine.set_color("#c8c8c8")
