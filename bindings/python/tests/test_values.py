"""What Python has and JSON has not: every object means what it says, or is refused with its place."""

import datetime
import enum
import json
import unicodedata
from collections import OrderedDict, UserDict
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest
from thuocdo import Assessment, AssessmentDict, Framework, InvalidAssessment, Score

FRAMEWORK = Framework.shipped()
MAX = 6


def scored(answer: Any) -> Score:
    return FRAMEWORK.score({"conditions": {}, "answers": {"1.3.1": answer}}).indicator("1.3.1").score


def refusal(assessment: Any) -> list[tuple[str, str]]:
    return [(violation.code, violation.at) for violation in FRAMEWORK.check(assessment)]


class Points(enum.Enum):
    FIVE = 5


class Many(enum.IntEnum):
    FIVE = 5


class Word(str, enum.Enum):
    FIVE = "5"


@pytest.mark.parametrize(
    "five",
    [
        5,
        5.0,
        "5",
        "5.00",
        Decimal(5),
        Decimal("5.000"),
        Decimal("50e-1"),
        np.float64(5),
        np.float32(5),
        np.float16(5),
        np.longdouble(5),
        np.int64(5),
        np.uint8(5),
        Points.FIVE,
        Many.FIVE,
        Word.FIVE,
        {"points": 5},
        UserDict({"points": 5}),
        OrderedDict(points=5),
        np.str_("5"),
    ],
    ids=repr,
)
def test_five_is_five_in_every_form(five: Any) -> None:
    assert scored(five).exact == 5


@pytest.mark.parametrize("missing", [None, pd.NA, pd.NaT, {}, {"points": None}], ids=repr)
def test_what_is_missing_is_a_range(missing: Any) -> None:
    score = scored(missing)
    assert (score.low, score.high) == (Decimal(0), Decimal(MAX))


@pytest.mark.parametrize("value", [5.1, np.float32(5.1), np.float64(5.1), Decimal("5.1"), "5.1"], ids=repr)
def test_a_float_means_the_decimal_that_identifies_it(value: Any) -> None:
    assert scored(value).exact == Decimal("5.1")


NO_POINTS: list[Any] = [
    float("nan"),
    float("inf"),
    -float("inf"),
    np.float32("nan"),
    np.float32("inf"),
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("-Infinity"),
]
NO_POINTS += [
    10**25,
    10**400,
    -(10**400),
    10**10_000,
    -(10**10_000),
    2**64,
    -1,
    6.01,
    Decimal("1e999999"),
    Decimal("-1e-999999"),
]


@pytest.mark.parametrize("value", NO_POINTS, ids=lambda value: str(type(value)))
def test_what_no_points_are_is_out_of_range(value: Any) -> None:
    assert refusal({"conditions": {}, "answers": {"1.3.1": value}}) == [("points_out_of_range", "/answers/1.3.1")]


@pytest.mark.parametrize(
    "value",
    [Decimal("5.255"), Decimal("5." + "0" * 60 + "1"), Decimal("1e-999999"), 0.1 + 0.2, np.float32(5.255)],
    ids=repr,
)
def test_more_than_hundredths_are_too_precise(value: Any) -> None:
    assert refusal({"conditions": {}, "answers": {"1.3.1": value}}) == [("points_too_precise", "/answers/1.3.1")]


def test_true_is_not_one() -> None:
    trues: list[Any] = [True, np.bool_(True)]
    for true in trues:
        assert refusal({"conditions": {}, "answers": {"1.3.1": true}}) == [("wrong_answer_kind", "/answers/1.3.1")]
        assert FRAMEWORK.score({"conditions": {"1.1": true}, "answers": {}}).condition("1.1").state == "met"
    assert refusal({"conditions": {"1.1": 1}, "answers": {}}) == [("wrong_type", "/conditions/1.1")]


def test_a_date_is_its_iso_text_and_a_moment_its_day() -> None:
    given: AssessmentDict = {"conditions": {}, "answers": {}, "assessed_on": datetime.date(2023, 10, 12)}
    assert json.loads(FRAMEWORK.assessment(given).to_json())["assessed_on"] == "2023-10-12"
    # pandas makes a moment of each day.
    given["assessed_on"] = datetime.datetime(2023, 10, 12, 8)
    assert json.loads(FRAMEWORK.assessment(given).to_json())["assessed_on"] == "2023-10-12"


def test_decomposed_letters_stay_as_they_are() -> None:
    name = unicodedata.normalize("NFD", "Trường Tiểu học Hoa Phượng")
    given: AssessmentDict = {"institution": {"name": name}, "conditions": {}, "answers": {}}
    card = FRAMEWORK.score(given)
    assert card.institution is not None and card.institution.name == name != unicodedata.normalize("NFC", name)
    assert card == FRAMEWORK.score(json.dumps(given))


FOREIGN = [
    {1, 2},
    b"5",
    5j,
    object(),
    Fraction(5),
    np.array([5]),
    np.array(5.0),
    np.datetime64("2023-10-12"),
    {3: 1},
    {"points": {1}},
]
PLACES = ["", "", "", "", "", "", "", "", "", "/points"]


@pytest.mark.parametrize(
    ("value", "within"), list(zip(FOREIGN, PLACES, strict=True)), ids=lambda value: repr(value)[:30]
)
def test_what_no_json_could_say_is_a_type_error_with_its_place(value: Any, within: str) -> None:
    with pytest.raises(TypeError, match=f"^/answers/1.3.1{within}: "):
        scored(value)
    with pytest.raises(TypeError, match=r"^/answers/1\.3\.1"):
        Assessment(conditions={}, answers={"1.3.1": value})


def test_half_a_surrogate_pair_is_no_text() -> None:
    assert refusal({"conditions": {}, "answers": {}, "period": "20\ud800"}) == [("not_json", "/period")]
    assert refusal({"conditions": {}, "answers": {"\udfff": 1}}) == [("not_json", "/answers")]
    assert refusal('{"conditions":{},"answers":{},"period":"\ud800"}') == [("not_json", "")]
    with pytest.raises(InvalidAssessment):
        FRAMEWORK.score_json('{"conditions":{},"answers":{},"period":"\ud800"}')


def nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth - 1):
        value = [value]
    return value


def test_nesting_ends_at_64_levels_as_in_a_text() -> None:
    for depth, code in [(64, "wrong_type"), (65, "too_large"), (500, "too_large")]:
        assert refusal(nested(depth)) == refusal(json.dumps(nested(depth))) == [(code, "")]


def test_what_holds_itself_is_too_large() -> None:
    endless: dict[str, Any] = {}
    endless["answers"] = endless
    assert refusal(endless) == [("too_large", "")]


def test_few_objects_that_stand_for_very_many_are_too_large() -> None:
    wide: Any = [0] * 10
    for _ in range(40):
        wide = [wide] * 10
    assert refusal(wide) == [("too_large", "")]
    assert refusal({"period": "x" * 2_000_000}) == [("too_large", "")]


def test_a_dictionary_that_changes_while_it_is_read_is_refused() -> None:
    answers: dict[str, Any] = {}

    class Changing(UserDict[str, Any]):
        def __iter__(self) -> Any:
            answers["1.3.3"] = 1
            return iter(())

    answers.update({"1.3.1": Changing(), "1.3.2": 1})
    with pytest.raises(RuntimeError, match="changed"):
        FRAMEWORK.score({"conditions": {}, "answers": answers})


def test_errors_of_a_mapping_are_its_own() -> None:
    class Broken(UserDict[str, Any]):
        def __getitem__(self, key: str) -> Any:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        scored(Broken(points=1))


@pytest.mark.parametrize("wrong", [3, None, [], {"conditions": {}}, bytearray(b"{}")], ids=repr)
def test_what_is_no_json_text_is_not_read_as_one(wrong: Any) -> None:
    with pytest.raises(TypeError):
        FRAMEWORK.score_json(wrong)


class Unit(Decimal):
    def __str__(self) -> str:
        return f"{self:f} điểm"


class Liar(int):
    def __repr__(self) -> str:
        return "1"

    __str__ = __repr__


def test_a_number_is_what_it_is_and_not_what_its_class_writes() -> None:
    assert scored(Unit("5.25")).low == Decimal("5.25")
    assert refusal({"conditions": {}, "answers": {"1.3.1": Liar(10**30)}}) == [
        ("points_out_of_range", "/answers/1.3.1")
    ]


@pytest.mark.parametrize("infinite", [float("inf"), Decimal("Infinity"), np.float32("inf")])
def test_infinity_is_told_as_what_it_is(infinite: Any) -> None:
    (violation,) = FRAMEWORK.check({"conditions": {}, "answers": {"1.3.1": infinite}})
    assert dict(violation.params)["found"] == "inf"
