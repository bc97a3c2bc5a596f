"""The notebooks run from a fresh start: the walk of an analyst; and a province, which finds the dirt that was put into
its tables, and says the same on Spark.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parents[1] / "examples"
NOTEBOOK = EXAMPLES / "province.ipynb"

# By hand: 60 schools in 3 years make 180 cards, of which `make_province` soils so many; no card has two faults.
FACTS = """
from make_province import ABOVE, APART, NO_DAY, TWICE

found = {finding.rule: finding.count for finding in quality.findings}
assert (ABOVE, APART, NO_DAY, TWICE) == (5, 7, 6, 4)
assert (len(raw), len(clean), len(external_raw)) == (180 + 4, 180, 30)
assert (found["value_valid"], found["text_nfc"], found["institution_unique"]) == (5 + 6, 7, 4), found
assert list(log.values()) == [4, 7, 6, 5], log
blank = int(raw[list(fw.indicators)].isna().to_numpy().sum())
assert found["answered"] == blank, (found, blank)
assert len(scored) == 180 and not scored["overall.level.low"].isna().any()
assert card.group("1").score.low == 75 and card.group("1").level.low == card.group("1").level.high == 2
assert review.groups[0].movement == "lowered"
assert cohort.count == len(this_year) and all(row.count == 10 for row in cohort.by_authority)
rows = [row.overall for row in cohort.by_authority]
assert all(sum(level.count for level in row.levels) + row.undetermined == 10 for row in rows)
assert len(publication.rows) == len(this_year) and not any(row.recognised for row in publication.rows)
assert (folder / "cong-bo.html").read_text(encoding="utf-8").count("<svg") == 3
"""


# Of the same tables: what is above the maximum or no day of the calendar is refused, and four forms stand twice.
FACTS_OF_THE_WALK = """
from make_province import ABOVE, NO_DAY, TWICE

assert (len(wrong), len(tidied.doubled), len(tidied.refused)) == (ABOVE + NO_DAY, TWICE, 0)
assert len(cohorts.skipped) == ABOVE + NO_DAY
assert len(tidied.frame) == 180 + TWICE + 30
assert agreement.reviews <= 30 and set(findings["rule"]) >= {"value_valid", "text_nfc"}
"""


def run(file: Path, facts: str) -> Any:
    """A notebook with outputs of its own making, and the facts as its last cell; an error in any cell is raised."""
    notebook = nbformat.read(file, as_version=4)  # type: ignore[no-untyped-call]
    notebook.cells.append(nbformat.v4.new_code_cell(facts))  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(EXAMPLES)}}
    )
    return client.execute()


@pytest.fixture(scope="module")
def executed() -> Any:
    return run(NOTEBOOK, FACTS)


def outputs(notebook: Any, kind: str) -> list[Any]:
    data = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]
    return [of[kind] for of in data if kind in of]


def test_it_runs_and_finds_the_dirt_that_is_there(executed: Any) -> None:
    said = "".join(
        output.text for cell in executed.cells for output in cell.get("outputs", []) if output.get("name") == "stdout"
    )
    assert "Phiếu không tính được: 0" in said
    if importlib.util.find_spec("pyspark"):
        assert "Kết quả giống nhau: True" in said
    else:
        assert "Không có PySpark" in said


def test_it_is_committed_with_the_outputs_that_it_makes(executed: Any) -> None:
    committed = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    assert len(outputs(committed, "image/png")) == len(outputs(executed, "image/png")) == 7
    assert outputs(committed, "text/html") == outputs(executed, "text/html")
    assert not any(output.get("name") == "stderr" for cell in committed.cells for output in cell.get("outputs", []))


def test_the_walk_of_an_analyst_runs_and_is_committed_with_its_outputs() -> None:
    walk = EXAMPLES / "analyst.ipynb"
    committed = nbformat.read(walk, as_version=4)  # type: ignore[no-untyped-call]
    walked = run(walk, FACTS_OF_THE_WALK)
    assert outputs(committed, "text/html") == outputs(walked, "text/html")
    assert len(outputs(committed, "image/png")) == len(outputs(walked, "image/png")) == 1


def test_the_province_is_the_same_for_the_same_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(EXAMPLES)
    from make_province import make  # type: ignore[import-not-found,unused-ignore]

    first, again, other = (tmp_path / name for name in ("first", "again", "other"))
    for folder in (first, again, other):
        folder.mkdir()
    texts = [make(folder, seed)[0].read_bytes() for folder, seed in ((first, 1), (again, 1), (other, 2))]
    assert texts[0] == texts[1] != texts[2]
