"""A result in words, for a terminal and a notebook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any, TypeAlias

__all__ = ["Block", "Column", "Line", "Report", "Table", "Title"]


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of the blocks below it."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line."""

    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column. A column of numbers is aligned to the right."""

    title: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with one cell for each column. All cells are text for people."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = "Title | Line | Table"

_SHOWN = 200
_TABLE = "border-collapse:collapse;margin:.4em 0"
_CELL = "padding:.2em .7em;border-bottom:1px solid rgba(128,128,128,.35);vertical-align:top"


@dataclass(frozen=True, slots=True)
class Report:
    """Titles, lines and tables, one after the other. `print` gives plain text; a notebook shows HTML."""

    blocks: tuple[Block, ...]
    """The titles, lines and tables, in order."""
    _text: str = field(repr=False)

    @classmethod
    def from_core(cls, text: str, blocks: str) -> Report:
        """A report from blocks in JSON and the same report as text. Only this package calls it."""
        return cls(tuple(_block(block) for block in json.loads(blocks)["blocks"]), text)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables alone."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def __str__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return self.to_html()

    def to_html(self) -> str:
        """The blocks as HTML in the colours of the surrounding page. A table is cut after two hundred rows."""
        return "<div>" + "".join(_html(block) for block in self.blocks) + "</div>"


def _block(block: dict[str, Any]) -> Block:
    [(kind, said)] = block.items()
    if kind == "table":
        heads = tuple(Column(column["title"], column["is_number"]) for column in said["columns"])
        return Table(heads, tuple(tuple(row) for row in said["rows"]))
    return Title(said) if kind == "title" else Line(said)


def _html(block: Block) -> str:
    match block:
        case Title(text):
            return f'<div style="font-weight:600;margin-top:.8em">{escape(text)}</div>'
        case Line(text):
            return f"<div>{escape(text)}</div>"
        case Table(columns, rows):
            return f'<table style="{_TABLE}">' + "".join(_rows(columns, rows)) + "</table>"


def _rows(columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    ends = [f"{_CELL};text-align:{'right' if column.is_number else 'left'}" for column in columns]
    heads = (
        f'<th scope="col" style="{end}">{escape(column.title)}</th>' for column, end in zip(columns, ends, strict=True)
    )
    yield f"<thead><tr>{''.join(heads)}</tr></thead><tbody>"
    for row in rows[:_SHOWN]:
        # A name must not change the direction of the text beside it.
        cells = (f'<td style="{end}"><bdi>{escape(cell)}</bdi></td>' for cell, end in zip(row, ends, strict=True))
        yield f"<tr>{''.join(cells)}</tr>"
    if len(rows) > _SHOWN:
        yield f'<tr><td colspan="{len(columns)}" style="{_CELL}">… (+{len(rows) - _SHOWN})</td></tr>'
    yield "</tbody>"
