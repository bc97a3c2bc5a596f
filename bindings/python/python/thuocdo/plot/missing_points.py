"""In which indicators institutions lack points, by authority or whatever else they are counted under."""

# matplotlib does not type its keyword arguments.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from thuocdo._numbers import number
from thuocdo.errors import Lang
from thuocdo.framework import Framework
from thuocdo.plot import _style as style
from thuocdo.plot._framework import Item, shape
from thuocdo.plot._table import Data, Table, in_order, table
from thuocdo.plot._words import named, say

_LEGIBLE = 12
"""With more columns than this, numbers in the cells would not be read."""
_NAMES = 60
"""With more names than this, they would lie on each other."""


def missing_points(
    framework: Framework,
    data: Data,
    by: str | Mapping[str, str] = "authority",
    *,
    groups: tuple[str, ...] | None = None,
    share: bool = False,
    top: int | None = None,
    ax: Axes | None = None,
    lang: Lang = "vi",
) -> Axes:
    """Draws a heat map of the mean points missing: a row an indicator, a column an authority.

    What is missing is the maximum less the points that are certain, as in a cohort: what is not answered is missing.

    Args:
        framework: that of the scores.
        data: scorecards, or a frame scored with ``indicators=True``, a row an institution.
        by: the column to count by, or a mapping from institution codes to names. Rows without a value come last.
        groups: codes of the groups to draw; all where it is None.
        share: per cent of the maximum in place of points, so that small indicators show beside large ones.
        top: only so many indicators, those that lack most on average, the first first.
        ax: where to draw. The bar of colours takes some of its place.
        lang: ``vi`` or ``en``.

    Returns:
        The Axes, its image the means in points, or in per cent of the maximum. Refused rows are left out; a cell of no
        rows at all stays empty.

    Raises:
        ValueError: a card of another framework, or a column or group that is not there; cards and most frames have no
            ``authority``.
    """
    indicators = [
        part for group in shape(framework).some(groups) for criterion in group.parts for part in criterion.parts
    ]
    given = table(framework, data)
    keys = given.keys(by)
    columns = in_order(keys)
    rows = [(indicator, _means(given, indicator, keys, columns, share)) for indicator in indicators]
    if top is not None:
        rows = sorted(rows, key=lambda row: -_mean(row[1]))[:top]
    indicators, means = [indicator for indicator, _ in rows], [of for _, of in rows]
    heads = [style.wrapped(named(column, lang), 24) for column in columns]
    ax = style.new_axes(ax, (6.4 + max(1.6, 0.62 * min(len(columns), 20)), 2.8 + 0.31 * len(indicators)))
    _draw(ax, indicators, heads, means, lang, share)
    # A row that was refused has no points at all.
    n = sum(score is not None for score in given.scores(f"indicator.{indicators[0].code}")) if indicators else 0
    return style.finish(ax, say("n", lang, title=say("missing_title", lang), n=n))


def _mean(means: list[Decimal | None]) -> Decimal:
    """The mean of those that are known."""
    known = [mean for mean in means if mean is not None]
    return sum(known, Decimal(0)) / len(known) if known else Decimal(0)


def _means(given: Table, indicator: Item, keys: list[Any], columns: list[Any], share: bool) -> list[Decimal | None]:
    """The mean of each column, exact until the division; in per cent of the maximum as `share` asks."""
    unit = indicator.max / 100 if share else Decimal(1)
    missing: dict[Any, list[Decimal]] = {column: [] for column in columns}
    for key, score in zip(keys, given.scores(f"indicator.{indicator.code}"), strict=True):
        if score is not None:
            missing[key].append(indicator.max - score[0])
    return [sum(of, Decimal(0)) / len(of) / unit if of else None for of in missing.values()]


def _draw(
    ax: Axes, indicators: list[Item], heads: list[str], means: list[list[Decimal | None]], lang: Lang, share: bool
) -> None:
    cells = [[float("nan") if mean is None else float(mean) for mean in row] for row in means]
    largest = max((mean for row in means for mean in row if mean is not None), default=Decimal(0))
    top = float(largest) or 1.0
    image = ax.imshow(cells, cmap="cividis_r", vmin=0, vmax=top, aspect="auto", interpolation="none")
    if len(heads) <= _LEGIBLE:
        for y, row in enumerate(means):
            for x, mean in enumerate(row):
                if mean is not None:
                    colour = style.ink_on(image.cmap(float(mean) / top))
                    ax.text(
                        x, y, number(mean, lang, 0 if share else 1), ha="center", va="center", fontsize=8, color=colour
                    )
    names = [style.wrapped(f"{indicator.named(lang)} ({number(indicator.max, lang)})", 62) for indicator in indicators]
    ax.set_yticks(range(len(names)), names, fontsize=8 if len(names) > 10 else 9, color=style.INK)
    # Of many columns only so many names as can be read beside each other.
    every = -(-len(heads) // _NAMES)
    ax.set_xticks(
        range(0, len(heads), every), heads[::every], fontsize=8, color=style.INK, rotation=90 if len(heads) > 3 else 0
    )
    ax.tick_params(length=0)
    for y in range(1, len(indicators)):
        if indicators[y].code.partition(".")[0] != indicators[y - 1].code.partition(".")[0]:
            ax.axhline(y - 0.5, color="white", linewidth=3)
    ax.set_xlabel(style.wrapped(say("missing_note", lang), 70), fontsize=8, color=style.GREY, labelpad=10)
    bar = ax.get_figure(root=True).colorbar(image, ax=ax, pad=0.02, fraction=0.05, aspect=40)  # type: ignore[union-attr]
    bar.set_label(say("missing_share" if share else "missing_mean", lang), fontsize=9, color=style.INK)

    def marked(value: float, _: object) -> str:
        return number(Decimal(f"{value:.2f}"), lang)

    bar.ax.yaxis.set_major_formatter(FuncFormatter(marked))
    bar.ax.tick_params(labelsize=8)
    for spine in [*ax.spines.values(), *bar.ax.spines.values()]:
        spine.set_visible(False)
