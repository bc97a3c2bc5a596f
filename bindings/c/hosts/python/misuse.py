"""What a program may do wrong, and ten threads on one scorer. All of it is an exception, and ends no process."""

from __future__ import annotations

import json
from array import array
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING, Any, cast

from thuocdo_c import Lang, Scorer, Status, ThuocdoError

if TYPE_CHECKING:
    from collections.abc import Callable

SCHOOL = '{"conditions":{"1.1":true},"answers":{"1.3.1":6,"1.6.1":5.25}}'


def thrown(kind: type[BaseException], call: Callable[[], Any]) -> BaseException:
    try:
        call()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__}")


def refused(call: Callable[[], Any], code: str) -> None:
    error = cast("ThuocdoError", thrown(ThuocdoError, call))
    assert (error.status, error.code) == (Status.REFUSED, code), error
    assert str(error) != ""
    assert error.violations[0]["code"] == code


def until_closed(scorer: Scorer, begun: Barrier) -> None:
    card = scorer.score(SCHOOL)
    begun.wait()

    def always() -> None:
        while True:
            assert scorer.score(SCHOOL, Lang.EN) == card

    assert str(thrown(ValueError, always)) == "the scorer is closed"


scorer = Scorer.shipped("moet-4725-2022")
refused(lambda: scorer.score("{"), "not_json")
refused(lambda: scorer.explain(b""), "not_json")
refused(lambda: scorer.score(b'"\xc3\x28"'), "not_json")
refused(lambda: scorer.score('"\ud83d"'), "not_json")
refused(lambda: scorer.ask("plan", b"\xe1\xbb"), "not_json")
refused(lambda: scorer.ask("no such question", "{}"), "unknown_value")
refused(lambda: scorer.schema("no such schema"), "unknown_value")
refused(lambda: scorer.level("9", "75"), "unknown_group")
refused(lambda: scorer.level("1", "7\0"), "not_json")
refused(lambda: scorer.overlay("{"), "not_json")
refused(lambda: Scorer.load(b"\xff"), "not_json")
refused(lambda: Scorer.shipped("Tiểu học"), "unknown_framework")
refused(lambda: scorer.score("[" * (64 << 20)), "too_large")
assert (scorer.level("1", "75"), scorer.level("1", '"75.01"')) == (2, 3)

refused(lambda: scorer.place("1.3.99"), "unknown_indicator")
table = scorer.table(3)
row, states = table.answers[::3], table.conditions[::3]
assert scorer.judge_row(row, states).faults == 0
thrown(ValueError, lambda: scorer.judge_row(row[1:], states))
thrown(ValueError, lambda: scorer.judge_row(row, array("b")))
thrown(TypeError, lambda: scorer.judge_row(array("l", row), states))
table.answers.pop()
thrown(ValueError, lambda: scorer.judge(table))
assert scorer.judge(scorer.table(0)).refused == 0

bad_option = cast("ThuocdoError", thrown(ThuocdoError, lambda: scorer.score("{}", cast("Lang", 7))))
assert (bad_option.status, bad_option.code, bad_option.violations) == (Status.BAD_OPTION, "bad_option", [])
assert json.loads(bad_option.json) == {"violations": []}
thrown(AttributeError, lambda: scorer.score(cast("str", None)))

# What is refused is left out, and told at its place; the others stay, also once the scorer is closed.
refused(lambda: scorer.collect("plan"), "unknown_value")
refused(lambda: scorer.collect("cohort", "{"), "not_json")
with Scorer.shipped("moet-4725-2022") as short_lived:
    collector = short_lived.collect("cohort")
refused(lambda: collector.add("submissions", SCHOOL), "unknown_value")
with ThreadPoolExecutor(10) as pool:
    list(pool.map(lambda _: collector.add("scorecards", SCHOOL), range(100)))
refused(lambda: collector.add("scorecards", "{"), "not_json")
last = cast("ThuocdoError", thrown(ThuocdoError, lambda: collector.add("scorecards", b"\xff")))
assert [violation["at"] for violation in last.violations] == ["/scorecards/101"]
assert json.loads(collector.answer())["count"] == 100
collector.add("scorecards", SCHOOL)
assert json.loads(collector.answer())["count"] == 101
collector.close()
collector.close()
thrown(ValueError, collector.answer)

# A stream ends where its function wants no more or raises, and goes on with whatever else that returns.
lines = f"{SCHOOL}\n{{\n{SCHOOL}"
taken: list[str] = []


def take(line: str, answer: object = None) -> object:
    taken.append(line)
    return answer


assert scorer.stream_ndjson(lines, lambda line: take(line, 0), Lang.EN)
assert "".join(f"{line}\n" for line in taken) == scorer.score_ndjson(lines, Lang.EN)
assert not scorer.stream_ndjson(lines, lambda line: take(line, answer=False), first=101)
assert len(taken) == 4
assert not scorer.stream_ndjson("{", lambda line: take(line, answer=False), first=101)
assert taken.pop().startswith('{"line":101,')
interrupt = KeyboardInterrupt()


def interrupted(line: str) -> None:
    take(line)
    raise interrupt


assert thrown(KeyboardInterrupt, lambda: scorer.stream_ndjson(lines, interrupted)) is interrupt
assert len(taken) == 5
refused(lambda: scorer.stream_ndjson(SCHOOL, lambda _: scorer.score("{")), "not_json")
assert str(thrown(ThuocdoError, lambda: scorer.stream_ndjson(lines, take, cast("Lang", 7)))) == str(bad_option)
# One that is closed in the midst of its call is freed behind it.
short_lived = Scorer.shipped("moet-4725-2022")


def closing(line: str) -> None:
    short_lived.close()
    take(line)


assert short_lived.stream_ndjson(lines, closing)
assert len(taken) == 8
thrown(ValueError, lambda: short_lived.stream_ndjson(lines, take))

with ThreadPoolExecutor(10) as pool:
    begun = Barrier(11)
    users = [pool.submit(until_closed, scorer, begun) for _ in range(10)]
    begun.wait()
    scorer.close()
    for user in users:
        user.result()
scorer.close()
thrown(ValueError, scorer.digest)

# One that is forgotten is freed with its last reference; the tests count.
for _ in range(20):
    assert Scorer.shipped("moet-4725-2022").level("1", "75.01") == 3
