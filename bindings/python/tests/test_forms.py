"""Forms of a folder: what schools send, read as the command reads it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from tables import SHIPPED
from thuocdo import Forms, _thuocdo

TABLE = """\ufeffMã trường;Tên trường;Năm học;1.1;1.3.1;1.6.1
VD-01;Trường A;2023-2024;đạt;5,5;7
VD-02;Trường B;2023-2024;không;7;5,25
VD-03;Trường C;2023-2024;;;
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own, outside = tmp_path / "phieu" / "tu-danh-gia", tmp_path / "phieu" / "danh-gia-ngoai"
    own.mkdir(parents=True)
    outside.mkdir()
    (own / "bang.csv").write_text(TABLE, encoding="utf-8")
    (own / "~$bang.xlsx").write_bytes(b"a mark of Excel")
    (own / "anh.jpg").write_bytes(b"\xff\xd8")
    form = '{"institution":{"code":"VD-04"},"period":"2023-2024","conditions":{"1.1":true},"answers":{"1.3.1":6}}'
    (outside / "VD-04.json").write_text(form, encoding="utf-8")
    filled = ["thuocdo", "form", "--filled", str(outside / "VD-04.json"), "-o", str(own / "VD-04.xlsx")]
    assert _thuocdo.run(filled) == 0
    (own / "hong.xlsx").write_bytes(b"no workbook")
    return tmp_path / "phieu"


def codes(forms: Forms) -> list[str]:
    return sorted(str((form.assessment.get("institution") or {}).get("code")) for form in forms)


def test_a_folder_gives_its_forms_and_says_what_is_refused_where(folder: Path) -> None:
    forms = SHIPPED.read_forms(folder)
    assert codes(forms) == ["VD-01", "VD-04", "VD-04"]
    places = {(form.file, form.line) for form in forms}
    assert ("tu-danh-gia/bang.csv", 2) in places and ("danh-gia-ngoai/VD-04.json", None) in places
    [workbook] = [form for form in forms if form.file == "tu-danh-gia/VD-04.xlsx"]
    assert workbook.sheet is not None
    faults = {(fault.file, fault.line, fault.cell, fault.institution, fault.code) for fault in forms.refused}
    assert ("tu-danh-gia/bang.csv", 3, "E3", "VD-02", "points_out_of_range") in faults
    assert ("tu-danh-gia/bang.csv", 4, None, "VD-03", "blank_form") in faults
    assert {fault.file for fault in forms.refused} == {"tu-danh-gia/bang.csv", "tu-danh-gia/hong.xlsx"}
    assert "từ 0 đến 6" in next(fault.message for fault in forms.refused if fault.cell == "E3")
    english = SHIPPED.read_forms([folder / "tu-danh-gia" / "bang.csv"], lang="en")
    assert "0 to 6" in english.refused[0].message


def test_the_name_of_a_folder_says_whose_assessment_a_form_is(folder: Path) -> None:
    streams = {form.file: form.assessment.get("stream") for form in SHIPPED.read_forms(folder)}
    assert streams["danh-gia-ngoai/VD-04.json"] == "external" and streams["tu-danh-gia/VD-04.xlsx"] == "self"


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_forms_are_a_frame_that_scores_as_they_do(
    folder: Path, library: Literal["pandas", "polars", "pyarrow"]
) -> None:
    forms = SHIPPED.read_forms(folder)
    scored = SHIPPED.score_frame(forms.to_frame(library))
    column = scored["group.1.score.low"]
    lows = column.to_pylist() if library == "pyarrow" else column.to_list()
    assert lows == [SHIPPED.score(form.assessment).group("1").score.low for form in forms]
    assert sorted(lows) == [Decimal(6), Decimal(6), Decimal("12.5")]
    assert len(forms.refused_frame(library)) == len(forms.refused)


def test_patterns_files_and_nothing(folder: Path) -> None:
    forms = SHIPPED.read_forms([f"{folder}/*/VD-04.*", folder / "tu-danh-gia" / "bang.csv"])
    assert len(forms) == 3 and len(forms.assessments) == 3
    for nothing, nothing_there in ((folder / "none.xlsx", "none.xlsx"), (f"{folder}/*.ods", r"\*\.ods")):
        with pytest.raises(OSError, match=nothing_there):
            SHIPPED.read_forms(nothing)
    empty = folder / "empty"
    empty.mkdir()
    assert len(SHIPPED.read_forms(empty)) == 0 and len(SHIPPED.read_forms(empty).to_frame("polars")) == 0
    with pytest.raises(ValueError, match="pandas"):
        SHIPPED.read_forms(empty).to_frame("numpy")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
