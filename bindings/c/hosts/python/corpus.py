"""Runs the corpus for hosts (../README.md describes the file) and compares every byte.

`python3 corpus.py corpus.netstrings`, or `python3 corpus.py bench school.json TIMES`, which measures a call.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import NamedTuple

from thuocdo_c import Lang, Scorer, ThuocdoError


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
