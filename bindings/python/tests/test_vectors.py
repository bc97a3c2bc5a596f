"""Every vector through every form in which an assessment may come: dictionary, str, bytes, and read before."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from corpus import VECTORS, Vector, framework, of_subject
from thuocdo import Framework, InvalidAssessment, InvalidFramework, InvalidRequest, Scorecard, ThuocdoError


def refused(error: ThuocdoError) -> list[list[str]]:
    return [[violation.code, violation.at] for violation in error.violations]


def decimals(pair: list[float]) -> tuple[Decimal, Decimal]:
    low, high = pair
    return Decimal(str(low)), Decimal(str(high))


def agrees(card: Scorecard, expect: dict[str, Any], of: Framework) -> None:
    expect = dict(expect)
    groups = expect.pop("groups")
    assert {group.code: (group.score, group.level) for group in card.groups} == {
        code: (decimals(group["score"]), tuple(group["level"])) for code, group in groups.items()
    }
    assert card.overall.level == tuple(expect.pop("overall"))
    assert card.recognition.eligible is expect.pop("eligible")
    assert [f"{blocker.code}@{blocker.at}" for blocker in card.recognition.blockers] == expect.pop("blockers")
    assert card.digest == expect.pop("digest")
    for code, criterion in expect.pop("criteria", {}).items():
        assert card.criterion(code).score == decimals(criterion["score"])
        assert card.criterion(code).level == (tuple(criterion["level"]) if "level" in criterion else None)
    for code, points in expect.pop("indicators", {}).items():
        assert card.indicator(code).score == decimals(points)
    if "scorecard" in expect:
        whole = json.loads((VECTORS / expect.pop("scorecard")).read_bytes(), parse_float=Decimal)
        assert card.to_dict() == whole == json.loads(card.to_json(), parse_float=Decimal)
    # By `repr`, which tells the order of keys and the types of numbers.
    assert repr(card.to_dict()) == repr(json.loads(card.to_json(), parse_float=Decimal, object_hook=with_decimals))
    assert set(expect) <= {"normal"}
    assert of.scorecard(card.to_json()) == card


def with_decimals(entry: dict[str, Any]) -> dict[str, Any]:
    """An object of a scorecard or an assessment, in which also whole points are decimals."""
    for name in entry.keys() & {"max", "points"}:
        entry[name] = Decimal(entry[name])
    if "score" in entry:
        entry["score"] = {end: Decimal(points) for end, points in entry["score"].items()}
    return entry


def ways(vector: Vector) -> list[tuple[str, Callable[[Framework], Scorecard]]]:
    """As text, and as a dictionary where that keeps all of it: it says neither what is no JSON nor a key twice."""
    text = vector.bytes()
    ways: list[tuple[str, Callable[[Framework], Scorecard]]] = [
        ("bytes", lambda of: of.score(text)),
        ("score_json", lambda of: of.scorecard(of.score_json(text))),
        ("read before", lambda of: of.score(of.assessment(text))),
        ("both", lambda of: of.score_both(text).local),
    ]
    if vector.bytes_hex is None:
        ways.append(("str", lambda of: of.score(text.decode())))
    if vector.text is None and vector.bytes_hex is None:
        ways.append(("dict", lambda of: of.score(vector.value())))
        ways.append(("dict both", lambda of: of.score_both(vector.value()).national))
    return ways


@pytest.mark.parametrize("vector", of_subject("assessment"), ids=lambda vector: vector.id)
def test_an_assessment_is_scored_or_refused_as_expected(vector: Vector) -> None:
    of = framework(vector.framework)
    for way, score in ways(vector):
        if "violations" in vector.expect:
            with pytest.raises(InvalidAssessment) as caught:
                score(of)
            assert refused(caught.value) == vector.expect["violations"], way
        else:
            agrees(score(of), vector.expect, of)
    expected = vector.expect.get("violations", [])
    assert [[violation.code, violation.at] for violation in of.check(vector.bytes())] == expected
    if "normal" in vector.expect:
        assert json.loads(of.assessment(vector.bytes()).to_json()) == vector.expect["normal"]
    if "violations" not in vector.expect:
        read = of.assessment(vector.bytes())
        expected = json.loads(read.to_json(), parse_float=Decimal, object_hook=with_decimals)
        assert repr(read.to_dict()) == repr(expected)
        assert repr((read.answers, read.conditions)) == repr((expected["answers"], expected["conditions"]))


@pytest.mark.parametrize("vector", of_subject("framework"), ids=lambda vector: vector.id)
def test_a_framework_is_loaded_or_refused_as_expected(vector: Vector) -> None:
    if (
        vector.edits is not None
        and not vector.framework.endswith(".json")
        and vector.framework not in Framework.shipped_ids()
    ):
        with pytest.raises(InvalidFramework) as caught:
            Framework.shipped(vector.framework)
        assert refused(caught.value) == vector.expect["violations"]
        return
    sources = (
        [vector.bytes()]
        if vector.text is not None or vector.bytes_hex is not None
        else [vector.bytes(), vector.value()]
    )
    for source in sources:
        if "violations" in vector.expect:
            with pytest.raises(InvalidFramework) as caught:
                Framework.load(source)
            assert refused(caught.value) == vector.expect["violations"]
        else:
            assert Framework.load(source).digest == vector.expect["digest"]


@pytest.mark.parametrize("vector", of_subject("level"), ids=lambda vector: vector.id)
def test_a_total_has_its_level(vector: Vector) -> None:
    group, points = vector.input["group"], vector.input["points"]
    for given in (points, str(points), Decimal(str(points))):
        if "violations" in vector.expect:
            with pytest.raises(InvalidRequest) as caught:
                framework(vector.framework).level(group, given)
            assert refused(caught.value) == vector.expect["violations"]
        else:
            assert framework(vector.framework).level(group, given) == vector.expect["level"]
