"""Tables of people's making as the one wide table, with what became of each column and row."""

# pandas and pyarrow come without types, which strict pyright will not have.
# pyright: basic

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias, final

from thuocdo import _thuocdo, frames
from thuocdo._rows import Library, flat, framed
from thuocdo.errors import InvalidAssessment, Lang

__all__ = ["TableSource", "Tidied", "failure_cases", "tidy"]

TableSource: TypeAlias = "str | os.PathLike[str] | frames.AnyFrame"
"""A table: a frame, or the name of a file (CSV, XLSX, ODS, XLS, JSON)."""

_ABOUT = ("institution.code", "institution.name", "institution.type", "period", "stream", "assessed_on", "framework")
_WRONG = ("row", "column", "value", "code", "message", "instead")


@final
@dataclass(frozen=True, slots=True, repr=False)
class Tidied:
    """A wide table, and a report of how it came about. Each part is a frame of the same library."""

    frame: Any
    """A row an assessment, a column a code, as `score_frame` reads it; columns of the source that are not read go
    along. Cells that cannot be read keep their text.
    """
    renamed: Any
    """The columns that have another name now: `source`, `column`, `name`."""
    dropped: Any
    """The columns of long tables that have no place in a wide one: `source`, `column`."""
    doubled: Any
    """The rows of an institution, period and stream that has a row above: `row`, `first`, and those three."""
    refused: Any
    """The rows and tables that cannot be read at all: `source`, `row`, `code`, `message`."""

    def __repr__(self) -> str:
        counts = {name: len(getattr(self, name)) for name in ("renamed", "dropped", "doubled", "refused")}
        told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
        return f"<Tidied: {len(self.frame)} rows{', ' if told else ''}{told}>"


class _Read(NamedTuple):
    """What the reader of tables made of one source."""

    source: str | None
    records: list[Any]
    read: list[tuple[str, str]]
    unread: list[str]
    above: int
    """How many lines stand above the first row."""


def tidy(
    framework: _thuocdo.Framework,
    source: TableSource | Iterable[TableSource],
    filled_by: str | None,
    library: Library | None,
    lang: Lang,
) -> Tidied:
    """The one wide table of one source or several."""
    sources = _several(source)
    rows: list[dict[str, object]] = []
    renamed: list[dict[str, object]] = []
    dropped: list[dict[str, object]] = []
    refused: list[dict[str, object]] = []
    for one in sources:
        try:
            read = _read(framework, one, filled_by, lang)
        except InvalidAssessment as faulty:
            if len(sources) == 1:
                raise
            told = (
                {"code": violation.code, "message": violation.message(lang=lang)} for violation in faulty.violations
            )
            refused.extend({"source": _name(one), "row": None, **wrong} for wrong in told)
            continue
        is_long = any(name == "value" for _, name in read.read)
        renamed.extend({"source": read.source, "column": old, "name": new} for old, new in read.read if old != new)
        dropped.extend({"source": read.source, "column": column} for column in (read.unread if is_long else ()))
        for line, sheet, said, beside, wrong in read.records:
            if said is None:
                row = line - 1 - read.above
                refused.extend({"source": read.source, "row": row, "code": w[3], "message": w[4]} for w in wrong)
                continue
            of = {} if read.source is None else {"source": read.source, "sheet": sheet, "line": line}
            rows.append({**flat(said), **beside, **of})
    if library is None:
        library = next((found for one in sources if frames.is_frame(one) and (found := frames.library_of(one))), None)
        library = library or (None if any(frames.is_frame(one) for one in sources) else "pandas")
    order = [
        *_ABOUT,
        *(
            f"{code}{half}"
            for code in (*framework.conditions, *framework.indicators)
            for half in ("", ".part", ".whole")
        ),
    ]
    there = {name for row in rows for name in row}
    return Tidied(
        framed(rows, library, [name for name in order if name in there]),
        framed(renamed, library, ("source", "column", "name")),
        framed(dropped, library, ("source", "column")),
        framed(_doubled(rows), library, ("row", "first", "institution.code", "period", "stream")),
        framed(refused, library, ("source", "row", "code", "message")),
    )


def failure_cases(framework: _thuocdo.Framework, source: TableSource, filled_by: str | None, lang: Lang) -> Any:
    """Every cell that a row is refused for, as a frame."""
    read = _read(framework, source, filled_by, lang)
    rows = [
        {
            "row": _row(cell, line) - 1 - read.above,
            "column": column,
            "value": value,
            "code": code,
            "message": message,
            "instead": instead or None,
        }
        for line, _, _, _, wrong in read.records
        for cell, column, value, code, message, instead in wrong
    ]
    library = frames.library_of(source) if frames.is_frame(source) else "pandas"
    return framed(rows, library, _WRONG)


def _row(cell: str | None, line: int) -> int:
    """The row of a cell such as `H3`, else that of its record."""
    number = re.search(r"\d+$", cell or "")
    return int(number[0]) if number else line


def _several(source: Any) -> list[Any]:
    return [source] if isinstance(source, str | os.PathLike) or frames.is_frame(source) else list(source)


def _name(source: Any) -> str | None:
    return os.fspath(source) if isinstance(source, str | os.PathLike) else None


def _read(framework: _thuocdo.Framework, source: Any, filled_by: str | None, lang: Lang) -> _Read:
    name = _name(source)
    if name is not None:
        return _Read(name, *_thuocdo.read_file(framework, name, filled_by, lang), above=0)
    levels, cells = frames.cells(source)
    return _Read(None, *_thuocdo.read_rows(framework, levels, cells, filled_by, lang), above=len(levels or ((),)))


def _doubled(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    seen: dict[tuple[object, ...], int] = {}
    doubled: list[dict[str, object]] = []
    names = ("institution.code", "period", "stream")
    for nth, row in enumerate(rows):
        key = tuple(row.get(name) for name in names)
        code, *others = key
        first = seen.setdefault((_thuocdo.code_key(code), *others), nth)
        if first != nth and key[0] is not None:
            doubled.append({"row": nth, "first": first, **dict(zip(names, key, strict=True))})
    return doubled
