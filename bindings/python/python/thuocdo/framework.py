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
from thuocdo._headings import headings
from thuocdo._practice import Practice
from thuocdo._rows import Library, framed
from thuocdo._tables import Tables
from thuocdo.errors import Lang, Violation
from thuocdo.scorecard import Assessment, AssessmentDict, Band, LocalScore, Scorecard

__all__ = ["AssessmentInput", "Framework", "Source"]

Source: TypeAlias = str | os.PathLike[str] | bytes | Mapping[str, object]
"""A framework or overlay: the name of a file, JSON text, or a dictionary."""

AssessmentInput: TypeAlias = Assessment | AssessmentDict | str | bytes
"""An assessment on input: an object, a dictionary, or JSON text. A dictionary is held to the keys and words of
`AssessmentDict` by a type checker; one that is put together elsewhere is declared as such."""


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

    `Framework.shipped` and `Framework.load` make one.

    >>> framework = Framework.shipped("moet-4725-2022")
    >>> framework.level("1", "75"), framework.level("1", "75.01")
    (2, 3)
    """

    _native: _thuocdo.Framework

    @classmethod
    def shipped(cls, id: str = "moet-4725-2022") -> Framework:
        """A framework that comes with the package; by default that of Decision 4725/QĐ-BGDĐT of 30 December 2022.

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

        Raises `InvalidFramework` with all its contradictions; `OSError` if the file cannot be read.
        """
        return cls(_thuocdo.Framework.load(_read(source)))

    def overlay(self, source: Source) -> Framework:
        """This framework with one more overlay; `source` as in `load`. The overlay names its base.

        Raises `InvalidFramework` with all faults of the overlay, such as `wrong_base` or `not_refinable`.
        """
        return Framework(self._native.overlay(_read(source)))

    @property
    def national(self) -> Framework:
        """The framework without its overlays."""
        return Framework(self._native.national)

    @property
    def id(self) -> str:
        """Its name for machines; under overlays the id of the last one."""
        return self._native.id

    @property
    def revision(self) -> int:
        """The number of its file's revision, from 1."""
        return self._native.revision

    @property
    def digest(self) -> str:
        """`sha256:` and the digest of its canonical JSON."""
        return self._native.digest

    @property
    def overlays(self) -> tuple[str, ...]:
        """The ids of its overlays, the lowest first."""
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
        """The codes of its indicators, in order. An assessment answers these."""
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

        Raises `KeyError` if there is no such code.
        """
        return self._native.title(code, lang)

    def max(self, code: str) -> Decimal:
        """The maximum of the group, criterion or indicator of a code.

        >>> Framework.shipped().max("1.3")
        Decimal('30')

        Raises `KeyError` if there is no such code, or if it is that of a condition, which brings no points.
        """
        return self._native.max(code)

    def parts(self, code: str) -> tuple[str, ...]:
        """The codes of the criteria of a group, or of the indicators of a criterion, in order.

        >>> Framework.shipped().parts("1.3")
        ('1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5')

        Raises `KeyError` for any other code.
        """
        return self._native.parts(code)

    def bands(self, group: str) -> tuple[Band, ...]:
        """Which points of a group give which level, lowest first.

        >>> Framework.shipped().bands("1")[1]
        Band(level=2, low=Decimal('50'), high=Decimal('75'))

        Raises `KeyError` if there is no such group.
        """
        return self._native.bands(group)

    def table(self, library: Library | None = None, *, lang: Lang = "vi") -> Any:
        """The framework as a frame, a row for each group, criterion, condition and indicator, in order.

        | Column | Meaning |
        |---|---|
        | `code`, `title` | its code, and its title in `lang` |
        | `kind` | `group`, `criterion`, `condition` or `indicator` |
        | `group`, `criterion` | the codes of those that it belongs to |
        | `max` | its maximum; null for a condition |
        | `read_as` | what its cells hold in a frame, as in `Framework.columns`; null for groups and criteria |

        `library` is `"pandas"`, `"polars"` or `"pyarrow"`; without it the result is an `ArrowTable`, which each of them
        reads.

        >>> table = Framework.shipped().table("pyarrow")
        >>> table.select(["code", "kind", "criterion", "max", "read_as"]).to_pylist()[4]
        {'code': '1.3.1', 'kind': 'indicator', 'criterion': '1.3', 'max': Decimal('6.00'), 'read_as': 'points'}
        """
        codes = [*self.conditions, *self.indicators]
        _, told = _thuocdo.columns(self._native, codes, _thuocdo.table([], 0), self.id, lang)
        read_as = {name: word for name, _, word, *_ in told}

        def row(
            code: str, kind: str, group: str | None = None, criterion: str | None = None, max: Decimal | None = None
        ) -> dict[str, object]:
            title = self.title(code, lang=lang)
            of = {"group": group, "criterion": criterion, "max": max, "read_as": read_as.get(code)}
            return {"code": code, "kind": kind, "title": title, **of}

        rows: list[dict[str, object]] = []
        for told_group in json.loads(self.to_json())["groups"]:
            group = told_group["code"]
            rows.append(row(group, "group", max=self.max(group)))
            rows.extend(row(condition["code"], "condition", group) for condition in told_group.get("conditions", ()))
            for criterion in self.parts(group):
                rows.append(row(criterion, "criterion", group, max=self.max(criterion)))
                rows.extend(row(code, "indicator", group, criterion, self.max(code)) for code in self.parts(criterion))
        return framed(rows, library)

    def headings(self, *, lang: Lang = "vi") -> dict[str, str]:
        """The columns of frames under headings for people, by their names: codes with their titles, who and when, and
        the results of `score_frame`.

        `scored.rename(columns=framework.headings()).to_excel(…)` in pandas, `scored.rename(framework.headings(),
        strict=False)` in polars. A frame with these headings is read as one with the names.

        >>> headings = Framework.shipped().headings()
        >>> headings["institution.code"], headings["group.1.score.low"], headings["overall.level.high"]
        ('Mã cơ sở giáo dục', 'Điểm nhóm 1 (thấp nhất)', 'Mức độ chung (cao nhất)')
        """
        return headings(self._native, lang)

    def level_name(self, level: int, *, lang: Lang = "vi") -> str:
        """The name of a level.

        >>> Framework.shipped().level_name(3)
        'Đáp ứng tốt'

        Raises `KeyError` if there is no such level.
        """
        return self._native.level_name(level, lang)

    def level(self, group: str, points: Decimal | float | str) -> int:
        """The level that a total of points gives in a group.

        Raises `InvalidRequest` (`unknown_group`; `points_out_of_range`, `points_too_precise`).
        """
        return self._native.level(group, points)

    def score_json(self, text: str | bytes) -> bytes:
        """From the JSON of an assessment to the canonical JSON of its scorecard: the quickest way, for services.

        >>> Framework.shipped().score_json('{"conditions": {}, "answers": {}}')[:17]
        b'{"digest":"sha256'

        Raises `InvalidAssessment`.
        """
        return self._native.score_json(text)

    def score(self, assessment: AssessmentInput) -> Scorecard:
        """Scores an assessment by the framework with its overlays.

        In a dictionary, numbers are `int`, `float` (the decimal that Python prints), `Decimal` or numpy's scalars,
        dates may be `datetime.date`, and `None` is missing.

        >>> card = Framework.shipped().score({"conditions": {"1.1": True}, "answers": {"1.3.1": 6, "1.6.1": 5.25}})
        >>> card.group("1").score.low, card.recognition.eligible
        (Decimal('11.25'), False)

        Raises `InvalidAssessment` with all faults; `TypeError` with the place of an object that JSON cannot express.
        """
        return _thuocdo.score(self._native, assessment)

    def score_both(self, assessment: AssessmentInput) -> LocalScore:
        """Two scorecards of an assessment: `local`, with the overlays, and `national`, by the national framework.

        Raises `InvalidAssessment`.
        """
        return LocalScore(*_thuocdo.score_both(self._native, assessment))

    def assessment(self, assessment: AssessmentInput) -> Assessment:
        """A checked assessment, read once: immutable, in normal form.

        >>> Framework.shipped().assessment({"conditions": {}, "answers": {"1.3.1": 6}}).to_json()
        b'{"answers":{"1.3.1":{"points":6}},"conditions":{}}'

        Raises `InvalidAssessment`.
        """
        return self._native.assessment(assessment)

    def scorecard(self, text: str | bytes) -> Scorecard:
        """Reads a scorecard of this framework from its JSON, from `Scorecard.to_json` or another language.

        Raises `InvalidRequest`: `digest_mismatch` if somebody changed it, `wrong_framework` if it belongs to another
        framework.
        """
        return Scorecard._read(self._native, text)

    def check(self, assessment: AssessmentInput) -> list[Violation]:
        """All faults of an assessment; an empty list if it can be scored."""
        return list(self._native.check(assessment))

    def explain(self, assessment: AssessmentInput, *, lang: Lang = "vi") -> str:
        """Why an assessment has its points and levels, in words.

        Raises `InvalidAssessment`.
        """
        return self.score(assessment).explain(lang=lang)

    def schema(self, name: str, *, lang: Lang = "vi") -> dict[str, Any]:
        """The JSON Schema (2020-12) of an input or output, such as `assessment`, `scorecard`, `overlay`, `plan`.

        The schema of `assessment` has this framework's codes, their titles in `lang` and their maxima, for builders of
        forms.

        Raises `ValueError` with the list of names if `name` is none of them.
        """
        schema: dict[str, Any] = json.loads(self._native.schema(name, lang))
        return schema

    def to_json(self) -> bytes:
        """Its canonical JSON (RFC 8785)."""
        return self._native.to_json()

    def __repr__(self) -> str:
        return f"<Framework {self.id} revision {self.revision}>"
