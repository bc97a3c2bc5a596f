"""A million schools in columns: their levels, beside libraries of columns with bare sums, and with the same checks."""

from __future__ import annotations

import argparse
import dataclasses
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: The same for all; before any library that reads them is imported.
THREADS = 2
os.environ |= {"POLARS_MAX_THREADS": str(THREADS), "OMP_NUM_THREADS": str(THREADS), "NUMEXPR_NUM_THREADS": str(THREADS)}

import numpy  # noqa: E402
import polars  # noqa: E402
import pyarrow  # noqa: E402
from column_peers import PEERS, Peer, levels  # noqa: E402
from rules import Rules, groups  # noqa: E402
from schools import table  # noqa: E402
from thuocdo import Framework  # noqa: E402
from timing import Row, beside, held_by, peak_of  # noqa: E402

ROWS = 1_000_000

NAMES = {
    "polars": "polars, sums and levels",
    "duckdb": "DuckDB, sums and levels",
    "pandas": "pandas, sums and levels",
    "numpy": "numpy, sums and levels",
    "openfisca": "OpenFisca-Core, sums and levels",
    "polars_checked": "polars, the same checks",
}
#: At least the rate of polars.
GOALS = {"polars": 1.0}
#: Without lists of reasons less is written.
GOAL_WITHOUT_REASONS = 0.7


def ours(given: pyarrow.Table, **options: Any) -> Peer:
    """Our work on a frame of polars, without counting how it came to be one."""
    framework = Framework.shipped("moet-4725-2022")
    frame = polars.from_arrow(given)
    return lambda: framework.score_frame(frame, threads=THREADS, **options)


OURS: dict[str, Callable[[Rules, pyarrow.Table], Peer]] = {
    "thuocdo": lambda _, given: ours(given),
    "thuocdo_hundredths": lambda _, given: ours(given, points="hundredths"),
    "nothing": lambda *_: lambda: None,
}


def rows() -> list[Row]:
    """All rows of the million, after all have agreed on every level."""
    pyarrow.set_cpu_count(THREADS)
    rules = groups(Framework.shipped("moet-4725-2022"))
    given = table(rules, ROWS)
    peers = {name: make(rules, given) for name, make in PEERS.items()}
    expected = levels(ours(given)(), rules)
    for name, peer in peers.items():
        found = levels(peer(), rules)
        for column, values in expected.items():
            assert numpy.array_equal(values, found[column]), f"{name} has other levels in {column}"
    timed = beside(
        "a million schools → points, levels, blockers",
        ours(given),
        {NAMES[name]: (peer, GOALS.get(name)) for name, peer in peers.items()}
        | {"the same, points as hundredths": (ours(given, points="hundredths"), None)},
        rounds=9,
        seconds=0.1,
    )
    held = {name: peak_of(Path(__file__), "--memory", name) for name in ("thuocdo", "thuocdo_hundredths", *PEERS)}
    named = {
        NAMES.get(name, "the same, points as hundredths"): size for name, size in held.items() if name != "thuocdo"
    }
    bare = beside(
        "the same without reasons: points, levels, eligible",
        ours(given, points="hundredths", reasons="nothing"),
        {NAMES["polars"]: (peers["polars"], GOAL_WITHOUT_REASONS)},
        rounds=9,
        seconds=0.1,
    )
    return [dataclasses.replace(row, memory=(held["thuocdo"], named[row.beside])) for row in timed] + bare


def memory(name: str) -> None:
    """Prints how much more this process held at most while it worked than before."""
    rules = groups(Framework.shipped("moet-4725-2022"))
    work = (OURS | PEERS)[name](rules, table(rules, ROWS))
    print(held_by(work))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memory", choices=[*OURS, *PEERS], help="one work by itself, and the MiB it held")
    wanted = parser.parse_args().memory
    if wanted:
        memory(wanted)
    else:
        from table import markdown

        print(markdown(rows()))
