"""Rows made here, as a frame of the library that the caller wants."""

# pandas and pyarrow come without types, which strict pyright will not have.
# pyright: basic

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from thuocdo import _thuocdo

Library: TypeAlias = Literal["pandas", "polars", "pyarrow"]
"""The library of a frame that is made here."""

_FIRST_DAY = datetime.date(1970, 1, 1)


def framed(
    rows: Sequence[Mapping[str, object]],
    library: str | None,
    names: Iterable[str] = (),
    points: Literal["decimal", "float"] = "decimal",
) -> Any:
    """The rows as a frame of a library; without one as an `ArrowTable`, which every Arrow library reads.

    `names` come first among the columns and are there without a row too. A column holds values of one type; where rows
    differ it holds texts. `points="float"` makes floats of decimals.
    """
    columns = list(dict.fromkeys([*names, *(name for row in rows for name in row)]))
    table = {name: _of_one_type([row.get(name) for row in rows], points) for name in columns}
    match library:
        case "pandas":
            return _pandas(table, len(rows))
        case "polars":
            import polars

            return polars.DataFrame(_arrow(table, len(rows)))
        case "pyarrow":
            import pyarrow

            return pyarrow.table(_arrow(table, len(rows)))
        case None:
            return _arrow(table, len(rows))
        case _:
            raise ValueError(f'a library is "pandas", "polars" or "pyarrow", not {library!r}')


def flat(assessment: Any) -> dict[str, object]:
    """An assessment as a row: a share has two columns; notes and evidence have none."""
    institution = assessment.get("institution") or {}
    row: dict[str, object] = {f"institution.{name}": _cell(value) for name, value in institution.items()}
    top = ("period", "stream", "assessed_on", "framework")
    row.update({name: _cell(assessment[name]) for name in top if name in assessment})
    for code, condition in assessment.get("conditions", {}).items():
        row[code] = _cell(condition["met"] if isinstance(condition, dict) and "met" in condition else condition)
    for code, answer in assessment.get("answers", {}).items():
        match answer:
            case {"part": part, "whole": whole}:
                row[f"{code}.part"], row[f"{code}.whole"] = _cell(part), _cell(whole)
            case dict():
                row[code] = _cell(next((answer[name] for name in ("points", "met", "count") if name in answer), None))
            case _:
                row[code] = _cell(answer)
    return row


def _cell(value: Any) -> object:
    """What stands in a cell; what is no value is there as the text of the cell, in a list."""
    return "; ".join(str(text) for text in value) if isinstance(value, list) else value


def _of_one_type(values: list[object], points: str) -> tuple[str, list[Any]]:
    """The word of a type, and the values as it has them."""
    kinds = {type(value) for value in values if value is not None}
    if kinds <= {int, Decimal} and Decimal in kinds:
        if points == "float":
            return "float", [None if value is None else float(str(value)) for value in values]
        return "decimal", [None if value is None else Decimal(str(value)) for value in values]
    if kinds <= {int, float} and float in kinds:
        return "float", [None if value is None else float(str(value)) for value in values]
    match [kind.__name__ for kind in kinds]:
        case ["bool"]:
            return "bool", values
        case ["int"]:
            return "int", values
        case ["date"]:
            return "day", values
        case ["list"]:
            return "texts", values
        case _:
            return "text", [None if value is None else text_of(value) for value in values]


def text_of(value: object) -> str:
    """A value as the text of a cell."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _arrow(table: dict[str, tuple[str, list[Any]]], rows: int) -> _thuocdo.ArrowTable:
    return _thuocdo.table([_column(name, kind, values) for name, (kind, values) in table.items()], rows)


def _column(name: str, kind: str, values: list[Any]) -> tuple[str, str, int, list[Any]]:
    match kind:
        case "decimal":
            exponents = [value.as_tuple().exponent for value in values if value is not None]
            scale = max(2, *(-exponent for exponent in exponents))
            return name, kind, scale, [None if value is None else int(value.scaleb(scale)) for value in values]
        case "day":
            return name, kind, 0, [None if value is None else (value - _FIRST_DAY).days for value in values]
        case _:
            return name, kind, 0, values


def _pandas(table: dict[str, tuple[str, list[Any]]], rows: int) -> Any:
    import pandas

    def told(kind: str, values: list[Any]) -> Any:
        # Otherwise a missing whole number makes floats of all others, and a missing Boolean makes objects.
        types = {"int": "Int64", "bool": "boolean"}
        has_blank = any(value is None for value in values)
        return pandas.Series(values, dtype=types[kind] if has_blank and kind in types else None)

    return pandas.DataFrame({name: told(*column) for name, column in table.items()}, index=range(rows))
