"""Documents that the practice takes, as dictionaries that a type checker knows: a mistyped key is an error there.

A dictionary that is put together elsewhere is declared as such; one that was read as JSON needs nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypedDict

from thuocdo.results import Act, Role
from thuocdo.scorecard import AssessmentDict, InstitutionType

__all__ = [
    "CalendarDict",
    "CaseDict",
    "CaseInstitutionDict",
    "DayInput",
    "DueDict",
    "EventDict",
    "RegisterDict",
    "RegisteredDict",
    "SuccessionDict",
]

DayInput: TypeAlias = datetime.date | str
"""A day; as text `YYYY-MM-DD`."""


class _Code(TypedDict):
    code: str


class RegisteredDict(_Code, total=False):
    """One institution of a register; its `code` is required."""

    name: str | None
    type: InstitutionType | None
    authority: str | None
    address: str | None


SuccessionDict = TypedDict(
    "SuccessionDict",
    {"from": Sequence[str], "kind": Literal["merged", "split", "renamed"], "on": DayInput, "to": Sequence[str]},
)
"""What became of institutions on one day: the codes before and after, and how."""


class _Institutions(TypedDict):
    institutions: Sequence[RegisteredDict]


class RegisterDict(_Institutions, total=False):
    """A register: its `institutions` of today are required, and what became of others may stand in `changes`."""

    changes: Sequence[SuccessionDict] | None


class _Done(TypedDict):
    act: Act
    body: str
    on: DayInput
    role: Role


class EventDict(_Done, total=False):
    """One thing that was done with a case, by whom and when; `assessment` is the digest of the one it was done with."""

    assessment: str | None
    name: str | None
    note: str | None


class CaseInstitutionDict(_Code, total=False):
    """Whose case it is; its `code` is required."""

    name: str | None
    type: InstitutionType | None


class _Opened(TypedDict):
    format: int
    institution: CaseInstitutionDict
    period: str
    events: Sequence[EventDict]


class CaseDict(_Opened, total=False):
    """A case: what was done, in order, and the assessments of both sides; `format` is 1."""

    self: AssessmentDict | None
    external: AssessmentDict | None


class _Due(TypedDict):
    act: Act
    deadline: str


class DueDict(_Due, total=False):
    """The last day for one act: `MM-DD` of each year, or one date; `basis` says what it rests on."""

    basis: Mapping[str, Any] | None


class CalendarDict(TypedDict):
    """The last days of one scope."""

    scope: str
    deadlines: Sequence[DueDict]
