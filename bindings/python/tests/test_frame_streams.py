"""Frames that are larger than memory, or not there yet: lazy ones and streams."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet
import pytest
from tables import SCHOOLS, SHIPPED, duckdb_like, large


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


def test_frames_one_after_the_other_are_scored_each_by_its_own_types(tmp_path: Path) -> None:
    given = [
        pandas.DataFrame({"school": ["A"], "1.3.1": [6]}),
        pandas.DataFrame({"school": ["B"], "1.3.1": [5.25]}),
        pandas.DataFrame({"school": ["C"], "1.3.1": pandas.Series(["5,25"], dtype=object)}),
        pandas.DataFrame({"school": ["D"], "1.3.1": pandas.Series([6, "5,25"][:1], dtype=object)}),
    ]
    scored = list(SHIPPED.score_batches(iter(given)))
    assert all(isinstance(frame, pandas.DataFrame) for frame in scored)
    assert [float(frame["group.1.score.low"].iloc[0]) for frame in scored] == [6, 5.25, 5.25, 6]
    assert len({str(frame["group.1.score.low"].dtype) for frame in scored}) == 1
    assert [form["answers"] for form in SHIPPED.assessments(iter(given))] == [
        {"1.3.1": 6}, {"1.3.1": Decimal("5.25")}, {"1.3.1": "5.25"}, {"1.3.1": 6},
    ]  # fmt: skip
    pandas.concat(given[:2]).to_csv(tmp_path / "schools.csv", index=False)
    with pandas.read_csv(tmp_path / "schools.csv", chunksize=1) as chunks:
        assert [float(frame["group.1.score.low"].iloc[0]) for frame in SHIPPED.score_batches(chunks)] == [6, 5.25]


def test_a_stream_of_a_pandas_frame_reads_what_its_columns_hold() -> None:
    frame = pandas.DataFrame({"1.3.1": pandas.Series([6, "5,25", None], dtype=object)})
    scored = pyarrow.table(SHIPPED.score_batches(frame))
    assert scored["group.1.score.low"].to_pylist() == [6, Decimal("5.25"), 0]


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


INTERRUPTED = """
import signal, threading, time
import pyarrow
from tables import SCHOOLS, SHIPPED, large

table = large(200_000)
texts = {name: column.cast(pyarrow.string()) for name, column in zip(table.column_names, table.columns, strict=True)}
at = []

def interrupt():
    at.append(time.monotonic())
    signal.raise_signal(signal.SIGINT)

threading.Timer(0.3, interrupt).start()
try:
    SHIPPED.score_frame(pyarrow.concat_tables([pyarrow.table(texts)] * 20), threads=1)
except KeyboardInterrupt:
    print(time.monotonic() - at[0])
assert len(SHIPPED.score_frame(SCHOOLS)) == len(SCHOOLS)
"""


def test_a_scoring_ends_when_its_user_interrupts_it() -> None:
    """Text is read slowly enough that the interruption comes in the middle. In a program of its own: here a plugin or
    the collector may run Python in between, and an interruption of theirs is only printed.
    """
    tests = Path(__file__).parent
    ran = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, cwd=tests)
    # A look is taken each 50 ms; the rest is for a busy machine.
    assert ran.returncode == 0 and float(ran.stdout) < 1.0, ran
