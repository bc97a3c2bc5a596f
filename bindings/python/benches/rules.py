"""What a peer has to know of a framework: read from the framework's own data, so that no figure stands here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from thuocdo import Framework


@dataclass(frozen=True)
class Group:
    """A group as a peer sees it: what is added up, and where the levels begin."""

    code: str
    #: code → maximum, of each indicator
    indicators: dict[str, int]
    #: the codes of the mandatory conditions
    conditions: tuple[str, ...]
    #: level → its lower end and whether the end belongs to it; without the first level, which begins at 0
    edges: tuple[tuple[int, Decimal, bool], ...]
    #: the level below all edges
    first: int


Rules: TypeAlias = tuple[Group, ...]


def groups(framework: Framework) -> Rules:
    """The groups of a framework all of whose indicators are answered in points."""
    return tuple(_group(group) for group in json.loads(framework.to_json())["groups"])


def _group(group: dict[str, Any]) -> Group:
    indicators = [indicator for criterion in group["criteria"] for indicator in criterion["indicators"]]
    assert all(indicator.get("rule") is None for indicator in indicators), "peers only add up points"
    first, *others = group["bands"]["bands"]
    return Group(
        code=group["code"],
        indicators={indicator["code"]: indicator["max"] for indicator in indicators},
        conditions=tuple(condition["code"] for condition in group["conditions"]),
        edges=tuple(_edge(before, band) for before, band in zip([first, *others], others, strict=False)),
        first=first["level"],
    )


def _edge(before: dict[str, Any], band: dict[str, Any]) -> tuple[int, Decimal, bool]:
    """Where a band begins, said by itself or by the end of the one before."""
    for end, belongs in (("from", True), ("above", False)):
        if end in band:
            return band["level"], Decimal(str(band[end])), belongs
    for end, belongs in (("below", True), ("to", False)):
        if end in before:
            return band["level"], Decimal(str(before[end])), belongs
    raise AssertionError("bands touch")
