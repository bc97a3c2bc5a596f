"""The schools of a country over three years: 27,005 × 3, as a frame, as dictionaries, and as lines of JSON."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars
from rules import Rules, groups
from schools import table
from thuocdo import Framework
from timing import Row, Work, beside, held_by, peak_of

#: Primary and secondary schools of one published count, and three school years of them.
ROWS = 27_005 * 3

FRAMEWORK = Framework.shipped("moet-4725-2022")


def frame(rules: Rules) -> Work:
    """A polars frame."""
    given = polars.from_arrow(table(rules, ROWS))
    return lambda: FRAMEWORK.score_frame(given, threads=2)


def dictionaries(rules: Rules) -> Work:
    """Dictionaries to scorecards, all kept."""
    given = list(_assessments(rules))
    return lambda: [FRAMEWORK.score(assessment) for assessment in given]


def lines(rules: Rules) -> Work:
    """Lines of JSON to lines of canonical JSON, none kept."""
    given = [json.dumps(assessment).encode() for assessment in _assessments(rules)]

    def work() -> int:
        return sum(len(FRAMEWORK.score_json(line)) for line in given)

    return work


def parsed(rules: Rules) -> Work:
    """`json.loads` of the same lines, for scale."""
    given = [json.dumps(assessment).encode() for assessment in _assessments(rules)]

    def work() -> int:
        return sum(len(json.loads(line)) for line in given)

    return work


def _assessments(rules: Rules) -> Any:
    for row in table(rules, ROWS).to_pylist():
        yield {
            "institution": {"code": row["institution.code"]},
            "conditions": {code: row[code] for group in rules for code in group.conditions},
            "answers": {code: row[code] for group in rules for code in group.indicators},
        }


WORKS: dict[str, tuple[str, Callable[[Rules], Work]]] = {
    "frame": ("score_frame", frame),
    "dictionaries": ("dictionaries → scorecards", dictionaries),
    "lines": ("NDJSON → NDJSON", lines),
    "parsed": ("`json.loads` of the same lines", parsed),
}


def rows() -> list[Row]:
    """The frame beside the ways of going row by row."""
    rules = groups(FRAMEWORK)
    made = {name: make(rules) for name, (_, make) in WORKS.items()}
    held = {name: peak_of(Path(__file__), "--memory", name) for name in WORKS}
    names = {WORKS[name][0]: name for name in WORKS}
    timed = beside(
        "27,005 × 3 schools, score_frame",
        made["frame"],
        {title: (made[name], None) for title, name in names.items() if name != "frame"},
        rounds=3,
        seconds=0.1,
    )
    return [dataclasses.replace(row, memory=(held["frame"], held[names[row.beside]])) for row in timed]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memory", choices=WORKS, help="one work by itself, and the MiB it held")
    wanted = parser.parse_args().memory
    if wanted:
        print(held_by(WORKS[wanted][1](groups(FRAMEWORK))))
    else:
        from table import markdown

        print(markdown(rows()))
