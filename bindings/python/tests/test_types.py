"""What a type checker catches before anything runs."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from corpus import ROOT
from thuocdo import documents, results

TYPOS = [
    '{"conditions": {}, "answer": {}}',
    '{"conditions": {}, "answers": {}, "stream": "slef"}',
    '{"conditions": {}, "answers": {}, "institution": {"cod": "A"}}',
    '{"conditions": {}, "answers": {"1.3.1": [5]}}',
]
GOOD = '{"conditions": {"1.1": True}, "answers": {"1.3.1": 5.25, "1.6.1": {"points": 6}}, "stream": "self"}'
MORE_TYPOS = [
    'cohort([], register={"institution": []})',
    'cohort([], register={"institutions": [{"code": "A", "authorty": "B"}]})',
    'process({"format": 1, "institution": {"code": "A"}, "period": "1", "evnts": []})',
    'process({"format": 1, "institution": {"code": "A"}, "period": "1", "events": []}, calendar={"scop": "B"})',
]
MORE_GOOD = """\
of.cohort([], register={"institutions": [{"code": "A", "authority": "B"}], "changes": None})
of.process({
    "format": 1, "institution": {"code": "A"}, "period": "1",
    "events": [{"act": "plan", "body": "A", "on": "2026-09-01", "role": "head"}],
})
"""


@pytest.mark.parametrize("checker", [["mypy", "--strict"], ["pyright"]], ids=["mypy", "pyright"])
def test_a_mistyped_key_or_word_is_caught(checker: list[str], tmp_path: Path) -> None:
    lines = ["from thuocdo import Framework", "of = Framework.shipped()", f"of.score({GOOD})"]
    lines += [f"of.score({typo})" for typo in TYPOS]
    lines += [*(f"of.{typo}" for typo in MORE_TYPOS), *MORE_GOOD.splitlines()]
    file = tmp_path / "typos.py"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = subprocess.run([sys.executable, "-m", *checker, str(file)], capture_output=True, text=True, cwd=tmp_path)
    caught = {int(line.split(":")[1]) for line in said.stdout.splitlines() if "typos.py:" in line and "error" in line}
    assert caught == set(range(4, 12)), said.stdout


@pytest.mark.parametrize(
    ("kind", "schema", "place"),
    [
        ("CalendarDict", "calendar", None),
        ("DueDict", "calendar", "Due"),
        ("CaseDict", "case", None),
        ("CaseInstitutionDict", "case", "CaseInstitution"),
        ("EventDict", "case", "Event"),
        ("RegisterDict", "register", None),
        ("RegisteredDict", "register", "Registered"),
        ("SuccessionDict", "register", "Succession"),
    ],
)
def test_documents_have_the_keys_of_their_schemas(kind: str, schema: str, place: str | None) -> None:
    read: Any = json.loads((ROOT / "schemas" / f"{schema}.schema.json").read_text(encoding="utf-8"))
    of: Any = read if place is None else read["$defs"][place]
    typed = getattr(documents, kind)
    assert set(get_type_hints(typed)) == set(of["properties"])
    assert typed.__required_keys__ == set(of["required"])


@pytest.mark.parametrize(("word", "name"), [(results.Act, "Act"), (results.Role, "Role")])
def test_words_are_those_of_the_schema(word: object, name: str) -> None:
    read: Any = json.loads((ROOT / "schemas" / "case.schema.json").read_text(encoding="utf-8"))
    assert list(get_args(word)) == [one["const"] for one in read["$defs"][name]["oneOf"]]
