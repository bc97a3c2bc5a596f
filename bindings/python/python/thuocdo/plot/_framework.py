"""What a picture needs of a framework: titles, maxima and the edges of bands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol, TypeAlias

from thuocdo.errors import Lang
from thuocdo.plot._words import say


class HasJson(Protocol):
    """Frameworks, scorecards and answers of the practice: what can say itself as JSON."""

    def to_json(self) -> bytes: ...


Plain: TypeAlias = "Mapping[str, Any] | HasJson"
"""One of these, or its dictionary."""


def plain(thing: Plain) -> Mapping[str, Any]:
    """The dictionary of a thing, its numbers exact."""
    if isinstance(thing, Mapping):
        return thing
    said: dict[str, Any] = json.loads(thing.to_json(), parse_float=Decimal)
    return said


def points(value: object) -> Decimal:
    """A number, exactly; text may have a comma, a float stands for its shortest decimal. ValueError of what is none."""
    try:
        return value if isinstance(value, Decimal) else Decimal(str(value).replace(",", "."))
    except InvalidOperation:
        raise ValueError(f"{value!r} is not a number") from None


@dataclass(frozen=True)
class Item:
    """A group, criterion or indicator."""

    code: str
    titles: Mapping[str, str]
    max: Decimal
    parts: tuple[Item, ...] = ()
    edges: tuple[Decimal, ...] = ()
    levels: tuple[int, ...] = ()
    takes_points: bool = True

    def title(self, lang: Lang) -> str:
        return self.titles[lang]

    def named(self, lang: Lang) -> str:
        """``1.3 Triển khai phần mềm dạy học trực tuyến``."""
        return f"{self.code} {self.titles[lang]}"


@dataclass(frozen=True)
class Shape:
    """A framework's groups and levels."""

    groups: tuple[Item, ...]
    level_names: Mapping[int, Mapping[str, str]]

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
        """``Mức 3: Đáp ứng tốt``."""
        return say("level", lang, level=level, name=self.level_names[level][lang])


def shape(framework: Plain) -> Shape:
    """Reads a framework."""
    said = plain(framework)
    award = said["award"]["rule"]["kind"]
    return Shape(
        groups=tuple(_group(group, award) for group in said["groups"]),
        level_names={int(level["level"]): level["name"] for level in said["levels"]},
    )


def group_title(group: Item, lang: Lang) -> str:
    """``Nhóm 1 · Chuyển đổi số trong dạy, học``."""
    return say("group", lang, code=group.code, title=group.title(lang))


def _group(group: Mapping[str, Any], award: str) -> Item:
    bands = group["bands"]["bands"]
    # A band says its lower end as `from` or `above`; the first may leave it out, being 0.
    lower = [band.get("from", band.get("above")) for band in bands[1:]]
    return Item(
        code=group["code"],
        titles=group["title"],
        max=points(group["max"]),
        parts=tuple(_criterion(criterion, award) for criterion in group["criteria"]),
        edges=tuple(points(edge) for edge in lower),
        levels=tuple(int(band["level"]) for band in bands),
    )


def _criterion(criterion: Mapping[str, Any], award: str) -> Item:
    parts = tuple(
        Item(
            code=indicator["code"],
            titles=indicator["title"],
            max=points(indicator["max"]),
            takes_points=(indicator.get("rule") or {"kind": award})["kind"] == "direct",
        )
        for indicator in criterion["indicators"]
    )
    return Item(code=criterion["code"], titles=criterion["title"], max=points(criterion["max"]), parts=parts)
