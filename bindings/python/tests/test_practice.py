"""Every request of the corpus through the methods of Framework: documents as dictionaries, texts and objects."""

import copy
import functools
import inspect
import json
import pickle
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import thuocdo
from corpus import ROOT, VECTORS, framework
from thuocdo import Assessment, Framework, InvalidAssessment, InvalidRequest, _thuocdo, results

SCHEMAS = ROOT / "schemas"
RESULTS: dict[str, type[Any]] = {
    "agreement": results.Agreement,
    "audit": results.Audit,
    "certify": results.Certificate,
    "cohort": results.Cohort,
    "conform": results.Conformance,
    "course": results.Course,
    "impact": results.Impact,
    "kit": results.Kit,
    "local_framework": results.LocalFramework,
    "panel": results.Panel,
    "plan": results.Plan,
    "process": results.Status,
    "publication": results.Publication,
    "quality": results.Quality,
    "quality_batch": results.QualityBatch,
    "review": results.Review,
    "verify": results.Verification,
    "what_if": results.WhatIf,
}
# What an argument is called where the request has another word.
NAMES = {"self": "own", "scorecard": "of", "assessment": "of"}
LISTS = {
    "external": "agreement",
    "own": "agreement",
    "forms": "panel",
    "submissions": "quality_batch",
    "scorecards": "",
    "recognised": "",
}


@functools.cache
def requests() -> tuple[dict[str, Any], ...]:
    files = sorted((VECTORS / "practice").glob("*.json"))
    assert files
    return tuple(vector for file in files for vector in json.loads(file.read_bytes())["vectors"])


@functools.cache
def laid(name: str, overlays: tuple[str, ...]) -> Framework:
    made = framework(name)
    for overlay in overlays:
        made = made.overlay(VECTORS / "overlays" / overlay)
    return made


def arguments(vector: dict[str, Any]) -> dict[str, Any] | None:
    """The request as arguments of the method; None where a call of Python cannot say it."""
    request: Any = vector.get("input")
    if (
        vector["question"] == "score"
        or not isinstance(request, dict)
        or ("scorecard" in request and "assessment" in request)
    ):
        return None
    said: dict[str, Any] = {str(NAMES.get(name, name)): value for name, value in request.items()}
    if any(
        name in LISTS and LISTS[name] in ("", vector["question"]) and not isinstance(value, list)
        for name, value in said.items()
    ):
        return None
    parameters = inspect.signature(getattr(Framework, vector["question"])).parameters
    needed = {name for name, of in parameters.items() if of.default is inspect.Parameter.empty} - {"self"}
    return said if needed <= set(said) <= set(parameters) else None


def texts(value: Any) -> Any:
    """Documents as JSON text, one by one where there are many."""
    if isinstance(value, list):
        return [texts(item) for item in value]
    return json.dumps(value, ensure_ascii=False)


def objects(value: Any) -> Any:
    """Assessments and scorecards as objects of this package; anything else stays as it is."""
    if isinstance(value, list):
        return [objects(item) for item in value]
    try:
        if isinstance(value, dict) and "groups" in value:
            return Framework.shipped().scorecard(json.dumps(value))
        return Assessment(**value) if isinstance(value, dict) else value
    except (InvalidAssessment, InvalidRequest, TypeError):
        return value


def asked(vector: dict[str, Any], said: dict[str, Any]) -> Any:
    method = getattr(laid(vector["framework"], tuple(vector.get("overlays", ()))), vector["question"])
    return method(**said)


def pointed(value: Any, pointer: str) -> Any:
    for key in pointer.split("/")[1:]:
        key = key.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


CASES = [pytest.param(vector, id=vector["id"]) for vector in requests() if arguments(vector) is not None]


def test_few_requests_cannot_be_said_in_python() -> None:
    """Each is refused by a signature, is no object, or is text as a whole; and `score` has methods of its own."""
    silent = [vector for vector in requests() if arguments(vector) is None and vector["question"] != "score"]
    assert len(CASES) > 15 * len(silent) > 0
    assert all("violations" in vector["expect"] or vector.get("text") for vector in silent)
    assert {vector["question"] for vector in requests()} - {"score"} == set(RESULTS)


@pytest.mark.parametrize("form", [lambda value: value, texts, objects], ids=["dict", "text", "object"])
@pytest.mark.parametrize("vector", CASES)
def test_request(vector: dict[str, Any], form: Any) -> None:
    said = arguments(vector)
    assert said is not None
    documents = {
        "of",
        "own",
        "external",
        "forms",
        "submission",
        "submissions",
        "scorecards",
        "register",
        "case",
        "calendar",
        "certificate",
        "overlay",
    }
    said = {name: form(value) if name in documents and value is not None else value for name, value in said.items()}
    expect = vector["expect"]
    if "violations" in expect:
        with pytest.raises(InvalidRequest) as caught:
            asked(vector, said)
        assert [[violation.code, violation.at] for violation in caught.value.violations] == expect["violations"]
        return
    answer = asked(vector, said)
    assert type(answer) is RESULTS[vector["question"]]
    told = json.loads(answer.to_json(), parse_float=Decimal)
    for pointer, value in expect["result"].items():
        assert pointed(told, pointer) == json.loads(json.dumps(value), parse_float=Decimal), pointer
    assert answer.to_dict() == told
    assert pickle.loads(pickle.dumps(answer)) == answer == copy.deepcopy(answer)
    assert hash(pickle.loads(pickle.dumps(answer))) == hash(answer)
    assert pickle.loads(pickle.dumps(answer)).to_json() == answer.to_json()
    for lang in ("vi", "en"):
        assert str(answer.report(lang=lang)).strip() and answer.report(lang=lang)._repr_html_().startswith("<div>")


def test_every_question_has_a_method_with_words() -> None:
    for question in RESULTS:
        method = getattr(Framework, question)
        assert inspect.getdoc(method) and "lang" in inspect.signature(method).parameters


@pytest.mark.parametrize("question", RESULTS)
def test_every_field_of_the_schemas_is_an_attribute(question: str) -> None:
    schema = json.loads((SCHEMAS / f"{question}.schema.json").read_bytes())

    def fields(kind: type[Any]) -> set[str]:
        return {of.metadata.get("json", name) for name, of in kind.__dataclass_fields__.items()}

    known = [
        fields(kind)
        for kind in vars(results).values()
        if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")
    ]
    assert fields(RESULTS[question]) == set(schema["properties"])
    own = {"CriterionScore", "GroupScore", "IndicatorScore", "Recognition", "Scorecard"}
    for name, of in schema.get("$defs", {}).items():
        for kind in [of, *of.get("oneOf", [])]:
            if "properties" in kind and name not in own:
                assert set(kind["properties"]) in known, name


def school(code: str, points: str = "6", **more: Any) -> Any:
    return {
        "institution": {"code": code, **more},
        "period": "2023-2024",
        "conditions": {},
        "answers": {"1.3.1": points},
    }


def test_objects_dictionaries_and_texts_are_one() -> None:
    of = Framework.shipped()
    form = school("31-0042")
    forms: list[Any] = [
        form,
        json.dumps(form),
        json.dumps(form).encode(),
        of.assessment(form),
        of.score(form),
        of.score(form).to_dict(),
    ]
    assert {of.cohort([given]).to_json() for given in forms} == {of.cohort([form]).to_json()}
    assert {of.plan(given).to_json() for given in forms} == {of.plan(form).to_json()}
    # One school, so one form counts, and which is said.
    counted = of.cohort(iter(forms), keep="last")
    assert (counted.count, counted.passed_over) == (1, len(forms) - 1)
    with pytest.raises(InvalidRequest) as caught:
        of.cohort(forms[:2])
    assert [(v.code, v.at) for v in caught.value.violations] == [("duplicate_assessment", "/scorecards/1")]


def test_what_is_refused_has_its_place() -> None:
    of = Framework.shipped()
    with pytest.raises(InvalidRequest) as caught:
        of.cohort([school("1"), school("2", "7"), "{"], keep="best")  # type: ignore[call-overload]
    assert [(v.code, v.at) for v in caught.value.violations] == [
        ("unknown_value", "/keep"),
        ("points_out_of_range", "/scorecards/1/answers/1.3.1"),
        ("not_json", "/scorecards/2"),
    ]
    with pytest.raises(InvalidRequest) as caught:
        of.process("[", as_of="2024-01-01")
    assert [(v.code, v.at) for v in caught.value.violations] == [("not_json", "/case")]


def test_one_is_not_many() -> None:
    of = Framework.shipped()
    ones: list[Any] = [school("1"), json.dumps(school("1")), b"{}"]
    for one in ones:
        for question in (of.cohort, of.course, of.publication, of.quality_batch, of.panel):
            with pytest.raises(TypeError, match="several"):
                question(one)


def test_hostile_names_are_shown_as_text() -> None:
    name = "<script>alert('x')</script>&\"\u202e"
    publication = Framework.shipped().publication([school("31-0042", name=name)], title=name)
    for page in (publication._repr_html_(), publication.to_html(lang="en")):
        assert "<script>alert" not in page and "&lt;script&gt;" in page
        assert "\u202e" not in page and r"\u{202e}" in page
    assert publication.to_csv(lang="en").startswith("Code,") and publication.to_xlsx().startswith(b"PK")


def test_a_country_is_counted_listed_looked_at_and_paired() -> None:
    """27,005 schools from generators: nothing of it is one request, so nothing is too large."""
    of = Framework.shipped()

    def schools(stream: str) -> Iterator[dict[str, Any]]:
        for number in range(27_005):
            about = {"institution": {"code": f"{number:05}"}, "period": "2023-2024", "stream": stream}
            yield {**about, "conditions": {}, "answers": {"1.3.1": number % 7}}

    assert of.cohort(schools("self")).count == 27_005
    assert of.publication(schools("self")).summary.count == 27_005
    assert of.quality_batch(schools("self")).count == 27_005
    assert of.agreement(schools("self"), schools("external")).reviews == 27_005


def test_a_publication_out_of_a_pickle_makes_no_files() -> None:
    publication = pickle.loads(pickle.dumps(Framework.shipped().publication([school("1")])))
    with pytest.raises(ValueError, match="pickle"):
        publication.to_csv()


def test_a_certificate_is_signed_verified_and_published() -> None:
    vector = next(
        v for v in requests() if v["question"] == "certify" and "result" in v["expect"] and not v.get("overlays")
    )
    of = framework(vector["framework"])
    case = vector["input"]["case"]
    certificate, seed = of.certify(case), bytes(range(32))
    signed = of.sign(certificate, seed)
    assert signed.certificate == certificate
    assert thuocdo.verify_signature(signed, thuocdo.public_key(seed))
    assert not thuocdo.verify_signature(signed, thuocdo.public_key(bytes(32)))
    forged = json.loads(signed.to_json())
    forged["certificate"]["body"] = "another body"
    assert not thuocdo.verify_signature(forged, thuocdo.public_key(seed))
    assert of.verify(certificate, case).identical and of.verify(signed, case).identical
    assert of.publication(recognised=[signed]) == of.publication(recognised=[certificate])
    assert of.publication(recognised=[signed]).summary.recognised == 1
    with pytest.raises(ValueError, match="32 bytes") as caught:
        of.sign(certificate, b"a secret")
    assert "secret" not in str(caught.value)


def test_put_together_by_hand_it_has_fields_and_no_bytes() -> None:
    made = results.Verification(differences=(), identical=True)
    assert made == results.Verification(differences=(), identical=True) and "identical=True" in str(made)
    with pytest.raises(ValueError, match="by hand"):
        made.to_json()
    with pytest.raises(AttributeError):
        made.identical = False  # type: ignore[misc]


def test_a_cohort_of_cards_is_that_of_the_door(tmp_path: Path) -> None:
    of = Framework.shipped()
    forms = [school(f"31-{n:04}", f"{n % 601 / 100}") for n in range(500)]
    counted = of.cohort((of.score(form) for form in forms), keep="last")
    asked = _thuocdo.ask(of._native, "cohort", {"scorecards": forms}, {"keep": "last"})
    assert counted.to_json() == asked.to_json("vi")


def test_a_part_of_a_scorecard_is_no_document() -> None:
    part: Any = Framework.shipped().score({"conditions": {}, "answers": {}}).group("1")
    with pytest.raises(TypeError, match="of type GroupScore"):
        Framework.shipped().cohort([part])
