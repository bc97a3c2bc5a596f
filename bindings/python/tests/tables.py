"""Frames for the tests: a few schools, many, and every library that has frames."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet
from thuocdo import Framework

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
