"""What the practice answers about frames, and its answers as frames."""

from __future__ import annotations

import datetime
import pickle
from decimal import Decimal
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
from tables import MAKERS, SHIPPED, arrow
from thuocdo import ArrowTable, CaseDict, InvalidRequest, RegisterDict, Several, Skipped
from thuocdo._flat import DEFAULTS, lists
from thuocdo.results import Cohort, Plan, QualityBatch

# Invented: two authorities, two years, both streams; one cell is out of range and one is no number.
WIDE = pyarrow.table(
    {
        "Mã trường": ["A", "B", "C", "A", "A", "D"],
        "Năm học": ["2022-2023", "2022-2023", "2022-2023", "2023-2024", "2022-2023", "2022-2023"],
        "Hình thức": ["TĐG", "TĐG", "TĐG", "TĐG", "ĐGN", "TĐG"],
        "Cấp học": ["TH", "THCS", "TH", "TH", "TH", "THPT"],
        "authority": ["Xã Đá", "Xã Dân", "Xã Đá", "Xã Đá", "Xã Đá", "Xã Dân"],
        "1.1": ["đạt", "đạt", "không", "đạt", "đạt", "đạt"],
        "1.3.1": ["5", "5,25", "4", "6", "4,5", "9"],
        "1.3.2": ["5", "n/a", "4", "6", "5", "3"],
    }
)
LONG = pyarrow.table(
    {
        "Mã trường": ["A", "A", "B", "B"],
        "Năm học": ["2022-2023"] * 4,
        "Mã": ["1.1", "1.3.1", "1.3.1", "1.3.2"],
        "Giá trị": ["đạt", "5,25", "6", "4"],
    }
)


def rows(frame: Any) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = arrow(frame).to_pylist()
    return told


@pytest.mark.parametrize("library", MAKERS)
def test_a_cohort_of_a_frame_leaves_out_what_cannot_be_scored_and_tells_it(library: str) -> None:
    frame = MAKERS[library](WIDE)
    with pytest.raises(InvalidRequest) as refused:
        SHIPPED.cohort(frame)
    assert [violation.at for violation in refused.value.violations] == [
        "/scorecards/1/answers/1.3.2",
        "/scorecards/5/answers/1.3.1",
    ]
    cohort = SHIPPED.cohort(frame, on_invalid="skip")
    assert cohort.count == 4
    assert [(one.row, one.institution, one.period, one.stream) for one in cohort.skipped] == [
        (1, "B", "2022-2023", "self"),
        (5, "D", "2022-2023", "self"),
    ]
    assert [violation.code for one in cohort.skipped for violation in one.violations] == [
        "wrong_type",
        "points_out_of_range",
    ]
    kinds = {"pyarrow": pyarrow.Table, "polars": polars.DataFrame, "pandas": pandas.DataFrame, "duckdb": ArrowTable}
    assert isinstance(cohort.to_frame(), kinds[library.split(" ")[0]])


@pytest.mark.parametrize("library", MAKERS)
def test_a_long_frame_is_one_of_its_forms(library: str) -> None:
    frame = MAKERS[library](LONG)
    assert [form["answers"] for form in SHIPPED.assessments(frame)] == [
        {"1.3.1": {"points": Decimal("5.25")}},
        {"1.3.1": {"points": 6}, "1.3.2": {"points": 4}},
    ]
    assert SHIPPED.cohort(frame).count == 2


def test_a_cohort_is_parted_by_columns_of_forms_and_of_the_frame() -> None:
    cohorts = SHIPPED.cohort(WIDE, by=["authority", "period", "type"], on_invalid="skip")
    assert {key: cohort.count for key, cohort in cohorts.items()} == {
        ("Xã Đá", "2022-2023", "primary"): 3,
        ("Xã Đá", "2023-2024", "primary"): 1,
    }
    assert cohorts.by == ("authority", "period", "type") and len(cohorts.skipped) == 2
    assert isinstance(cohorts["Xã Đá", "2023-2024", "primary"], Cohort)
    table = rows(cohorts.to_frame("missing_points", points="float"))
    assert list(table[0])[:4] == ["authority", "period", "type", "code"] and isinstance(table[0]["mean"], float)
    # 6 is the maximum of 1.3.1; the three schools have 5, 4 and 4.5.
    of_it = next(row for row in table if row["code"] == "1.3.1" and row["period"] == "2022-2023")
    assert (of_it["schools"], of_it["total"]) == (3, 4.5)


def test_a_part_may_be_a_field_of_the_register_which_may_be_a_frame() -> None:
    register = pandas.DataFrame({"Mã": ["A", "C"], "Tên": ["Trường A", "Trường C"], "Cơ quan quản lý": ["Sở", "Xã"]})
    frame = WIDE.drop_columns(["authority"])
    cohorts = SHIPPED.cohort(frame, by=["authority"], register=register, on_invalid="skip")
    assert {key: cohort.count for key, cohort in cohorts.items()} == {("Sở",): 3, ("Xã",): 1}
    assert {
        row.value: row.count for row in SHIPPED.cohort(frame, register=register, on_invalid="skip").by_authority
    } == {
        "Sở": 3,
        "Xã": 1,
    }
    for of in (polars.from_pandas(register), duckdb.from_df(register), pyarrow.Table.from_pandas(register)):
        assert SHIPPED.cohort(frame, register=of, on_invalid="skip").by_authority
    # A code typed in another way, and one that was renamed, are found as `by_authority` finds them.
    renamed: RegisterDict = {
        "institutions": [{"code": " a", "authority": "Sở"}, {"code": "E", "authority": "Xã"}],
        "changes": [{"from": ["C"], "to": ["E"], "kind": "renamed", "on": "2023-01-01"}],
    }
    cohorts = SHIPPED.cohort(frame, by=["authority"], register=renamed, on_invalid="skip")
    assert {key: cohort.count for key, cohort in cohorts.items()} == {("Sở",): 3, ("Xã",): 1}
    with pytest.raises(InvalidRequest) as refused:
        SHIPPED.cohort(frame, register=pandas.DataFrame({"Mã": ["A", "A"], "Tên": ["x", "y"]}), on_invalid="skip")
    [violation] = refused.value.violations
    assert violation.code == "duplicate_code" and "A3" in violation.message()


def test_what_by_does_not_know_is_told() -> None:
    with pytest.raises(ValueError, match=r"institution\.code"):
        SHIPPED.cohort(WIDE, by=["xã"])
    with pytest.raises(ValueError, match="at least one"):
        SHIPPED.cohort(WIDE, by=[])
    with pytest.raises(ValueError, match="tidy"):
        SHIPPED.cohort(LONG, by=["Mã"])
    with pytest.raises(ValueError, match="on_invalid"):
        SHIPPED.cohort(WIDE, on_invalid="drop")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType, reportCallIssue]


def test_agreement_parts_both_sides_of_one_frame() -> None:
    agreement = SHIPPED.agreement(WIDE, on_invalid="skip")
    assert agreement.reviews == 1 and len(agreement.skipped) == 2
    [first, *_] = rows(agreement.to_frame())
    # 4.5 by the panel less 5 by the school.
    assert (first["groups.code"], first["code"], first["difference"]) == ("1", "1.3.1", Decimal("-0.50"))
    parted = SHIPPED.agreement(WIDE, by=["period"], on_invalid="skip")
    assert {key: one.reviews for key, one in parted.items()} == {("2022-2023",): 1, ("2023-2024",): 0}
    own, external = (WIDE.take([0, 1, 2, 3, 5]), WIDE.take([4]))
    assert SHIPPED.agreement(own, external, on_invalid="skip").to_json() == agreement.to_json()
    assert SHIPPED.agreement(own, external, by=["period"], on_invalid="skip")["2022-2023"].reviews == 1
    with pytest.raises(ValueError, match="stream"):
        SHIPPED.agreement(WIDE.drop_columns(["Hình thức"]), on_invalid="skip")


def test_plans_reviews_courses_and_qualities_of_a_frame_say_whose_they_are() -> None:
    plans = SHIPPED.plan(WIDE, targets={"1": 2}, on_invalid="skip")
    assert isinstance(plans, Several) and len(plans) == 4
    assert isinstance(plans[0, "A", "2022-2023", "self"], Plan)
    alone = SHIPPED.plan({"conditions": {"1.1": True}, "answers": {"1.3.1": 5, "1.3.2": 5}}, targets={"1": 2})
    raises = [row for row in rows(plans.to_frame()) if row["row"] == 0]
    assert [(row["code"], row["from"], row["to"]) for row in raises] == [
        (one.code, one.from_, one.to) for one in alone.groups[0].fewest.raises
    ]
    assert {row["institution.code"] for row in rows(plans.to_frame())} == {"A", "C"}

    reviews = SHIPPED.review(WIDE, on_invalid="skip")
    assert list(reviews) == [("A", "2022-2023")]
    first = rows(reviews.to_frame())[0]
    assert (first["code"], first["difference.low"], first["disputed"]) == ("1.3.1", Decimal("-0.50"), True)
    with pytest.raises(TypeError, match="both sides"):
        SHIPPED.review({"conditions": {}, "answers": {}})  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]

    # A code typed in another way is the same institution, and which of two forms counts is said, as in an agreement.
    own = pyarrow.table({"Mã trường": ["đô-1", "X", "đô-1"], "1.3.1": ["5", "5", "6"]})
    external = pyarrow.table({"Mã trường": ["ĐÔ - 1".replace(" ", "\u00a0")], "1.3.1": ["4"]})
    with pytest.raises(InvalidRequest) as doubled:
        SHIPPED.review(own, external)
    assert [(one.at, one.code) for one in doubled.value.violations] == [("/self/2", "duplicate_assessment")]
    for keep, difference in (("first", -1), ("last", -2)):
        [(whose, review)] = SHIPPED.review(own, external, keep=keep).items()  # type: ignore[call-overload]
        assert whose == ("đô-1", None)
        assert review.groups[0].indicators[0].difference.low == difference

    courses = SHIPPED.course(WIDE.slice(0, 4), on_invalid="skip")
    assert [key for key in courses] == [("A",), ("C",)] and courses["A"].steps[0].kind == "comparable"
    # A school whose code is typed in another way, or was renamed, is one school.
    periods = ["2021-2022", "2022-2023", "2023-2024"]
    years = pyarrow.table({"Mã trường": ["A", "a ", "B"], "Năm học": periods, "1.3.1": [4, 5, 6]})
    assert list(SHIPPED.course(years)) == [("A",), ("B",)]
    renamed: RegisterDict = {
        "institutions": [{"code": "B"}],
        "changes": [{"from": ["A"], "to": ["B"], "kind": "renamed", "on": "2023-07-01"}],
    }
    [(whose, course)] = SHIPPED.course(years, register=renamed).items()
    assert whose == ("A",) and len(course.steps) == 2
    assert rows(courses.to_frame("entries"))

    qualities = SHIPPED.quality(WIDE)
    findings = rows(qualities.to_frame())
    assert len(qualities) == 6
    assert {row["institution.code"] for row in findings if row["code"] == "points_out_of_range"} == {"D"}
    batch = SHIPPED.quality_batch(WIDE)
    assert isinstance(batch, QualityBatch) and batch.count == 6
    assert SHIPPED.publication(WIDE.slice(0, 3), on_invalid="skip").summary.count == 2


def test_an_answer_about_no_frame_is_arrows_unless_a_library_is_named() -> None:
    forms = list(SHIPPED.assessments(WIDE.slice(0, 1)))
    cohort = SHIPPED.cohort(forms)
    assert isinstance(cohort.to_frame(), ArrowTable) and cohort.skipped == ()
    assert isinstance(cohort.to_frame(library="pandas"), pandas.DataFrame)
    assert rows(cohort.to_frame("groups.levels")) == rows(cohort.to_frame())
    with pytest.raises(ValueError, match=r"groups\.levels"):
        cohort.to_frame("group.level")
    assert pickle.loads(pickle.dumps(SHIPPED.cohort(WIDE, on_invalid="skip"))).count == 4


def test_every_answer_has_its_usual_list() -> None:
    from thuocdo import results

    for name, path in DEFAULTS.items():
        assert path in lists(getattr(results, name)), name


def test_levels_are_whole_numbers_and_days_days() -> None:
    cohort = SHIPPED.cohort(WIDE, on_invalid="skip")
    frame = cohort.to_frame(library="pandas")
    assert str(frame["level"].dtype) == "int64" and frame["count"].sum() == sum(
        level.count for group in cohort.groups for level in group.levels
    )
    case: CaseDict = {
        "format": 1,
        "institution": {"code": "A", "name": "Trường giả định"},
        "period": "2023-2024",
        "events": [],
    }
    status = SHIPPED.process(case, as_of=datetime.date(2024, 1, 1))
    ahead = rows(status.to_frame("ahead"))
    assert [row["deadline"] for row in ahead] == [one.deadline for one in status.ahead]


def test_days_are_days_of_any_kind() -> None:
    form: Any = {"conditions": {}, "answers": {}, "assessed_on": pandas.Timestamp("2024-05-20")}
    assert SHIPPED.assessment(form).assessed_on == datetime.date(2024, 5, 20)
    days: list[Any] = [pandas.Timestamp("2024-05-31"), datetime.datetime(2024, 5, 31, 12), datetime.date(2024, 5, 31)]
    told = {SHIPPED.quality(form, as_of=day).to_json() for day in days}
    assert told == {SHIPPED.quality(form, as_of="2024-05-31").to_json()}


def test_a_skipped_form_is_a_value() -> None:
    [one, *_] = SHIPPED.cohort(WIDE, on_invalid="skip").skipped
    assert isinstance(one, Skipped) and hash(one) == hash(pickle.loads(pickle.dumps(one)))


def test_the_name_of_a_school_is_not_its_authority() -> None:
    forms = SHIPPED.assessments(WIDE.take([0, 2]))
    names = {"Mã": ["A", "C"], "Tên trường": ["Trường A", "Trường C"]}
    coded = {"institution.code": ["A", "C"], "institution.name": ["Trường A", "Trường C"]}
    for register in (polars.DataFrame(names), polars.DataFrame(coded)):
        [row] = SHIPPED.cohort(forms, register=register).by_authority
        assert (row.value, row.count) == (None, 2)
        forms = SHIPPED.assessments(WIDE.take([0, 2]))
    managed = polars.DataFrame({**coded, "authority": ["Xã Đá", "Xã Dân"]})
    assert [row.value for row in SHIPPED.cohort(forms, register=managed).by_authority] == ["Xã Dân", "Xã Đá"]
