"""Runs the corpus for hosts (../README.md describes the file) and compares every byte.

`python3 corpus.py corpus.netstrings`, or `python3 corpus.py bench school.json TIMES`, which measures a call.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import NamedTuple

from thuocdo_c import MISSING, Kind, Lang, Scorer, Table, ThuocdoError


class Case(NamedTuple):
    name: bytes
    entry: bytes
    lang: bytes
    framework: bytes
    overlays: bytes
    word: bytes
    input: bytes
    status: bytes
    expected: bytes


def netstrings(file: bytes) -> list[bytes]:
    found = []
    start = 0
    while start < len(file):
        colon = file.index(b":", start)
        end = colon + 1 + int(file[start:colon])
        if file[end : end + 1] != b",":
            raise ValueError("not a netstring")
        found.append(file[colon + 1 : end])
        start = end + 1
    return found


def scorer_of(framework: bytes, overlays: bytes) -> Scorer:
    scorer = Scorer.load(framework) if framework.startswith(b"{") else Scorer.shipped(framework.decode())
    for overlay in netstrings(overlays):
        with scorer as below:
            scorer = below.overlay(overlay)
    return scorer


def collected(scorer: Scorer, case: Case, lang: Lang) -> str:
    """What is asked of many documents: the request, then the list and the text of each."""
    request, *rest = netstrings(case.input)
    with scorer.collect(case.word.decode(), request, lang) as collector:
        for to, document in zip(rest[::2], rest[1::2], strict=True):
            collector.add(to.decode(), document, lang)
        return collector.answer(lang)


def streamed(scorer: Scorer, case: Case, lang: Lang) -> str:
    """What a stream hands over, as the lines that they were."""
    lines: list[str] = []
    if not scorer.stream_ndjson(case.input, lines.append, lang):
        raise ValueError("a stream does not go to its end")
    return "".join(f"{line}\n" for line in lines)


def number(text: str) -> int:
    return MISSING if text == "-" else int(text)


def fill(scorer: Scorer, line: str, row: int, table: Table, lang: Lang) -> None:
    """Puts `1.1=1 1.3.1=525 2.1.1=24/32` into the cells of a row."""
    for word in line.split():
        code, _, value = word.partition("=")
        first, _, whole = value.partition("/")
        place = scorer.place(code, lang)
        cells = table.conditions if place.kind == Kind.CONDITION else table.answers
        cells[place.cell * table.count + row] = number(first)
        if whole:
            cells[(place.cell + 1) * table.count + row] = number(whole)


def judged(scorer: Scorer, lines: list[str], lang: Lang) -> str:
    """Rows of numbers, a line each: judged in columns and one by one, which must come to the same."""
    count = len(lines)
    table = scorer.table(count)
    for row, line in enumerate(lines):
        fill(scorer, line, row, table, lang)
    columns, refused, found = scorer.judge(table), 0, []
    for row in range(count):
        alone = scorer.judge_row(table.answers[row::count], table.conditions[row::count])
        refused += alone.faults != 0
        own = [alone.faults, alone.eligible, alone.overall_low, alone.overall_high]
        same = [of[row] for of in (columns.faults, columns.eligible, columns.overall_low, columns.overall_high)]
        wide = (columns.score_low, columns.score_high, columns.level_low, columns.level_high, columns.blockers)
        for n, of in enumerate(alone.groups):
            own += [of.score_low, of.score_high, of.level_low, of.level_high, of.blockers]
            same += [column[n * count + row] for column in wide]
        if own != same:
            raise ValueError(f"a row comes to something else in columns: {own} and {same}")
        found.append(" ".join(str(int(n)) for n in own))
    if refused != columns.refused:
        raise ValueError("the refused rows are not as many")
    return "\n".join(found)


def asked(scorer: Scorer | None, case: Case) -> str:
    lang = Lang.EN if case.lang == b"en" else Lang.VI
    entry = case.entry.decode()
    if entry in ("load", "shipped"):
        with Scorer.load(case.input, lang) if entry == "load" else Scorer.shipped(case.input.decode(), lang) as loaded:
            return loaded.framework()
    if scorer is None:
        raise ValueError("a case without a framework")
    if entry == "collect":
        return collected(scorer, case, lang)
    if entry == "stream":
        return streamed(scorer, case, lang)
    if entry == "rows":
        return judged(scorer, case.input.decode().split("\n"), lang)
    if entry == "level":
        return str(scorer.level(case.word.decode(), case.input.decode(), lang))
    if entry == "ask":
        return scorer.ask(case.word.decode(), case.input, lang)
    if entry == "schema":
        return scorer.schema(case.input.decode(), lang)
    of = {"score": scorer.score, "check": scorer.check, "explain": scorer.explain, "ndjson": scorer.score_ndjson}
    return of[entry](case.input, lang)


def passes(scorer: Scorer | None, case: Case) -> bool:
    status = 0
    try:
        found = asked(scorer, case)
    except ThuocdoError as error:
        status, found = int(error.status), error.json
    passed = str(status).encode() == case.status and found.encode() == case.expected
    if not passed:
        what = f"{case.name.decode()}, {case.entry.decode()}"
        print(f"{what}: status {status}\n{found}\nexpected {case.expected.decode()}", file=sys.stderr)
    return passed


def corpus(path: str) -> int:
    fields = netstrings(Path(path).read_bytes())
    width = len(Case._fields)
    cases = [Case(*fields[start : start + width]) for start in range(0, len(fields), width)]
    scorer, made_of, failed = None, None, 0
    for case in cases:
        of = (case.framework, case.overlays)
        if case.framework and of != made_of:
            scorer, made_of = scorer_of(*of), of
        failed += not passes(scorer, case)
    print(f"{len(cases)} cases")
    return int(failed > 0)


def bench(path: str, times: int) -> None:
    """Prints the nanoseconds of a call."""
    school = Path(path).read_bytes()
    with Scorer.shipped("moet-4725-2022") as scorer:
        start = time.perf_counter_ns()
        for _ in range(times):
            scorer.score(school)
        print((time.perf_counter_ns() - start) // times)


match sys.argv[1:]:
    case ["bench", path, times]:
        bench(path, int(times))
    case [path]:
        sys.exit(corpus(path))
