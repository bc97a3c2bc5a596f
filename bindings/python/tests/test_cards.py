"""Scorecards and certificates as others give them: none is taken at its word."""

import copy
import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from corpus import VECTORS, edited
from thuocdo import Framework, InvalidRequest, Scorecard


def file(name: str) -> Any:
    return json.loads((VECTORS / name).read_bytes())


ALTERED = file("cards/altered.json")["alterations"]
CERTIFICATES = file("cards/certificates.json")


def altered(base: Any, entry: dict[str, Any]) -> Any:
    for edit in entry["edits"]:
        base = edited(base, edit)
    return base


def refused(ask: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidRequest) as caught:
        ask()
    return [(violation.code, violation.at) for violation in caught.value.violations]


@pytest.mark.parametrize("entry", ALTERED, ids=[entry["id"] for entry in ALTERED])
def test_no_altered_scorecard_is_taken(entry: dict[str, Any]) -> None:
    base = file(f"scorecards/{entry['card']}.json")
    card, of = altered(base, entry), Framework.shipped()
    for given in (card, json.dumps(card), json.dumps(card).encode()):
        expected = [("digest_mismatch", "/scorecards/0/digest")]
        assert refused(partial(of.cohort, [given])) == expected
        assert refused(partial(of.course, [given])) == expected
        assert refused(partial(of.publication, [given])) == expected
        is_foreign = card["framework"]["digest"] != base["framework"]["digest"]
        expected = [
            ("wrong_framework", "/scorecard/framework") if is_foreign else ("digest_mismatch", "/scorecard/digest")
        ]
        assert refused(partial(of.plan, given)) == expected


def test_cards_that_were_made_here_are_taken_as_they_are() -> None:
    of = Framework.shipped()
    made = [
        of.score({"institution": {"code": str(n)}, "period": "2023-2024", "conditions": {}, "answers": {}})
        for n in range(3)
    ]
    assert all(isinstance(card, Scorecard) for card in made)
    assert of.cohort(made).count == 3
    assert of.publication(made) == of.publication([card.to_dict() for card in made])


@pytest.mark.parametrize("entry", CERTIFICATES["refused"], ids=[entry["id"] for entry in CERTIFICATES["refused"]])
def test_a_certificate_that_does_not_count_is_refused(entry: dict[str, Any]) -> None:
    of, certificate = Framework.shipped(), altered(CERTIFICATES["certificate"], entry)
    expected = [(code, f"/recognised/0{at}") for code, at in entry["violations"]]
    assert refused(lambda: of.publication(recognised=[certificate], period="2023-2024")) == expected
    assert refused(lambda: of.publication(recognised=[json.dumps(certificate)], period="2023-2024")) == expected


def test_a_certificate_counts() -> None:
    of, certificate = Framework.shipped(), copy.deepcopy(CERTIFICATES["certificate"])
    assert of.publication(recognised=[certificate]).summary.recognised == 1


def test_a_case_of_two_large_assessments_is_read() -> None:
    def large(stream: str) -> dict[str, Any]:
        return {"stream": stream, "conditions": {}, "answers": {"1.3.1": {"points": 6, "note": "đ" * 500_000}}}

    of = Framework.shipped()
    acts = [("plan", "authority"), ("self_assess", "institution")]
    events = [{"act": act, "on": "2024-06-18", "role": role, "body": "Sở (ví dụ giả định)"} for act, role in acts]
    case: Any = {"format": 1, "institution": {"code": "1"}, "period": "2023-2024", "events": events}
    case |= {"self": large("self"), "external": large("external")}
    for given in (case, json.dumps(case), json.dumps(case, ensure_ascii=False).encode()):
        assert of.process(given).state == "self_assessed"
