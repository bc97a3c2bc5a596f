"""Scorecards and frames seen alike: columns by name, a value a school."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from typing import Any, cast

from thuocdo import _thuocdo
from thuocdo.framework import Framework
from thuocdo.plot._framework import Plain, plain_of, points

Range = tuple[Decimal, Decimal]
"""Points or levels of which both ends are known; the same twice where there is one."""

Data = Any
"""Scorecards (or their dictionaries), one or many, or a frame: pandas, polars, pyarrow, whatever says
``__arrow_c_stream__``, or a dictionary of columns. Columns are named as ``score_frame`` names them."""


class Table:
    """Columns by name. A column that is not there is told as a ValueError that names those there are."""

    def __init__(self, names: Iterable[str], get: Callable[[str], Sequence[Any]]) -> None:
        self.names = tuple(names)
        self._get = get

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def column(self, name: str) -> list[Any]:
        """The values, with None for every kind of missing."""
        if name not in self.names:
            raise ValueError(f"no column {name!r}; there are {self._told()}")
        return [None if value is None or value != value else value for value in self._get(name)]

    def levels(self, name: str) -> list[Range | None]:
        """Both ends of levels; None for a row that could not be scored."""
        return self._ranges(f"{name}.level", points)

    def scores(self, name: str) -> list[Range | None]:
        """Both ends of points."""
        option = {"criterion": "criteria", "indicator": "indicators"}.get(name.partition(".")[0])
        if option and f"{name}.score.low" not in self:
            raise ValueError(f"no column '{name}.score.low': score the frame with {option}=True")
        return self._ranges(f"{name}.score", _score)

    def keys(self, by: str | Mapping[str, str]) -> list[Any]:
        """What each row is counted under: a column's value, or what a mapping says of the institution's code."""
        if not isinstance(by, str):
            known = {_thuocdo.code_key(code): name for code, name in by.items()}
            return [known.get(_thuocdo.code_key(code)) for code in self.column("institution.code")]
        if by not in self:
            raise ValueError(
                f"no column {by!r} to count by: give `by` the name of one, or a mapping from institution codes to"
                f" names; there are {self._told()}"
            )
        return self.column(by)

    def _ranges(self, name: str, read: Callable[[Any], Decimal]) -> list[Range | None]:
        ends = zip(self.column(f"{name}.low"), self.column(f"{name}.high"), strict=True)
        return [None if low is None or high is None else (read(low), read(high)) for low, high in ends]

    def _told(self) -> str:
        results = ("group.", "criterion.", "indicator.", "overall.")
        return ", ".join(name for name in self.names if not name.startswith(results))


def _score(value: Any) -> Decimal:
    # `score_frame` gives whole numbers only where hundredths are asked for.
    return Decimal(value) / 100 if isinstance(value, int) else points(value)


def table(framework: Framework, data: Data) -> Table:
    """Reads scorecards of a framework, or a frame."""
    if isinstance(data, Table):
        return data
    if isinstance(data, Mapping) and "groups" not in data:
        columns = cast("Mapping[str, Sequence[Any]]", data)
        return Table(columns, lambda name: columns[name])
    if isinstance(data, Mapping) or (hasattr(data, "to_json") and hasattr(data, "groups")):
        return _of_cards(framework, [cast(Plain, data)])
    frame = _of_frame(data)
    return _of_cards(framework, data) if frame is None else frame


def _of_frame(frame: Any) -> Table | None:
    if type(frame).__module__.partition(".")[0] == "pandas":
        return Table(
            map(str, frame.columns), lambda name: frame[name].astype(object).where(frame[name].notna(), None).tolist()
        )
    if hasattr(frame, "to_pylist") and hasattr(frame, "column_names"):  # pyarrow
        return Table(frame.column_names, lambda name: frame.column(name).to_pylist())
    if hasattr(frame, "get_column") and hasattr(frame, "columns"):  # polars
        return Table(frame.columns, lambda name: frame.get_column(name).to_list())
    if hasattr(frame, "__arrow_c_stream__"):
        pyarrow: Any = import_module("pyarrow")
        return _of_frame(pyarrow.table(frame))
    return None


def _of_cards(framework: Framework, cards: Iterable[Plain]) -> Table:
    rows = [_row(plain_of(framework, card)) for card in cards]
    if not rows:
        raise ValueError("no scorecards are given")
    return Table(rows[0], lambda name: [row.get(name) for row in rows])


def _row(card: Mapping[str, Any]) -> dict[str, Any]:
    institution: Mapping[str, Any] = card["institution"] or {}
    row: dict[str, Any] = {f"institution.{key}": institution.get(key) for key in ("code", "name", "type")}
    row |= {key: card[key] for key in ("period", "stream")}
    for group in card["groups"]:
        _put(row, f"group.{group['code']}.score", group["score"])
        _put(row, f"group.{group['code']}.level", group["level"])
        for criterion in group["criteria"]:
            _put(row, f"criterion.{criterion['code']}.score", criterion["score"])
            for indicator in criterion["indicators"]:
                _put(row, f"indicator.{indicator['code']}.score", indicator["score"])
    _put(row, "overall.level", card["overall"]["level"])
    return row


def _put(row: dict[str, Any], name: str, ends: Mapping[str, Any]) -> None:
    row[f"{name}.low"], row[f"{name}.high"] = points(ends["low"]), points(ends["high"])


def in_order(keys: Iterable[Any]) -> list[Any]:
    """Different keys as a Vietnamese list has them, with the unknown last."""
    different = list(dict.fromkeys(keys))
    known = [key for key in different if key is not None]
    ordered = [known[place] for place in _thuocdo.order_of_names([str(key) for key in known])]
    return [*ordered, *(key for key in different if key is None)]
