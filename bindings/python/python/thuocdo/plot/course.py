"""One institution's groups from period to period."""

# matplotlib does not type its keyword arguments.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke

from thuocdo._numbers import number, span
from thuocdo.errors import Lang
from thuocdo.framework import Framework
from thuocdo.plot import _style as style
from thuocdo.plot._framework import Item, Plain, Shape, group_title, plain, points, shape
from thuocdo.plot._words import say


def course(
    framework: Framework,
    course: Plain,
    *,
    groups: tuple[str, ...] | None = None,
    ax: Axes | None = None,
    lang: Lang = "vi",
) -> Axes:
    """Draws the points of groups over periods, on their bands, whose levels are named at the right.

    Points that are not known are a bar from the lowest to the highest. Lines join what is certain, and only where the
    core says that two periods compare: not over a merger, a split or a change of framework.

    Args:
        framework: that of the entries.
        course: the answer of ``Framework.course``.
        groups: codes of the groups to draw; all where it is None.
        ax: where to draw.
        lang: ``vi`` or ``en``.

    Returns:
        The Axes; entries stand at 0, 1, 2, … in their order, groups a little beside each other, points upwards.

    Raises:
        ValueError: groups with different bands (draw them one at a time), more than five groups, or an entry of a
            framework whose group has another maximum.
    """
    known, answer = shape(framework), plain(course)
    drawn = known.some(groups)
    if len({(group.edges, group.max, group.levels) for group in drawn}) > 1:
        raise ValueError("these groups have different bands: draw them one at a time")
    if len(drawn) > len(style.SERIES):
        raise ValueError(f"at most {len(style.SERIES)} groups can be told apart; {len(drawn)} are given")
    entries: Sequence[Mapping[str, Any]] = answer["entries"]
    ax = style.new_axes(ax, (max(8.0, 3.5 + 1.6 * len(entries)), 6.2))
    _draw_bands(ax, known, drawn[0], len(entries), lang)
    keys: list[Artist] = []
    compared = [step["kind"] == "comparable" for step in answer["steps"]]
    for nth, group in enumerate(drawn):
        keys.append(_draw_group(ax, group, nth, len(drawn), entries, compared, lang))
    if _draw_breaks(ax, compared):
        keys.append(Line2D([], [], color=style.GREY, linestyle=":", linewidth=1.5, label=say("not_compared", lang)))
    _draw_frame(ax, drawn[0], entries, str(answer["institution"]), lang)
    style.legend(ax, keys, drop=5.5)
    return style.finish(ax, f"{say('school', lang)} {answer['institution']}", 70)


def _draw_bands(ax: Axes, known: Shape, group: Item, count: int, lang: Lang) -> None:
    edges = [0.0, *(float(edge) for edge in group.edges), float(group.max)]
    for nth, (low, high) in enumerate(pairwise(edges)):
        ax.axhspan(low, high, color=("#ffffff", "#eeeeee", "#dedede")[nth % 3], zorder=0)
        name = style.wrapped(known.level(group.levels[nth], lang), 16)
        ax.text(count - 0.42, (low + high) / 2, name, ha="left", va="center", fontsize=9, color=style.INK)
    for edge in edges[1:-1]:
        ax.axhline(edge, color=style.GREY, linewidth=0.8, zorder=1)


def _draw_group(
    ax: Axes, group: Item, nth: int, of: int, entries: Sequence[Mapping[str, Any]], compared: Sequence[bool], lang: Lang
) -> Artist:
    colour, marker = style.SERIES[nth]
    beside = 0.16 * (nth - (of - 1) / 2)
    places: list[float] = []
    lows: list[float] = []
    for place, entry in enumerate(entries):
        score = _score(entry, group)
        low, high = points(score["low"]), points(score["high"])
        x = place + beside
        places.append(x)
        lows.append(float(low))
        if low < high:
            ax.vlines(x, float(low), float(high), color=colour, linewidth=7, alpha=0.35, zorder=2)
            ax.plot([x], [float(high)], color=colour, marker="_", markersize=11, markeredgewidth=2, zorder=4)
        side = "right" if nth < of / 2 and of > 1 else "left"
        text = ax.annotate(
            span(low, high, lang), (x, float(low)), (-9 if side == "right" else 9, 0), textcoords="offset points"
        )
        text.set(ha=side, va="center", fontsize=9, color=colour, fontweight="bold", zorder=6)
        text.set_path_effects([withStroke(linewidth=3, foreground="white")])
    is_external = [entry["stream"] == "external" for entry in entries]
    for x, low_, external in zip(places, lows, is_external, strict=True):
        face = colour if external else "white"
        ax.plot(
            [x], [low_], color=colour, marker=marker, markersize=8, markerfacecolor=face, markeredgewidth=1.8, zorder=5
        )
    for before, joined in enumerate(compared):
        if joined:
            ax.plot(places[before : before + 2], lows[before : before + 2], color=colour, linewidth=1.8, zorder=3)
    return Line2D(
        [], [], color=colour, marker=marker, markerfacecolor="white", linewidth=1.8, label=group_title(group, lang)
    )


def _score(entry: Mapping[str, Any], group: Item) -> Mapping[str, Any]:
    for part in entry["groups"]:
        if part["code"] == group.code and points(part["max"]) == group.max:
            score: Mapping[str, Any] = part["score"]
            return score
    raise ValueError(
        f"period {entry['period']!r} is of the framework {entry['framework']['id']}, which has no group {group.code} of"
        f" {group.max} points: draw it by its own"
    )


def _draw_breaks(ax: Axes, compared: Sequence[bool]) -> bool:
    for before, joined in enumerate(compared):
        if not joined:
            ax.axvline(before + 0.5, color=style.GREY, linestyle=":", linewidth=1.5, zorder=1)
    return not all(compared)


def _draw_frame(ax: Axes, group: Item, entries: Sequence[Mapping[str, Any]], whose: str, lang: Lang) -> None:
    ax.set_xlim(-0.5, len(entries) - 0.5)
    ax.set_ylim(0, float(group.max))
    names = [_entry(entry, whose, lang) for entry in entries]
    ax.set_xticks(range(len(names)), names, fontsize=9, color=style.INK)
    marks = [float(group.max) * nth / 4 for nth in range(5)]
    ax.set_yticks(marks, [number(points(mark), lang) for mark in marks], fontsize=9, color=style.GREY)
    ax.set_ylabel(say("points", lang), fontsize=9, color=style.INK)
    style.bare(ax)


def _entry(entry: Mapping[str, Any], whose: str, lang: Lang) -> str:
    stream, institution = entry["stream"], entry["institution"]
    lines = [entry["period"], say(stream, lang) if stream else "", institution if institution != whose else ""]
    return "\n".join(style.composed(line) for line in lines if line)
