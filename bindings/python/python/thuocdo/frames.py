"""Frames of any library: scored row by row, and returned in their own type.

The module imports a library only for a frame of that library.
"""

# pandas and pyarrow come without types, which strict pyright will not have.
# pyright: basic

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypedDict, TypeVar

from thuocdo import _thuocdo
from thuocdo._rows import Library, framed, text_of
from thuocdo.errors import InvalidAssessment, Lang, Violation
from thuocdo.scorecard import AssessmentDict

if TYPE_CHECKING:
    import polars

__all__ = [
    "AnyFrame",
    "ArrowArray",
    "ArrowFrame",
    "ArrowStream",
    "ArrowStreamed",
    "ArrowTable",
    "Frame",
    "PointsAs",
    "ReasonsAs",
    "Scope",
]

ArrowStream = _thuocdo.ArrowStream
ArrowTable = _thuocdo.ArrowTable

PointsAs: TypeAlias = Literal["decimal", "float", "hundredths"]
"""The type of points: decimals with two places, or whole hundredths (`int32`). Both are exact."""

ReasonsAs: TypeAlias = Literal["lists", "text", "nothing"]
"""The type of blockers and violations: lists of structures, or one text each, which CSV can hold; or neither column."""

Scope: TypeAlias = Literal["local", "national"]
"""The framework to score by: the one with its overlays, or the national one beneath."""


class _OfPyarrow(Protocol):
    """A Table or RecordBatch. pyarrow has no types, so a method that no other frame has identifies them."""

    @property
    def append_column(self) -> Any: ...


class _OfPandas(Protocol):
    """A DataFrame, identified in the same way."""

    @property
    def iloc(self) -> Any: ...


Frame = TypeVar("Frame", bound="polars.DataFrame | polars.LazyFrame | _OfPandas | _OfPyarrow")
"""A frame whose result has the same type."""


class ArrowStreamed(Protocol):
    """An object with Arrow's C stream, such as a DuckDB relation."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class ArrowArray(Protocol):
    """An object with one batch in Arrow's C interface."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...


ArrowFrame: TypeAlias = "ArrowStreamed | ArrowArray"
"""A frame of any other library."""

AnyFrame: TypeAlias = "ArrowFrame | polars.DataFrame | polars.LazyFrame | _OfPandas | _OfPyarrow"
"""A frame of any library."""

_Kind: TypeAlias = "Callable[[_thuocdo.Framework, Any, Options], Any]"


class Options(TypedDict):
    """The caller's choices, in the form that the compiled module reads."""

    points: PointsAs
    threads: int | None
    scope: Scope
    lang: Lang
    criteria: bool
    indicators: bool
    reasons: ReasonsAs
    filled_by: str | None


def score_frame(framework: _thuocdo.Framework, frame: Any, options: Options) -> Any:
    """The frame with the columns of results, in its own library."""
    kind: _Kind = _KINDS.get(_library(frame), _capsule)
    return kind(framework, frame, options)


def score_batches(framework: _thuocdo.Framework, source: Any, options: Options) -> Any:
    """The batches of a source with the columns of results, each scored on request."""
    match _library(source):
        case "pyarrow":
            import pyarrow

            return pyarrow.RecordBatchReader.from_stream(_stream(framework, _reader(source), options))
        case "polars" if _is_lazy(source):
            raise TypeError(
                "`score_frame` keeps a LazyFrame lazy; its own `sink_parquet` or `collect_batches` stream it"
            )
        case _ if _is_of_frames(source):
            return (score_frame(framework, frame, options) for frame in source)
        case _:
            return _stream(framework, _seen(source), options)


def assessments(framework: _thuocdo.Framework, source: Any, filled_by: str | None = None) -> Iterator[AssessmentDict]:
    """The rows of a frame, or of a source of batches, as assessments."""
    if _is_of_frames(source):
        return chain.from_iterable(assessments(framework, frame, filled_by) for frame in source)
    if _library(source) == "pandas" and hasattr(source, "columns") and source.columns.nlevels > 1:
        return _of_table(_thuocdo.read_rows(framework, *cells(source), filled_by, "vi"))
    try:
        return _thuocdo.assessments(framework, _wanted(framework, source, filled_by)[1], filled_by)
    except InvalidAssessment as refused:
        if any(violation.code != "no_known_column" for violation in refused.violations):
            raise
        # No column has a code as its name: the rows may have, as in a long table, or stand below a second header.
        try:
            read = _thuocdo.read_rows(framework, *cells(source), filled_by, "vi")
        except (InvalidAssessment, ValueError):
            raise refused from None
        return _of_table(read)


def _of_table(read: _thuocdo._TableRead) -> Iterator[AssessmentDict]:
    """The assessments that the reader of tables found."""
    records, _, _ = read
    faults = [Violation(w[3], "", (), (w[4], w[4])) for _, _, said, _, wrong in records if said is None for w in wrong]
    if faults:
        raise InvalidAssessment(tuple(faults))
    said: list[Any] = [said for _, _, said, _, _ in records]
    return iter(said)


def columns(framework: _thuocdo.Framework, source: Any, filled_by: str | None, lang: Lang) -> Any:
    """What the columns of a frame are taken for, as a frame of the same library."""
    names, frame = _wanted(framework, source, filled_by)
    count, told = _thuocdo.columns(framework, names, frame, filled_by, lang)
    rows = [
        {
            "column": name,
            "code": code,
            "read_as": read_as,
            "blank": None if blanks is None else blanks / max(count, 1),
            "odd": "; ".join(odd) or None,
            "fault": fault,
        }
        for name, code, read_as, blanks, odd, fault in told
    ]
    return framed(rows, _library(source) or None, ("column", "code", "read_as", "blank", "odd", "fault"))


def is_frame(thing: Any) -> bool:
    """Whether a thing is a frame, and not an assessment or a list of them."""
    return bool(_library(thing)) or hasattr(thing, "__arrow_c_stream__") or hasattr(thing, "__arrow_c_array__")


def library_of(thing: Any) -> Library | None:
    """The library of a frame, if it is one of those that frames are made for."""
    return _library(thing) or None  # type: ignore[return-value] # pyright: ignore[reportReturnType]


def register(frame: Any) -> str:
    """The register that the rows of a frame make, as JSON."""
    return _thuocdo.register_of_rows(*cells(frame))


def values(frame: Any, names: list[str]) -> dict[str, list[Any]]:
    """The values of the columns of these names, of those that the frame has."""
    match _library(frame):
        case "pandas":
            return {
                name: [None if value != value else value for value in frame[name]] for name in names if name in frame
            }
        case "polars":
            frame = frame.collect() if _is_lazy(frame) else frame
            return {name: frame[name].to_list() for name in names if name in frame.columns}
        case "pyarrow" if hasattr(frame, "select") and hasattr(frame, "num_rows"):
            return {name: frame.column(name).to_pylist() for name in names if name in frame.schema.names}
        case _:
            known = "a frame of polars, pandas or pyarrow"
            raise TypeError(f"the columns of a {type(frame).__qualname__} cannot be asked for by name; give {known}")


def cells(source: Any) -> tuple[list[list[str | None]] | None, Any]:
    """The header of a frame, a list for each of its levels, and all its columns as an object with Arrow's C interface.
    The header is `None` where the object has the names.
    """
    match _library(source):
        case "pandas":
            return _levels_of_pandas(source), _unnamed_of_pandas(source)
        case "polars":
            source = source.collect() if _is_lazy(source) else source
            return None, _arrow_of_polars(source)
        case _:
            return None, _speaking_arrow(_seen(source))


def _levels_of_pandas(frame: Any) -> list[list[str | None]]:
    """The names of the columns, level by level; a blank one below another is the same name."""

    def told(name: Any) -> str | None:
        # What pandas numbers, or names itself, has no name.
        return str(name) if isinstance(name, str | date) and not str(name).startswith("Unnamed: ") else None

    if frame.columns.nlevels == 1:
        return [[str(name) if isinstance(name, str | date) else None for name in frame.columns]]
    levels = [[told(name) for name in frame.columns.get_level_values(nth)] for nth in range(frame.columns.nlevels)]
    for upper, lower in pairwise(levels):
        lower[:] = [below or above for above, below in zip(upper, lower, strict=True)]
    return levels


def _unnamed_of_pandas(frame: Any) -> Any:
    import pyarrow

    count = frame.shape[1]
    return pyarrow.table([_of_series(frame.iloc[:, at]) for at in range(count)], names=[str(at) for at in range(count)])


def _wanted(framework: _thuocdo.Framework, source: Any, filled_by: str | None) -> tuple[list[str] | None, Any]:
    """The names of all columns, and those that say a fact, or who, when and by whom, as an object with Arrow's C
    interface. Names are `None` where it has all columns.
    """
    match _library(source):
        case "pandas":
            names = _names_of_pandas(source)
            return names, _arrow_of_pandas(source, _thuocdo.columns_wanted(framework, names, filled_by))
        case "polars":
            source = source.collect() if _is_lazy(source) else source
            if not hasattr(source, "columns"):
                return None, _speaking_arrow(source)
            names = list(source.columns)
            return names, _arrow_of_polars(source[:, _thuocdo.columns_wanted(framework, names, filled_by)])
        case "pyarrow" if hasattr(source, "select") and hasattr(source, "num_rows"):  # no Dataset, no reader
            names = list(source.schema.names)
            return names, source.select(_thuocdo.columns_wanted(framework, names, filled_by))
        case _:
            return None, _speaking_arrow(_seen(source))


def _library(frame: Any) -> str:
    """The first known library among the modules of the frame's class and its bases, else an empty text."""
    roots = [cls.__module__.partition(".")[0] for cls in type(frame).__mro__]
    if "pyspark" in roots:
        raise TypeError("a Spark frame stays on its cluster: `thuocdo.spark.score(frame)` scores it there")
    return next((root for root in roots if root in _KINDS), "")


def _is_of_frames(source: Any) -> bool:
    """Whether a source gives frame after frame, such as pandas reading a file in chunks."""
    return hasattr(source, "__next__") and not hasattr(source, "__arrow_c_stream__")


def _seen(source: Any) -> Any:
    """A source as an object with Arrow's C interface, by its library."""
    match _library(source):
        case "pandas":
            return _arrow_of_pandas(source)
        case "polars":
            return _arrow_of_polars(source)
        case "pyarrow":
            return _reader(source)
        case _:
            return source


def _results(framework: _thuocdo.Framework, frame: Any, options: Options, *, views: bool = False) -> ArrowTable:
    """The columns of results alone; the caller adds them to the frame.

    Views are polars' own form of texts, which avoids copies.
    """
    return _thuocdo.score_table(framework, frame, {**options, "results_only": True, "views": views})


def _read(framework: _thuocdo.Framework, names: list[str], options: Options) -> list[int]:
    """The places of the columns that are read. The others stay with the frame; their types do not matter."""
    return _thuocdo.columns_read(framework, names, {**options, "results_only": True, "views": False})


def _stream(framework: _thuocdo.Framework, frame: Any, options: Options) -> ArrowStream:
    return _thuocdo.score_stream(framework, _speaking_arrow(frame), {**options, "results_only": False, "views": False})


def _capsule(framework: _thuocdo.Framework, frame: Any, options: Options) -> ArrowTable:
    return _thuocdo.score_table(framework, _speaking_arrow(frame), {**options, "results_only": False, "views": False})


def _speaking_arrow(frame: Any) -> Any:
    if hasattr(frame, "__arrow_c_stream__") or hasattr(frame, "__arrow_c_array__"):
        return frame
    raise TypeError(
        f"a {type(frame).__qualname__} is no frame: it has neither `__arrow_c_stream__` nor `__arrow_c_array__`"
    )


def _pyarrow(framework: _thuocdo.Framework, frame: Any, options: Options) -> Any:
    import pyarrow

    if not isinstance(frame, pyarrow.Table | pyarrow.RecordBatch):
        return _capsule(framework, frame, options)
    read = frame.select(_read(framework, frame.schema.names, options))
    reader = pyarrow.RecordBatchReader.from_stream(_results(framework, read, options))
    results = reader.read_all()
    for name, column in zip(results.schema.names, results.columns, strict=True):
        frame = frame.append_column(name, column if isinstance(frame, pyarrow.Table) else column.combine_chunks())
    return frame


def _reader(source: Any) -> Any:
    """A source that pyarrow reads batch by batch, as an object with Arrow's C interface."""
    import pyarrow

    if hasattr(source, "iter_batches"):  # pyarrow.parquet.ParquetFile
        return pyarrow.RecordBatchReader.from_batches(source.schema_arrow, source.iter_batches())
    if hasattr(source, "scanner"):  # pyarrow.dataset.Dataset
        return source.scanner().to_reader()
    if hasattr(source, "to_reader") and not isinstance(source, pyarrow.Table):  # pyarrow.dataset.Scanner
        return source.to_reader()
    return source


def _is_lazy(frame: Any) -> bool:
    import polars

    return isinstance(frame, polars.LazyFrame)


def _arrow_of_polars(frame: Any) -> Any:
    import polars

    def told(column: polars.Series) -> polars.Series:
        # polars exports a column without a type in a form that is not Arrow's, and cannot export Python objects.
        match column.dtype:
            case polars.Null:
                return column.cast(polars.Boolean)
            # Arrow has no whole numbers of this width.
            case polars.Int128 | polars.UInt128:
                return column.cast(polars.String)
            # A list of nothing is exported in a form that is not Arrow's, too; no list is read.
            case polars.List | polars.Array:
                return polars.Series(column.name, [None] * len(column), polars.Boolean)
            case polars.Object:
                texts = [None if value is None else text_of(value) for value in column]
                return polars.Series(column.name, texts, polars.String)
            case _:
                return column

    return polars.DataFrame([told(column) for column in frame]) if isinstance(frame, polars.DataFrame) else frame


def _polars(framework: _thuocdo.Framework, frame: Any, options: Options) -> Any:
    import polars

    def scored(frame: polars.DataFrame) -> polars.DataFrame:
        read = frame[:, _read(framework, frame.columns, options)]
        return frame.hstack(polars.DataFrame(_results(framework, _arrow_of_polars(read), options, views=True)))

    if isinstance(frame, polars.DataFrame):
        return scored(frame)
    if isinstance(frame, polars.LazyFrame):
        # This checks the header now and gives the schema; the rows are scored when they are collected.
        empty = scored(polars.DataFrame(schema=frame.collect_schema()))
        return frame.map_batches(scored, schema=empty.schema, streamable=True)
    return _capsule(framework, frame, options)


def _names_of_pandas(frame: Any) -> list[str]:
    import pandas

    if not isinstance(frame, pandas.DataFrame):
        raise TypeError(f"a {type(frame).__qualname__} is no frame; give a DataFrame with a column for each code")
    if frame.columns.nlevels > 1:
        raise TypeError("columns of several levels have no single name; `framework.tidy(frame).frame` makes one header")
    for name in frame.columns:
        if isinstance(name, float) and name == name:
            raise TypeError(f"a column is named by the number {name}, not by a code; name it by text: {str(name)!r}")
    # A spreadsheet may have made a date of a code, and then the name is refused. What else is no text is no code.
    return [str(name) if isinstance(name, str | date) else f"#{nth}" for nth, name in enumerate(frame.columns)]


def _arrow_of_pandas(frame: Any, places: list[int] | None = None) -> Any:
    import pyarrow

    names = _names_of_pandas(frame)
    # Column by column: `iloc` of several copies them.
    places = list(range(len(names))) if places is None else places
    return pyarrow.table([_of_series(frame.iloc[:, at]) for at in places], names=[names[at] for at in places])


def _pandas(framework: _thuocdo.Framework, frame: Any, options: Options) -> Any:
    import pandas
    import pyarrow

    read = _arrow_of_pandas(frame, _read(framework, _names_of_pandas(frame), options))
    results = pyarrow.table(_results(framework, read, options))

    def told(kind: Any) -> Any:
        # Levels are whole numbers as pandas has them, with which it reckons beyond 255 and below zero.
        return pandas.Int64Dtype() if kind == pyarrow.uint8() else pandas.ArrowDtype(kind)

    ours = results.to_pandas(types_mapper=told).set_axis(frame.index)
    return pandas.concat([frame, ours], axis=1)


def _of_series(column: Any) -> Any:
    """A column in Arrow. pandas writes a missing number as NaN."""
    import pandas
    import pyarrow

    # Among floats, Arrow would read True as 1.
    if pandas.api.types.infer_dtype(column) != "mixed":
        try:
            return pyarrow.array(column, from_pandas=True)
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, pyarrow.ArrowNotImplementedError):
            pass
    # Values of several types, as from a workbook: `6`, `5.25`, "5,25". Each becomes the text of a cell.
    missing = column.isna()
    texts = [None if none else text_of(value) for value, none in zip(column, missing, strict=True)]
    return pyarrow.array(texts, pyarrow.string())


_KINDS: dict[str, _Kind] = {"pandas": _pandas, "polars": _polars, "pyarrow": _pyarrow}
