"""Times of works set beside each other, and the memory of each by itself."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Work = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """One line of the table: our work beside another's."""

    work: str
    ours: float
    beside: str
    theirs: float
    #: the median of ours ÷ theirs, round by round
    ratio: float
    #: at most this ratio is promised
    goal: float | None = None
    #: peak memory above that of the data, in MiB: ours, theirs
    memory: tuple[float, float] | None = None


def beside(
    work: str, ours: Work, peers: dict[str, tuple[Work, float | None]], *, rounds: int, seconds: float
) -> list[Row]:
    """Times `ours` and every peer in alternating rounds, of about `seconds` for each, and compares by round."""
    works = {"": ours} | {name: peer for name, (peer, _) in peers.items()}
    calls = {name: max(1, round(seconds / _once(peer))) for name, peer in works.items()}
    times: dict[str, list[float]] = {name: [] for name in works}
    for nth in range(rounds):
        for name in works if nth % 2 == 0 else reversed(works):
            times[name].append(_timed(works[name], calls[name]))
    mine = times[""]
    return [
        Row(
            work,
            statistics.median(mine),
            name,
            statistics.median(times[name]),
            statistics.median(our / their for our, their in zip(mine, times[name], strict=True)),
            goal,
        )
        for name, (_, goal) in peers.items()
    ]


def _once(work: Work) -> float:
    """The second call's time: the first one warms up."""
    work()
    return _timed(work, 1)


def _timed(work: Work, calls: int) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        for _ in range(calls):
            work()
        return (time.perf_counter() - start) / calls
    finally:
        gc.enable()


def peak_of(script: Path, *arguments: str) -> float:
    """MiB that a script, run by itself, says its work took at most above what its data took."""
    answer = subprocess.run([sys.executable, script, *arguments], check=True, capture_output=True, text=True)
    return float(answer.stdout)


def held_by(work: Work) -> float:
    """The most memory a work held at once above what the process held before, in MiB. Linux only.

    Not `ru_maxrss`, which remembers how large the data were while they were made, and even the process that started
    this one.
    """
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    before = _status("VmRSS")
    work()
    return (_status("VmHWM") - before) / 1024


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))
