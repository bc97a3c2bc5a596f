"""What the columns of each library hold: every type, what is missing, and texts as people write them."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any

import numpy
import pandas
import polars
import pyarrow
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet
import pytest
from tables import SHIPPED, arrow
from thuocdo import InvalidAssessment


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
    assert str(scored["group.1.level.low"].dtype) == "Int64"


def test_columns_of_several_levels_are_refused_in_words() -> None:
    frame = pandas.DataFrame([[1]], columns=pandas.MultiIndex.from_tuples([("1", "1.3.1")]))
    with pytest.raises(TypeError, match="tidy"):
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


def test_a_code_of_which_a_spreadsheet_made_a_day_is_refused_as_the_name_of_a_column() -> None:
    day = pandas.Timestamp("2001-03-01")
    with pytest.raises(InvalidAssessment, match=r"1\.3\.1"):
        SHIPPED.score_frame(pandas.DataFrame([["đạt", "5"]], columns=["1.1", day]))
    other = pandas.Timestamp("2024-05-31")
    scored = SHIPPED.score_frame(pandas.DataFrame([["đạt", "5"]], columns=["1.1", other]))
    assert scored.columns[1] == other and scored["group.1.score.low"].tolist() == [0]


@pytest.mark.parametrize(
    "other",
    [
        polars.Series([1, None], dtype=polars.Int128),
        polars.Series([[None], []], dtype=polars.List(polars.Null)),
        polars.Series([b"1", None], dtype=polars.Binary),
        polars.Series([object(), None], dtype=polars.Object),
    ],
)
def test_a_column_that_is_not_read_may_be_of_any_type_in_polars(other: polars.Series) -> None:
    frame = polars.DataFrame({"other": other, "1.3.1": [6, 5]})
    for scored in (SHIPPED.score_frame(frame), SHIPPED.score_frame(frame.lazy()).collect()):
        assert scored["other"].dtype == other.dtype
        assert scored["group.1.score.low"].to_list() == [Decimal(6), Decimal(5)]


def test_a_column_that_is_not_read_may_be_of_any_type_elsewhere() -> None:
    ends = pyarrow.RunEndEncodedArray.from_arrays([2], ["x"])
    table = pyarrow.table({"other": ends, "1.3.1": [6, 5]})
    scored = SHIPPED.score_frame(table)
    assert scored["other"].type == ends.type and scored["group.1.score.low"].to_pylist() == [Decimal(6), Decimal(5)]

    class Unread:
        """What becomes no text."""

        def __str__(self) -> str:
            raise AssertionError("nobody asks for the text of a column that is not read")

    thing = Unread()
    frame = SHIPPED.score_frame(pandas.DataFrame({"other": [thing, 1], "1.3.1": [6, 5]}))
    assert frame["other"].tolist()[0] is thing and frame["group.1.score.low"].tolist() == [Decimal(6), Decimal(5)]


def test_polars_categories_are_facts() -> None:
    for kind in (polars.Categorical, polars.Enum(["đạt", "không"])):
        frame = polars.DataFrame({"1.1": polars.Series(["đạt", "không", None], dtype=kind)})
        states = [
            [one["code"] for one in row if one["at"] == "1.1"]
            for row in SHIPPED.score_frame(frame)["blockers"].to_list()
        ]
        assert states == [[], ["condition_unmet"], ["condition_unknown"]]
