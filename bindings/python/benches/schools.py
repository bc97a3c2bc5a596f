"""Invented schools."""

from __future__ import annotations

import random

import numpy
import pyarrow
from numpy.typing import NDArray
from rules import Rules
from thuocdo import AssessmentDict

#: How many values of a hundred are missing.
MISSING = 5


def school(rules: Rules) -> AssessmentDict:
    """One whole assessment: every condition met, every indicator answered, in quarters of a point."""
    chance = random.Random(4725)
    answers = {code: chance.randrange(4 * most + 1) / 4 for group in rules for code, most in group.indicators.items()}
    return {
        "framework": "moet-4725-2022",
        "institution": {"code": "99-0001", "name": "Trường Tiểu học Hoa Phượng", "type": "primary"},
        "period": "2023-2024",
        "stream": "self",
        "conditions": {code: True for group in rules for code in group.conditions},
        "answers": answers,
    }


def table(rules: Rules, rows: int) -> pyarrow.Table:
    """A float column an indicator and a Boolean column a condition, some missing, and the schools' codes.

    Points are quarters, which floats add up exactly: with other hundredths, float sums give some schools at a band's
    edge another level, and nobody could be held to agree.
    """
    chance = numpy.random.default_rng(4725)
    columns: dict[str, pyarrow.Array] = {
        "institution.code": pyarrow.array([f"99-{nth:07}" for nth in range(rows)]),
    }
    for group in rules:
        for code in group.conditions:
            columns[code] = pyarrow.array(chance.random(rows) < 0.9, mask=_missing(chance, rows))
        for code, most in group.indicators.items():
            points = chance.integers(0, 4 * most, rows, endpoint=True) / 4
            columns[code] = pyarrow.array(points, mask=_missing(chance, rows))
    return pyarrow.table(columns)


def _missing(chance: numpy.random.Generator, rows: int) -> NDArray[numpy.bool_]:
    return chance.integers(0, 100, rows) < MISSING
