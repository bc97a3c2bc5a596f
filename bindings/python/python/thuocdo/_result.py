"""What every answer of the practice can do besides having fields."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, Protocol, TypeVar

from thuocdo._decode import FrozenMap, Make, decode
from thuocdo._report import Report
from thuocdo.errors import Lang

R = TypeVar("R", bound="Result")


class Source(Protocol):
    """Where JSON and words of a result come from: the core's own answer."""

    def to_json(self, lang: Lang) -> bytes: ...

    def report(self, lang: Lang) -> tuple[str, str]: ...


class Part:
    """A part of an answer. Immutable; equal where all its fields are."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The same as dictionaries and lists, under the names that JSON has for them. Points stay `Decimal`, dates are
        text.
        """
        told: dict[str, Any] = _plain(self)
        return told


class Result(Part):
    """An answer. `print` shows it in words, a notebook as a page; both in the language that was asked for."""

    __slots__ = ("_lang", "_source")
    _lang: Lang
    _source: Source

    def to_json(self) -> bytes:
        """The canonical JSON (RFC 8785), byte for byte as every language answers.

        Raises `ValueError` of one that was put together by hand, or changed by `dataclasses.replace`.
        """
        return self._answered().to_json(self._lang)

    def report(self, *, lang: Lang | None = None) -> Report:
        """The same in words: titles, lines and tables. In the language that was asked for, unless another is named."""
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
    """What is left of an answer in a pickle: its bytes, and its words in both languages."""

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
    """The result that the core's answer is. `own` reads the classes that are not made of fields."""
    result: R = decode(kind, source.to_json(lang), own)
    return _with(result, source, lang)


def _with(result: R, source: Source, lang: Lang) -> R:
    object.__setattr__(result, "_source", source)
    object.__setattr__(result, "_lang", lang)
    return result


def _restored(kind: type[R], told: dict[str, Any], source: Source | None, lang: Lang) -> R:
    result = kind(**told)
    return _with(result, source, lang) if source else result


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        named = ((field, getattr(value, field.name)) for field in fields(value))  # type: ignore[arg-type]
        # What need not be said, and says nothing, is not there.
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
