"""The vectors of the corpus that a row of a table can tell, and what such a row must come to."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from corpus import Vector, framework, of_subject


@dataclass(frozen=True)
class Case:
    """A vector as a row."""

    id: str
    framework: str
    row: dict[str, Any]
    expect: dict[str, Any]


@cache
def cases() -> tuple[tuple[Case, ...], Mapping[str, str]]:
    """The vectors that a row can tell; of each other one that scores an assessment, why it cannot."""
    told, untold = [], {}
    for vector in of_subject("assessment"):
        try:
            told.append(Case(vector.id, vector.framework, _row(vector), vector.expect))
        except _Untold as reason:
            untold[vector.id] = str(reason)
    return tuple(told), untold


class _Untold(Exception):
    pass


def _row(vector: Vector) -> dict[str, Any]:
    assessment = _assessment(vector)
    refusals = vector.expect.get("violations", [])
    if any(not at.startswith(("/answers/", "/conditions/")) for _, at in refusals):
        raise _Untold("what is refused is no cell")
    if any(code in {"unknown_indicator", "unknown_condition"} for code, _ in refusals):
        raise _Untold("a column for a code that there is not is a fault of the table")
    names = any("evidence" in said for said in _objects(assessment))
    if vector.framework == "asking-invented.json" and (names or assessment.get("evidence") != "unknown"):
        raise _Untold("a table has no place for evidence that is required")
    asked = framework(vector.framework)
    row: dict[str, Any] = {}
    for code, said in assessment["conditions"].items():
        if code not in asked.conditions:
            raise _Untold("a column for a code that there is not is a fault of the table")
        row[code] = _fact(said, {"met"}, refusals)
        if not isinstance(row[code], bool | None):
            raise _Untold("a cell may say a condition in words or as 1 and 0, JSON may not")
    for code, said in assessment["answers"].items():
        if code not in asked.indicators:
            raise _Untold("a column for a code that there is not is a fault of the table")
        fact = _fact(said, {"points", "met", "part", "whole", "count"}, refusals)
        if isinstance(fact, dict):
            row |= {f"{code}.{name}": value for name, value in fact.items()}
        else:
            row[code] = fact
    for value in row.values():
        if isinstance(value, str) and refusals:
            raise _Untold("a cell's text is read as people write it")
        if isinstance(value, int | float) and (not math.isfinite(value) or abs(value) >= 2**63):
            raise _Untold("no column holds this number as it is written")
    # A table has a column of some code at least.
    return row or {asked.indicators[0]: None}


def _objects(assessment: dict[str, Any]) -> list[dict[str, Any]]:
    said = [*assessment["conditions"].values(), *assessment["answers"].values()]
    return [one for one in said if isinstance(one, dict)]


def _assessment(vector: Vector) -> dict[str, Any]:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise _Untold("a key is said twice")
        return dict(pairs)

    try:
        assessment = json.loads(vector.bytes(), object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise _Untold("it is no JSON") from None
    if not isinstance(assessment, dict) or not all(
        isinstance(assessment.get(key), dict) for key in ("conditions", "answers")
    ):
        raise _Untold("it has no answers")
    return assessment


def _fact(said: Any, kinds: set[str], refusals: list[list[str]]) -> Any:
    """What is said of a code, as one cell; or as `part` and `whole`."""
    if isinstance(said, list):
        raise _Untold("a list is no cell")
    if not isinstance(said, dict):
        return said
    if refusals:
        raise _Untold("an object is refused")
    facts = {kind: said[kind] for kind in said.keys() & kinds if said[kind] is not None}
    if len(facts) > 1:
        return facts
    return next(iter(facts.values()), None)


def came_to(case: Case, row: Mapping[str, Any]) -> None:
    """Compares a scored row with what its vector expects."""
    expect = case.expect
    if "violations" in expect:
        assert [[one["code"], one["at"]] for one in row["violations"]] == expect["violations"], case.id
        assert row["overall.level.low"] is None and row["eligible"] is None and row["blockers"] is None, case.id
        return
    assert list(row["violations"]) == [], case.id
    for code, group in expect["groups"].items():
        assert _ends(row, f"group.{code}.score") == [Decimal(str(end)) for end in group["score"]], case.id
        assert _ends(row, f"group.{code}.level") == group["level"], case.id
    assert _ends(row, "overall.level") == expect["overall"], case.id
    assert row["eligible"] is expect["eligible"], case.id
    assert [f"{one['code']}@{one['at']}" for one in row["blockers"]] == expect["blockers"], case.id
    for code, criterion in expect.get("criteria", {}).items():
        assert _ends(row, f"criterion.{code}.score") == [Decimal(str(end)) for end in criterion["score"]], case.id


def _ends(row: Mapping[str, Any], name: str) -> list[Any]:
    return [row[f"{name}.{end}"] for end in ("low", "high")]
