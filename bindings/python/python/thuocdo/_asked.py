"""What is asked about: forms in any shape, frames among them, checked and parted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypeAlias

from thuocdo import _thuocdo, frames
from thuocdo._rows import Library
from thuocdo._skipped import Skipped
from thuocdo.errors import InvalidAssessment
from thuocdo.scorecard import Assessment, Scorecard

OnInvalid: TypeAlias = Literal["raise", "skip"]
"""What becomes of forms that cannot be scored: the call fails and names them all, or they are left out and told."""

_CODE = ("institution", "code")

_OF_FORMS = {
    "assessed_on": ("assessed_on",),
    "code": _CODE,
    "framework": ("framework",),
    "institution.code": _CODE,
    "institution.name": ("institution", "name"),
    "institution.type": ("institution", "type"),
    "period": ("period",),
    "stream": ("stream",),
    "type": ("institution", "type"),
}
"""What `by` may name of a form. Other names are columns of the frame, or fields of the register."""

_NOT_A_ROW_EACH = "the rows of this frame are not one form each; `framework.tidy(frame).frame` makes them so"


class Asked:
    """The forms of a question. Each is a dictionary, JSON, an object of this package, or a row of a frame."""

    def __init__(self, framework: _thuocdo.Framework, given: Any, on_invalid: OnInvalid = "raise") -> None:
        if on_invalid not in ("raise", "skip"):
            raise ValueError(f'on_invalid is "raise" or "skip", not {on_invalid!r}')
        self._framework = framework
        self._given = given
        self._skips = on_invalid == "skip"
        self._skipped: list[Skipped] = []
        self._count = 0
        self.is_frame = frames.is_frame(given)
        self.library: Library | None = frames.library_of(given) if self.is_frame else None

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was left out so far."""
        return tuple(self._skipped)

    def forms(self) -> Any:
        """The forms one after the other; what is no list of them stays, so that the core refuses it in words."""
        if self._skips:
            return (form for _, form, _ in self.numbered())
        return frames.assessments(self._framework, self._given) if self.is_frame else self._given

    def parted(self, by: Iterable[str], register: Any) -> tuple[tuple[str, ...], dict[tuple[Any, ...], list[Any]]]:
        """The forms by what the names of `by` say of each, in order of appearance. Spellings of one code are one: the
        first names the part.
        """
        names = (by,) if isinstance(by, str) else tuple(by)
        if not names:
            raise ValueError('`by` names at least one thing, such as "period"')
        known = None if register is None else _thuocdo.Register(register)
        columns = self._columns(names, known)
        parted: dict[tuple[Any, ...], list[Any]] = {}
        named: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        spelling = _thuocdo.code_key if known is None else known.key
        for row, form, said in self.numbered():
            if any(row >= len(column) for column in columns.values()):
                raise ValueError(_NOT_A_ROW_EACH)
            key = tuple(columns[name][row] if name in columns else _value(said, name, known) for name in names)
            whose = tuple(
                spelling(value) if _OF_FORMS.get(name) == _CODE else value
                for name, value in zip(names, key, strict=True)
            )
            parted.setdefault(named.setdefault(whose, key), []).append(form)
        if any(len(column) != self._count for column in columns.values()):
            raise ValueError(_NOT_A_ROW_EACH)
        return names, parted

    def numbered(self) -> Iterator[tuple[int, Any, Mapping[str, Any]]]:
        """Each form with its place, and what it says of itself; without those that are left out."""
        source: Iterable[Any] = frames.assessments(self._framework, self._given) if self.is_frame else self._given
        for row, form in enumerate(source):
            self._count = row + 1
            said = _said(form)
            if not self._skips or isinstance(form, Assessment | Scorecard) or "groups" in said:
                yield row, form, said
                continue
            try:
                assessment = self._framework.assessment(form)
            except InvalidAssessment as refused:
                self._skipped.append(_skipped(row, said, refused))
            else:
                yield row, assessment, _said(assessment)

    def _columns(self, names: tuple[str, ...], known: _thuocdo.Register | None) -> dict[str, list[Any]]:
        """The columns of the frame that are no part of a form."""
        others = [name for name in names if name not in _OF_FORMS]
        columns = frames.values(self._given, others) if self.is_frame and others else {}
        for name in others:
            if name not in columns and known is None:
                there = ", ".join(_OF_FORMS)
                raise ValueError(
                    f"`by` knows {there}, the columns of the frame, and with a register its fields; not {name!r}"
                )
        return columns


def register_of(given: Any) -> Any:
    """A register as the core reads it: of a frame, the JSON that its rows make."""
    return frames.register(given) if given is not None and frames.is_frame(given) else given


def _said(form: Any) -> Mapping[str, Any]:
    if isinstance(form, Assessment | Scorecard):
        of = form.institution
        institution = {"code": of.code, "name": of.name, "type": of.type} if of else {}
        return {"institution": institution, "period": form.period, "stream": form.stream}
    if isinstance(form, str | bytes):
        try:
            form = json.loads(form)
        except ValueError:
            return {}
    return _mapping(form)


def code_of(said: Mapping[str, Any]) -> Any:
    """The code of the institution of a form, whatever it may be."""
    return _mapping(said.get("institution")).get("code")


def _mapping(value: Any) -> Mapping[str, Any]:
    # By its method: a strict checker would know too little of what `isinstance` tells it.
    return value if hasattr(value, "get") else {}


def _value(said: Mapping[str, Any], name: str, register: _thuocdo.Register | None) -> Any:
    value: Any = said
    for key in _OF_FORMS.get(name, ()):
        value = _mapping(value).get(key)
    if value is not said and value is not None:
        return value
    code = code_of(said)
    found = register.find(code) if register and isinstance(code, str) else None
    return (found or {}).get(name.removeprefix("institution."))


def _skipped(row: int, said: Mapping[str, Any], refused: InvalidAssessment) -> Skipped:
    code, period, stream = (
        value if isinstance(value, str) else None for value in (code_of(said), said.get("period"), said.get("stream"))
    )
    return Skipped(row, code, period, stream, refused.violations)
