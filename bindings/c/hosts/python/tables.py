"""Reads the corpus of tables through the library, and compares what comes with what the corpus says.

tables.py CASES OVERLAY     tests/vectors/tables/cases.json, and the overlay that some of its cases are read under
"""

import json
import sys
from pathlib import Path
from typing import Any

from thuocdo_c import Scorer, ThuocdoError


def whole(assessment: dict[str, Any]) -> dict[str, Any]:
    """An assessment without shorthand: 6 is {"points": 6}, true is {"met": true}."""
    answers = {
        code: answer if isinstance(answer, dict) else {"points": answer}
        for code, answer in assessment["answers"].items()
    }
    conditions = {code: {"met": met} for code, met in assessment["conditions"].items()}
    return {**assessment, "answers": answers, "conditions": conditions}


def faults(of: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return sorted((fault["code"], fault.get("cell", "-")) for fault in of)


def wanted(case: dict[str, Any]) -> list[Any]:
    if "faults" in case:
        return [faults(case["faults"])]
    return [
        (row["line"], faults(row["faults"]) if "faults" in row else whole(row["assessment"])) for row in case["rows"]
    ]


def found(scorer: Scorer, case: dict[str, Any]) -> list[Any]:
    try:
        lines = scorer.read_table(case["text"].encode(), case.get("filled_by", "")).splitlines()
    except ThuocdoError as error:
        return [faults(json.loads(error.json)["violations"])]
    rows = [json.loads(line) for line in lines]
    return [(row["line"], faults(row["violations"]) if "violations" in row else row["assessment"]) for row in rows]


cases, overlay = (Path(path).read_bytes() for path in sys.argv[1:])
wrong = 0
texts = [case for case in json.loads(cases) if "text" in case]
with Scorer.shipped("moet-4725-2022") as national, national.overlay(overlay) as local:
    for case in texts:
        expected, answer = wanted(case), found(local if "overlay" in case else national, case)
        if answer != expected:
            wrong += 1
            print(f"{case['name']}\n  expected {expected}\n  found    {answer}")
print(f"{len(texts)} tables, {wrong} wrong")
sys.exit(1 if wrong or not texts else 0)
