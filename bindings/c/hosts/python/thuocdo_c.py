"""thuocdo from Python by ctypes: one file over libthuocdo, to take as it is. Nothing is compiled.

    with Scorer.shipped("moet-4725-2022") as scorer:
        print(scorer.score('{ "conditions": {}, "answers": { "1.3.1": 6 } }'))

Texts go in as `str` or as bytes of UTF-8, and come out as `str`. Threads may share a scorer: nothing is ever written
to it, and the interpreter's lock is let go during a call. (The package `thuocdo` has frames, plots and types besides,
but needs a wheel.)
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import weakref
from array import array
from ctypes import (
    CFUNCTYPE,
    POINTER,
    byref,
    c_char_p,
    c_int8,
    c_int32,
    c_size_t,
    c_uint8,
    c_uint16,
    c_uint32,
    c_uint64,
    c_void_p,
)
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

__all__ = [
    "MISSING",
    "UNKNOWN",
    "Blockers",
    "Collector",
    "Faults",
    "Judged",
    "Kind",
    "Lang",
    "Place",
    "Row",
    "RowGroup",
    "Scorer",
    "Shape",
    "Status",
    "Table",
    "ThuocdoError",
    "about",
]

#: The ABI that this file is written for. The library's name bears the same number.
ABI_VERSION = 1


class Lang(IntEnum):
    """The language of messages and explanations."""

    VI = 0
    EN = 1


class Status(IntEnum):
    """Why a call was not carried out."""

    REFUSED = 1
    NULL_ARGUMENT = 2
    BAD_LENGTH = 3
    BAD_OPTION = 4
    BAD_STREAM = 5
    PANICKED = 6
    STOPPED = 7


#: A cell of answers without an answer.
MISSING = -(2**31)
#: A condition of which it is unknown whether it is met; 1 is met, 0 is unmet.
UNKNOWN = -1


class Kind(IntEnum):
    """What stands at a place in a row of numbers, or in its results."""

    GROUP = 0
    CONDITION = 1
    POINTS = 2
    MET = 3
    COUNT = 4
    SHARE = 5


class Faults(IntFlag):
    """Why a row of numbers is refused, by the codes of violations."""

    POINTS_OUT_OF_RANGE = 1
    WRONG_TYPE = 2
    COUNT_OUT_OF_RANGE = 4
    SHARE_OUT_OF_RANGE = 8
    MISSING_FIELD = 16


class Blockers(IntFlag):
    """Why the level of a group cannot be recognised."""

    CONDITION_UNMET = 1
    CONDITION_UNKNOWN = 2
    LEVEL_UNDETERMINED = 4
    EVIDENCE_MISSING = 8
    EVIDENCE_UNKNOWN = 16


@dataclass(frozen=True)
class Shape:
    """How many numbers a row has."""

    answers: int
    conditions: int
    groups: int


@dataclass(frozen=True)
class Place:
    """Where a code stands: its cell, and its maximum in hundredths. A share has its whole in the next cell."""

    cell: int
    kind: Kind
    max: int
    asks_evidence: bool


@dataclass(frozen=True)
class RowGroup:
    """The results of a row in a group; scores in hundredths."""

    score_low: int
    score_high: int
    level_low: int
    level_high: int
    blockers: Blockers


@dataclass(frozen=True)
class Row:
    """The results of a row. Of a refused one, which has `faults`, all else is 0."""

    faults: Faults
    eligible: bool
    overall_low: int
    overall_high: int
    groups: tuple[RowGroup, ...]


@dataclass
class Table:
    """Rows of numbers in columns: cell `c` of row `r` is `answers[c * count + r]`. `Scorer.table` makes one."""

    count: int
    answers: array[int]
    conditions: array[int]


@dataclass
class Judged:
    """The results of a table in columns: of group `g` in row `r` at `[g * count + r]`, of the whole row at `[r]`.

    `memoryview` and NumPy take the arrays as they are."""

    refused: int = 0
    score_low: array[int] = field(default_factory=lambda: array("i"))
    score_high: array[int] = field(default_factory=lambda: array("i"))
    level_low: array[int] = field(default_factory=lambda: array("B"))
    level_high: array[int] = field(default_factory=lambda: array("B"))
    blockers: array[int] = field(default_factory=lambda: array("H"))
    overall_low: array[int] = field(default_factory=lambda: array("B"))
    overall_high: array[int] = field(default_factory=lambda: array("B"))
    eligible: array[int] = field(default_factory=lambda: array("B"))
    faults: array[int] = field(default_factory=lambda: array("I"))


class ThuocdoError(Exception):
    """What was asked cannot be done. Its text is for people, in the language of the call.

    `status` says whether the data is at fault (`Status.REFUSED`) or the program. `code` is the code of the first
    violation, such as `points_out_of_range`; `json` is `{"violations":[…]}`, and `violations` the same as a list.
    """

    def __init__(self, message: str, status: Status, code: str, violations_json: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.json = violations_json

    def __reduce__(self) -> tuple[type[ThuocdoError], tuple[str, Status, str, str]]:
        return type(self), (str(self), self.status, self.code, self.json)

    @property
    def violations(self) -> list[dict[str, Any]]:
        """What is wrong, each with `at`, `code`, `message` and `params`; empty where the program is at fault."""
        violations: list[dict[str, Any]] = json.loads(self.json)["violations"]
        return violations


class _Buffer(ctypes.Structure):
    _fields_ = [("ptr", c_void_p), ("len", c_size_t)]


class _Shape(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("answers", c_size_t), ("conditions", c_size_t), ("groups", c_size_t)]


class _Place(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("cell", c_size_t), ("kind", c_int32), ("max", c_int32), ("asks_evidence", c_int32)]


class _RowGroup(ctypes.Structure):
    _fields_ = [
        ("score_low", c_int32),
        ("score_high", c_int32),
        ("level_low", c_uint8),
        ("level_high", c_uint8),
        ("blockers", c_uint16),
    ]


class _Row(ctypes.Structure):
    _fields_ = [
        ("size", c_size_t),
        ("faults", c_uint32),
        ("overall_low", c_uint8),
        ("overall_high", c_uint8),
        ("eligible", c_uint8),
        ("group_count", c_uint8),
        ("groups", _RowGroup * 16),
    ]


class _Rows(ctypes.Structure):
    _fields_ = [
        ("size", c_size_t),
        ("count", c_size_t),
        ("answers", c_void_p),
        ("answers_len", c_size_t),
        ("answers_row", c_size_t),
        ("answers_cell", c_size_t),
        ("conditions", c_void_p),
        ("conditions_len", c_size_t),
        ("conditions_row", c_size_t),
        ("conditions_cell", c_size_t),
        ("groups", c_size_t),
        ("group_stride", c_size_t),
        ("score_low", c_void_p),
        ("score_high", c_void_p),
        ("level_low", c_void_p),
        ("level_high", c_void_p),
        ("blockers", c_void_p),
        ("overall_low", c_void_p),
        ("overall_high", c_void_p),
        ("eligible", c_void_p),
        ("faults", c_void_p),
    ]


#: A function that takes a line of a stream.
_Take = CFUNCTYPE(c_int32, c_void_p, c_void_p, c_size_t)


def _library() -> str:
    """Where the library is: the path in `THUOCDO_LIBRARY`, else the name that the loader of the system looks for."""
    names = {"win32": "thuocdo.dll", "darwin": f"libthuocdo.{ABI_VERSION}.dylib"}
    return os.environ.get("THUOCDO_LIBRARY") or names.get(sys.platform, f"libthuocdo.so.{ABI_VERSION}")


def _load() -> ctypes.CDLL:
    lib = ctypes.CDLL(_library())
    lib.thuocdo_abi_version.restype = c_uint32
    if (found := lib.thuocdo_abi_version()) != ABI_VERSION:
        raise ImportError(f"this file is for ABI {ABI_VERSION} of thuocdo; the library has {found}")
    text, made, result, error = [c_char_p, c_size_t], POINTER(c_void_p), POINTER(_Buffer), POINTER(c_void_p)
    functions: dict[str, list[Any]] = {
        "about": [result, error],
        "shape_of": [c_void_p, POINTER(_Shape)],
        "place_of": [c_void_p, *text, c_int32, POINTER(_Place), error],
        "judge_row": [c_void_p, POINTER(c_int32), c_size_t, POINTER(c_int8), c_size_t, POINTER(_Row)],
        "judge_rows": [c_void_p, POINTER(_Rows), POINTER(c_size_t)],
        "scorer_shipped": [*text, c_int32, made, error],
        "scorer_load": [*text, c_int32, made, error],
        "scorer_overlay": [c_void_p, *text, c_int32, made, error],
        "score": [c_void_p, *text, c_int32, result, error],
        "check": [c_void_p, *text, c_int32, result, error],
        "read_table": [c_void_p, *text, *text, c_int32, result, error],
        "explain": [c_void_p, *text, c_int32, result, error],
        "score_ndjson": [c_void_p, *text, c_int32, result, error],
        "stream_ndjson": [c_void_p, *text, c_uint64, c_int32, _Take, c_void_p, error],
        "schema": [c_void_p, *text, c_int32, result, error],
        "ask": [c_void_p, *text, *text, c_int32, result, error],
        "level": [c_void_p, *text, *text, c_int32, POINTER(c_uint8), error],
        "collect": [c_void_p, *text, *text, c_int32, made, error],
        "collector_add": [c_void_p, *text, *text, c_int32, error],
        "collector_answer": [c_void_p, c_int32, result, error],
        "framework": [c_void_p, result, error],
        "digest": [c_void_p, result, error],
    }
    for name, arguments in functions.items():
        getattr(lib, f"thuocdo_{name}").argtypes = arguments
        getattr(lib, f"thuocdo_{name}").restype = c_int32
    for name in ("code", "message", "json"):
        getattr(lib, f"thuocdo_error_{name}").argtypes = [c_void_p, POINTER(c_size_t)]
        getattr(lib, f"thuocdo_error_{name}").restype = c_void_p
    frees = {"scorer_free": c_void_p, "collector_free": c_void_p, "error_free": c_void_p, "buffer_free": result}
    for name, argument in frees.items():
        getattr(lib, f"thuocdo_{name}").argtypes = [argument]
        getattr(lib, f"thuocdo_{name}").restype = None
    return lib


_lib = _load()


class _Handle:
    """A thing of the library, freed when nobody refers to it any more: a call under way does until it ends."""

    __slots__ = ("__weakref__", "ptr")

    def __init__(self, ptr: int, free: Callable[[int], None]) -> None:
        self.ptr = ptr
        weakref.finalize(self, free, ptr)


class _Closable:
    """What holds a handle: closed by `with` or `close`."""

    def __init__(self, handle: _Handle) -> None:
        self._handle: _Handle | None = handle

    def close(self) -> None:
        """Frees it, once no call is under way. It may be closed again; every other use is a `ValueError`."""
        self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _open(self) -> _Handle:
        """The handle; whoever holds it keeps it from being freed."""
        if self._handle is None:
            raise ValueError(f"the {type(self).__name__.lower()} is closed")
        return self._handle


class Collector(_Closable):
    """A question of many documents, which are added one by one: what `Scorer.collect` begins."""

    def add(self, to: str, document: str | bytes, lang: Lang = Lang.VI) -> None:
        """Adds a document to a list of the request, such as `scorecards`.

        One that is refused is left out, and the error names its place in the list; the others stay.
        """
        handle = self._open()
        _call(_lib.thuocdo_collector_add, handle.ptr, *_text(to), *_text(document), lang)

    def answer(self, lang: Lang = Lang.VI) -> str:
        """The answer of the documents that were taken so far."""
        handle = self._open()
        return _result(_lib.thuocdo_collector_answer, handle.ptr, lang)


class Scorer(_Closable):
    """A framework with its overlays, compiled: made once, used for any number of assessments, closed by `with`."""

    @classmethod
    def shipped(cls, framework_id: str, lang: Lang = Lang.VI) -> Scorer:
        """The scorer of a framework that comes with the library: `moet-4725-2022` is Decision 4725/QĐ-BGDĐT."""
        return cls(_made(_lib.thuocdo_scorer_shipped, *_text(framework_id), lang))

    @classmethod
    def load(cls, framework: str | bytes, lang: Lang = Lang.VI) -> Scorer:
        """The scorer of a framework file."""
        return cls(_made(_lib.thuocdo_scorer_load, *_text(framework), lang))

    def overlay(self, overlay: str | bytes, lang: Lang = Lang.VI) -> Scorer:
        """A further scorer: this one with an overlay on top. Either may be closed first."""
        handle = self._open()
        return type(self)(_made(_lib.thuocdo_scorer_overlay, handle.ptr, *_text(overlay), lang))

    def score(self, assessment: str | bytes, lang: Lang = Lang.VI) -> str:
        """The scorecard as canonical JSON."""
        handle = self._open()
        return _result(_lib.thuocdo_score, handle.ptr, *_text(assessment), lang)

    def check(self, assessment: str | bytes, lang: Lang = Lang.VI) -> str:
        """What is wrong with an assessment: `{"violations":[…]}`, the list empty where nothing is."""
        handle = self._open()
        return _result(_lib.thuocdo_check, handle.ptr, *_text(assessment), lang)

    def read_table(self, table: bytes, filled_by: str = "", lang: Lang = Lang.VI) -> str:
        """The rows of a table, a line of JSON each: an assessment, or its violations with their cells.

        `table` holds the bytes of a CSV, TSV, JSON list or NDJSON, also gzipped. `filled_by` is the id of the framework
        that it was filled in by, where it has no column `framework`."""
        handle = self._open()
        return _result(_lib.thuocdo_read_table, handle.ptr, *_text(table), *_text(filled_by), lang)

    def explain(self, assessment: str | bytes, lang: Lang = Lang.VI) -> str:
        """Why the scorecard says what it says, in words, as JSON."""
        handle = self._open()
        return _result(_lib.thuocdo_explain, handle.ptr, *_text(assessment), lang)

    def level(self, group: str, points: str, lang: Lang = Lang.VI) -> int:
        """The level that a total gives in a group. Points are written as in JSON, `75.01`: no float in between."""
        handle, level = self._open(), c_uint8()
        _call(_lib.thuocdo_level, handle.ptr, *_text(group), *_text(points), lang, byref(level))
        return level.value

    def ask(self, question: str, request: str | bytes, lang: Lang = Lang.VI) -> str:
        """What is done with scores: the answer to a question of docs/PRACTICE.md, such as `plan` or `review`."""
        handle = self._open()
        return _result(_lib.thuocdo_ask, handle.ptr, *_text(question), *_text(request), lang)

    def collect(self, question: str, request: str | bytes = "{}", lang: Lang = Lang.VI) -> Collector:
        """Begins a question of many documents: `agreement`, `cohort`, `publication`, `quality_batch`.

        The request is that of `ask` without its lists. The scorer may be closed before the collector.
        """
        handle = self._open()
        collect = _lib.thuocdo_collect, handle.ptr, *_text(question), *_text(request), lang
        return Collector(_made(*collect, free=_lib.thuocdo_collector_free))

    def score_ndjson(self, lines: str | bytes, lang: Lang = Lang.VI) -> str:
        """For each line its scorecard, or `{"line":…,"violations":[…]}`."""
        handle = self._open()
        return _result(_lib.thuocdo_score_ndjson, handle.ptr, *_text(lines), lang)

    def stream_ndjson(
        self, lines: str | bytes, take: Callable[[str], object], lang: Lang = Lang.VI, first: int = 1
    ) -> bool:
        """As `score_ndjson`, but hands each line to `take` as soon as it is there. Whether it went to the end.

        `take` ends it by `False`, and by an exception, which is raised here. `first` is the number of the first line.
        """
        handle = self._open()
        raised: list[BaseException] = []

        def hand_over(_: None, line: int, length: int) -> int:
            # No exception goes through C.
            try:
                return int(take(ctypes.string_at(line, length).decode()) is False)
            except BaseException as error:
                raised.append(error)
                return 1

        try:
            _call(_lib.thuocdo_stream_ndjson, handle.ptr, *_text(lines), first, lang, _Take(hand_over), None)
        except ThuocdoError as error:
            if error.status != Status.STOPPED:
                raise
        else:
            return True
        if raised:
            raise raised[0]
        return False

    def shape(self) -> Shape:
        """How many numbers a row has."""
        handle, shape = self._open(), _Shape(size=ctypes.sizeof(_Shape))
        _numbers(_lib.thuocdo_shape_of(handle.ptr, byref(shape)))
        return Shape(shape.answers, shape.conditions, shape.groups)

    def place(self, code: str, lang: Lang = Lang.VI) -> Place:
        """Where the code of an indicator, a condition or a group stands."""
        handle, place = self._open(), _Place(size=ctypes.sizeof(_Place))
        _call(_lib.thuocdo_place_of, handle.ptr, *_text(code), lang, byref(place))
        return Place(place.cell, Kind(place.kind), place.max, bool(place.asks_evidence))

    def judge_row(self, answers: array[int], conditions: array[int]) -> Row:
        """The results of one row: arrays "i" and "b" of as many numbers as the shape says.

        What is at fault in it is told by the row, and is no exception."""
        handle, row = self._open(), _Row(size=ctypes.sizeof(_Row))
        lent = _lent(answers, "i", c_int32), len(answers), _lent(conditions, "b", c_int8), len(conditions)
        status = _lib.thuocdo_judge_row(handle.ptr, *lent, byref(row))
        _numbers(0 if status == Status.REFUSED else status)
        groups = (
            RowGroup(of.score_low, of.score_high, of.level_low, of.level_high, Blockers(of.blockers))
            for of in row.groups[: row.group_count]
        )
        return Row(Faults(row.faults), bool(row.eligible), row.overall_low, row.overall_high, tuple(groups))

    def table(self, count: int) -> Table:
        """Room for rows, in which every cell is missing."""
        shape = self.shape()
        return Table(
            count, array("i", [MISSING]) * (shape.answers * count), array("b", [UNKNOWN]) * (shape.conditions * count)
        )

    def judge(self, table: Table) -> Judged:
        """The results of all rows of a table, in columns."""
        handle, groups, count = self._open(), self.shape().groups, table.count
        judged, refused = Judged(), c_size_t()
        wide = ("score_low", "score_high", "level_low", "level_high", "blockers")
        whole = ("overall_low", "overall_high", "eligible", "faults")
        for names, length in ((wide, groups * count), (whole, count)):
            for name in names:
                column = getattr(judged, name)
                column.frombytes(bytes(length * column.itemsize))
        answers, conditions = _lent(table.answers, "i", c_int32), _lent(table.conditions, "b", c_int8)
        rows = _Rows(
            size=ctypes.sizeof(_Rows),
            count=count,
            answers=ctypes.addressof(answers),
            answers_len=len(table.answers),
            answers_row=1,
            answers_cell=count,
            conditions=ctypes.addressof(conditions),
            conditions_len=len(table.conditions),
            conditions_row=1,
            conditions_cell=count,
            groups=groups,
            group_stride=count,
            **{name: getattr(judged, name).buffer_info()[0] for name in (*wide, *whole)},
        )
        _numbers(_lib.thuocdo_judge_rows(handle.ptr, byref(rows), byref(refused)))
        judged.refused = refused.value
        return judged

    def schema(self, name: str, lang: Lang = Lang.VI) -> str:
        """A JSON Schema by name."""
        handle = self._open()
        return _result(_lib.thuocdo_schema, handle.ptr, *_text(name), lang)

    def framework(self) -> str:
        """The framework with its overlays as canonical JSON."""
        handle = self._open()
        return _result(_lib.thuocdo_framework, handle.ptr)

    def digest(self) -> str:
        """The digest of that: `sha256:` and 64 hexadecimal digits."""
        handle = self._open()
        return _result(_lib.thuocdo_digest, handle.ptr)


def about() -> str:
    """What the library is and holds, as JSON."""
    return _result(_lib.thuocdo_about)


def _lent(numbers: array[int], of: str, to: type[c_int32 | c_int8]) -> Any:
    """The numbers of an array, which must be of this type. As long as they are lent, the array keeps its length."""
    if numbers.typecode != of:
        raise TypeError(f"numbers of an array {of!r} are wanted, not of {numbers.typecode!r}")
    return (to * len(numbers)).from_buffer(numbers)


def _numbers(status: int) -> None:
    """The calls on numbers tell no more than their status."""
    if status != 0:
        raise ValueError(f"status {Status(status).name.lower()} of a call on numbers")


def _text(text: str | bytes) -> tuple[bytes, int]:
    """The bytes and their number. A half of a pair in a `str` is no UTF-8, and is refused as such by the core."""
    lent = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return lent, len(lent)


def _call(function: Callable[..., int], *arguments: Any) -> None:
    error = c_void_p()
    if function(*arguments, byref(error)) != 0:
        raise _told(error)


def _told(error: c_void_p) -> ThuocdoError:
    """The exception of an error, which is freed."""

    def text(of: Callable[..., int]) -> str:
        length = c_size_t()
        return ctypes.string_at(of(error, byref(length)), length.value).decode()

    try:
        status = Status(_lib.thuocdo_error_status(error))
        words = text(_lib.thuocdo_error_message), status, text(_lib.thuocdo_error_code), text(_lib.thuocdo_error_json)
        return ThuocdoError(*words)
    finally:
        _lib.thuocdo_error_free(error)


def _made(
    function: Callable[..., int], *arguments: Any, free: Callable[[int], None] = _lib.thuocdo_scorer_free
) -> _Handle:
    made = c_void_p()
    _call(function, *arguments, byref(made))
    return _Handle(made.value or 0, free)


def _result(function: Callable[..., int], *arguments: Any) -> str:
    buffer = _Buffer()
    _call(function, *arguments, byref(buffer))
    try:
        return ctypes.string_at(buffer.ptr, buffer.len).decode()
    finally:
        _lib.thuocdo_buffer_free(byref(buffer))
