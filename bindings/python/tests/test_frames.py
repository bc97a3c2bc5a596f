"""Frames of every library: the corpus, same kind back, nothing copied, nothing lost."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet
import pytest
from corpus import framework
from rows import came_to, cases
from thuocdo import ArrowTable, Framework, InvalidAssessment

SHIPPED = Framework.shipped()


def batch(table: pyarrow.Table) -> pyarrow.RecordBatch:
    return pyarrow.record_batch([pyarrow.concat_arrays(column.chunks) for column in table.columns], schema=table.schema)


MAKERS: dict[str, Callable[[pyarrow.Table], Any]] = {
    "pyarrow": lambda table: table,
    "pyarrow batch": batch,
    "polars": polars.from_arrow,
    "polars lazy": lambda table: polars.DataFrame(table).lazy(),
    "pandas": lambda table: table.to_pandas(),
    "pandas of Arrow types": lambda table: table.to_pandas(types_mapper=pandas.ArrowDtype),
    "duckdb": duckdb.from_arrow,
}


def arrow(frame: Any) -> pyarrow.Table:
    """Any frame as pyarrow has it."""
    if isinstance(frame, polars.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pandas.DataFrame):
        return pyarrow.Table.from_pandas(frame, preserve_index=False)
    return pyarrow.table(frame)


@pytest.mark.parametrize("library", MAKERS)
def test_every_vector_that_a_row_can_tell_comes_to_what_is_expected(library: str) -> None:
    for case in cases()[0]:
        frame = MAKERS[library](pyarrow.table({"school": ["A"]} | {name: [value] for name, value in case.row.items()}))
        scored = arrow(framework(case.framework).score_frame(frame, criteria=True))
        came_to(case, scored.to_pylist()[0])


def test_most_vectors_can_be_told_and_the_others_say_why_not() -> None:
    told, untold = cases()
    assert len(told) > len(untold)
    assert set(untold.values()) == {
        "a cell may say a condition in words or as 1 and 0, JSON may not",
        "a cell's text is read as people write it",
        "a column for a code that there is not is a fault of the table",
        "a key is said twice",
        "a list is no cell",
        "an object is refused",
        "it has no answers",
        "it is no JSON",
        "no column holds this number as it is written",
        "what is refused is no cell",
    }


SCHOOLS = pyarrow.table(
    {
        "institution.code": ["A", "B", "C", "D"],
        "1.1": [True, None, False, True],
        "1.3.1": [6.0, None, 5.25, 7.0],
        "1.4.1": pyarrow.array([Decimal("9.50"), None, Decimal("0.25"), Decimal("1.00")]),
        "2.3.3": pyarrow.array([10, 0, None, 3], pyarrow.int16()),
        "2.4.1": ["7,5", " 8 ", "", None],
    }
)
LOW = [Decimal("15.50"), Decimal("0.00"), Decimal("5.50"), None]


@pytest.mark.parametrize("library", MAKERS)
def test_a_frame_comes_back_as_what_it_was_with_its_columns_first(library: str) -> None:
    frame = MAKERS[library](SCHOOLS)
    scored = SHIPPED.score_frame(frame)
    assert type(scored) is (ArrowTable if library == "duckdb" else type(frame))
    table = arrow(scored)
    assert table.schema.names[: len(SCHOOLS.schema.names)] == SCHOOLS.schema.names
    assert table.select(SCHOOLS.schema.names).to_pylist() == arrow(frame).to_pylist()
    assert table["group.1.score.low"].to_pylist() == LOW
    assert table["group.2.score.low"].to_pylist()[:3] == [Decimal("17.50"), Decimal("8.00"), Decimal("0.00")]
    [violation] = table["violations"].to_pylist()[3]
    assert (violation["code"], violation["at"]) == ("points_out_of_range", "/answers/1.3.1")


@pytest.mark.parametrize("library", MAKERS)
def test_an_empty_frame_has_the_columns(library: str) -> None:
    full, empty = (arrow(SHIPPED.score_frame(MAKERS[library](table))) for table in (SCHOOLS, SCHOOLS.slice(0, 0)))
    assert (len(empty), empty.schema.names) == (0, full.schema.names)


@pytest.mark.parametrize("library", MAKERS)
def test_a_fault_of_the_table_raises(library: str) -> None:
    with pytest.raises(InvalidAssessment) as raised:
        SHIPPED.score_frame(MAKERS[library](SCHOOLS.append_column("1.3.9", [[1, 2, 3, 4]])))
    assert [(one.code, one.at) for one in raised.value.violations] == [("unknown_indicator", "/answers/1.3.9")]


def test_a_frame_is_not_scored_twice() -> None:
    scored = SHIPPED.score_frame(SCHOOLS)
    with pytest.raises(InvalidAssessment):
        SHIPPED.score_frame(scored)


@pytest.mark.parametrize("thing", [1, [1], {"1.3.1": [1]}, "1.3.1", None, polars.Series([1]), pandas.Series([1])])
def test_what_is_no_frame_is_refused_in_words(thing: Any) -> None:
    with pytest.raises((TypeError, InvalidAssessment, ValueError)):
        SHIPPED.score_frame(thing)


def test_options_are_heard() -> None:
    hundredths = SHIPPED.score_frame(SCHOOLS, points="hundredths")
    assert hundredths["group.1.score.low"].to_pylist() == [1550, 0, 550, None]
    english, vietnamese = (
        SHIPPED.score_frame(SCHOOLS, lang=lang)["violations"].to_pylist()[3][0]["message"] for lang in ("en", "vi")
    )
    assert english != vietnamese and "outside" in english
    assert "criterion.1.3.score.low" in SHIPPED.score_frame(SCHOOLS, criteria=True).schema.names
    with pytest.raises(ValueError, match="hundredths"):
        SHIPPED.score_frame(SCHOOLS, points="float")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="national"):
        SHIPPED.score_frame(SCHOOLS, scope="world")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="at least one"):
        SHIPPED.score_frame(SCHOOLS, threads=0)


def test_carried_columns_are_the_same_memory() -> None:
    def addresses(table: pyarrow.Table) -> list[int]:
        return [
            buffer.address
            for name in SCHOOLS.schema.names
            for chunk in table[name].chunks
            for buffer in chunk.buffers()
            if buffer
        ]

    stream = SHIPPED.score_batches(SCHOOLS.to_reader())
    for scored in (
        SHIPPED.score_frame(SCHOOLS),
        pyarrow.table(SHIPPED.score_frame(duckdb_like(SCHOOLS))),
        stream.read_all(),
    ):
        assert addresses(scored) == addresses(SCHOOLS)


class duckdb_like:
    """A frame of no library: it only hands out Arrow's stream."""

    def __init__(self, table: pyarrow.Table) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)


def large(rows: int) -> pyarrow.Table:
    """Invented schools: points in hundredths, one in twenty missing, one in a hundred too many."""
    chance = numpy.random.default_rng(4725)
    columns: dict[str, Any] = {"institution.code": pyarrow.array(numpy.arange(rows))}
    for code in SHIPPED.conditions:
        columns[code] = pyarrow.array(chance.random(rows) < 0.9, mask=chance.random(rows) < 0.05)
    for code in SHIPPED.indicators:
        points = numpy.round(chance.random(rows) * float(SHIPPED.max(code)) * 1.001, 2)
        columns[code] = pyarrow.array(points, mask=chance.random(rows) < 0.05)
    return pyarrow.table(columns)


def test_batches_threads_and_libraries_change_nothing() -> None:
    table = large(30_000)
    whole = SHIPPED.score_frame(table, threads=1)
    assert 0 < whole["eligible"].null_count < len(whole)
    assert SHIPPED.score_frame(table, threads=3).equals(whole)
    assert (
        SHIPPED.score_batches(table.to_reader(max_chunksize=777)).read_all().combine_chunks() == whole.combine_chunks()
    )
    frame = polars.DataFrame(table)
    streamed = SHIPPED.score_frame(frame.lazy()).collect(engine="streaming")
    assert streamed.equals(SHIPPED.score_frame(frame))


def test_many_threads_score_one_frame() -> None:
    table = large(20_000)
    whole = SHIPPED.score_frame(table)
    with ThreadPoolExecutor(8) as pool:
        for scored in pool.map(lambda _: SHIPPED.score_frame(table, threads=2), range(16)):
            assert scored.equals(whole)


def test_rows_say_what_the_row_engine_says() -> None:
    table = large(300)
    for row in SHIPPED.score_frame(table).to_pylist():
        assessment = {
            "conditions": {code: row[code] for code in SHIPPED.conditions},
            "answers": {code: row[code] for code in SHIPPED.indicators},
        }
        refused = [(one.code, one.at) for one in SHIPPED.check(assessment)]
        assert [(one["code"], one["at"]) for one in row["violations"]] == refused
        if not refused:
            card = SHIPPED.score(assessment)
            assert row["group.2.score.high"] == card.group("2").score.high
            assert row["overall.level.low"] == card.overall.level.low
            assert row["eligible"] == card.recognition.eligible


# -- laziness and streams ------------------------------------------------------


def test_a_lazy_frame_is_not_collected() -> None:
    def never(frame: polars.DataFrame) -> polars.DataFrame:
        raise AssertionError("collected")

    schools = polars.DataFrame(SCHOOLS)
    lazy = schools.lazy().map_batches(never, schema=schools.schema)
    scored = SHIPPED.score_frame(lazy)
    assert scored.collect_schema().names()[-1] == "violations"
    with pytest.raises(Exception, match="collected"):
        scored.collect()


def test_a_lazy_frame_filters_and_groups_by_results(tmp_path: Path) -> None:
    pyarrow.parquet.write_table(large(5000), tmp_path / "schools.parquet")
    scored = SHIPPED.score_frame(polars.scan_parquet(tmp_path / "schools.parquet"))
    counted = scored.filter(polars.col("eligible")).group_by("overall.level.low").len().collect()
    whole = SHIPPED.score_frame(large(5000)).to_pandas()
    assert counted["len"].sum() == (whole["eligible"] == True).sum()  # noqa: E712
    scored.sink_parquet(tmp_path / "scored.parquet")
    assert pyarrow.parquet.read_metadata(tmp_path / "scored.parquet").num_rows == 5000


@pytest.mark.parametrize("kind", ["reader", "file", "dataset", "scanner", "csv", "relation", "capsule"])
def test_streams_of_every_kind(kind: str, tmp_path: Path) -> None:
    table = large(5000)
    path = tmp_path / "schools.parquet"
    pyarrow.parquet.write_table(table, path)
    pyarrow.csv.write_csv(table, tmp_path / "schools.csv")
    source: Any = {
        "reader": lambda: table.to_reader(1000),
        "file": lambda: pyarrow.parquet.ParquetFile(path),
        "dataset": lambda: pyarrow.dataset.dataset(path),
        "scanner": lambda: pyarrow.dataset.dataset(path).scanner(),
        "csv": lambda: pyarrow.csv.open_csv(  # type: ignore[no-untyped-call]
            tmp_path / "schools.csv"
        ),
        "relation": lambda: duckdb.read_parquet(str(path)),
        "capsule": lambda: duckdb_like(table),
    }[kind]()
    stream = SHIPPED.score_batches(source)
    ours = kind in {"relation", "capsule"}
    assert isinstance(stream, pyarrow.RecordBatchReader) is not ours
    scored = pyarrow.concat_tables(pyarrow.table(batch) for batch in stream) if ours else stream.read_all()
    results = [name for name in scored.schema.names if name not in table.schema.names]
    assert scored.select(results).equals(SHIPPED.score_frame(table).select(results))


def test_a_stream_is_read_once() -> None:
    stream = SHIPPED.score_batches(duckdb_like(SCHOOLS))
    assert stream.column_names[-1] == "violations"
    assert len(pyarrow.table(stream)) == 4
    assert list(stream) == []
    with pytest.raises(ValueError, match="has been read"):
        pyarrow.table(stream)


def test_what_fails_while_a_stream_is_read_is_told() -> None:
    def broken() -> Any:
        yield SCHOOLS.to_batches()[0]
        raise OSError("the disk is gone")

    stream = SHIPPED.score_batches(pyarrow.RecordBatchReader.from_batches(SCHOOLS.schema, broken()))
    assert len(stream.read_next_batch()) == 4
    with pytest.raises(Exception, match="the disk is gone"):
        stream.read_next_batch()


STREAMED = """
import resource, sys
import pyarrow, pyarrow.parquet
from thuocdo import Framework
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
pyarrow.set_memory_pool(pyarrow.system_memory_pool())
file = pyarrow.parquet.ParquetFile(sys.argv[1])
batches = Framework.shipped().score_batches(file)
rows, size = 0, 0
first = None
for batch in batches:
    rows += len(batch)
    size += batch.nbytes
    if first is None and rows >= 200_000:
        first = peak()
print(rows, size // 2**20, peak() - first)
"""


def test_what_is_larger_than_memory_is_streamed(tmp_path: Path) -> None:
    part = large(100_000)
    path = tmp_path / "schools.parquet"
    with pyarrow.parquet.ParquetWriter(path, part.schema) as writer:
        for _ in range(20):
            writer.write_table(part)
    done = subprocess.run([sys.executable, "-c", STREAMED, path], check=True, capture_output=True, text=True)
    rows, size, grown = map(int, done.stdout.split())
    assert rows == 2_000_000
    assert size > 500, "MiB have passed"
    assert grown < 100, "and the memory held has not grown with them"


# -- values --------------------------------------------------------------------


def test_nan_is_missing_in_pandas_and_refused_elsewhere() -> None:
    columns = {"1.3.1": [numpy.nan, 6.0]}
    scored = SHIPPED.score_frame(pandas.DataFrame(columns))
    assert scored["group.1.score.low"].tolist() == [Decimal("0.00"), Decimal("6.00")]
    for frame in (pyarrow.table(columns), polars.DataFrame(columns)):
        refused, good = arrow(SHIPPED.score_frame(frame))["violations"].to_pylist()
        assert [one["code"] for one in refused] == ["points_out_of_range"] and good == []


def test_infinity_is_refused_everywhere() -> None:
    for make in (pandas.DataFrame, pyarrow.table, polars.DataFrame):
        [refused] = arrow(SHIPPED.score_frame(make({"1.3.1": [numpy.inf]})))["violations"].to_pylist()
        assert [one["code"] for one in refused] == ["points_out_of_range"]


def test_words_of_vietnamese_forms_are_conditions_composed_or_not() -> None:
    words = ["Đạt", "không đạt", "có", "chưa", None, "", "ĐẠT"]
    expected = [True, False, True, False, None, None, True]
    for form in ("NFC", "NFD"):
        column = [word and unicodedata.normalize(form, word) for word in words]
        for make in (pandas.DataFrame, pyarrow.table, polars.DataFrame):
            blockers = arrow(SHIPPED.score_frame(make({"1.1": column})))["blockers"].to_pylist()
            states = [{one["at"]: one["code"] for one in row}.get("1.1") for row in blockers]
            assert states == [
                {True: None, False: "condition_unmet", None: "condition_unknown"}[one] for one in expected
            ]


def test_pandas_columns_of_every_type() -> None:
    def low(column: Any) -> list[Any]:
        scored = SHIPPED.score_frame(pandas.DataFrame({"1.4.1": column}))
        return list(scored["group.1.score.low"])

    quarter, ten = Decimal("5.25"), Decimal("10.00")
    assert low([Decimal("5.25"), 10]) == [quarter, ten]
    assert low(pandas.Series(["5,25", 10, None, numpy.nan], dtype=object)) == [quarter, ten, 0, 0]
    assert low(pandas.Categorical(["5,25", "10", None])) == [quarter, ten, 0]
    assert low(pandas.array([5, None, 10], dtype="Int8")) == [5, 0, 10]
    assert low(pandas.array([5.25, None], dtype="Float64")) == [quarter, 0]
    assert low(pandas.array(["5.25", None], dtype="string")) == [quarter, 0]
    assert low(numpy.array([5.25, 10], dtype=numpy.float32)) == [quarter, ten]
    mixed = SHIPPED.score_frame(pandas.DataFrame({"1.4.1": pandas.Series([True, "mười", 3], dtype=object)}))
    assert [len(one) for one in mixed["violations"]] == [1, 1, 0]


def test_the_frame_of_pandas_is_left_alone() -> None:
    index = pandas.MultiIndex.from_tuples([("Hải Phòng", 1), ("Hải Phòng", 1)], names=["tỉnh", "số"])
    frame = pandas.DataFrame(
        {"1.3.1": [6, 5], 7: ["a", "b"], "when": pandas.to_datetime(["2024-01-01", None])}, index=index
    )
    before = frame.copy(deep=True)
    scored = SHIPPED.score_frame(frame)
    pandas.testing.assert_frame_equal(frame, before)
    pandas.testing.assert_frame_equal(scored.loc[:, list(before.columns)], before)
    assert scored.index.equals(index)
    assert str(scored["group.1.level.low"].dtype) == "uint8[pyarrow]"


def test_columns_of_several_levels_are_refused_in_words() -> None:
    frame = pandas.DataFrame([[1]], columns=pandas.MultiIndex.from_tuples([("1", "1.3.1")]))
    with pytest.raises(TypeError, match="flatten"):
        SHIPPED.score_frame(frame)


def test_a_column_given_twice_is_a_fault_of_the_table() -> None:
    with pytest.raises(InvalidAssessment) as raised:
        SHIPPED.score_frame(pandas.DataFrame([[1, 2]], columns=["1.3.1", "1.3.1"]))
    assert [one.code for one in raised.value.violations] == ["duplicate_key"]


def test_columns_of_polars_that_no_other_library_has() -> None:
    frame = polars.DataFrame(
        {
            "1.3.1": [6, 5],
            "thing": polars.Series([object(), object()], dtype=polars.Object),
            "kind": polars.Series(["a", "b"], dtype=polars.Enum(["a", "b"])),
        }
    )
    scored = SHIPPED.score_frame(frame)
    assert scored.select(frame.columns).schema == frame.schema
    assert scored["thing"].to_list() == frame["thing"].to_list()


def test_python_objects_in_a_polars_column_of_a_code_are_facts_too() -> None:
    frame = polars.DataFrame({"1.3.1": polars.Series([6, "5,25", True, None], dtype=polars.Object)})
    scored = SHIPPED.score_frame(frame)
    assert scored["group.1.score.low"].to_list() == [Decimal(6), Decimal("5.25"), None, Decimal(0)]


def test_true_among_the_floats_of_a_pandas_column_is_not_one_point() -> None:
    scored = SHIPPED.score_frame(pandas.DataFrame({"1.3.1": pandas.Series([6.0, True, None], dtype=object)}))
    assert scored["group.1.score.low"].isna().tolist() == [False, True, False]


def test_a_pandas_column_named_by_a_number_is_refused_in_words() -> None:
    with pytest.raises(TypeError, match=r"1\.1"):
        SHIPPED.score_frame(pandas.DataFrame([[True, 6]], columns=[1.1, "1.3.1"]))


def test_polars_categories_are_facts() -> None:
    for kind in (polars.Categorical, polars.Enum(["đạt", "không"])):
        frame = polars.DataFrame({"1.1": polars.Series(["đạt", "không", None], dtype=kind)})
        states = [
            [one["code"] for one in row if one["at"] == "1.1"]
            for row in SHIPPED.score_frame(frame)["blockers"].to_list()
        ]
        assert states == [[], ["condition_unmet"], ["condition_unknown"]]


IMPORTS = """
import sys
from thuocdo import Framework
class Frame:
    def __init__(self, batch): self.batch = batch
    def __arrow_c_stream__(self, requested_schema=None): return self.batch.__arrow_c_stream__(requested_schema)
framework = Framework.shipped()
for library in ("pyarrow", "polars", "pandas", "duckdb", "numpy", "pyspark"):
    assert library not in sys.modules, library
import polars
framework.score_frame(polars.DataFrame({"1.3.1": [6]}))
for library in ("pyarrow", "pandas", "duckdb", "pyspark"):
    assert library not in sys.modules, library
"""


def test_no_library_is_imported_that_the_frame_is_not_of() -> None:
    subprocess.run([sys.executable, "-c", IMPORTS], check=True)


def test_an_arrow_table_is_read_by_every_library() -> None:
    scored = SHIPPED.score_frame(duckdb.from_arrow(SCHOOLS))
    assert len(scored) == 4 and "ArrowTable of 4 rows" in repr(scored)
    assert scored.column_names == pyarrow.table(scored).schema.names
    assert polars.DataFrame(scored)["group.1.score.low"].to_list() == LOW
    assert list(pandas.DataFrame.from_arrow(scored)["eligible"].isna()).count(True) == 1
    counted = duckdb.sql('select count("eligible") from scored')
    assert counted is not None and counted.fetchall() == [(3,)]


def of_buffers(offsets: list[int], letters: bytes) -> pyarrow.Array:
    places = pyarrow.array(offsets, pyarrow.int32()).buffers()[1]
    return pyarrow.Array.from_buffers(pyarrow.string(), len(offsets) - 1, [None, places, pyarrow.py_buffer(letters)])


@pytest.mark.parametrize(
    "column",
    [
        pyarrow.array([b"\xe1\xbb"], pyarrow.binary()).view(pyarrow.string()),
        of_buffers([0, 5, 2, 3], b"123"),
        of_buffers([0, -5, 3], b"123"),
        pyarrow.DictionaryArray.from_arrays(pyarrow.array([5], pyarrow.int8()), pyarrow.array(["1"]), safe=False),
    ],
    ids=["letters", "order", "before", "dictionary"],
)
@pytest.mark.parametrize("code", ["1.3.1", "1.1"])
def test_memory_that_is_not_what_it_says_is_an_error_and_not_read(column: pyarrow.Array, code: str) -> None:
    with pytest.raises(Exception, match=r"UTF8|UTF-8|[Oo]ffset|[Dd]ictionary|out of bounds"):
        SHIPPED.score_frame(pyarrow.table({code: column}))


def test_an_endless_frame_can_be_interrupted() -> None:
    # The stream runs no line of Python, so nothing but the scorer can notice the signal.
    rows = pyarrow.record_batch({"1.3.1": [6.0]})
    endless = pyarrow.RecordBatchReader.from_batches(rows.schema, itertools.repeat(rows))

    def interrupt(*_: Any) -> None:
        raise InterruptedError("enough")

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(InterruptedError, match="enough"):
            SHIPPED.score_frame(duckdb_like(endless))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_stream_that_is_being_read_is_not_taken_for_one_that_ended() -> None:
    rows = pyarrow.record_batch({"1.3.1": [6.0]})
    said: list[str] = []

    def batches() -> Iterator[pyarrow.RecordBatch]:
        for _ in range(2):
            with pytest.raises(ValueError, match="being read") as refused:
                next(stream)
            said.append(str(refused.value))
            yield rows

    stream = SHIPPED.score_batches(duckdb_like(pyarrow.RecordBatchReader.from_batches(rows.schema, batches())))
    assert [len(table) for table in stream] == [1, 1]
    assert len(said) == 2


def test_threads_that_the_system_does_not_give_are_an_error() -> None:
    script = """if True:
        import pyarrow, thuocdo
        frame = pyarrow.table({"1.3.1": pyarrow.array([6.0] * 100_000)})
        try:
            thuocdo.Framework.shipped().score_frame(frame, threads=2)
        except Exception as error:
            print(type(error).__name__)
    """
    # No address space has room for such a stack.
    stack = {**os.environ, "RUST_MIN_STACK": str(1 << 48)}
    done = subprocess.run([sys.executable, "-c", script], env=stack, capture_output=True, text=True, check=False)
    assert done.stdout == "Exception\n", done.stderr
