"""Frames whose memory lies, and hosts that give neither threads nor patience."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from typing import Any

import pyarrow
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet
import pytest
from tables import SHIPPED, duckdb_like


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
