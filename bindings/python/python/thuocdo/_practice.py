"""Methods of `Framework` for work with scores: from self-assessment to the recognised level, and from many schools to
a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias, TypeVar, overload

from thuocdo import _thuocdo
from thuocdo._asked import Asked, OnInvalid, code_of, register_of
from thuocdo._result import Result, answered, asked_of
from thuocdo.documents import CalendarDict, CaseDict, DayInput, RegisterDict
from thuocdo.errors import Lang
from thuocdo.frames import AnyFrame
from thuocdo.results import (
    Agreement,
    Audit,
    Certificate,
    Cohort,
    Conformance,
    Course,
    Impact,
    Kit,
    LocalFramework,
    Panel,
    Plan,
    Publication,
    Quality,
    QualityBatch,
    Review,
    SignedCertificate,
    Status,
    Verification,
    WhatIf,
)
from thuocdo.scorecard import Assessment, PointsInput, Scorecard
from thuocdo.several import Several

Document: TypeAlias = "Mapping[str, Any] | str | bytes"
"""A dictionary, or JSON text."""

AnyAssessment: TypeAlias = "Document | Assessment"
AnyCard: TypeAlias = "Document | Assessment | Scorecard"
"""A scorecard, or an assessment, which is then scored."""

Register: TypeAlias = "RegisterDict | str | bytes | AnyFrame"
"""A register: a dictionary, JSON text, or a frame of its institutions."""

R = TypeVar("R", bound=Result)


class Practice:
    """The questions that a framework answers besides scoring.

    Each raises `InvalidRequest` with all faults of a request at once; a place begins with the name of the argument in
    JSON, such as `/self/answers/1.3.1` or `/scorecards/7`. `lang` is the language of the answer's words.
    """

    __slots__ = ()
    _native: _thuocdo.Framework

    @overload
    def plan(
        self,
        of: AnyCard,
        *,
        targets: Mapping[str, int] | None = None,
        efforts: Mapping[str, int] | None = None,
        step: PointsInput | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Plan: ...
    @overload
    def plan(
        self,
        of: AnyFrame,
        *,
        targets: Mapping[str, int] | None = None,
        efforts: Mapping[str, int] | None = None,
        step: PointsInput | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Several[Plan]: ...
    def plan(
        self,
        of: Any,
        *,
        targets: Mapping[str, int] | None = None,
        efforts: Mapping[str, int] | None = None,
        step: PointsInput | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Any:
        """Which indicators to raise to reach a level: the fewest, and with `efforts` also those of the least effort.

        `targets` maps a group to a level; a group without one aims at the next level. `efforts` maps an indicator to
        the cost of raising it at all, a whole number in any unit. Points go up to multiples of `step` (by default half
        a point) or to the maximum. Only certain points count as reached: a missing answer brings nothing.

        Of a frame each row has a plan; `.to_frame()` lists what all of them raise, with whose they are.

        >>> from thuocdo import Framework
        >>> school = {"conditions": {}, "answers": {"1.3.1": 6, "1.6.1": 5.25}}
        >>> plan = Framework.shipped().plan(school, targets={"1": 2})
        >>> plan.groups[0].target, plan.groups[0].reach, plan.groups[0].needed
        (2, 'open', Decimal('38.75'))
        """
        plain = {"targets": targets, "efforts": efforts, "step": step}
        asked = Asked(self._native, of, on_invalid)
        if asked.is_frame:
            return self._each(asked, lambda form: self._ask(Plan, "plan", {"of": form}, plain, lang))
        return self._ask(Plan, "plan", {"of": of}, plain, lang)

    def what_if(
        self,
        of: AnyAssessment,
        *,
        answers: Mapping[str, Any] | None = None,
        conditions: Mapping[str, Any] | None = None,
        lang: Lang = "vi",
    ) -> WhatIf:
        """The result with other answers and conditions; `None` removes one.

        >>> from thuocdo import Framework
        >>> change = Framework.shipped().what_if({"conditions": {}, "answers": {}}, answers={"1.3.1": 6})
        >>> change.groups[0].score.after.low
        Decimal('6')
        """
        return self._ask(
            WhatIf, "what_if", {"assessment": _assessment(of)}, {"answers": answers, "conditions": conditions}, lang
        )

    @overload
    def review(self, own: AnyAssessment, external: AnyAssessment, *, lang: Lang = "vi") -> Review: ...
    @overload
    def review(
        self,
        own: AnyFrame,
        external: AnyFrame | None = None,
        *,
        keep: Literal["first", "last"] | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Several[Review]: ...
    def review(
        self,
        own: Any,
        external: Any = None,
        *,
        keep: Literal["first", "last"] | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Any:
        """Self-assessment and external assessment of one institution, side by side. A difference is external minus own.

        Of frames every institution and period that both sides have gets a review. One frame may hold both sides: its
        column `stream` tells them apart. `keep` is that of `agreement`: without it a second form of one institution,
        period and stream is refused.

        >>> from thuocdo import Framework
        >>> own, external = ({"conditions": {}, "answers": {"1.3.1": points}} for points in (6, "4.5"))
        >>> Framework.shipped().review(own, external).groups[0].indicators[0].difference
        Range(high=Decimal('-1.5'), low=Decimal('-1.5'))
        """
        asked = Asked(self._native, own, on_invalid)
        if not asked.is_frame:
            if external is None:
                raise TypeError("a review needs both sides; one frame may hold both, one assessment cannot")
            return self._ask(Review, "review", {"self": _assessment(own), "external": _assessment(external)}, {}, lang)
        other = asked if external is None else Asked(self._native, external, on_invalid)
        sides = _sides(asked, other)
        reviews: dict[tuple[Any, ...], Review] = {}
        mine, theirs = ([form for form, _ in sides[side]] for side in _SIDES)
        for one, another in _thuocdo.pairs(self._native, mine, theirs, keep):
            form, said = sides["self"][one]
            pair = {"self": form, "external": sides["external"][another][0]}
            reviews[code_of(said), said.get("period")] = self._ask(Review, "review", pair, {}, lang)
        skipped = asked.skipped if other is asked else asked.skipped + other.skipped
        return Several(("institution.code", "period"), reviews, asked.library, skipped)

    def panel(
        self, forms: Iterable[AnyAssessment], *, combine: Literal["median", "mean"] = "median", lang: Lang = "vi"
    ) -> Panel:
        """Several external assessors of one institution together: combined points, their spread, one scorecard.

        >>> from thuocdo import Framework
        >>> forms = [{"conditions": {}, "answers": {"1.3.1": points}} for points in (4, 5, 6)]
        >>> Framework.shipped().panel(forms).card.indicator("1.3.1").score.low
        Decimal('5')
        """
        return self._ask(Panel, "panel", {"forms": _several(forms)}, {"combine": combine}, lang)

    @overload
    def agreement(
        self,
        own: Iterable[AnyAssessment] | AnyFrame,
        external: Iterable[AnyAssessment] | AnyFrame | None = None,
        *,
        by: None = None,
        register: Register | None = None,
        keep: Literal["first", "last"] | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Agreement: ...
    @overload
    def agreement(
        self,
        own: Iterable[AnyAssessment] | AnyFrame,
        external: Iterable[AnyAssessment] | AnyFrame | None = None,
        *,
        by: Iterable[str],
        register: Register | None = None,
        keep: Literal["first", "last"] | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Several[Agreement]: ...
    def agreement(
        self,
        own: Any,
        external: Any = None,
        *,
        by: Iterable[str] | None = None,
        register: Register | None = None,
        keep: Literal["first", "last"] | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Any:
        """How far self-assessments and external assessments of many institutions agree. Code and period make a pair.
        `keep` chooses among several forms of one institution, period and stream; without it they are refused.

        Both arguments are read once, one after the other, so each may be a generator of any length. One argument may
        hold both sides, if its forms say their `stream`.

        `by` parts the forms as in `cohort`, and gives an agreement for each part.

        >>> from thuocdo import Framework
        >>> form = {"institution": {"code": "31-0042"}, "conditions": {}, "answers": {}}
        >>> Framework.shipped().agreement([form], [form]).reviews
        1
        """
        register = register_of(register)
        mine = Asked(self._native, own, on_invalid)
        theirs = mine if external is None else Asked(self._native, external, on_invalid)

        def made(one: Any, another: Any) -> Agreement:
            return self._made(Agreement, _thuocdo.agreement(self._native, one, another, keep), lang)

        def skipped() -> Any:
            return mine.skipped if theirs is mine else mine.skipped + theirs.skipped

        if by is None and theirs is not mine:
            return asked_of(made(mine.forms(), theirs.forms()), mine.library, skipped())
        names, parts = mine.parted(["stream"] if by is None else [*by, "stream"], register)
        if theirs is not mine:
            _, others = theirs.parted(by or (), register)
            sides: dict[str, dict[tuple[Any, ...], list[Any]]] = {"self": {}, "external": others}
            for key, forms in parts.items():
                sides["self"].setdefault(key[:-1], []).extend(forms)
        else:
            sides = {side: {} for side in _SIDES}
            for key, forms in parts.items():
                sides[_side(key[-1], f"form {key[:-1]}")][key[:-1]] = forms
        keys = dict.fromkeys(key for side in sides.values() for key in side)
        agreements = {key: made(*(sides[side].get(key, []) for side in _SIDES)) for key in keys}
        if by is None:
            return asked_of(agreements.get(()) or made([], []), mine.library, skipped())
        return Several(names[:-1], agreements, mine.library, skipped())

    @overload
    def quality(
        self,
        submission: AnyAssessment,
        *,
        as_of: DayInput | None = None,
        stale_after_days: int | None = None,
        lang: Lang = "vi",
    ) -> Quality: ...
    @overload
    def quality(
        self,
        submission: AnyFrame,
        *,
        as_of: DayInput | None = None,
        stale_after_days: int | None = None,
        lang: Lang = "vi",
    ) -> Several[Quality]: ...
    def quality(
        self,
        submission: Any,
        *,
        as_of: DayInput | None = None,
        stale_after_days: int | None = None,
        lang: Lang = "vi",
    ) -> Any:
        """How far the data of an assessment is correct, complete, clean and live. A fault is a finding, not an error.

        A submission is an assessment, or `{"assessment": …, "claimed": …, "updated_on": …}` with the results that a
        portal claims for it. `as_of` is the day of this check; the last update may be at most `stale_after_days` older.

        Of a frame each row has its findings; `.to_frame()` lists them all, with every place.

        >>> from thuocdo import Framework
        >>> quality = Framework.shipped().quality({"conditions": {}, "answers": {"1.3.1": 7}})
        >>> quality.scores.correct.passed, quality.scores.correct.checked
        (0, 1)
        """
        plain = {"as_of": as_of, "stale_after_days": stale_after_days}
        asked = Asked(self._native, submission)
        if asked.is_frame:
            return self._each(asked, lambda form: self._ask(Quality, "quality", {"submission": form}, plain, lang))
        return self._ask(Quality, "quality", {"submission": _assessment(submission)}, plain, lang)

    def quality_batch(
        self,
        submissions: Iterable[AnyAssessment] | AnyFrame,
        *,
        as_of: DayInput | None = None,
        stale_after_days: int | None = None,
        window: Decimal | int | str | None = None,
        lang: Lang = "vi",
    ) -> QualityBatch:
        """The quality of many, with repetitions among them, and signals for a reviewer, which prove nothing.

        They are read once, one after the other. For the signal `piled_over_band`, `window` is the distance from the
        first point of a level within which totals count; by default one point.

        >>> from thuocdo import Framework
        >>> Framework.shipped().quality_batch({"conditions": {}, "answers": {}} for _ in range(3)).count
        3
        """
        options = _said({"as_of": as_of, "stale_after_days": stale_after_days, "window": window})
        asked = Asked(self._native, submissions)
        made = self._made(QualityBatch, _thuocdo.quality_batch(self._native, asked.forms(), options), lang)
        return asked_of(made, asked.library, ())

    @overload
    def course(
        self,
        scorecards: Iterable[AnyCard],
        *,
        register: Register | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Course: ...
    @overload
    def course(
        self,
        scorecards: AnyFrame,
        *,
        register: Register | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Several[Course]: ...
    def course(
        self,
        scorecards: Any,
        *,
        register: Register | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Any:
        """One institution over years: what rose, what fell, and which gains it kept.

        `register` has the mergers and splits of institutions. Of a frame each institution has its course.

        >>> from thuocdo import Framework
        >>> years = ("2022-2023", "2023-2024")
        >>> form = {"institution": {"code": "31-0042"}, "conditions": {}, "answers": {"1.3.1": 4}}
        >>> course = Framework.shipped().course({**form, "period": year} for year in years)
        >>> course.steps[0].kind
        'comparable'
        """
        register = register_of(register)
        asked = Asked(self._native, scorecards, on_invalid)

        def made(forms: Any) -> Course:
            return self._made(Course, _thuocdo.course(self._native, forms, register), lang)

        if asked.is_frame:
            names, parts = asked.parted(["institution.code"], register)
            return Several(names, {key: made(forms) for key, forms in parts.items()}, asked.library, asked.skipped)
        return asked_of(made(asked.forms()), None, asked.skipped)

    @overload
    def cohort(
        self,
        scorecards: Iterable[AnyCard] | AnyFrame,
        *,
        by: None = None,
        register: Register | None = None,
        keep: Literal["first", "last"] | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Cohort: ...
    @overload
    def cohort(
        self,
        scorecards: Iterable[AnyCard] | AnyFrame,
        *,
        by: Iterable[str],
        register: Register | None = None,
        keep: Literal["first", "last"] | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Several[Cohort]: ...
    def cohort(
        self,
        scorecards: Any,
        *,
        by: Iterable[str] | None = None,
        register: Register | None = None,
        keep: Literal["first", "last"] | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Any:
        """How many schools stand where. They are counted one after the other, so a generator of any length will do.

        `register` says authorities and types. Of several cards of one institution, period and stream `keep` says which
        counts; without it they are refused (`duplicate_assessment`).

        `by` parts the schools and gives a cohort for each part: by `period`, `stream`, `type`, `code`, by any other
        column of a frame, and by a field of the register, such as `authority`. `on_invalid="skip"` leaves out what
        cannot be scored and tells it in `.skipped`.

        >>> from thuocdo import Framework
        >>> cohort = Framework.shipped().cohort({"conditions": {}, "answers": {}} for _ in range(3))
        >>> cohort.count, cohort.overall.undetermined
        (3, 3)
        """
        register = register_of(register)
        asked = Asked(self._native, scorecards, on_invalid)

        def made(forms: Any) -> Cohort:
            return self._made(Cohort, _thuocdo.cohort(self._native, forms, register, keep), lang)

        if by is not None:
            names, parts = asked.parted(by, register)
            return Several(names, {key: made(forms) for key, forms in parts.items()}, asked.library, asked.skipped)
        cohort = made(asked.forms())
        return asked_of(cohort, asked.library, asked.skipped)

    def publication(
        self,
        scorecards: Iterable[AnyCard] | AnyFrame = (),
        *,
        recognised: Iterable[Document | Certificate | SignedCertificate] = (),
        register: Register | None = None,
        period: str | None = None,
        authority: str | None = None,
        as_of: DayInput | None = None,
        title: str | None = None,
        act: str | None = None,
        official: str | None = None,
        stream: Literal["self", "external"] | None = None,
        name_missing: bool = False,
        certificate_link: str | None = None,
        keep: Literal["first", "last"] | None = None,
        on_invalid: OnInvalid = "raise",
        lang: Lang = "vi",
    ) -> Publication:
        """The published list of a period. `recognised` has the recognised levels, as certificates or as `{"code": …,
        "groups": […]}`. `keep` chooses among several cards of one institution and stream; without it they are refused
        (`duplicate_code`). `stream` says whose points they are, where the cards do not. `name_missing` adds the
        institutions of the register of which there is nothing. `certificate_link` is an address with `{code}` in it.

        >>> from thuocdo import Framework
        >>> form = {"institution": {"code": "31-0042", "name": "Trường giả định"}, "conditions": {}, "answers": {}}
        >>> Framework.shipped().publication([form], period=None).to_csv().splitlines()[1][:23]
        '31-0042,Trường giả định'
        """
        head = _said(
            {
                "act": act,
                "as_of": as_of,
                "authority": authority,
                "certificate_link": certificate_link,
                "keep": keep,
                "name_missing": name_missing,
                "official": official,
                "period": period,
                "stream": stream,
                "title": title,
            }
        )
        register = register_of(register)
        asked = Asked(self._native, scorecards, on_invalid)
        answer = _thuocdo.publication(self._native, asked.forms(), recognised, register, head)
        return asked_of(self._made(Publication, answer, lang), asked.library, asked.skipped)

    def process(
        self,
        case: CaseDict | str | bytes,
        *,
        scope: str | None = None,
        calendar: CalendarDict | str | bytes | None = None,
        as_of: DayInput | None = None,
        register: Register | None = None,
        lang: Lang = "vi",
    ) -> Status:
        """The state of a case: late and overdue steps, deadlines ahead, and the next steps.

        A `register` shows whether the institution was closed before the period. Deadlines come from the framework's
        calendar of a `scope`, from your own `calendar`, or else from the national one.

        >>> from thuocdo import Framework
        >>> school = {"code": "31-0042", "name": "Trường giả định"}
        >>> case = {"format": 1, "institution": school, "period": "2023-2024", "events": []}
        >>> Framework.shipped().process(case).next[0].act
        'plan'
        """
        return self._ask(
            Status,
            "process",
            {"case": case, "calendar": calendar, "register": register_of(register)},
            {"scope": scope, "as_of": as_of},
            lang,
        )

    def certify(self, case: CaseDict | str | bytes, *, lang: Lang = "vi") -> Certificate:
        """The certificate of a recognised level, with the digests of all its sources.

        A case in any other state is refused with `not_recognised`.
        """
        return self._ask(Certificate, "certify", {"case": case}, {}, lang)

    def verify(
        self,
        certificate: Document | Certificate | SignedCertificate,
        case: CaseDict | str | bytes,
        *,
        lang: Lang = "vi",
    ) -> Verification:
        """Compares a certificate with a new one from its case, byte for byte, and lists all differences.

        It ignores a signature: `thuocdo.verify_signature` checks that.
        """
        unsigned = certificate.certificate if isinstance(certificate, SignedCertificate) else certificate
        return self._ask(Verification, "verify", {"certificate": unsigned, "case": case}, {}, lang)

    def sign(self, certificate: Document | Certificate, secret_key: bytes, *, lang: Lang = "vi") -> SignedCertificate:
        """The certificate with a signature (Ed25519, RFC 8032) of its canonical JSON. The key is a seed of 32 random
        bytes.

        Raises `ValueError` if the key has another length.
        """
        return self._made(SignedCertificate, _thuocdo.sign(self._native, certificate, secret_key), lang)

    def local_framework(self, overlay: Document, *, lang: Lang = "vi") -> LocalFramework:
        """This framework with one more overlay, as the content of a framework file. For scoring use
        `Framework.overlay`.
        """
        return self._ask(LocalFramework, "local_framework", {"overlay": overlay}, {}, lang)

    def audit(self, submissions: Iterable[Document], *, lang: Lang = "vi") -> Audit:
        """Which claimed points and levels do not follow from the answers, and why: `{"assessment": …, "claimed": …}`
        each. Without an assessment the claims are compared with each other.

        >>> from thuocdo import Framework
        >>> row = {"claimed": {"groups": {"1": {"score": 75, "level": 3}}}}
        >>> Framework.shipped().audit([row]).differing[0].differences[0].follows
        '2'
        """
        return self._ask(Audit, "audit", {"submissions": _several(submissions)}, {}, lang)

    def kit(self, *, with_answers: bool | None = None, lang: Lang = "vi") -> Kit:
        """The boundary cases by which another formula is tried.

        >>> from thuocdo import Framework
        >>> Framework.shipped().kit().cases[0].case
        'edge-1-0'
        """
        return self._ask(Kit, "kit", {}, {"with_answers": with_answers}, lang)

    def conform(self, answers: Iterable[Document], *, lang: Lang = "vi") -> Conformance:
        """How another formula's answers to the cases of `kit` differ from what follows, by kind.

        >>> from thuocdo import Framework
        >>> found = Framework.shipped().conform([{"case": "edge-1-75", "level": 3}])
        >>> [differs.expected for differs in found.differences if differs.case == "edge-1-75"]
        ['2']
        """
        return self._ask(Conformance, "conform", {"answers": _several(answers)}, {}, lang)

    def impact(self, to: Document, scorecards: Iterable[AnyCard], *, lang: Lang = "vi") -> Impact:
        """Who moves by another framework, which `to` is as the content of its file, and by which figure."""
        return self._ask(Impact, "impact", {"scorecards": _several(scorecards), "to": to}, {}, lang)

    def _each(self, asked: Asked, answer: Callable[[Any], R]) -> Several[R]:
        """The answer for each form of a frame."""
        answers: dict[tuple[Any, ...], R] = {}
        for row, form, said in asked.numbered():
            code = code_of(said)
            answers[row, code, said.get("period"), said.get("stream")] = answer(form)
        return Several(("row", "institution.code", "period", "stream"), answers, asked.library, asked.skipped)

    def _ask(self, kind: type[R], question: str, documents: dict[str, Any], plain: Mapping[str, Any], lang: Lang) -> R:
        return self._made(kind, _thuocdo.ask(self._native, question, _said(documents), _said(plain)), lang)

    def _made(self, kind: type[R], answer: _thuocdo.Answer, lang: Lang) -> R:
        return answered(kind, answer, lang, {Scorecard: self._card})

    def _card(self, told: dict[str, Any]) -> Scorecard:
        return Scorecard._of_answer(self._native, told)


def _said(request: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in request.items() if value is not None}


def _assessment(of: object) -> object:
    if isinstance(of, Scorecard):
        raise TypeError("this is a scorecard; the assessment that it was made of is expected, which says the answers")
    return of


def _several(items: Iterable[Any]) -> list[Any]:
    if isinstance(items, (Mapping, str, bytes)):
        raise TypeError("this is one; a list or another iterable of several is expected")
    return list(items)


_SIDES = ("self", "external")


def _sides(own: Asked, external: Asked) -> dict[str, list[tuple[Any, Mapping[str, Any]]]]:
    """The forms of each side, with what each says of itself."""
    sides: dict[str, list[tuple[Any, Mapping[str, Any]]]] = {side: [] for side in _SIDES}
    for asked, side in ((own, "self"),) if own is external else ((own, "self"), (external, "external")):
        for row, form, said in asked.numbered():
            of = _side(said.get("stream"), f"row {row}") if own is external else side
            sides[of].append((form, said))
    return sides


def _side(stream: Any, row: Any) -> str:
    if stream not in _SIDES:
        raise ValueError(f"{row}: its stream is neither `self` nor `external`, and it stands among both")
    return str(stream)
