"""Frames of every library: the corpus, same kind back, nothing copied, nothing lost."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet
import pytest
from corpus import framework
from rows import came_to, cases
from tables import LOW, MAKERS, SCHOOLS, SHIPPED, arrow, duckdb_like, large
from thuocdo import ArrowTable, InvalidAssessment

POINTS = "type a number from 0 to 6, with two decimals at most, such as 5.25"


@pytest.mark.parametrize("library", MAKERS)
def test_every_vector_that_a_row_can_tell_comes_to_what_is_expected(library: str) -> None:
    for case in cases()[0]:
        frame = MAKERS[library](pyarrow.table({"school": ["A"]} | {name: [value] for name, value in case.row.items()}))
        scored = arrow(framework(case.framework).score_frame(frame, criteria=True))
        came_to(case, scored.to_pylist()[0])


def test_most_vectors_can_be_told_and_the_others_say_why_not() -> None:
    told, untold = cases()
    assert len(told) > len(untold)
    assert set(untold.values()) == {
        "a cell may say a condition in words or as 1 and 0, JSON may not",
        "a cell's text is read as people write it",
        "a column for a code that there is not is a fault of the table",
        "a key is said twice",
        "a list is no cell",
        "a table has no place for evidence that is required",
        "an object is refused",
        "it has no answers",
        "it is no JSON",
        "no column holds this number as it is written",
        "what is refused is no cell",
    }


@pytest.mark.parametrize("library", MAKERS)
def test_a_frame_comes_back_as_what_it_was_with_its_columns_first(library: str) -> None:
    frame = MAKERS[library](SCHOOLS)
    scored = SHIPPED.score_frame(frame)
    assert type(scored) is (ArrowTable if library == "duckdb" else type(frame))
    table = arrow(scored)
    assert table.schema.names[: len(SCHOOLS.schema.names)] == SCHOOLS.schema.names
    assert table.select(SCHOOLS.schema.names).to_pylist() == arrow(frame).to_pylist()
    assert table["group.1.score.low"].to_pylist() == LOW
    assert table["group.2.score.low"].to_pylist()[:3] == [Decimal("17.50"), Decimal("8.00"), Decimal("0.00")]
    [violation] = table["violations"].to_pylist()[3]
    assert (violation["code"], violation["at"]) == ("points_out_of_range", "/answers/1.3.1")


@pytest.mark.parametrize("library", MAKERS)
def test_an_empty_frame_has_the_columns(library: str) -> None:
    full, empty = (arrow(SHIPPED.score_frame(MAKERS[library](table))) for table in (SCHOOLS, SCHOOLS.slice(0, 0)))
    assert (len(empty), empty.schema.names) == (0, full.schema.names)


@pytest.mark.parametrize("library", MAKERS)
def test_a_fault_of_the_table_raises(library: str) -> None:
    with pytest.raises(InvalidAssessment) as raised:
        SHIPPED.score_frame(MAKERS[library](SCHOOLS.append_column("1.3.9", [[1, 2, 3, 4]])))
    assert [(one.code, one.at) for one in raised.value.violations] == [("unknown_indicator", "/answers/1.3.9")]


@pytest.mark.parametrize("library", MAKERS)
def test_a_frame_is_not_scored_twice_and_the_refusal_says_why(library: str) -> None:
    scored = SHIPPED.score_frame(MAKERS[library](SCHOOLS))
    with pytest.raises(InvalidAssessment) as raised:
        SHIPPED.score_frame(scored)
    [violation] = raised.value.violations
    assert (violation.code, violation.at) == ("column_taken", "")
    assert "group.1.score.low" in violation.message(lang="en") and "leave them out" in violation.message(lang="en")


@pytest.mark.parametrize("library", MAKERS)
@pytest.mark.parametrize(
    "names",
    [["institution.code;1.1;1.3.1"], ["Mã", "Điểm trung bình"], ["framework", "period"]],
    ids=["separator", "names", "who"],
)
def test_a_frame_without_a_single_code_is_refused(library: str, names: list[str]) -> None:
    frame = MAKERS[library](pyarrow.table({name: ["x"] for name in names}))
    for ask in (SHIPPED.score_frame, SHIPPED.assessments):
        with pytest.raises(InvalidAssessment) as raised:
            ask(frame)
        [violation] = raised.value.violations
        assert (violation.code, violation.params["accepted"]) == ("no_known_column", ("1.1", "1.3.1", "1.3.2"))
        assert violation.params["found"] == tuple(names) and names[0] in violation.message(lang="en")


def test_spaces_round_a_code_are_ignored_and_codes_of_no_framework_refused() -> None:
    scored = SHIPPED.score_frame(pandas.DataFrame({" 1.3.1 ": ["6"], "1.1 ": ["đạt"]}))
    assert scored["group.1.score.low"].tolist() == [6] and list(scored.columns[:2]) == [" 1.3.1 ", "1.1 "]
    with pytest.raises(InvalidAssessment) as raised:
        SHIPPED.score_frame(pandas.DataFrame({"1.3.1": ["6"], "3.9.9": ["1"]}))
    assert [(one.code, one.at) for one in raised.value.violations] == [("unknown_indicator", "/answers/3.9.9")]


def test_indicators_have_columns_where_they_are_asked_for() -> None:
    scored = SHIPPED.score_frame(SCHOOLS, indicators=True)
    assert scored["indicator.1.3.1.score.low"].to_pylist() == [6, 0, Decimal("5.25"), None]
    assert scored["indicator.1.3.1.score.high"].to_pylist() == [6, 6, Decimal("5.25"), None]
    names = [name for name in scored.schema.names if name.startswith("indicator.")]
    assert names == [f"indicator.{code}.score.{end}" for code in SHIPPED.indicators for end in ("low", "high")]


def test_scored_frames_with_reasons_as_text_can_be_written_as_csv() -> None:
    expected = {"A": ("condition_unknown:1.2", ""), "D": ("", f'/answers/1.3.1: "7": {POINTS}')}
    frame = polars.DataFrame(SCHOOLS)
    scored = SHIPPED.score_frame(frame, reasons="text", lang="en")
    written = [
        scored.write_csv(),
        SHIPPED.score_frame(SCHOOLS.to_pandas(), reasons="text", lang="en").to_csv(index=False),
        SHIPPED.score_frame(frame.lazy(), reasons="text", lang="en").collect().write_csv(),
    ]
    for text in written:
        read = {row["institution.code"]: row for row in csv.DictReader(io.StringIO(text))}
        for code, (blockers, violations) in expected.items():
            assert read[code]["violations"] == violations and blockers in read[code]["blockers"].split(" "), read[code]
    # Without reasons the other columns are the same.
    bare = SHIPPED.score_frame(frame, reasons="nothing")
    assert bare.equals(SHIPPED.score_frame(frame).drop("blockers", "violations"))
    with pytest.raises(ValueError, match="lists"):
        SHIPPED.score_frame(SCHOOLS, reasons="json")  # type: ignore[call-overload]


@pytest.mark.parametrize("thing", [1, [1], {"1.3.1": [1]}, "1.3.1", None, polars.Series([1]), pandas.Series([1])])
def test_what_is_no_frame_is_refused_in_words(thing: Any) -> None:
    with pytest.raises((TypeError, InvalidAssessment, ValueError)):
        SHIPPED.score_frame(thing)


def test_points_are_floats_for_statistics_where_they_are_asked_for() -> None:
    frame = pandas.DataFrame({"1.3.1": ["5,1", "0,07", None], "1.4.1": [9.99, 0.01, 0]})
    scored = SHIPPED.score_frame(frame, points="float")
    assert scored["group.1.score.low"].tolist() == [15.09, 0.08, 0.0]
    assert scored["group.1.score.low"].describe().tolist()[-1] == 15.09
    assert scored["group.1.level.low"].tolist() == [1, 1, 1]


def test_levels_are_whole_numbers_that_pandas_reckons_with() -> None:
    frame: Any = SHIPPED.score_frame(SCHOOLS.to_pandas(), points="float")
    levels = frame["overall.level.low"]
    assert str(levels.dtype) == "Int64" and levels.fillna(-1).tolist() == [1, 1, 1, -1]
    assert frame["group.1.score.low"].describe()["max"] == 15.5


def test_options_are_heard() -> None:
    hundredths = SHIPPED.score_frame(SCHOOLS, points="hundredths")
    assert hundredths["group.1.score.low"].to_pylist() == [1550, 0, 550, None]
    english, vietnamese = (
        SHIPPED.score_frame(SCHOOLS, lang=lang)["violations"].to_pylist()[3][0]["message"] for lang in ("en", "vi")
    )
    assert english == f'"7": {POINTS}' and vietnamese.startswith("“7”: chỉ ghi số, từ 0 đến 6")
    assert "criterion.1.3.score.low" in SHIPPED.score_frame(SCHOOLS, criteria=True).schema.names
    with pytest.raises(ValueError, match="hundredths"):
        SHIPPED.score_frame(SCHOOLS, points="double")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="national"):
        SHIPPED.score_frame(SCHOOLS, scope="world")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="at least one"):
        SHIPPED.score_frame(SCHOOLS, threads=0)


def test_carried_columns_are_the_same_memory() -> None:
    def addresses(table: pyarrow.Table) -> list[int]:
        return [
            buffer.address
            for name in SCHOOLS.schema.names
            for chunk in table[name].chunks
            for buffer in chunk.buffers()
            if buffer
        ]

    stream = SHIPPED.score_batches(SCHOOLS.to_reader())
    for scored in (
        SHIPPED.score_frame(SCHOOLS),
        pyarrow.table(SHIPPED.score_frame(duckdb_like(SCHOOLS))),
        stream.read_all(),
    ):
        assert addresses(scored) == addresses(SCHOOLS)


def test_batches_threads_and_libraries_change_nothing() -> None:
    table = large(30_000)
    whole = SHIPPED.score_frame(table, threads=1)
    assert 0 < whole["eligible"].null_count < len(whole)
    assert SHIPPED.score_frame(table, threads=3).equals(whole)
    assert (
        SHIPPED.score_batches(table.to_reader(max_chunksize=777)).read_all().combine_chunks() == whole.combine_chunks()
    )
    frame = polars.DataFrame(table)
    streamed = SHIPPED.score_frame(frame.lazy()).collect(engine="streaming")
    assert streamed.equals(SHIPPED.score_frame(frame))


def test_many_threads_score_one_frame() -> None:
    table = large(20_000)
    whole = SHIPPED.score_frame(table)
    with ThreadPoolExecutor(8) as pool:
        for scored in pool.map(lambda _: SHIPPED.score_frame(table, threads=2), range(16)):
            assert scored.equals(whole)


def test_rows_say_what_the_row_engine_says() -> None:
    table = large(300)
    for row in SHIPPED.score_frame(table).to_pylist():
        assessment: Any = {
            "conditions": {code: row[code] for code in SHIPPED.conditions},
            "answers": {code: row[code] for code in SHIPPED.indicators},
        }
        refused = [(one.code, one.at) for one in SHIPPED.check(assessment)]
        assert [(one["code"], one["at"]) for one in row["violations"]] == refused
        if not refused:
            card = SHIPPED.score(assessment)
            assert row["group.2.score.high"] == card.group("2").score.high
            assert row["overall.level.low"] == card.overall.level.low
            assert row["eligible"] == card.recognition.eligible


IMPORTS = """
import sys
from thuocdo import Framework
class Frame:
    def __init__(self, batch): self.batch = batch
    def __arrow_c_stream__(self, requested_schema=None): return self.batch.__arrow_c_stream__(requested_schema)
framework = Framework.shipped()
for library in ("pyarrow", "polars", "pandas", "duckdb", "numpy", "pyspark"):
    assert library not in sys.modules, library
import polars
framework.score_frame(polars.DataFrame({"1.3.1": [6]}))
for library in ("pyarrow", "pandas", "duckdb", "pyspark"):
    assert library not in sys.modules, library
"""


def test_no_library_is_imported_that_the_frame_is_not_of() -> None:
    subprocess.run([sys.executable, "-c", IMPORTS], check=True)


def test_who_asks_arrow_for_other_types_casts_them() -> None:
    scored = SHIPPED.score_frame(duckdb.from_arrow(SCHOOLS))
    own = pyarrow.table(scored).schema
    index = own.get_field_index("group.1.score.low")
    floats = own.set(index, own.field(index).with_type(pyarrow.float64()))
    assert pyarrow.table(scored, schema=floats).column(index).to_pylist() == [
        None if low is None else float(low) for low in LOW
    ]
    assert pyarrow.schema(scored) == own


class Capsules:
    """What claims to be a batch of Arrow, and is none."""

    def __init__(self, *capsules: object) -> None:
        self.capsules = capsules

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, ...]:
        return self.capsules


@pytest.mark.parametrize(
    "capsules",
    [
        (),
        (1, 2),
        pyarrow.array([1, 2]).__arrow_c_array__(),
        pyarrow.array([{"1.3.1": 1}, None]).__arrow_c_array__(),
        tuple(reversed(SCHOOLS.to_batches()[0].__arrow_c_array__())),
    ],
)
def test_capsules_that_hold_no_batch_are_refused(capsules: tuple[object, ...]) -> None:
    with pytest.raises((TypeError, ValueError)):
        SHIPPED.score_frame(Capsules(*capsules))  # type: ignore[call-overload]


def test_an_arrow_table_is_read_by_every_library() -> None:
    scored = SHIPPED.score_frame(duckdb.from_arrow(SCHOOLS))
    assert len(scored) == 4 and "ArrowTable of 4 rows" in repr(scored)
    assert scored.column_names == pyarrow.table(scored).schema.names
    assert polars.DataFrame(scored)["group.1.score.low"].to_list() == LOW
    assert list(pandas.DataFrame.from_arrow(scored)["eligible"].isna()).count(True) == 1
    counted = duckdb.sql('select count("eligible") from scored')
    assert counted is not None and counted.fetchall() == [(3,)]
