"""One school: its text, bytes or dictionary to levels, beside what is done by hand or by another engine."""

from __future__ import annotations

import json
from typing import Any

import zen
from rules import Rules, groups
from schools import school
from thuocdo import Framework
from timing import Row, beside

#: At least fifty times the rate of ZEN.
FIFTY_TIMES = 1 / 50

Levels = tuple[int, ...]


def rows() -> list[Row]:
    """All rows of one school, after the peers have agreed with us."""
    framework = Framework.shipped("moet-4725-2022")
    rules = groups(framework)
    assessment = school(rules)
    text = json.dumps(assessment)
    as_bytes = text.encode()
    decision = zen_decision(rules)

    card = framework.score(assessment)
    expected = tuple(group.level.low for group in card.groups)
    for peer in (python_levels(rules, assessment), zen_levels(rules, decision.evaluate(assessment)["result"])):
        assert peer == expected, (peer, expected)

    def by_hand() -> Levels:
        return python_levels(rules, assessment)

    def zen_of_dict() -> Any:
        return decision.evaluate(assessment)

    def zen_of_text() -> Any:
        return decision.evaluate(text)

    def read() -> Any:
        return json.loads(text)

    def read_by_hand() -> Levels:
        return python_levels(rules, json.loads(text))

    options: dict[str, Any] = {"rounds": 15, "seconds": 0.02}
    return [
        *beside(
            "dict → scorecard",
            lambda: framework.score(assessment),
            {
                "pure Python, sums and levels": (by_hand, None),
                "zen-engine, sums and levels": (zen_of_dict, FIFTY_TIMES),
            },
            **options,
        ),
        *beside(
            "bytes → scorecard",
            lambda: framework.score(as_bytes),
            {
                "`json.loads` of the same": (read, None),
                "`json.loads`, then pure Python": (read_by_hand, None),
                "zen-engine, sums and levels": (zen_of_text, FIFTY_TIMES),
            },
            **options,
        ),
        *beside(
            "str → canonical JSON",
            lambda: framework.score_json(text),
            {"`json.loads` of the same": (read, 1.0), "zen-engine, sums and levels": (zen_of_text, FIFTY_TIMES)},
            **options,
        ),
    ]


def python_levels(rules: Rules, assessment: Any) -> Levels:
    """Sums of floats and their levels, as one would write them in a notebook."""
    answers = assessment["answers"]
    levels = []
    for group in rules:
        total = sum(answers.get(code) or 0.0 for code in group.indicators)
        level = group.first
        for next_level, edge, belongs in group.edges:
            if total > edge or (belongs and total == edge):
                level = next_level
        levels.append(level)
    return tuple(levels)


def zen_decision(rules: Rules) -> Any:
    """A decision of one expression node: a sum and a level for each group."""
    expressions = []
    for nth, group in enumerate(rules):
        total = " + ".join(f'answers["{code}"]' for code in group.indicators)
        level = str(group.first)
        for next_level, edge, belongs in group.edges:
            level = f"$.sum{nth} {'>=' if belongs else '>'} {edge} ? {next_level} : ({level})"
        expressions += [(f"sum{nth}", total), (f"level{nth}", level)]
    node = {
        "id": "rules",
        "name": "rules",
        "type": "expressionNode",
        "content": {"expressions": [{"id": key, "key": key, "value": value} for key, value in expressions]},
    }
    ends: list[dict[str, Any]] = [
        {"id": name, "name": name, "type": f"{name}Node", "content": {}} for name in ("input", "output")
    ]
    edges = [{"id": f"{a}-{b}", "sourceId": a, "targetId": b} for a, b in (("input", "rules"), ("rules", "output"))]
    return zen.ZenEngine().create_decision(json.dumps({"nodes": [ends[0], node, ends[1]], "edges": edges}))


def zen_levels(rules: Rules, result: dict[str, Any]) -> Levels:
    """The levels of ZEN's answer."""
    return tuple(int(result[f"level{nth}"]) for nth in range(len(rules)))


if __name__ == "__main__":
    from table import markdown

    print(markdown(rows()))
