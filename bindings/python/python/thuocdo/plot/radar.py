"""How one institution stands in each criterion, beside its cohort."""

# matplotlib does not type its keyword arguments.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import pi

from matplotlib.artist import Artist
from matplotlib.axes import Axes

from thuocdo.errors import Lang
from thuocdo.framework import Framework
from thuocdo.plot import _style as style
from thuocdo.plot._framework import Item, shape
from thuocdo.plot._table import Data, Range, Table, table
from thuocdo.plot._words import say


def radar(
    framework: Framework,
    card: Data,
    cohort: Data | None = None,
    *,
    groups: tuple[str, ...] | None = None,
    ax: Axes | None = None,
    lang: Lang = "vi",
) -> Axes:
    """Draws an institution's criteria as per cent of their maxima, beside the median and quartiles of a cohort.

    A criterion with missing answers is a range: a bar from the points that are certain to those still possible.

    Args:
        framework: that of the scores.
        card: one scorecard, or a frame of one row that was scored with ``criteria=True``.
        cohort: scorecards or a frame of those it is compared with. Their quartiles are, as in a cohort, by nearest rank
            of the institutions whose points in the criterion are known.
        groups: codes of the groups to draw; all where it is None.
        ax: where to draw, with a polar projection.
        lang: ``vi`` or ``en``.

    Returns:
        The Axes; angles go clockwise from the top in the order of the framework, radii from 0 to 100.

    Raises:
        ValueError: a card of another framework, more than one row, fewer than three criteria, refused rows, or Axes
            that are not polar.
    """
    criteria = [criterion for group in shape(framework).some(groups) for criterion in group.parts]
    if len(criteria) < 3:
        raise ValueError(f"a radar takes three criteria or more; there are {len(criteria)}")
    own = table(framework, card)
    shares = [_share(criterion, _only(own.scores(f"criterion.{criterion.code}"))) for criterion in criteria]
    ax = style.new_axes(ax, (10.5, 8.2), projection="polar")
    if ax.name != "polar":
        raise ValueError('a radar is drawn on polar Axes: subplots(subplot_kw={"projection": "polar"})')
    keys = [] if cohort is None else _draw_cohort(ax, criteria, table(framework, cohort), lang)
    _draw_frame(ax, criteria, shares, lang)
    keys = [*_draw_card(ax, shares, lang), *keys]
    style.legend(ax, keys)
    return style.finish(ax, _name(own, lang), 70)


def _only(rows: Sequence[Range | None]) -> Range:
    if len(rows) != 1:
        raise ValueError(f"one institution is drawn; {len(rows)} rows are given")
    if rows[0] is None:
        raise ValueError("the assessment was refused, so that it has no points")
    return rows[0]


def _name(own: Table, lang: Lang) -> str:
    said = (own.column(name)[0] for name in ("institution.name", "institution.code") if name in own)
    name = next((name for name in said if name), say("school", lang))
    period = own.column("period")[0] if "period" in own else None
    return f"{name} · {period}" if period else str(name)


def _share(criterion: Item, score: Range) -> tuple[float, float]:
    low, high = score
    return float(100 * low / criterion.max), float(100 * high / criterion.max)


def _draw_frame(ax: Axes, criteria: Sequence[Item], shares: Sequence[tuple[float, float]], lang: Lang) -> None:
    ax.set_theta_offset(pi / 2)  # type: ignore[attr-defined]
    ax.set_theta_direction(-1)  # type: ignore[attr-defined]
    angles = _angles(len(criteria))
    ax.set_xticks(
        angles, [style.wrapped(criterion.named(lang), 22) for criterion in criteria], fontsize=9, color=style.INK
    )
    for label, angle in zip(ax.get_xticklabels(), angles, strict=True):
        # Beside the picture a text begins or ends at its edge; over and under it, it is centred.
        side = round(angle / pi % 2, 3)
        label.set_horizontalalignment("center" if side in (0, 1) else "left" if side < 1 else "right")
    ax.set_ylim(0, 100)
    ax.set_yticks(range(25, 101, 25), [f"{share}%" for share in range(25, 101, 25)], fontsize=8, color=style.GREY)
    # The scale stands between two criteria that are known, if there are such, so that no range lies over it.
    known = [low == high for low, high in shares]
    gap = next((nth for nth in range(len(known)) if known[nth] and known[(nth + 1) % len(known)]), 0)
    ax.set_rlabel_position(360 * (gap + 0.5) / len(criteria))  # type: ignore[attr-defined]
    ax.tick_params(axis="x", pad=8)
    ax.grid(color="#c8c8c8", linewidth=0.7)
    ax.spines["polar"].set_color("#c8c8c8")


def _draw_card(ax: Axes, shares: Sequence[tuple[float, float]], lang: Lang) -> list[Artist]:
    colour, marker = style.SERIES[0]
    angles = _angles(len(shares))
    lows, highs = [low for low, _ in shares], [high for _, high in shares]
    certain = ax.plot(_closed(angles), _closed(lows), color=colour, linewidth=2, marker=marker, markersize=6, zorder=5)
    certain[0].set_label(say("certain", lang))
    ax.fill(_closed(angles), _closed(lows), color=colour, alpha=0.12, zorder=2)
    if lows == highs:
        return list(certain)
    possible = ax.fill(
        *_ring(angles, lows, highs), facecolor="none", edgecolor=colour, linewidth=0, hatch="....", zorder=3
    )
    possible[0].set_label(say("answers_missing", lang))
    ax.plot(_closed(angles), _closed(highs), color=colour, linewidth=1.2, linestyle=":", zorder=4)
    for angle, (low, high) in zip(angles, shares, strict=True):
        if low < high:
            ax.plot([angle, angle], [low, high], color=colour, linewidth=4, solid_capstyle="butt", zorder=4)
    return [*certain, *possible]


def _draw_cohort(ax: Axes, criteria: Sequence[Item], cohort: Table, lang: Lang) -> list[Artist]:
    known = [_known(criterion, cohort) for criterion in criteria]
    if not all(known):
        raise ValueError("in some criterion nobody of the cohort has points that are known")
    angles = _angles(len(criteria))
    lower, median, upper = ([_ranked(shares, quarter) for shares in known] for quarter in (1, 2, 3))
    ring = ax.fill(*_ring(angles, lower, upper), color=style.PALE, linewidth=0, zorder=1)
    ring[0].set_label(say("cohort_quartiles", lang))
    count = max(len(shares) for shares in known)
    line = ax.plot(_closed(angles), _closed(median), color=style.GREY, linewidth=1.6, linestyle="--", zorder=3)
    line[0].set_label(say("cohort_median", lang, count=count))
    return [line[0], *ring]


def _known(criterion: Item, cohort: Table) -> list[Decimal]:
    scores = cohort.scores(f"criterion.{criterion.code}")
    return sorted(100 * score[0] / criterion.max for score in scores if score is not None and score[0] == score[1])


def _ranked(ordered: Sequence[Decimal], quarter: int) -> float:
    """The value at so many quarters of the way, by nearest rank."""
    return float(ordered[-(-len(ordered) * quarter // 4) - 1])


def _angles(count: int) -> list[float]:
    return [2 * pi * nth / count for nth in range(count)]


def _closed(values: Sequence[float]) -> list[float]:
    return [*values, values[0]]


def _ring(angles: Sequence[float], inner: Sequence[float], outer: Sequence[float]) -> tuple[list[float], list[float]]:
    """The outline of what lies between two polygons: out along the one, back along the other."""
    there = _closed(angles)
    return [*there, *reversed(there)], [*_closed(outer), *reversed(_closed(inner))]
