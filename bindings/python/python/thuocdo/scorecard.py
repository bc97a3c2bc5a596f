"""What is answered: scorecards and their parts, and the shapes of assessments and scorecards as dictionaries."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeAlias, TypedDict, cast

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
"""Who assesses: the institution itself, or the managing authority."""

InstitutionType: TypeAlias = Literal["primary", "lower_secondary", "upper_secondary", "multi_level", "continuing"]
"""What kind of institution is assessed."""

PointsInput: TypeAlias = int | float | Decimal | str
"""Points as they may be given, with at most two decimals. A float means the decimal that Python prints."""


class InstitutionDict(TypedDict, total=False):
    """Who is assessed."""

    code: str | None
    name: str | None
    type: InstitutionType | None


class EvidenceDict(TypedDict, total=False):
    """Something that shows that an answer is true; `title` is required."""

    title: str
    uri: str | None
    date: datetime.date | str | None
    kind: str | None


class ConditionDict(TypedDict, total=False):
    """What is said of one condition."""

    met: bool | None
    note: str | None
    evidence: list[EvidenceDict] | None


class AnswerDict(TypedDict, total=False):
    """What is said of one indicator: one kind of fact (`points`; `met`; `count`; `part`, `whole`), a note, evidence."""

    points: PointsInput | None
    met: bool | None
    count: int | None
    part: int | None
    whole: int | None
    note: str | None
    evidence: list[EvidenceDict] | None


class _Facts(TypedDict):
    conditions: dict[str, bool | ConditionDict | None]
    answers: dict[str, PointsInput | AnswerDict | None]


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
    """The points if every missing answer brought nothing."""
    high: Decimal
    """The points if every missing answer brought all it can."""

    @property
    def exact(self) -> Decimal | None:
        """The points where they are known, else `None`."""
        return self.low if self.low == self.high else None


class Level(NamedTuple):
    """A level of which only the two ends are known."""

    low: int
    high: int

    @property
    def exact(self) -> int | None:
        """The level where it is known, else `None`."""
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
    """Which framework a scorecard is of, and how firm its figures are."""

    id: str
    revision: int
    digest: str
    basis: BasisCounts


class Institution(NamedTuple):
    """Who was assessed, as the assessment says."""

    code: str | None
    name: str | None
    type: InstitutionType | None


class Overall(NamedTuple):
    """The level of the institution as a whole, and the rule it follows from."""

    level: Level
    rule: str


class Recognition(NamedTuple):
    """Whether a level may be recognised, and what stands in the way."""

    eligible: bool
    blockers: tuple[Blocker, ...]


class LocalScore(NamedTuple):
    """The two scorecards of an assessment that was made under overlays."""

    local: Scorecard
    """By the framework with its overlays."""
    national: Scorecard
    """By the national framework alone: the same points, summed up from their parts."""


def scorecard_dict(text: str) -> dict[str, Any]:
    """A scorecard's canonical JSON as a dictionary whose points are decimals."""

    def points(entry: dict[str, Any]) -> dict[str, Any]:
        if "max" in entry:
            entry["max"] = Decimal(entry["max"])
            entry["score"] = {end: Decimal(value) for end, value in entry["score"].items()}
        return entry

    return cast("dict[str, Any]", json.loads(text, parse_float=Decimal, object_hook=points))


def assessment_dict(text: str) -> AssessmentDict:
    """An assessment's canonical JSON as a dictionary whose points are decimals."""
    assessment: dict[str, Any] = json.loads(text, parse_float=Decimal)
    for answer in assessment["answers"].values():
        if "points" in answer:
            answer["points"] = Decimal(answer["points"])
    return cast("AssessmentDict", assessment)
