"""Self and external assessment of one institution, indicator by indicator."""

# matplotlib does not type its keyword arguments.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from thuocdo._numbers import number, span
from thuocdo.errors import Lang
from thuocdo.framework import Framework
from thuocdo.plot import _style as style
from thuocdo.plot._framework import Item, Plain, group_title, plain_of, points, shape
from thuocdo.plot._words import say

_SIDES = {"self": (*style.SERIES[0], 0.16), "external": (*style.SERIES[1], -0.16)}
"""Colour, marker, and how far below its line a side is drawn."""


def review(
    framework: Framework,
    review: Plain,
    *,
    groups: tuple[str, ...] | None = None,
    ax: Axes | None = None,
    lang: Lang = "vi",
) -> Axes:
    """Draws both sides' points of each indicator; points in dispute are joined, what moves a level is starred.

    A missing answer is a bar from 0 to the maximum of its indicator.

    Args:
        framework: that of both assessments.
        review: the answer of ``Framework.review``.
        groups: codes of the groups to draw; all where it is None.
        ax: where to draw.
        lang: ``vi`` or ``en``.

    Returns:
        The Axes; points to the right, a line an indicator, under one that gives its group's points and level by
        both sides.

    Raises:
        ValueError: a review by another framework, or a group that is not there.
    """
    answer = plain_of(framework, review)
    drawn = shape(framework).some(groups)
    said = {group["code"]: group for group in answer["groups"]}
    lines = sum(1 + sum(len(criterion.parts) for criterion in group.parts) for group in drawn)
    ax = style.new_axes(ax, (10, 1.9 + 0.36 * lines))
    names: list[str] = []
    for group in drawn:
        _draw_group(ax, len(names), said[group.code], lang)
        names.append(style.wrapped(group_title(group, lang), 52))
        indicators = {indicator["code"]: indicator for indicator in said[group.code]["indicators"]}
        for part in (part for criterion in group.parts for part in criterion.parts):
            _draw_indicator(ax, len(names), part, indicators[part.code])
            names.append(style.wrapped(f"{part.named(lang)} ({number(part.max, lang)})", 52))
    _draw_frame(ax, names, drawn, lang)
    style.legend(ax, _keys(lang), columns=2)
    institution: Mapping[str, Any] = answer["institution"] or {}
    title = institution.get("name") or institution.get("code") or say("school", lang)
    return style.finish(ax, f"{title} · {answer['period']}" if answer["period"] else title, 56)


def _draw_group(ax: Axes, line: int, said: Mapping[str, Any], lang: Lang) -> None:
    ax.axhspan(line - 0.5, line + 0.5, color="#eeeeee", zorder=0)
    sides = "   ".join(f"{say(side, lang)}: {_result(said[side], lang)}" for side in _SIDES)
    ax.text(0, line, sides, ha="left", va="center", fontsize=8.5, fontweight="bold", color=style.INK)


def _result(side: Mapping[str, Any], lang: Lang) -> str:
    """``66–76 (2–3)``."""
    score, level = (span(points(of["low"]), points(of["high"]), lang) for of in (side["score"], side["level"]))
    return say("points_level", lang, points=score, level=level)


def _draw_indicator(ax: Axes, line: int, part: Item, said: Mapping[str, Any]) -> None:
    ax.hlines(line, 0, float(part.max), color="#c8c8c8", linewidth=0.8, zorder=1)
    ends = {side: (float(said[side]["low"]), float(said[side]["high"])) for side in _SIDES}
    for side, (low, high) in ends.items():
        colour, marker, below = _SIDES[side]
        if low < high:
            ax.hlines(line + below, low, high, color=colour, linewidth=5, alpha=0.45, zorder=2)
        else:
            ax.plot([low], [line + below], color=colour, marker=marker, markersize=7, linestyle="", zorder=4)
    if said["disputed"]:
        own, external = ends["self"], ends["external"]
        if own[0] == own[1] and external[0] == external[1]:
            ax.plot(
                [own[0], external[0]],
                [line + _SIDES["self"][2], line + _SIDES["external"][2]],
                color=style.INK,
                zorder=3,
            )
    if said["moves_level"]:
        ax.plot([float(part.max) + 0.45], [line], color=style.INK, marker="*", markersize=11, linestyle="", zorder=4)


def _draw_frame(ax: Axes, names: Sequence[str], drawn: Sequence[Item], lang: Lang) -> None:
    widest = max(part.max for group in drawn for criterion in group.parts for part in criterion.parts)
    ax.set_xlim(-0.4, float(widest) + 1)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.set_yticks(range(len(names)), names, fontsize=8.5, color=style.INK)
    ax.set_xlabel(say("points", lang), fontsize=9, color=style.INK)
    style.bare(ax)


def _keys(lang: Lang) -> list[Artist]:
    sides: list[Artist] = [
        Line2D([], [], color=colour, marker=marker, linestyle="", markersize=7, label=say(side, lang))
        for side, (colour, marker, _) in _SIDES.items()
    ]
    return [
        *sides,
        Line2D([], [], color=style.INK, linewidth=1.5, label=say("disputed", lang)),
        Line2D([], [], color=style.GREY, linewidth=5, alpha=0.45, label=say("answers_missing", lang)),
        Line2D([], [], color=style.INK, marker="*", linestyle="", markersize=11, label=say("moves_level", lang)),
    ]
