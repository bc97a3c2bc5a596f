"""How many institutions have which level, by authority or whatever else they are counted under."""

# matplotlib does not type its keyword arguments.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from thuocdo._numbers import number
from thuocdo.errors import Lang
from thuocdo.framework import Framework
from thuocdo.plot import _style as style
from thuocdo.plot._framework import Shape, group_title, plain_of, shape
from thuocdo.plot._table import Data, in_order, table
from thuocdo.plot._words import named, say

_STEP = 9
"""Between two columns of counts, in per cent of the bars' length."""


@dataclass(frozen=True)
class Counts:
    """How many cards there are, and how many of each level (None: undetermined)."""

    all: int
    levels: Mapping[int | None, int]


Row = tuple[Any, Counts]
"""What is counted under, and the counts."""


def levels(
    framework: Framework,
    data: Data,
    by: str | Mapping[str, str] = "authority",
    *,
    group: str | None = None,
    ax: Axes | None = None,
    lang: Lang = "vi",
) -> Axes:
    """Draws the distribution of levels as stacked bars, the undetermined apart, with the counts beside them.

    Where an institution has several cards, such as of two years, the title says that cards are counted.

    Args:
        framework: that of the scores.
        data: scorecards or a scored frame, a row an institution; or the answer of ``Framework.cohort``, then ``by`` is
            one of ``authority``, ``type``, ``period``, ``stream``.
        by: the column to count by, or a mapping from institution codes to names. Rows without a value come last.
        group: the code of a group; None is the overall level.
        ax: where to draw.
        lang: ``vi`` or ``en``.

    Returns:
        The Axes. A bar is 100 wide: per cent of the cards in its row. Cards without a level (refused) are left out.

    Raises:
        ValueError: a card of another framework, or a column or group that is not there; cards and most frames have no
            ``authority``.
    """
    known = shape(framework)
    title = say("overall", lang) if group is None else group_title(known.group(group), lang)
    every, counted = (
        _of_cohort(plain_of(framework, data), by, group) if _is_cohort(data) else _of_table(framework, data, by, group)
    )
    rows = [(say("all", lang), every), *((style.wrapped(named(value, lang), 34), counts) for value, counts in counted)]
    lines = sum(0.34 + 0.14 * name.count("\n") for name, _ in rows)
    ax = style.new_axes(ax, (10, 1.9 + lines))
    _draw(ax, known, rows, lang)
    return style.finish(ax, say("n", lang, title=f"{_counted_what(data, framework, lang)}: {title}", n=every.all), 62)


def _counted_what(data: Data, framework: Framework, lang: Lang) -> str:
    """Institutions; or cards, where an institution has several of them."""
    given = None if _is_cohort(data) else table(framework, data)
    if given is None or "institution.code" not in given:
        return say("levels_title", lang)
    codes = [code for code in given.column("institution.code") if code is not None]
    if len(set(codes)) == len(codes):
        return say("levels_title", lang)
    return say("cards_title", lang, cards=str(len(codes)), schools=str(len(set(codes))))


def _of_table(
    framework: Framework, data: Data, by: str | Mapping[str, str], group: str | None
) -> tuple[Counts, list[Row]]:
    given = table(framework, data)
    counted: dict[object, Counter[int | None]] = {}
    every: Counter[int | None] = Counter()
    for key, level in zip(given.keys(by), given.levels("overall" if group is None else f"group.{group}"), strict=True):
        if level is None:
            continue
        low, high = level
        exact = int(low) if low == high else None
        counted.setdefault(key, Counter())[exact] += 1
        every[exact] += 1
    return _counted(every), [(key, _counted(counted[key])) for key in in_order(counted)]


def _counted(levels: Counter[int | None]) -> Counts:
    return Counts(levels.total(), levels)


def _is_cohort(data: Data) -> bool:
    return "by_authority" in data if isinstance(data, Mapping) else hasattr(data, "by_authority")


def _of_cohort(cohort: Mapping[str, Any], by: str | Mapping[str, str], group: str | None) -> tuple[Counts, list[Row]]:
    name = f"by_{by}"
    if name not in cohort:
        raise ValueError(f"a cohort is counted by authority, type, period or stream, not by {by!r}")
    return _counts(cohort, group), [(row["value"], _counts(row, group)) for row in cohort[name]]


def _counts(row: Mapping[str, Any], group: str | None) -> Counts:
    table = row["overall"] if group is None else next(part for part in row["groups"] if part["code"] == group)
    told = {level["level"]: level["count"] for level in table["levels"]}
    return Counts(row["count"], {None: table["undetermined"], **told})


def _draw(ax: Axes, known: Shape, rows: Sequence[tuple[str, Counts]], lang: Lang) -> None:
    order: list[int | None] = [*known.framework.levels, None]
    colours = [*style.level_colours(len(order) - 1), "white"]
    for place, (_, counts) in enumerate(rows):
        _bar(ax, place, counts, order, colours, lang)
    heads = [*(str(level) for level in order[:-1]), "?", "Σ"]
    for nth, head in enumerate(heads):
        ax.text(_column(nth), -0.75, head, ha="center", va="bottom", fontsize=9, fontweight="bold", color=style.INK)
    ax.set_xlim(0, _column(len(heads) - 1) + _STEP)
    ax.set_ylim(len(rows) - 0.45, -1.4)
    ax.set_yticks(range(len(rows)), [name for name, _ in rows], fontsize=9, color=style.INK)
    ax.get_yticklabels()[0].set_fontweight("bold")
    ax.set_xticks(range(0, 101, 25), [f"{share}%" for share in range(0, 101, 25)], fontsize=9, color=style.GREY)
    ax.set_xlabel(say("share_of_schools", lang), fontsize=9, color=style.GREY, loc="left")
    style.bare(ax)
    ax.axhline(0.5, color=style.INK, linewidth=0.8, clip_on=False)
    names = [*(known.level(level, lang) for level in order if level is not None), f"? {say('undetermined', lang)}"]
    keys = [
        Patch(facecolor=colour, edgecolor=style.GREY, hatch=_hatch(colour), label=name)
        for colour, name in zip(colours, names, strict=True)
    ]
    style.legend(ax, keys, columns=2)


def _bar(ax: Axes, place: int, row: Counts, order: Sequence[int | None], colours: Sequence[str], lang: Lang) -> None:
    counts = [row.levels.get(level, 0) for level in order]
    for nth, count in enumerate([*counts, row.all]):
        ax.text(_column(nth), place, str(count), ha="center", va="center", fontsize=9, color=style.INK)
    if not row.all:
        return
    left = 0.0
    for count, colour in zip(counts, colours, strict=True):
        if not count:
            continue
        share = 100 * count / row.all
        ax.barh(place, share, 0.68, left, color=colour, edgecolor=style.GREY, linewidth=0.6, hatch=_hatch(colour))
        if share >= 7:
            label = number(Decimal(100 * count) / row.all, lang, 0) + "%"
            text = ax.text(left + share / 2, place, label, ha="center", va="center", fontsize=8.5)
            text.set_color(style.ink_on(colour))
            if _hatch(colour):
                text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1.0})
        left += share


def _hatch(colour: str) -> str:
    return style.OPEN_HATCH if colour == "white" else ""


def _column(nth: int) -> float:
    return 100 + _STEP * (nth + 0.8)
