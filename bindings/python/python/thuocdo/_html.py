"""A scorecard in a notebook: a piece of HTML with its own style and without scripts."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import NamedTuple

from thuocdo._numbers import number, span
from thuocdo._thuocdo import CriterionScore, GroupScore, Scorecard, shown
from thuocdo.errors import Lang
from thuocdo.scorecard import Level, Score

__all__: list[str] = []

# Own colours on an own background, so that a dark notebook stays readable; blue beside orange, which all eyes can
# distinguish.
_STYLE = """
.thuocdo{--ink:#1b2733;--soft:#5b6b7a;--paper:#fff;--line:#d5dde5;--known:#1f6fb2;--open:#9cc8ee;--bad:#b3450b;--good:#1b6e3c;
color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:8px;
padding:14px 18px;max-width:860px;
font:14px/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;text-align:left}
@media(prefers-color-scheme:dark){.thuocdo{--ink:#e6edf3;--soft:#9fb0c0;--paper:#161c23;--line:#33404d;--known:#58a6e8;--open:#2b557b;
--bad:#ff9d5c;--good:#6fcf97}}
.thuocdo *{box-sizing:border-box}
.thuocdo header{font-size:17px;font-weight:600}.thuocdo .soft{color:var(--soft);font-weight:400;font-size:13px}
.thuocdo section{border-top:1px solid var(--line);margin-top:12px;padding-top:10px}
.thuocdo .row{display:grid;grid-template-columns:minmax(0,1fr) 180px 128px;gap:3px 12px;align-items:center;margin:3px 0}
.thuocdo .row b{font-weight:600}.thuocdo .num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.thuocdo .bar{position:relative;height:9px;background:var(--line);border-radius:5px;overflow:hidden}
.thuocdo .bar i{position:absolute;top:0;bottom:0;left:0}
.thuocdo .bar .high{background:var(--open)}.thuocdo .bar .low{background:var(--known)}
.thuocdo .bar .edge{width:2px;background:var(--paper)}
.thuocdo .group .bar{height:14px}.thuocdo .bands{display:flex;font-size:11px;color:var(--soft)}
.thuocdo .bands span{text-align:center}
.thuocdo .bands .on{color:var(--ink);font-weight:700}
.thuocdo ul{margin:4px 0 0;padding:0;list-style:none}.thuocdo li{margin:2px 0 2px 20px;text-indent:-20px}
.thuocdo .met{color:var(--good)}.thuocdo .unmet,.thuocdo .unknown{color:var(--bad)}
"""

_MARKS = {"met": "✓", "unmet": "✗", "unknown": "?"}


class Brief(NamedTuple):
    """A scorecard at a glance, in the words of the core."""

    who: str
    when: list[str]
    verdict: tuple[str, str, str]
    """`blocked`, `lowest` or `recognisable`; the sentence on it; the level of the institution."""
    blockers: list[str]
    missing: list[str]
    gaps: list[str]
    """Of each group the distance to its next level."""
    next: str | None


def card(card: Scorecard, lang: Lang) -> str:
    """The whole scorecard: the institution, each group with its bands, criteria and conditions, the blockers, and what
    to do next."""
    brief = Brief(*card._brief(lang))
    heading = _heading(brief, card.framework.id)
    groups = "".join(_group(group, gap, lang) for group, gap in zip(card.groups, brief.gaps, strict=True))
    verdict, eligibility, overall = brief.verdict
    state = "met" if verdict == "recognisable" else "unmet"
    lines = "".join(f"<li class=unmet>• {_told(line)}</li>" for line in [*brief.blockers, *brief.missing])
    recognised = f"<span class={state}>{_told(eligibility)}</span>"
    following = f"<b>{_told(brief.next)}</b>" if brief.next else ""
    summary = f"<section><b>{_told(overall)}</b><br>{recognised}<ul>{lines}</ul>{following}</section>"
    return f'<div class="thuocdo" lang="{lang}"><style>{_STYLE}</style>{heading}{groups}{summary}</div>'


def _told(text: str) -> str:
    """A text from outside as plain text: no tag of it works, and no character of it is invisible."""
    return escape(shown(text))


def _heading(brief: Brief, framework: str) -> str:
    about = " · ".join([*brief.when, framework])
    return f"<header>{_told(brief.who)} <span class=soft>{_told(about)}</span></header>"


def _group(group: GroupScore, gap: str, lang: Lang) -> str:
    edges = [band.low for band in group.bands[1:]]
    bands = "".join(
        f'<span style="width:{_percent(high - low, group.max)}"{_on(group.level, level)}>{level}</span>'
        for level, low, high in ((band.level, band.low, band.high) for band in group.bands)
    )
    title = f"<b>{_told(group.code)} · {_told(group.title(lang=lang))}</b>"
    # Two rows of the grid: the bar, and under it the distance to the next level and the levels of its bands.
    row = f"{title}{_bar(group.score, group.max, edges)}<b class=num>{_points(group.score, group.max, lang)}</b>"
    level = _level(group.level, lang)
    levels = f"<span class=soft>{_told(gap)}</span><span class=bands>{bands}</span><span class=num>{level}</span>"
    criteria = "".join(_criterion(criterion, lang) for criterion in group.criteria)
    conditions = "".join(
        f"<li class={of.state}>{_MARKS[of.state]} {_told(of.code)} · {_told(of.title(lang=lang))}</li>"
        for of in group.conditions
    )
    return f'<section><div class="row group">{row}{levels}</div>{criteria}<ul>{conditions}</ul></section>'


def _criterion(criterion: CriterionScore, lang: Lang) -> str:
    title = f"<span>{_told(criterion.code)} · {_told(criterion.title(lang=lang))}</span>"
    points = _points(criterion.score, criterion.max, lang)
    return f"<div class=row>{title}{_bar(criterion.score, criterion.max, [])}<span class=num>{points}</span></div>"


def _bar(score: Score, most: Decimal, edges: list[Decimal]) -> str:
    marks = "".join(f'<i class=edge style="left:{_percent(edge, most)}"></i>' for edge in edges)
    high = f'<i class=high style="width:{_percent(score.high, most)}"></i>'
    return f'<span class=bar>{high}<i class=low style="width:{_percent(score.low, most)}"></i>{marks}</span>'


def _percent(part: Decimal, whole: Decimal) -> str:
    return f"{100 * part / whole:.2f}%"


def _on(level: Level, band: int) -> str:
    return " class=on" if level.low <= band <= level.high else ""


def _points(score: Score, most: Decimal, lang: Lang) -> str:
    return f"{span(score.low, score.high, lang)} / {number(most, lang)}"


def _level(level: Level, lang: Lang) -> str:
    word = "level" if lang == "en" else "mức độ"
    return f"{word} {span(Decimal(level.low), Decimal(level.high), lang)}"
