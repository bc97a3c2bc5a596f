"""A framework: the set of indicators by which schools are scored."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias, final

from thuocdo import _thuocdo
from thuocdo._practice import Practice
from thuocdo._tables import Tables
from thuocdo.errors import Lang, Violation
from thuocdo.scorecard import Assessment, AssessmentDict, Band, LocalScore, Scorecard

__all__ = ["AssessmentInput", "Framework", "Source"]

Source: TypeAlias = str | os.PathLike[str] | bytes | Mapping[str, object]
"""A framework or overlay: the name of a file, JSON text, or a dictionary."""

AssessmentInput: TypeAlias = Assessment | AssessmentDict | Mapping[str, object] | str | bytes
"""An assessment as it may be given: read already, a dictionary, or JSON text."""


def _read(source: Source) -> str | bytes | Mapping[str, object]:
    """A dictionary or JSON text as it is; else the text of the file of this name."""
    if isinstance(source, os.PathLike):
        return Path(source).read_bytes()
    if isinstance(source, str) and not source.lstrip("\ufeff \t\r\n").startswith("{"):
        return Path(source).read_bytes()
    return source


@final
@dataclass(frozen=True, repr=False, slots=True)
class Framework(Tables, Practice):
    """A framework with its overlays, compiled once to score any number of assessments. Immutable; threads may share it.

    Made by `Framework.shipped` or `Framework.load`.

    >>> framework = Framework.shipped("moet-4725-2022")
    >>> framework.level("1", "75"), framework.level("1", "75.01")
    (2, 3)
    """

    _native: _thuocdo.Framework

    @classmethod
    def shipped(cls, id: str = "moet-4725-2022") -> Framework:
        """A framework that comes with the package: Decision 4725/QĐ-BGDĐT of 30 December 2022 where no other is named.

        Raises `InvalidFramework` (`unknown_framework`).
        """
        return cls(_thuocdo.Framework.shipped(id))

    @classmethod
    def shipped_ids(cls) -> tuple[str, ...]:
        """The ids of the frameworks that come with the package."""
        return _thuocdo.Framework.shipped_ids()

    @classmethod
    def load(cls, source: Source) -> Framework:
        """A framework from a file, a dictionary, or JSON text. A `str` that begins with `{` is JSON, else a file.

        Raises `InvalidFramework` with everything in which it contradicts itself; `OSError` of a file that cannot be
        read.
        """
        return cls(_thuocdo.Framework.load(_read(source)))

    def overlay(self, source: Source) -> Framework:
        """The same with one more overlay, given as a framework is. It names what it is laid on.

        Raises `InvalidFramework` with everything that keeps it from being laid, such as `wrong_base` or
        `not_refinable`.
        """
        return Framework(self._native.overlay(_read(source)))

    @property
    def national(self) -> Framework:
        """The framework without its overlays."""
        return Framework(self._native.national)

    @property
    def id(self) -> str:
        """Its name for machines; under overlays that of the last one."""
        return self._native.id

    @property
    def revision(self) -> int:
        """Counts the corrections of its file, from 1."""
        return self._native.revision

    @property
    def digest(self) -> str:
        """`sha256:` and the digest of its canonical JSON."""
        return self._native.digest

    @property
    def overlays(self) -> tuple[str, ...]:
        """The ids of its overlays, in the order in which they were laid."""
        return self._native.overlays

    @property
    def groups(self) -> tuple[str, ...]:
        """The codes of its groups, in order."""
        return self._native.groups

    @property
    def criteria(self) -> tuple[str, ...]:
        """The codes of its criteria, in order."""
        return self._native.criteria

    @property
    def indicators(self) -> tuple[str, ...]:
        """The codes of its indicators, in order: what an assessment answers."""
        return self._native.indicators

    @property
    def conditions(self) -> tuple[str, ...]:
        """The codes of its mandatory conditions, in order."""
        return self._native.conditions

    @property
    def levels(self) -> tuple[int, ...]:
        """The numbers of its levels, lowest first."""
        return self._native.levels

    def title(self, code: str | None = None, *, lang: Lang = "vi") -> str:
        """Its title, or that of the group, criterion, indicator or condition of a code.

        Raises `KeyError` of a code that it does not have.
        """
        return self._native.title(code, lang)

    def max(self, code: str) -> Decimal:
        """The most points that the group, criterion or indicator of a code can bring.

        >>> Framework.shipped().max("1.3")
        Decimal('30')

        Raises `KeyError` of a code that it does not have, or of a condition, which brings no points.
        """
        return self._native.max(code)

    def parts(self, code: str) -> tuple[str, ...]:
        """The codes of the criteria of a group, or of the indicators of a criterion, in order.

        >>> Framework.shipped().parts("1.3")
        ('1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5')

        Raises `KeyError` of any other code.
        """
        return self._native.parts(code)

    def bands(self, group: str) -> tuple[Band, ...]:
        """Which points of a group give which level, lowest first.

        >>> Framework.shipped().bands("1")[1]
        Band(level=2, low=Decimal('50'), high=Decimal('75'))

        Raises `KeyError` of a group that it does not have.
        """
        return self._native.bands(group)

    def level_name(self, level: int, *, lang: Lang = "vi") -> str:
        """The name of a level.

        >>> Framework.shipped().level_name(3)
        'Đáp ứng tốt'

        Raises `KeyError` of a level that it does not have.
        """
        return self._native.level_name(level, lang)

    def level(self, group: str, points: Decimal | float | str) -> int:
        """The level that a total of points gives in a group.

        Raises `InvalidRequest` (`unknown_group`; `points_out_of_range`, `points_too_precise`).
        """
        return self._native.level(group, points)

    def score_json(self, text: str | bytes) -> bytes:
        """The canonical JSON of the scorecard of an assessment that is JSON itself: the quickest way, for services.

        >>> Framework.shipped().score_json('{"conditions": {}, "answers": {}}')[:17]
        b'{"digest":"sha256'

        Raises `InvalidAssessment`.
        """
        return self._native.score_json(text)

    def score(self, assessment: AssessmentInput) -> Scorecard:
        """Points and levels of an assessment, with all that they come from; by the framework with its overlays.

        In a dictionary, numbers are `int`, `float` (the decimal that Python prints), `Decimal` or numpy's scalars,
        dates may be `datetime.date`, and `None` is missing.

        >>> card = Framework.shipped().score({"conditions": {"1.1": True}, "answers": {"1.3.1": 6, "1.6.1": 5.25}})
        >>> card.group("1").score.low, card.recognition.eligible
        (Decimal('11.25'), False)

        Raises `InvalidAssessment` with everything that is wrong; `TypeError` of an object that no JSON could say, with
        its place.
        """
        return _thuocdo.score(self._native, assessment)

    def score_both(self, assessment: AssessmentInput) -> LocalScore:
        """The scorecards of an assessment with the overlays, and by the national framework: `local` and `national`.

        Raises `InvalidAssessment`.
        """
        return LocalScore(*_thuocdo.score_both(self._native, assessment))

    def assessment(self, assessment: AssessmentInput) -> Assessment:
        """An assessment read once and found fit to be scored: immutable, in normal form.

        >>> Framework.shipped().assessment({"conditions": {}, "answers": {"1.3.1": 6}}).to_json()
        b'{"answers":{"1.3.1":{"points":6}},"conditions":{}}'

        Raises `InvalidAssessment`.
        """
        return self._native.assessment(assessment)

    def scorecard(self, text: str | bytes) -> Scorecard:
        """Reads a scorecard of this framework from the JSON that `Scorecard.to_json`, or another language, wrote.

        Raises `InvalidRequest`: `digest_mismatch` where something was changed, `wrong_framework` where another one made
        it.
        """
        return Scorecard._read(self._native, text)

    def check(self, assessment: AssessmentInput) -> list[Violation]:
        """Everything that keeps an assessment from being scored; an empty list if nothing does."""
        return list(self._native.check(assessment))

    def explain(self, assessment: AssessmentInput, *, lang: Lang = "vi") -> str:
        """Why an assessment has the points and levels it has, in words.

        Raises `InvalidAssessment`.
        """
        return self.score(assessment).explain(lang=lang)

    def schema(self, name: str, *, lang: Lang = "vi") -> dict[str, Any]:
        """The JSON Schema (2020-12) of an input or output, such as `assessment`, `scorecard`, `overlay`, `plan`.

        That of `assessment` names this framework's codes, their titles in `lang` and their maxima, for whoever builds a
        form.

        Raises `ValueError`, which lists the names that there are.
        """
        schema: dict[str, Any] = json.loads(self._native.schema(name, lang))
        return schema

    def to_json(self) -> bytes:
        """Its canonical JSON (RFC 8785)."""
        return self._native.to_json()

    def __repr__(self) -> str:
        return f"<Framework {self.id} revision {self.revision}>"
