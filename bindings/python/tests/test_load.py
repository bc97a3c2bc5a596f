"""Many threads, many processes, many calls: the same results, and no more memory."""

import json
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest
from corpus import EXAMPLES
from thuocdo import AssessmentDict, Framework, InvalidAssessment, Scorecard

FRAMEWORK = Framework.shipped()
TEXT = (EXAMPLES / "exactly-75.json").read_text(encoding="utf-8")
GIVEN = json.loads(TEXT)
# A build that is not optimised takes a minute for a million; the full count is asked for where the wheel is tested.
CALLS = int(os.environ.get("THUOCDO_CALLS", "100000"))


def school(n: int) -> AssessmentDict:
    return {"period": str(n), "conditions": {"1.1": n % 2 == 0}, "answers": {"1.3.1": n % 601 / 100}}


def lowest(card: Scorecard) -> tuple[str, str]:
    return card.digest, str(card.group("1").score.low)


def test_eight_threads_see_the_same_as_one() -> None:
    def work(start: int) -> list[tuple[str, str]]:
        return [lowest(FRAMEWORK.score(school(n))) for n in range(start, 4000, 8)]

    alone = [lowest(FRAMEWORK.score(school(n))) for n in range(4000)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(work, range(8)))
    assert [together[n % 8][n // 8] for n in range(4000)] == alone


def test_processes_take_and_give_cards() -> None:
    cards = [FRAMEWORK.score(school(n)) for n in range(200)]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(lowest, cards, chunksize=50)) == [lowest(card) for card in cards]
        assert list(pool.map(FRAMEWORK.score, map(school, range(200)), chunksize=50)) == cards


def resident() -> int:
    """The memory that this process holds, in bytes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


def refuse() -> None:
    with pytest.raises(InvalidAssessment):
        FRAMEWORK.score('{"conditions":{},"answers":{"1.3.1":9}}')


def small() -> None:
    card = FRAMEWORK.score({"conditions": {"1.1": True}, "answers": {"1.3.1": 5.25}})
    assert card.groups[0].criteria[0].score.low == card.indicator("1.3.1").score.low


@pytest.mark.parametrize(
    ("call", "times"),
    [
        (lambda: FRAMEWORK.score_json('{"conditions":{},"answers":{}}'), CALLS * 7 // 10),
        (lambda: FRAMEWORK.score(GIVEN), CALLS // 5),
        (small, CALLS * 7 // 100),
        (refuse, CALLS * 3 // 100),
    ],
    ids=["text to text", "dictionary", "card", "refusal"],
)
def test_many_calls_leave_the_memory_flat(call: object, times: int) -> None:
    assert callable(call)
    for _ in range(times // 10):
        call()
    growths = []
    for _ in range(3):
        before = resident()
        for _ in range(times):
            call()
        growths.append(resident() - before)
        # A leak of one small object a call would be a hundred bytes times the calls, or more, and in every round; an
        # allocator that takes a page for another reason does so once.
        if growths[-1] < times * 20 + 2_000_000:
            return
    pytest.fail(f"the memory grows in each of three rounds: {growths} bytes")
