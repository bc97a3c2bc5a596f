"""Violations, and the exceptions that hold them: all faults of an input at once, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, TypeAlias, final

from thuocdo import _thuocdo

__all__ = [
    "InvalidAssessment",
    "InvalidFramework",
    "InvalidRequest",
    "Lang",
    "Param",
    "ThuocdoError",
    "Violation",
    "violation_codes",
]

Lang: TypeAlias = Literal["vi", "en"]
"""The language of words: Vietnamese or English."""

Param: TypeAlias = int | str | Decimal | tuple[str, ...]
"""A value in the message of a violation: a number, a text, points, or several texts."""

_SHOWN = 30


@final
@dataclass(frozen=True, slots=True)
class Violation:
    """One fault: its code, its place, and the values of its message.

    >>> from thuocdo import Framework
    >>> [violation] = Framework.shipped().check({"conditions": {}, "answers": {"1.3.1": 7}})
    >>> violation.code, violation.at, violation.params["max"]
    ('points_out_of_range', '/answers/1.3.1', Decimal('6'))
    >>> print(violation.message(lang="en"))
    7 points lie outside 0 to 6
    """

    code: str
    """The kind of fault, a stable word of `thuocdo.violation_codes()`."""
    at: str
    """The place, as a JSON Pointer (RFC 6901); empty for the whole input."""
    _params: tuple[tuple[str, Param], ...] = field(repr=False)
    _messages: tuple[str, str] = field(repr=False)

    @property
    def params(self) -> Mapping[str, Param]:
        """The values in the message, by name. Points are `Decimal`."""
        return MappingProxyType(dict(self._params))

    def message(self, *, lang: Lang = "vi") -> str:
        """One line without a final stop: what the input holds and what would be accepted."""
        vi, en = self._messages
        return en if lang == "en" else vi

    def __str__(self) -> str:
        return _line(self, "vi")


def _line(violation: Violation, lang: Lang) -> str:
    return f"{_thuocdo.place(violation.at, lang)}: {violation.message(lang=lang)} ({violation.code})"


class ThuocdoError(Exception):
    """An input was refused. `violations` has all its faults, in order of place.

    >>> from thuocdo import Framework, ThuocdoError
    >>> try:
    ...     Framework.shipped().score({"conditions": {"1.1": "yes"}, "answers": {"1.3.1": 7}})
    ... except ThuocdoError as error:
    ...     print(error.text(lang="en"))
    /answers/1.3.1: 7 points lie outside 0 to 6 (points_out_of_range)
    /conditions/1.1: this is a string; true, false or an object is expected (wrong_type)
    """

    violations: tuple[Violation, ...]
    """All faults of the input, never empty."""

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        super().__init__(violations)
        self.violations = violations

    def text(self, *, lang: Lang = "vi") -> str:
        """One line for each violation, beginning with its place; at most thirty lines."""
        lines = [_line(violation, lang) for violation in self.violations[:_SHOWN]]
        more = len(self.violations) - _SHOWN
        if more > 0:
            lines.append(f"… and {more} more" if lang == "en" else f"… và {more} lỗi nữa")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()


class InvalidAssessment(ThuocdoError):
    """An assessment cannot be scored."""


class InvalidFramework(ThuocdoError):
    """A file is no framework or overlay, or contradicts itself."""


class InvalidRequest(ThuocdoError):
    """A request has no answer, such as a plan for a level that does not exist."""


def violation_codes() -> tuple[str, ...]:
    """All codes of violations, from the core.

    >>> "points_out_of_range" in violation_codes()
    True
    """
    return tuple(_thuocdo.violation_codes())
