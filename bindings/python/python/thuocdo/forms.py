"""Forms as schools send them: workbooks, tables and JSON in folders, read as the command reads them."""

# pandas and pyarrow come without types, which strict pyright will not have.
# pyright: basic

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias, final

from thuocdo import _thuocdo
from thuocdo._rows import Library, flat, framed
from thuocdo.errors import Lang
from thuocdo.scorecard import AssessmentDict

__all__ = ["Form", "FormRefused", "Forms", "FormsSource"]

FormsSource: TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""A file, a folder, a pattern such as `"phieu/*.xlsx"`, or several of them."""


@final
@dataclass(frozen=True, slots=True)
class Form:
    """A form that the framework accepts."""

    file: str
    """The file, by its path within the folder."""
    sheet: str | None
    """The sheet of a workbook."""
    line: int | None
    """The line of a table, from 1."""
    assessment: AssessmentDict
    """What the form says; `period` and `stream` may come from the names of its folder and file."""


@final
@dataclass(frozen=True, slots=True)
class FormRefused:
    """One fault of a form or a file."""

    file: str
    """The file, by its path within the folder."""
    sheet: str | None
    """The sheet of a workbook."""
    line: int | None
    """The line of a table, from 1."""
    cell: str | None
    """The cell, such as `Phiếu đánh giá!D28`."""
    institution: str | None
    """The code of the institution, as far as it can be read."""
    code: str
    """The kind of fault, a stable word."""
    message: str
    """What is wrong, and what to type instead."""


@final
@dataclass(frozen=True, slots=True, repr=False)
class Forms:
    """The forms of a folder: those that are accepted, and every fault of the others."""

    accepted: tuple[Form, ...]
    """In the order in which they were read."""
    refused: tuple[FormRefused, ...]
    """One for each fault, in the same order."""

    @property
    def assessments(self) -> list[AssessmentDict]:
        """What the accepted forms say, for `score`, `cohort`, `quality_batch` and the others."""
        return [form.assessment for form in self.accepted]

    def __iter__(self) -> Iterator[Form]:
        return iter(self.accepted)

    def __len__(self) -> int:
        return len(self.accepted)

    def __repr__(self) -> str:
        return f"<Forms: {len(self.accepted)} accepted, {len(self.refused)} faults in others>"

    def to_frame(self, library: Library = "pandas") -> Any:
        """The accepted forms as a frame for `score_frame`: a row a form, a column for each condition and indicator that
        any form answers, beside the columns of who and when, `file`, `sheet` and `line`. Points are `Decimal`; a share
        has two columns, `1.4.1.part` and `1.4.1.whole`. Notes and evidence have no place in it.
        """
        return framed([_row(form) for form in self.accepted], library)

    def refused_frame(self, library: Library = "pandas") -> Any:
        """The faults as a frame: a row a fault, to be sent back to whoever filled in the form."""
        names = ("file", "sheet", "line", "cell", "institution", "code", "message")
        return framed([{name: getattr(fault, name) for name in names} for fault in self.refused], library, names)


def read_forms(framework: _thuocdo.Framework, source: FormsSource, filled_by: str | None, lang: Lang) -> Forms:
    """The forms of files, folders and patterns."""
    paths = [source] if isinstance(source, str | os.PathLike) else list(source)
    lines, refused = _thuocdo.read_forms(framework, [os.fspath(path) for path in paths], filled_by, lang)
    forms = [json.loads(line, parse_float=Decimal) for line in lines.splitlines()]
    accepted = (Form(form["file"], form.get("sheet"), form.get("line"), form["assessment"]) for form in forms)
    faults = (
        FormRefused(
            fault["at"]["file"],
            fault["at"]["sheet"],
            fault["at"]["line"],
            fault["cell"],
            fault["institution"],
            fault["code"],
            fault["message"],
        )
        for fault in json.loads(refused)
    )
    return Forms(tuple(accepted), tuple(faults))


def _row(form: Form) -> dict[str, object]:
    return {"file": form.file, "sheet": form.sheet, "line": form.line, **flat(form.assessment)}
