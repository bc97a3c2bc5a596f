"""The corpus of tables as frames of texts: what a wide CSV says, a frame of the same cells says too."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from thuocdo import Framework, InvalidAssessment

ROOT = Path(__file__).parents[3]
CASES: list[dict[str, Any]] = json.loads((ROOT / "tests/vectors/tables/cases.json").read_text())
OVERLAY = (ROOT / "examples/overlays/hai-phong-illustrative.json").read_bytes()


def header_and_rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ","))


def is_a_frame(case: dict[str, Any]) -> bool:
    """Whether a frame can hold the text: a header of one row first, rows as long as it, no long table."""
    text = case.get("text", "")
    if (
        not text
        or text.startswith(("[", "#", "sep=", "Ngày", "Phiếu"))
        or "Giá trị" in text
        or "two rows" in case["name"]
        or "Điểm\n" in text
        or "Kết quả\n" in text
    ):
        return False
    faults = [fault["code"] for row in case.get("rows", []) for fault in row.get("faults", [])]
    faults += [fault["code"] for fault in case.get("faults", [])]
    rows = header_and_rows(text)
    is_even = all(len(row) == len(rows[0]) for row in rows if row) and len(set(rows[0])) == len(rows[0])
    # What a frame has no cells for: quotes, blank rows, and an empty table, which is one without rows.
    return is_even and not {"ragged_row", "open_quote", "no_rows"} & set(faults) and "\n;" not in text


FRAMES = [case for case in CASES if is_a_frame(case)]


def whole(assessment: dict[str, Any]) -> Any:
    answers = {
        code: answer if isinstance(answer, dict) else {"points": answer}
        for code, answer in assessment["answers"].items()
    }
    conditions = {code: {"met": met} for code, met in assessment["conditions"].items()}
    return {**assessment, "answers": answers, "conditions": conditions}


def codes(violations: Any) -> list[str]:
    return sorted(violation.code if hasattr(violation, "code") else violation["code"] for violation in violations)


def test_most_of_the_corpus_are_frames() -> None:
    assert len(FRAMES) > 50, len(FRAMES)


@pytest.mark.parametrize("case", FRAMES, ids=[case["name"] for case in FRAMES])
def test_a_frame_says_what_the_table_says(case: dict[str, Any]) -> None:
    framework = Framework.shipped()
    if "overlay" in case:
        framework = framework.overlay(OVERLAY)
    header, *rows = header_and_rows(case["text"])
    frame = pa.table({name: pa.array([row[n] for row in rows if row], pa.string()) for n, name in enumerate(header)})
    filled_by = case.get("filled_by")
    if "faults" in case:
        with pytest.raises(InvalidAssessment) as refused:
            list(framework.assessments(frame, filled_by=filled_by))
        # Of a frame that is refused, the rows are not looked at.
        assert codes(refused.value.violations) == sorted({fault["code"] for fault in case["faults"]} - {"wrong_type"})
        return
    found = list(framework.assessments(frame, filled_by=filled_by))
    assert len(found) == len(case["rows"])
    for given, expected in zip(found, case["rows"], strict=True):
        if "faults" in expected:
            assert codes(framework.check(given)) == sorted(fault["code"] for fault in expected["faults"])
        else:
            assert framework.check(given) == []
            wanted = framework.score(whole(expected["assessment"]))
            assert framework.score(given).digest == wanted.digest
