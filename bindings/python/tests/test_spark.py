"""Spark: a local one gives what one machine gives."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from tables import SCHOOLS, SHIPPED, large
from thuocdo import Framework, InvalidAssessment

pytest.importorskip("pyspark")
import thuocdo.spark
from pyspark.sql import DataFrame, SparkSession

OVERLAY = Path(__file__).parents[3] / "examples" / "overlays" / "hai-phong-illustrative.json"


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ |= {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.memory", "512m")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .getOrCreate()
    )
    yield session
    session.stop()


def rows(frame: DataFrame) -> list[dict[str, Any]]:
    return [row.asDict(recursive=True) for row in frame.collect()]


def test_a_cluster_says_what_one_machine_says(spark: SparkSession) -> None:
    table = large(5000)
    scored = thuocdo.spark.score(spark.createDataFrame(table).repartition(3))
    found = {row["institution.code"]: row for row in rows(scored)}
    expected = {row["institution.code"]: row for row in SHIPPED.score_frame(table).to_pylist()}
    assert found == expected


def test_the_columns_are_known_before_anything_runs(spark: SparkSession) -> None:
    def never(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        raise AssertionError("run")

    given = spark.createDataFrame(SCHOOLS)
    numbered = given.toDF(*(f"_{nth}" for nth in range(len(given.columns))))
    scored = thuocdo.spark.score(numbered.mapInArrow(never, given.schema), points="hundredths")
    types = dict(scored.dtypes)
    assert list(types)[: len(given.columns)] == given.columns
    assert (types["group.1.score.low"], types["group.1.level.low"], types["eligible"]) == ("int", "tinyint", "boolean")


def test_indicators_and_reasons_are_as_on_one_machine(spark: SparkSession) -> None:
    scored = thuocdo.spark.score(spark.createDataFrame(SCHOOLS), indicators=True, reasons="text")
    assert rows(scored) == SHIPPED.score_frame(SCHOOLS, indicators=True, reasons="text").to_pylist()


def test_a_fault_of_the_table_raises_at_once(spark: SparkSession) -> None:
    for names, code in (
        (["1.3.9"], "unknown_indicator"),
        (["1.1;1.3.1"], "unread_column"),
        (["mark"], "no_known_column"),
    ):
        with pytest.raises(InvalidAssessment) as raised:
            thuocdo.spark.score(spark.createDataFrame([(1,)], names))
        assert [one.code for one in raised.value.violations] == [code]


def test_overlays_go_to_the_workers(spark: SparkSession) -> None:
    local = SHIPPED.overlay(OVERLAY)
    [condition] = set(local.conditions) - set(SHIPPED.conditions)
    frame = spark.createDataFrame([("A", False)], ["school", condition])
    [row] = rows(thuocdo.spark.score(frame, local))
    assert "condition_unmet" in {one["code"] for one in row["blockers"] if one["at"] == condition}
    [national] = rows(thuocdo.spark.score(frame, local, scope="national"))
    assert condition not in {one["at"] for one in national["blockers"]}


def test_spark_sql_counts_levels(spark: SparkSession) -> None:
    thuocdo.spark.score(spark.createDataFrame(SCHOOLS), Framework.shipped()).createOrReplaceTempView("scored")
    [(points,)] = spark.sql("select max(`group.1.score.low`) from scored").collect()
    assert points == Decimal("15.50")
