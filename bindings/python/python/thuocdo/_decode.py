"""From the canonical JSON of an answer to its types, by the type hints of each class; each class is read once."""

from __future__ import annotations

import datetime
import json
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

Make: TypeAlias = "Callable[[Any], Any]"
Decoder: TypeAlias = "Callable[[Any, Mapping[type, Make]], Any]"


class FrozenMap(Mapping[str, Any]):
    """An immutable mapping, which therefore has a hash."""

    __slots__ = ("_of",)
    _of: dict[str, Any]

    def __init__(self, of: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_of", dict(of))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be set: this does not change")

    def __getitem__(self, key: str) -> Any:
        return self._of[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)

    def __hash__(self) -> int:
        return hash(frozenset(self._of.items()))

    def __repr__(self) -> str:
        return repr(self._of)

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenMap, (self._of,)


def decode(kind: Any, text: bytes, own: Mapping[type, Make]) -> Any:
    """Reads the JSON into a type of the results. `own` reads the classes without fields, such as scorecards."""
    return _decoder(kind)(json.loads(text, parse_float=Decimal), own)


def _frozen(value: Any, own: Mapping[type, Make]) -> Any:
    """Any JSON, unchangeable."""
    # By name: after `isinstance` a strict checker would not know the types of the items.
    match type(value).__name__:
        case "dict":
            return FrozenMap({key: _frozen(item, own) for key, item in value.items()})
        case "list":
            return tuple(_frozen(item, own) for item in value)
        case _:
            return value


def _same(value: Any, own: Mapping[type, Make]) -> Any:
    return value


@cache
def _decoder(kind: Any) -> Decoder:
    origin, args = get_origin(kind), get_args(kind)
    if kind is Any:
        return _frozen
    if kind is Decimal:
        return lambda value, own: Decimal(value)
    if kind is datetime.date:
        return lambda value, own: datetime.date.fromisoformat(value)
    if origin is tuple:
        item = _decoder(args[0])
        return lambda value, own: tuple(item(part, own) for part in value)
    if origin is Mapping or getattr(origin, "__name__", "") == "Mapping":
        item = _decoder(args[1])
        return lambda value, own: FrozenMap({key: item(part, own) for key, part in value.items()})
    if origin in (Union, types.UnionType):
        return _one_of(args)
    if is_dataclass(origin or kind):
        return _fields(origin or kind, args)
    return _same if origin is Literal or kind in (bool, int, str, type(None)) else (lambda value, own: own[kind](value))


def _one_of(kinds: tuple[Any, ...]) -> Decoder:
    """One of several types: an optional value; classes, chosen by their `kind`; or JSON types, where an object belongs
    to the only class among them.
    """
    rest = [kind for kind in kinds if kind is not type(None)]
    if len(rest) == 1:
        one = _decoder(rest[0])
        return lambda value, own: None if value is None else one(value, own)
    classes: list[Any] = [kind for kind in rest if is_dataclass(kind)]
    if len(classes) == 1:
        of_class = _decoder(classes[0])
        # By name, as above.
        return lambda value, own: of_class(value, own) if type(value).__name__ == "dict" else _frozen(value, own)
    if len(classes) == len(rest):
        by_kind = {get_args(get_type_hints(kind)["kind"])[0]: _decoder(kind) for kind in rest}
        return lambda value, own: None if value is None else by_kind[value["kind"]](value, own)
    return _frozen


def _fields(kind: Any, args: tuple[Any, ...]) -> Decoder:
    hints = get_type_hints(kind)
    made: list[tuple[str, str, Decoder]] = []
    for field in fields(kind):
        hint = hints[field.name]
        made.append(
            (
                field.name,
                field.metadata.get("json", field.name),
                _decoder(args[0] if isinstance(hint, TypeVar) else hint),
            )
        )

    def make(value: Any, own: Mapping[type, Make]) -> Any:
        return kind(**{name: of(value.get(key), own) for name, key, of in made})

    return make


@cache
def parts_of(kind: type, name: str) -> tuple[tuple[type, ...], bool]:
    """The classes of the part, or of the parts, that a field of a class holds; and whether it holds a list of them."""
    hint = _without_none(get_type_hints(kind)[name])
    is_list = get_origin(hint) is tuple
    item = _without_none(get_args(hint)[0]) if is_list else hint
    kinds = get_args(item) if get_origin(item) in (Union, types.UnionType) else (item,)
    classes = (get_origin(one) or one for one in kinds)
    return tuple(one for one in classes if isinstance(one, type) and is_dataclass(one)), is_list


def _without_none(hint: Any) -> Any:
    rest = [one for one in get_args(hint) if one is not type(None)]
    return rest[0] if get_origin(hint) in (Union, types.UnionType) and len(rest) == 1 else hint
