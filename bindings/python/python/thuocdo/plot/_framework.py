"""What a picture needs of a framework: titles, maxima and the edges of bands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any, Protocol, TypeAlias

from thuocdo.errors import Lang
from thuocdo.framework import Framework
from thuocdo.plot._words import say


class HasJson(Protocol):
    """Scorecards and answers of the practice: what can say itself as JSON."""

    def to_json(self) -> bytes: ...


Plain: TypeAlias = "Mapping[str, Any] | HasJson"
"""One of these, or its dictionary."""


def plain(thing: Plain) -> Mapping[str, Any]:
    """The dictionary of a thing, its numbers exact."""
    if isinstance(thing, Mapping):
        return thing
    said: dict[str, Any] = json.loads(thing.to_json(), parse_float=Decimal)
    return said


def plain_of(framework: Framework, thing: Plain) -> Mapping[str, Any]:
    """The same, of what was made by this framework; ValueError of what another one made."""
    said = plain(thing)
    mark = said["framework"]
    if mark["digest"] != framework.digest:
        raise ValueError(
            f"this is of the framework {mark['id']}, revision {mark['revision']}, and not of {framework.id}, revision"
            f" {framework.revision}: draw each by its own (`framework.national` is the one beneath overlays)"
        )
    return said


def points(value: object) -> Decimal:
    """A number, exactly; a float stands for its shortest decimal. ValueError of what is none."""
    try:
        return value if isinstance(value, Decimal) else Decimal(str(value))
    except InvalidOperation:
        raise ValueError(f"{value!r} is not a number") from None


@dataclass(frozen=True)
class Item:
    """A group, criterion or indicator."""

    framework: Framework
    code: str
    parts: tuple[Item, ...] = ()

    @property
    def max(self) -> Decimal:
        """Its maximum."""
        return self.framework.max(self.code)

    @property
    def edges(self) -> tuple[Decimal, ...]:
        """Of a group, where one band ends and the next begins: of the two hundredths there, that which is written
        shorter, such as 75 and not 75.01.
        """
        bands = pairwise(self.framework.bands(self.code))
        return tuple(min(below.high, above.low, key=lambda edge: len(str(edge))) for below, above in bands)

    @property
    def levels(self) -> tuple[int, ...]:
        """Of a group, the levels of its bands."""
        return tuple(band.level for band in self.framework.bands(self.code))

    def title(self, lang: Lang) -> str:
        return self.framework.title(self.code, lang=lang)

    def named(self, lang: Lang) -> str:
        """``1.3 Triển khai phần mềm dạy học trực tuyến``."""
        return f"{self.code} {self.title(lang)}"


@dataclass(frozen=True)
class Shape:
    """A framework's groups and levels."""

    framework: Framework
    groups: tuple[Item, ...]

    def group(self, code: str) -> Item:
        """The group of a code; ValueError where there is none."""
        for group in self.groups:
            if group.code == code:
                return group
        raise ValueError(
            f"the framework has no group {code!r}; it has {', '.join(group.code for group in self.groups)}"
        )

    def some(self, codes: tuple[str, ...] | None) -> tuple[Item, ...]:
        """The groups of these codes, or all."""
        return self.groups if codes is None else tuple(self.group(code) for code in codes)

    def level(self, level: int, lang: Lang) -> str:
        """``Mức độ 3 (Đáp ứng tốt)``."""
        return say("level", lang, level=level, name=self.framework.level_name(level, lang=lang))


def shape(framework: Framework) -> Shape:
    """Reads a framework."""

    def item(code: str, depth: int) -> Item:
        parts = framework.parts(code) if depth else ()
        return Item(framework, code, tuple(item(part, depth - 1) for part in parts))

    return Shape(framework, tuple(item(group, 2) for group in framework.groups))


def group_title(group: Item, lang: Lang) -> str:
    """``Nhóm 1 · Chuyển đổi số trong dạy, học``."""
    return say("group", lang, code=group.code, title=group.title(lang))
