"""The methods that every answer of the practice has besides its fields."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, Literal, Protocol, TypeVar

from thuocdo._decode import FrozenMap, Make, decode
from thuocdo._flat import listed
from thuocdo._report import Report
from thuocdo._rows import Library, framed
from thuocdo._skipped import Skipped
from thuocdo.errors import Lang

R = TypeVar("R", bound="Result")


class Source(Protocol):
    """The core's own answer, which gives a result its JSON and its words."""

    def to_json(self, lang: Lang) -> bytes: ...

    def report(self, lang: Lang) -> tuple[str, str]: ...


class Part:
    """A part of an answer. Immutable; two are equal if all their fields are."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The same as dictionaries and lists, under the names of the JSON. Points stay `Decimal`; dates become text."""
        told: dict[str, Any] = _plain(self)
        return told


class Result(Part):
    """An answer. `print` shows it in words, a notebook as a page; both in the language of the question."""

    __slots__ = ("_lang", "_library", "_skipped", "_source")
    _lang: Lang
    _library: Library | None
    _skipped: tuple[Skipped, ...]
    _source: Source

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # Before the class is made a dataclass, which would tell all that an answer holds, a page or more.
        cls.__repr__ = Result.__repr__  # type: ignore[method-assign]

    def __repr__(self) -> str:
        told = (f"{field.name}={_short(getattr(self, field.name))}" for field in fields(self))  # type: ignore[arg-type]
        return f"{type(self).__name__}({', '.join(told)})"

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The forms that `on_invalid="skip"` left out, each with what is wrong with it."""
        return getattr(self, "_skipped", ())

    def to_frame(
        self,
        what: str | None = None,
        *,
        library: Library | None = None,
        points: Literal["decimal", "float"] = "decimal",
    ) -> Any:
        """A list of the answer as a frame: a row for each of its parts, with those that the part belongs to.

        `what` leads to another list than the usual one by the names of fields, such as `groups.indicators`; the error
        for an unknown one names them all. A range has two columns, `.low` and `.high`.

        The frame is of the library of the frame that was asked about, or of `library`: `"pandas"`, `"polars"` or
        `"pyarrow"`. Without either it is an `ArrowTable`, which each of them reads. `points="float"` makes floats of
        decimals, for statistics and charts.

        Raises `ValueError` if there is no such list.
        """
        return framed(listed(self, what), library or getattr(self, "_library", None), points=points)

    def to_json(self) -> bytes:
        """The canonical JSON (RFC 8785), the same bytes as from every language.

        Raises `ValueError` if the caller made the object by hand, or with `dataclasses.replace`.
        """
        return self._answered().to_json(self._lang)

    def report(self, *, lang: Lang | None = None) -> Report:
        """The same in words: titles, lines and tables; in `lang`, or else in the language of the question."""
        text, blocks = self._answered().report(lang or self._lang)
        return Report.from_core(text, blocks)

    def _answered(self) -> Source:
        source: Source | None = getattr(self, "_source", None)
        if source is None:
            raise ValueError(
                "this was put together by hand; only the answer of a framework has canonical bytes and words"
            )
        return source

    def _repr_html_(self) -> str:
        return self.report().to_html()

    def __str__(self) -> str:
        return str(self.report()) if getattr(self, "_source", None) else repr(self)

    def __copy__(self) -> Result:
        return self

    def __deepcopy__(self, memo: object) -> Result:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        told = {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]
        source: Source | None = getattr(self, "_source", None)
        return _restored, (type(self), told, source and _Kept.of(source, self._lang), getattr(self, "_lang", "vi"))


class _Kept:
    """An answer in a pickle: its bytes, and its words in both languages."""

    __slots__ = ("_json", "_reports")

    def __init__(self, text: bytes, reports: tuple[tuple[str, str], tuple[str, str]]) -> None:
        self._json = text
        self._reports = reports

    @classmethod
    def of(cls, source: Source, lang: Lang) -> _Kept:
        return cls(source.to_json(lang), (source.report("vi"), source.report("en")))

    def to_json(self, lang: Lang) -> bytes:
        return self._json

    def report(self, lang: Lang) -> tuple[str, str]:
        return self._reports[0 if lang == "vi" else 1]

    def __reduce__(self) -> tuple[Any, ...]:
        return _Kept, (self._json, self._reports)


def answered(kind: type[R], source: Source, lang: Lang, own: Mapping[type, Make]) -> R:
    """A result from the core's answer. `own` reads the classes without fields."""
    result: R = decode(kind, source.to_json(lang), own)
    return _with(result, source, lang)


def asked_of(result: R, library: Library | None, skipped: tuple[Skipped, ...]) -> R:
    """The same result, with the library of the frame that it was asked of, and what was left out of it."""
    object.__setattr__(result, "_library", library)
    object.__setattr__(result, "_skipped", skipped)
    return result


def _with(result: R, source: Source, lang: Lang) -> R:
    object.__setattr__(result, "_source", source)
    object.__setattr__(result, "_lang", lang)
    return result


def _restored(kind: type[R], told: dict[str, Any], source: Source | None, lang: Lang) -> R:
    result = kind(**told)
    return _with(result, source, lang) if source else result


def _short(value: Any) -> str:
    """A value in a few letters: of lists how many they hold, of parts what they are."""
    if type(value).__name__ == "tuple":
        return f"<{len(value)}>"
    if isinstance(value, Part | FrozenMap):
        return f"<{type(value).__name__}>"
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST = 60


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        named = ((field, getattr(value, field.name)) for field in fields(value))  # type: ignore[arg-type]
        # An optional field without a value is left out.
        return {
            field.metadata.get("json", field.name): _plain(part)
            for field, part in named
            if part is not None or field.default is MISSING
        }
    # By name: `isinstance` would leave a strict checker with a tuple of unknown things.
    if type(value).__name__ == "tuple":
        return [_plain(part) for part in value]
    if isinstance(value, FrozenMap):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.to_dict() if hasattr(value, "to_dict") else value
