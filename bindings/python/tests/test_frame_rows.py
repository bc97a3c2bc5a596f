"""The rows of a frame as assessments, and what can be asked of them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest
from corpus import EXAMPLES
from tables import MAKERS, SCHOOLS, SHIPPED, arrow, large
from thuocdo import InvalidRequest

TABLE = pyarrow.table(
    {
        "institution.code": ["31-0042", "31-0043"],
        "institution.name": ["Trường giả định", None],
        "institution.type": ["Tiểu học", "multi_level"],
        "period": ["2023-2024", "2023-2024"],
        "stream": ["Tự đánh giá", "external"],
        "assessed_on": ["05/10/2023", "2023-10-06"],
        "authority": ["A", "B"],
        "1.1": ["đạt", "không đạt"],
        "1.3.1": ["5,25", " "],
        "2.3.3": pyarrow.array([Decimal("3.50"), None]),
    }
)
FORMS = [
    {
        "institution": {"code": "31-0042", "name": "Trường giả định", "type": "primary"},
        "period": "2023-2024",
        "stream": "self",
        "assessed_on": "2023-10-05",
        "conditions": {"1.1": True},
        "answers": {"1.3.1": "5.25", "2.3.3": Decimal("3.5")},
    },
    {
        "institution": {"code": "31-0043", "type": "multi_level"},
        "period": "2023-2024",
        "stream": "external",
        "assessed_on": "2023-10-06",
        "conditions": {"1.1": False},
        "answers": {},
    },
]


@pytest.mark.parametrize("library", MAKERS)
def test_rows_of_every_library_are_the_same_assessments(library: str) -> None:
    assert list(SHIPPED.assessments(MAKERS[library](TABLE))) == FORMS


def test_days_may_be_dates_of_any_library() -> None:
    day = datetime.date(2023, 10, 5)
    frames: list[Any] = [
        pandas.DataFrame({"assessed_on": pandas.to_datetime(["2023-10-05"]), "1.1": [True]}),
        polars.DataFrame({"assessed_on": [day], "1.1": [True]}),
        pyarrow.table({"assessed_on": [day], "1.1": [True]}),
    ]
    for frame in frames:
        [form] = SHIPPED.assessments(frame)
        assert SHIPPED.assessment(form).assessed_on == day


def test_a_row_scores_as_its_frame_does() -> None:
    table = large(3000)
    for kind in (table, table.to_reader(700), SHIPPED.score_frame(table)):
        scored = SHIPPED.score_frame(table).to_pylist()
        forms = list(SHIPPED.assessments(kind))
        assert len(forms) == len(scored)
        for row, form in zip(scored[:400] + scored[-400:], forms[:400] + forms[-400:], strict=True):
            told = SHIPPED.check(form)
            assert [(one["code"], one["at"]) for one in row["violations"]] == [(one.code, one.at) for one in told]
            if not told:
                assert SHIPPED.score(form).group("1").score == (row["group.1.score.low"], row["group.1.score.high"])


def test_rows_of_the_example_are_those_of_the_command() -> None:
    frame = polars.read_csv(EXAMPLES / "twelve-schools.csv", separator=";", comment_prefix="#", infer_schema=False)
    cards = [SHIPPED.score(form) for form in SHIPPED.assessments(frame) if not SHIPPED.check(form)]
    scored = SHIPPED.score_frame(frame).drop_nulls("overall.level.low")
    assert [card.institution and card.institution.code for card in cards] == scored["institution.code"].to_list()
    assert [card.overall.level.low for card in cards] == scored["overall.level.low"].to_list()


def test_everything_else_is_asked_of_rows() -> None:
    frame = pandas.DataFrame({"institution.code": ["A", "B", None], "1.3.1": ["6", "7", "x"], "period": "2023-2024"})
    quality = SHIPPED.quality_batch(SHIPPED.assessments(frame))
    assert quality.count == 3
    assert {one.rule: one.count for one in quality.findings}["value_valid"] == 2
    with pytest.raises(InvalidRequest) as raised:
        SHIPPED.cohort(SHIPPED.assessments(frame))
    assert [one.at for one in raised.value.violations] == ["/scorecards/1/answers/1.3.1", "/scorecards/2/answers/1.3.1"]
    good = [form for form in SHIPPED.assessments(frame) if not SHIPPED.check(form)]
    assert SHIPPED.cohort(good).count == 1
    assert SHIPPED.plan(good[0], targets={"1": 2}).groups[0].needed == 44
    assert SHIPPED.review(good[0], good[0]).groups[0].movement == "open"


def test_a_bad_row_of_numbers_stays_bad() -> None:
    frame = polars.DataFrame({"1.3.1": [float("nan"), float("inf"), 5.255, 1e300, -1.0, 5.25]})
    codes = [[one.code for one in SHIPPED.check(form)] for form in SHIPPED.assessments(frame)]
    out = ["points_out_of_range"]
    assert codes == [out, out, ["points_too_precise"], out, out, []]


def test_rows_are_made_as_they_are_asked_for(tmp_path: Path) -> None:
    def broken() -> Any:
        yield SCHOOLS.to_batches()[0]
        raise OSError("the disk is gone")

    forms = SHIPPED.assessments(pyarrow.RecordBatchReader.from_batches(SCHOOLS.schema, broken()))
    assert len([next(forms) for _ in range(len(SCHOOLS))]) == 4
    with pytest.raises(Exception, match="the disk is gone"):
        next(forms)
    pyarrow.parquet.write_table(TABLE, tmp_path / "schools.parquet")
    assert list(SHIPPED.assessments(duckdb.read_parquet(str(tmp_path / "schools.parquet")))) == FORMS
    assert list(SHIPPED.assessments(pyarrow.parquet.ParquetFile(tmp_path / "schools.parquet"))) == FORMS


def test_arrow_reads_a_scored_table_again() -> None:
    assert list(SHIPPED.assessments(SHIPPED.score_frame(duckdb.from_arrow(TABLE)))) == FORMS
    assert list(SHIPPED.assessments(arrow(TABLE))) == FORMS
