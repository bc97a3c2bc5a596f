"""Random assessments by the package and by the project's second implementation, which shares no line with it."""

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyarrow
import pytest
from corpus import ROOT, VECTORS
from thuocdo import Framework

HOW_MANY = 400
SHIPPED = ROOT / "crates" / "thuocdo" / "frameworks" / "moet-4725-2022.json"
WITH_EVERY_RULE = VECTORS / "frameworks" / "small-invented.json"


def indicators(file: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for group in file["groups"]:
        for criterion in group["criteria"]:
            yield from criterion["indicators"]


def fact(indicator: dict[str, Any], award: dict[str, Any], chance: random.Random) -> Any:
    """An answer that its rule takes, in whole hundredths where it is points."""
    rule = indicator.get("rule", award)
    whole = chance.randint(1, 40)
    match rule["kind"]:
        case "direct":
            points = Decimal(chance.randint(0, int(Decimal(str(indicator["max"])) * 100))) / 100
            return float(points) if chance.random() < 0.5 else str(points)
        case "flag":
            return {"met": chance.random() < 0.5}
        case "steps" if rule["of"] == "count":
            return {"count": chance.randint(0, 40)}
        case _:
            return {"part": chance.randint(0, whole), "whole": whole}


def invented(file: dict[str, Any], chance: random.Random) -> Any:
    """A school that nobody knows, which left out some of its answers."""
    said = chance.choice([0.5, 0.95, 1.0])
    award = file["award"]["rule"]
    conditions = [condition["code"] for group in file["groups"] for condition in group["conditions"]]
    return {
        "institution": {"code": f"{chance.randint(0, 99):05}", "name": "Trường Tiểu học Hoa Phượng"},
        "period": "2023-2024",
        "stream": chance.choice(["self", "external"]),
        "conditions": {code: chance.random() < 0.9 for code in conditions if chance.random() < said},
        "answers": {
            indicator["code"]: fact(indicator, award, chance)
            for indicator in indicators(file)
            if chance.random() < said
        },
    }


def by_the_oracle(name: str, lines: list[str]) -> list[bytes]:
    cargo = shutil.which("cargo")
    if cargo is None:
        pytest.skip("cargo is not installed: nobody compared with the oracle")
    command = [cargo, "run", "--quiet", "--package", "thuocdo-oracle", "--bin", "score-lines", "--", name]
    ran = subprocess.run(command, cwd=ROOT, input="\n".join(lines).encode(), capture_output=True, check=True)
    return ran.stdout.splitlines()


@pytest.mark.parametrize(
    ("name", "path"), [("moet-4725-2022", SHIPPED), (WITH_EVERY_RULE.name, WITH_EVERY_RULE)], ids=["4725", "small"]
)
def test_the_oracle_says_the_same_bytes(name: str, path: Any) -> None:
    file = json.loads(path.read_text(encoding="utf-8"))
    chance = random.Random(4725)
    schools = [invented(file, chance) for _ in range(HOW_MANY)]
    lines = [json.dumps(school, ensure_ascii=False) for school in schools]
    expected = by_the_oracle(name, lines)
    framework = Framework.load(path)
    assert len(expected) == HOW_MANY
    assert [framework.score_json(line) for line in lines] == expected
    assert [framework.score(school).to_json() for school in schools] == expected


def test_the_oracle_says_the_same_of_a_frame() -> None:
    file = json.loads(SHIPPED.read_text(encoding="utf-8"))
    chance = random.Random(75)
    schools = [invented(file, chance) for _ in range(HOW_MANY)]
    cards = [json.loads(card) for card in by_the_oracle(file["id"], [json.dumps(school) for school in schools])]
    framework = Framework.shipped(file["id"])
    columns = {
        **{code: [school["conditions"].get(code) for school in schools] for code in framework.conditions},
        **{code: [_text(school["answers"].get(code)) for school in schools] for code in framework.indicators},
    }
    scored = framework.score_frame(pyarrow.table(columns), points="hundredths").to_pylist()
    for row, card in zip(scored, cards, strict=True):
        for group in card["groups"]:
            for end in ("low", "high"):
                assert row[f"group.{group['code']}.score.{end}"] == round(group["score"][end] * 100)
                assert row[f"group.{group['code']}.level.{end}"] == group["level"][end]
        assert row["overall.level.low"] == card["overall"]["level"]["low"]
        assert row["eligible"] == card["recognition"]["eligible"]
        assert row["blockers"] == card["recognition"]["blockers"]


def _text(answer: Any) -> str | None:
    return None if answer is None else str(answer)
