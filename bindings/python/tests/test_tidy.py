"""Tables as people make them, as the one wide table; and the cells that are refused."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas
import polars
import pyarrow
import pytest
from tables import MAKERS, SHIPPED, arrow
from test_tables import CASES, header_and_rows
from thuocdo import ArrowTable, InvalidAssessment

LONG = pyarrow.table(
    {
        "Mã trường": ["A", "A", "B", "B"],
        "Cấp học": ["THCS", "THCS", "Liên cấp", "Liên cấp"],
        "Hình thức": ["TĐG", "TĐG", "ĐGN", "ĐGN"],
        "Mã": ["1.1", "1.3.1", "1.1", "1.3.1"],
        "Giá trị": ["đạt", "5,25", "không", "5,5 điểm"],
        "Người nhập": ["x", "x", "y", "y"],
    }
)


def rows(frame: Any) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = arrow(frame).to_pylist()
    return told


@pytest.mark.parametrize("library", MAKERS)
def test_a_long_table_becomes_a_wide_one_of_the_same_library(library: str) -> None:
    tidied = SHIPPED.tidy(MAKERS[library](LONG))
    kinds = {"pyarrow": pyarrow.Table, "polars": polars.DataFrame, "pandas": pandas.DataFrame, "duckdb": ArrowTable}
    assert isinstance(tidied.frame, kinds[library.split(" ")[0]])
    first, second = rows(tidied.frame)
    assert first == {
        "institution.code": "A",
        "institution.type": "lower_secondary",
        "stream": "self",
        "1.1": first["1.1"],
        "1.3.1": "5.25",
    }
    assert (second["institution.type"], second["stream"], second["1.3.1"]) == ("multi_level", "external", "5,5 điểm")
    assert ("Giá trị", "value") in {(row["column"], row["name"]) for row in rows(tidied.renamed)}
    assert [row["column"] for row in rows(tidied.dropped)] == ["Người nhập"]
    assert repr(tidied).startswith("<Tidied: 2 rows, 5 renamed, 1 dropped")


def test_people_s_headers_and_cells_become_codes_and_numbers_and_the_rest_goes_along() -> None:
    frame = pandas.DataFrame(
        {
            "STT": [1, 2],
            "Mã trường": ["A", "B"],
            "Ngày đánh giá": pandas.to_datetime(["2023-10-05", "2023-10-06"]),
            "ĐK 1.1": ["x", "không"],
            "Điểm 1.3.1": ["5,25", 6],
            "Xã": ["Đá", None],
        }
    )
    tidied = SHIPPED.tidy(frame)
    assert list(tidied.frame.columns) == ["institution.code", "assessed_on", "1.1", "1.3.1", "STT", "Xã"]
    assert tidied.frame["1.1"].tolist() == [True, False]
    assert tidied.frame["1.3.1"].tolist() == [Decimal("5.25"), Decimal(6)]
    assert tidied.frame["STT"].tolist() == [1, 2] and tidied.frame["assessed_on"].tolist() == [
        "2023-10-05",
        "2023-10-06",
    ]
    # A day whose cell lost its format is a serial number of Excel's, in a column of numbers or of text.
    for serials in ([45204, 45205], [45204.0, 45205.0], ["45204", "45205"]):
        undone = SHIPPED.tidy(frame.assign(**{"Ngày đánh giá": serials}))
        assert undone.frame["assessed_on"].tolist() == ["2023-10-05", "2023-10-06"]
        assert [form.get("assessed_on") for form in SHIPPED.assessments(undone.frame)] == ["2023-10-05", "2023-10-06"]
    assert {row["column"]: row["name"] for row in rows(tidied.renamed)} == {
        "Mã trường": "institution.code",
        "Ngày đánh giá": "assessed_on",
        "ĐK 1.1": "1.1",
        "Điểm 1.3.1": "1.3.1",
    }
    assert len(tidied.dropped) == 0
    scored = SHIPPED.score_frame(tidied.frame)
    assert scored["group.1.score.low"].tolist() == [Decimal("5.25"), Decimal(6)]


TWO_ROWS = [["Mã trường", "Năm học", "Nhóm 1", None, None], [None, None, "1.1", "TC 1.3.1", "1.3.2"]]
BELOW = [["A", "2023-2024", "đạt", "5,25", "4"], ["B", "2023-2024", "không", "6", None]]
OF_TWO_ROWS = [
    {"institution.code": "A", "period": "2023-2024", "1.1": True, "1.3.1": Decimal("5.25"), "1.3.2": 4},
    {"institution.code": "B", "period": "2023-2024", "1.1": False, "1.3.1": Decimal(6), "1.3.2": None},
]


def test_a_header_of_two_rows_is_read_however_the_frame_has_it() -> None:
    upper = ["Mã trường", "Năm học", "Nhóm 1", "Unnamed: 3", "Unnamed: 4"]
    frames: list[Any] = [
        pandas.DataFrame([*TWO_ROWS, *BELOW]),
        pandas.DataFrame([["Danh sách", *[None] * 4], *TWO_ROWS, *BELOW]),
        pandas.DataFrame([TWO_ROWS[1], *BELOW], columns=upper),
        pandas.DataFrame(
            BELOW,
            columns=pandas.MultiIndex.from_arrays([upper, [name or "Unnamed: 0_level_1" for name in TWO_ROWS[1]]]),
        ),
        polars.DataFrame(pandas.DataFrame([*TWO_ROWS, *BELOW])),
    ]
    for frame in frames:
        assert rows(SHIPPED.tidy(frame).frame) == OF_TWO_ROWS
        assert [form.get("period") for form in SHIPPED.assessments(frame)] == ["2023-2024"] * 2


def test_codes_may_go_on_below_the_header() -> None:
    frame = pandas.DataFrame([["Mã trường", "1.1", "Điểm", None], [None, None, "1.3.1", "1.3.2"], ["A", "đạt", 5, 4]])
    assert rows(SHIPPED.tidy(frame).frame) == [{"institution.code": "A", "1.1": True, "1.3.1": 5, "1.3.2": 4}]


def test_several_sources_become_one_and_repetitions_are_told(tmp_path: Path) -> None:
    file = tmp_path / "bang.csv"
    file.write_text("\ufeffMã trường;Năm học;1.1;1.3.1\nA;2023-24;đạt;5,5\nB;2023-24;không;\n", encoding="utf-8")
    broken = tmp_path / "hong.csv"
    broken.write_text("Mã trường;1.3.9\nA;5\n", encoding="utf-8")
    workbook = tmp_path / "bang.xlsx"
    workbook.write_bytes(b"no workbook")
    frame = polars.DataFrame({"Mã trường": ["A"], "Năm học": ["2023 - 2024"], "1.3.1": [6]})
    tidied = SHIPPED.tidy([file, frame, broken, workbook])
    assert isinstance(tidied.frame, polars.DataFrame)
    assert tidied.frame["institution.code"].to_list() == ["A", "B", "A"]
    assert tidied.frame["source"].to_list() == [str(file), str(file), None] and tidied.frame["line"].to_list() == [
        2,
        3,
        None,
    ]
    assert rows(tidied.doubled) == [
        {"row": 2, "first": 0, "institution.code": "A", "period": "2023-2024", "stream": None}
    ]
    assert {row["source"] for row in rows(tidied.refused)} == {str(broken), str(workbook)}
    assert isinstance(SHIPPED.tidy(file).frame, pandas.DataFrame)
    with pytest.raises(InvalidAssessment):
        SHIPPED.tidy(broken)
    with pytest.raises(OSError, match="none"):
        SHIPPED.tidy(tmp_path / "none.csv")


def table_of(text: str) -> pandas.DataFrame:
    """The cells of a CSV as a frame without names."""
    return pandas.DataFrame([[cell or None for cell in row] for row in header_and_rows(text)])


# Tables of a header and rows of one width: what a frame without names can hold cell by cell.
EVEN = [
    case
    for case in CASES
    if case.get("text")
    and not case["text"].startswith(("[", "{", "sep="))
    and '"' not in case["text"]
    and "rows" in case
    and len({len(row) for row in header_and_rows(case["text"]) if row}) == 1
]


def test_much_of_the_corpus_is_even() -> None:
    assert len(EVEN) > 20, len(EVEN)


def outcome(source: Any) -> Any:
    """The rows of a source, or the codes of what is wrong with it as a whole."""
    try:
        frame = SHIPPED.tidy(source).frame
    except InvalidAssessment as refused:
        return [violation.code for violation in refused.violations]
    return json.dumps(
        rows(frame[[name for name in frame.columns if name not in ("source", "sheet", "line")]]), default=str
    )


@pytest.mark.parametrize("case", EVEN, ids=lambda case: str(case["name"]))
def test_a_frame_of_the_cells_of_a_file_says_what_the_file_says(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "bang.csv"
    file.write_text(case["text"], encoding="utf-8")
    assert outcome(table_of(case["text"])) == outcome(file)


@pytest.mark.parametrize("library", MAKERS)
def test_cells_that_are_refused_are_told_with_what_to_type_instead(library: str) -> None:
    table = pyarrow.table({"Mã trường": ["A", "B", "C"], "1.1": ["đạt", "✔ rồi", None], "1.3.1": ["5,25", "80%", "7"]})
    cases = rows(SHIPPED.failure_cases(MAKERS[library](table)))
    assert [(row["row"], row["column"], row["value"], row["code"]) for row in cases] == [
        (1, "1.3.1", "80%", "wrong_type"),
        (1, "1.1", "✔ rồi", "wrong_type"),
        (2, "1.3.1", "7", "points_out_of_range"),
    ]
    assert "80 % của 6 là 4,8" in cases[0]["instead"]
    assert cases[2]["message"] == f"“7”: {cases[2]['instead']}" and "từ 0 đến 6" in cases[2]["message"]
    assert cases[1]["message"].startswith("“✔ rồi”: chỉ ghi một trong hai")
    # The same words stand beside the score.
    scored = arrow(SHIPPED.score_frame(MAKERS[library](table)))["violations"].to_pylist()
    assert [(one["found"], one["message"]) for one in scored[1]] == [
        (row["value"], row["message"]) for row in cases if row["row"] == 1
    ]


def test_refused_cells_of_a_long_table_are_told_by_their_rows() -> None:
    [points] = rows(SHIPPED.failure_cases(LONG, lang="en"))
    assert (points["row"], points["value"], points["message"].split(":")[0]) == (3, "5,5 điểm", '"5,5 điểm"')
