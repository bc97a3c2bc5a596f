"""What the columns of a frame are taken for, and the table of a framework."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pandas
import polars
import pyarrow
import pytest
from tables import MAKERS, SHIPPED, arrow
from thuocdo import ArrowTable, InvalidAssessment, _thuocdo

ASKED = pyarrow.table(
    {
        "Mã trường": ["A", None, " "],
        "Ngày đánh giá": ["05/10/2023", "31/02/2024", "145174"],
        "Hình thức": ["TĐG", "ĐGN", "ai đó"],
        "1.1": ["đạt", "✔ rồi", None],
        "Điểm 1.3.1": ["5,25", "7", "n/a"],
        "1.4.1": [1.5, None, 16.0],
        "Xã": ["x", "y", "z"],
    }
)
WANTED = [
    ("Mã trường", "institution.code", "about", 2 / 3, None),
    ("Ngày đánh giá", "assessed_on", "about", 0.0, "31/02/2024; 145174"),
    ("Hình thức", "stream", "about", 0.0, "ai đó"),
    ("1.1", "1.1", "condition", 1 / 3, "✔ rồi"),
    ("Điểm 1.3.1", "1.3.1", "points", 0.0, "7; n/a"),
    ("1.4.1", "1.4.1", "points", 1 / 3, "16"),
    ("Xã", None, "nothing", None, None),
]


def told(frame: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = arrow(frame).to_pylist()
    return rows


@pytest.mark.parametrize("library", MAKERS)
def test_each_column_is_told_in_the_library_of_the_frame(library: str) -> None:
    seen = SHIPPED.columns(MAKERS[library](ASKED))
    kinds = {"pyarrow": pyarrow.Table, "polars": polars.DataFrame, "pandas": pandas.DataFrame, "duckdb": ArrowTable}
    assert isinstance(seen, kinds[library.split(" ")[0]])
    names = ("column", "code", "read_as", "blank", "odd")
    rows = [tuple(row[name] for name in names) for row in told(seen)]
    if library == "duckdb":
        # Nobody could choose among its columns, so the last one was handed over too.
        rows[-1] = (*rows[-1][:3], None, rows[-1][4])
    assert rows == WANTED
    assert {row["fault"] for row in told(seen)} == {None}


# The left side is what a spreadsheet or a portal writes; the right side is what must come of it.
READ = ["Điểm 1.3.1", "TC 1.3.1", "1.3.1.", "１.３.１", "\ufeff1.3.1", "1.3.1\u200b", "1.3.1 - Phần mềm"]
REFUSED = ["1_3_1", "1-3-1", "1,3,1", "2001-03-01 00:00:00", "Kết quả của 1.3.1", "1.3.1 năm 2022", "1.3.1(6 điểm)"]


@pytest.mark.parametrize("name", READ)
def test_a_header_with_a_code_in_it_is_read(name: str) -> None:
    frame = pyarrow.table({"1.1": ["đạt"], name: ["5"]})
    assert [row["code"] for row in told(SHIPPED.columns(frame))] == ["1.1", "1.3.1"]
    assert SHIPPED.score_frame(frame)["group.1.score.low"].to_pylist() == [Decimal(5)]


@pytest.mark.parametrize("name", [*REFUSED, pandas.Timestamp("2001-03-01"), datetime.date(2001, 3, 1)])
def test_a_header_with_a_code_in_it_that_cannot_be_read_is_refused_and_told(name: Any) -> None:
    frame = pandas.DataFrame({"1.1": ["đạt"], name: ["5"]})
    with pytest.raises(InvalidAssessment):
        SHIPPED.score_frame(frame)
    [_, row] = told(SHIPPED.columns(frame))
    assert row["read_as"] == "nothing" and row["fault"] and row["column"] == str(name)


def test_a_column_of_another_type_is_told_in_both_languages() -> None:
    frame = pyarrow.table({"1.3.1": [[1.0]], "1.3.2": [1]})
    [vi, _], [en, _] = told(SHIPPED.columns(frame)), told(SHIPPED.columns(frame, lang="en"))
    assert vi["blank"] is None and vi["fault"] != en["fault"] and "List" in en["fault"]


def test_the_column_of_the_framework_is_told() -> None:
    frame = pyarrow.table({"framework": ["moet-4725-2022", "khác"], "1.3.1": [1, None]})
    [named, _] = told(SHIPPED.columns(frame))
    assert (named["read_as"], named["odd"]) == ("framework", "khác")


def test_columns_that_are_not_read_may_have_any_type() -> None:
    frame = polars.DataFrame(
        {"1.3.1": [5, None], "x": polars.Series([1, 2], dtype=polars.Int128), "y": polars.Series([[None], []])}
    )
    assert SHIPPED.score_frame(frame)["group.1.score.low"].to_list() == [Decimal(5), Decimal(0)]
    assert [form["answers"] for form in SHIPPED.assessments(frame)] == [{"1.3.1": 5}, {}]
    assert SHIPPED.columns(frame)["read_as"].to_list() == ["points", "nothing", "nothing"]


def test_a_spark_frame_is_shown_its_own_door() -> None:
    class DataFrame:
        __module__ = "pyspark.sql.classic.dataframe"

    doors: list[Any] = [SHIPPED.score_frame, SHIPPED.assessments, SHIPPED.columns, SHIPPED.cohort]
    for door in doors:
        with pytest.raises(TypeError, match=r"thuocdo\.spark\.score"):
            door(DataFrame())


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow", None])
def test_a_framework_is_a_table(library: Any) -> None:
    rows = told(SHIPPED.table(library))
    assert [row["code"] for row in rows if row["kind"] == "indicator"] == list(SHIPPED.indicators)
    assert [row["code"] for row in rows if row["kind"] == "condition"] == list(SHIPPED.conditions)
    assert sum(row["max"] for row in rows if row["kind"] == "group") == 200
    of_indicator = next(row for row in rows if row["code"] == "1.3.1")
    assert (of_indicator["group"], of_indicator["criterion"], of_indicator["read_as"]) == ("1", "1.3", "points")
    assert {row["read_as"] for row in rows if row["kind"] == "condition"} == {"condition"}


def test_an_arrow_table_is_made_of_any_values() -> None:
    made = _thuocdo.table([("a", "decimal", 2, [525, None]), ("b", "texts", 0, [["x"], None])], 2)
    assert pyarrow.table(made).to_pylist() == [{"a": Decimal("5.25"), "b": ["x"]}, {"a": None, "b": None}]
    with pytest.raises(ValueError, match="pandas"):
        SHIPPED.table("numpy")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    with pytest.raises(ValueError, match="column"):
        _thuocdo.table([("a", "colour", 0, [])], 0)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_headings_for_people_are_read_back(lang: Any) -> None:
    headings = SHIPPED.headings(lang=lang)
    names = ["institution.code", "period", "stream", "assessed_on", *SHIPPED.conditions, *SHIPPED.indicators]
    frame: Any = pandas.DataFrame({name: [None] for name in names}, dtype=object)
    scored = SHIPPED.score_frame(frame, criteria=True, indicators=True)
    assert set(scored.columns) <= set(headings) and len(set(headings.values())) == len(headings)
    told = SHIPPED.columns(frame.rename(columns=headings))
    assert list(told["code"]) == names and not any(told["fault"])
    # Headings of results are no columns of facts.
    results = scored[[name for name in scored.columns if name not in names]].rename(columns=headings)
    assert set(SHIPPED.columns(results)["read_as"]) == {"nothing"}
