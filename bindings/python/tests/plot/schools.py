"""Invented schools for pictures, scored by the framework itself."""

from __future__ import annotations

import json
import random
from typing import Any

from thuocdo import Framework

FRAMEWORK = Framework.shipped("moet-4725-2022")
LONG = "Trường Tiểu học, Trung học cơ sở và Trung học phổ thông Nguyễn Thị Minh Khai (ví dụ giả định)"


def card(
    code: str, points: dict[str, Any], *, name: str = LONG, period: str = "2023-2024", stream: str = "self"
) -> dict[str, Any]:
    """The scorecard of a school that answered these indicators."""
    said = {
        "institution": {"code": code, "name": name, "type": "multi_level"},
        "period": period,
        "stream": stream,
        "conditions": {},
        "answers": points,
    }
    scored: dict[str, Any] = json.loads(FRAMEWORK.score_json(json.dumps(said)))
    return scored


def full(share: float = 1.0, **changed: Any) -> dict[str, Any]:
    """Answers that give each indicator this share of its maximum, to a quarter."""
    answers: dict[str, Any] = {code: int(4 * share * float(FRAMEWORK.max(code))) / 4 for code in FRAMEWORK.indicators}
    return answers | {code.removeprefix("i").replace("_", "."): points for code, points in changed.items()}


def many(count: int, *, stream: str = "self", seed: int = 1) -> list[dict[str, Any]]:
    """Cards of schools as they come: good and bad, some with answers missing."""
    dice = random.Random(seed)
    cards = []
    for nth in range(count):
        answers = full(dice.uniform(0.3, 1.0))
        for code in dice.sample(sorted(answers), dice.choice([0, 0, 0, 5])):
            del answers[code]
        cards.append(card(f"VD-{nth:03}", answers, stream=stream))
    return cards


def authorities(cards: list[dict[str, Any]], count: int) -> dict[str, str]:
    """Each school's authority, of so many."""
    names = [f"UBND phường Nguyễn Thị Minh Khai số {nth + 1} (ví dụ giả định)" for nth in range(count)]
    return {card["institution"]["code"]: names[nth % count] for nth, card in enumerate(cards)}


def course(*cards: dict[str, Any], kinds: tuple[str, ...]) -> dict[str, Any]:
    """What a course says of these cards, as far as it is drawn."""
    entries = [
        {
            "institution": card["institution"]["code"],
            "period": card["period"],
            "stream": card["stream"],
            "framework": card["framework"],
            "groups": [{key: group[key] for key in ("code", "level", "max", "score")} for group in card["groups"]],
        }
        for card in cards
    ]
    return {
        "institution": cards[0]["institution"]["code"],
        "entries": entries,
        "steps": [{"kind": kind} for kind in kinds],
    }


def review(own: dict[str, Any], external: dict[str, Any], moves: tuple[str, ...] = ()) -> dict[str, Any]:
    """What a review says of two cards, as far as it is drawn."""
    groups = []
    for ours, theirs in zip(own["groups"], external["groups"], strict=True):
        pairs = [
            (a, b)
            for mine, yours in zip(ours["criteria"], theirs["criteria"], strict=True)
            for a, b in zip(mine["indicators"], yours["indicators"], strict=True)
        ]
        indicators = [
            {
                "code": a["code"],
                "self": a["score"],
                "external": b["score"],
                "disputed": a["score"] != b["score"],
                "moves_level": a["code"] in moves,
            }
            for a, b in pairs
        ]
        sides = {
            side: {"score": group["score"], "level": group["level"]}
            for side, group in (("self", ours), ("external", theirs))
        }
        groups.append({"code": ours["code"], "indicators": indicators, **sides})
    return {
        "framework": own["framework"],
        "institution": own["institution"],
        "period": own["period"],
        "groups": groups,
    }
