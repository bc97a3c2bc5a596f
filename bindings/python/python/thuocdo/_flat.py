"""The lists of an answer as rows: parts within parts, each told with those that it belongs to."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from thuocdo._decode import parts_of

# What a list is usually asked for; the other lists by their names.
DEFAULTS = {
    "Agreement": "groups.indicators",
    "Audit": "differing.differences",
    "Certificate": "groups",
    "Cohort": "groups.levels",
    "Conformance": "differences",
    "Course": "steps.groups",
    "Impact": "moved",
    "Kit": "cases",
    "Panel": "groups",
    "Plan": "groups.fewest.raises",
    "Publication": "rows",
    "Quality": "findings",
    "QualityBatch": "findings.places",
    "Review": "groups.indicators",
    "Status": "ahead",
    "Verification": "differences",
    "WhatIf": "indicators",
}


def listed(result: Any, what: str | None) -> list[dict[str, object]]:
    """The rows of a list of an answer. `what` leads to it by the names of fields, such as `groups.indicators`.

    Raises `ValueError` if it leads to no list.
    """
    kind = _class_of(result)
    path = what or DEFAULTS.get(kind.__name__, "")
    known = lists(kind)
    if path not in known:
        raise ValueError(f"{kind.__name__} has no list {path!r}; it has {', '.join(known)}")
    return list(_rows(result, path.split("."), {}, ""))


def lists(kind: type) -> list[str]:
    """The lists of a class of answers, also those within its parts."""
    return list(dict.fromkeys(_lists(kind, ())))


def _lists(kind: type, above: tuple[type, ...]) -> Iterator[str]:
    for field in fields(kind):
        parts, is_list = parts_of(kind, field.name)
        if parts and is_list:
            yield field.name
        for part in parts:
            if part not in above:
                yield from (f"{field.name}.{name}" for name in _lists(part, (*above, kind)))


def _rows(part: Any, path: list[str], above: dict[str, object], prefix: str) -> Iterator[dict[str, object]]:
    if not path:
        yield {**above, **_plain(part)}
        return
    if prefix:
        above = {**above, **_plain(part, prefix)}
    # One of several classes may lack the field.
    inner: Any = getattr(part, path[0], None)
    # By name: after `isinstance` a strict checker would not know the types of the items.
    items: Any = inner if type(inner).__name__ == "tuple" else () if inner is None else (inner,)
    for item in items:
        yield from _rows(item, path[1:], above, f"{prefix}{path[0]}.")


def _class_of(part: object) -> type:
    return type(part)


def _plain(part: Any, prefix: str = "") -> dict[str, object]:
    """What a part says in single values; a range has two."""
    kind = _class_of(part)
    if not hasattr(kind, "__dataclass_fields__"):
        return {f"{prefix}value": _value(part)}
    told: dict[str, object] = {}
    for field in fields(kind):
        value: Any = getattr(part, field.name)
        name = f"{prefix}{field.metadata.get('json', field.name)}"
        parts, is_list = parts_of(kind, field.name)
        if is_list and not parts:
            told[name] = "; ".join(str(item) for item in value or ()) or None
        elif parts and not is_list and value is not None:
            told.update(_plain(value, f"{name}."))
        elif not is_list and not parts and not isinstance(value, Mapping):
            told[name] = _value(value)
    return told


def _value(value: Any) -> object:
    if value is None or isinstance(value, bool | int | str | Decimal | datetime.date):
        return value
    return str(value)
