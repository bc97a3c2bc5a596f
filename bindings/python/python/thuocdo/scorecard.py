"""Scorecards and their parts, and the shapes of assessments and scorecards as dictionaries."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias, TypedDict

from thuocdo._thuocdo import Assessment, Blocker, ConditionResult, CriterionScore, GroupScore, IndicatorScore, Scorecard

__all__ = [
    "AnswerDict",
    "Assessment",
    "AssessmentDict",
    "Band",
    "BasisCounts",
    "Blocker",
    "ConditionDict",
    "ConditionResult",
    "CriterionScore",
    "EvidenceDict",
    "FrameworkMark",
    "GroupScore",
    "IndicatorScore",
    "Institution",
    "InstitutionDict",
    "InstitutionType",
    "Level",
    "LocalScore",
    "Overall",
    "PointsInput",
    "Recognition",
    "Score",
    "Scorecard",
    "Stream",
]

Stream: TypeAlias = Literal["self", "external"]
"""The assessor: the institution itself, or the managing authority."""

InstitutionType: TypeAlias = Literal["primary", "lower_secondary", "upper_secondary", "multi_level", "continuing"]
"""The kind of institution."""

PointsInput: TypeAlias = int | float | Decimal | str
"""Points on input, with at most two decimals. A float means the decimal that Python prints."""


class InstitutionDict(TypedDict, total=False):
    """The assessed institution."""

    code: str | None
    name: str | None
    type: InstitutionType | None


class EvidenceDict(TypedDict, total=False):
    """A document that supports an answer; `title` is required."""

    title: str
    uri: str | None
    date: datetime.date | str | None
    kind: str | None


class ConditionDict(TypedDict, total=False):
    """The answer to one condition."""

    met: bool | None
    note: str | None
    evidence: list[EvidenceDict] | None


class AnswerDict(TypedDict, total=False):
    """The answer to one indicator: one kind of fact (`points`; `met`; `count`; `part`, `whole`), a note, evidence."""

    points: PointsInput | None
    met: bool | None
    count: int | None
    part: int | None
    whole: int | None
    note: str | None
    evidence: list[EvidenceDict] | None


class _Facts(TypedDict):
    conditions: Mapping[str, bool | ConditionDict | None]
    answers: Mapping[str, PointsInput | AnswerDict | None]


class AssessmentDict(_Facts, total=False):
    """An assessment as a dictionary; `conditions` and `answers` are required. `None` is unknown, which is not zero."""

    framework: str | None
    institution: InstitutionDict | None
    period: str | None
    stream: Stream | None
    assessed_on: datetime.date | str | None
    evidence: Literal["unknown"] | None


class Score(NamedTuple):
    """Points of which only the two ends are known: a missing answer widens the range.

    >>> Score(Decimal("66"), Decimal("78.5")).exact is None
    True
    """

    low: Decimal
    """The points if every missing answer brings nothing."""
    high: Decimal
    """The points if every missing answer brings its maximum."""

    @property
    def exact(self) -> Decimal | None:
        """The points if they are known, else `None`."""
        return self.low if self.low == self.high else None


class Level(NamedTuple):
    """A level of which only the two ends are known."""

    low: int
    high: int

    @property
    def exact(self) -> int | None:
        """The level if it is known, else `None`."""
        return self.low if self.low == self.high else None


class Band(NamedTuple):
    """The points that give one level, both ends included."""

    level: int
    low: Decimal
    high: Decimal


class BasisCounts(NamedTuple):
    """How many figures of a framework have each standing."""

    text: int
    corroborated: int
    single: int
    derived: int
    assumed: int
    unlocated: int


class FrameworkMark(NamedTuple):
    """The framework of a scorecard, and the standings of its figures."""

    id: str
    revision: int
    digest: str
    basis: BasisCounts


class Institution(NamedTuple):
    """The assessed institution, as the assessment names it."""

    code: str | None
    name: str | None
    type: InstitutionType | None


class Overall(NamedTuple):
    """The level of the institution as a whole, and its rule."""

    level: Level
    rule: str


class Recognition(NamedTuple):
    """Whether the authority may recognise a level, and the reasons against it."""

    eligible: bool
    blockers: tuple[Blocker, ...]


class LocalScore(NamedTuple):
    """The two scorecards of an assessment under overlays."""

    local: Scorecard
    """By the framework with its overlays."""
    national: Scorecard
    """By the national framework alone: the same points, added up from their parts."""
