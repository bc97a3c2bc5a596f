"""What holds of every assessment, by random ones."""

import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from thuocdo import AssessmentDict, Framework, InvalidAssessment, Scorecard

FRAMEWORK = Framework.shipped()
CODES = st.sampled_from(FRAMEWORK.indicators)


def hundredths(code: str) -> st.SearchStrategy[Decimal]:
    return st.integers(0, int(FRAMEWORK.max(code) * 100)).map(lambda hundredths: Decimal(hundredths) / 100)


ANSWERS = st.fixed_dictionaries({}, optional={code: hundredths(code) for code in FRAMEWORK.indicators})
CONDITIONS = st.dictionaries(st.sampled_from(FRAMEWORK.conditions), st.none() | st.booleans())
SAID = st.fixed_dictionaries({"answers": ANSWERS, "conditions": CONDITIONS})

# What any program could hand over: most of it is refused, and by the same faults in both forms.
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
)
KEYS = st.text(max_size=4) | st.sampled_from(
    ["points", "met", "part", "whole", "count", "note", "evidence", "title", "1.3.1", "1.1"]
)
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20
)
FIELDS = ["answers", "conditions", "institution", "period", "stream", "assessed_on", "framework"]
INPUTS = ANYTHING | st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, ANYTHING))


def answering(said: Any, answers: Any) -> AssessmentDict:
    """The same with other answers."""
    return {"conditions": said["conditions"], "answers": answers}


def outcome(assessment: Any) -> Scorecard | list[tuple[str, str, str]]:
    try:
        return FRAMEWORK.score(assessment)
    except InvalidAssessment as error:
        return [(violation.code, violation.at, violation.message()) for violation in error.violations]


@given(INPUTS)
def test_a_dictionary_is_judged_as_the_text_of_it(given: Any) -> None:
    text = json.dumps(given)
    assert outcome(text.encode()) == outcome(text)
    if not isinstance(given, str):
        assert outcome(given) == outcome(text)


@given(SAID)
def test_a_group_is_the_sum_of_what_is_said(said: Any) -> None:
    card = FRAMEWORK.score(said)
    for group in card.groups:
        of_group = [indicator.code for criterion in group.criteria for indicator in criterion.indicators]
        certain = sum(said["answers"].get(code, 0) for code in of_group)
        missing = sum(FRAMEWORK.max(code) for code in of_group if code not in said["answers"])
        assert group.score == (certain, certain + missing)
        assert group.level == (FRAMEWORK.level(group.code, certain), FRAMEWORK.level(group.code, certain + missing))
        # By the text of the Decision: below 50, from 50 to 75, above 75.
        assert group.level.low == (1 if certain < 50 else 2 if certain <= 75 else 3)
    assert card.overall.level.low == min(group.level.low for group in card.groups)


@given(SAID, CODES, st.data())
def test_more_points_never_lower_a_level(said: Any, code: str, data: st.DataObject) -> None:
    low, high = sorted((data.draw(hundredths(code)), data.draw(hundredths(code))))
    less, more = (FRAMEWORK.score(answering(said, {**said["answers"], code: points})) for points in (low, high))
    for before, after in zip(less.groups, more.groups, strict=True):
        assert (
            before.score.low <= after.score.low
            and before.level.low <= after.level.low
            and before.level.high <= after.level.high
        )


@given(SAID, CODES, st.data())
def test_an_answer_only_narrows_the_range(said: Any, code: str, data: st.DataObject) -> None:
    said["answers"].pop(code, None)
    wide, narrow = (
        FRAMEWORK.score(said),
        FRAMEWORK.score(answering(said, {**said["answers"], code: data.draw(hundredths(code))})),
    )
    for before, after in zip(wide.groups, narrow.groups, strict=True):
        assert before.score.low <= after.score.low <= after.score.high <= before.score.high


@settings(max_examples=50)
@given(SAID)
def test_what_is_written_is_read_back(said: Any) -> None:
    card, read = FRAMEWORK.score(said), FRAMEWORK.assessment(said)
    assert FRAMEWORK.scorecard(card.to_json()) == card and FRAMEWORK.score(read.to_json()) == card
    assert (
        FRAMEWORK.score(read.to_dict())
        == card
        == FRAMEWORK.score(answering(said, {code: str(it) for code, it in said["answers"].items()}))
    )
    assert FRAMEWORK.score_json(read.to_json()) == card.to_json()
