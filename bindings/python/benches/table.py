"""The table of results, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from timing import Row


def markdown(rows: Iterable[Row]) -> str:
    """A line a row; the work is named once."""
    lines = [
        "| Work | thuocdo | beside | its time | ratio | goal | memory, ours / its |",
        "|---|---:|---|---:|---:|---:|---:|",
    ]
    before = ""
    for row in rows:
        work = "" if row.work == before else row.work
        before = row.work
        cells = [work, _time(row.ours), row.beside, _time(row.theirs), f"{row.ratio:.3g}", _goal(row), _memory(row)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def _goal(row: Row) -> str:
    if row.goal is None:
        return ""
    return f"≤ {row.goal:.3g}, {'met' if row.ratio <= row.goal else 'missed'}"


def _memory(row: Row) -> str:
    return "" if row.memory is None else f"{row.memory[0]:.0f} / {row.memory[1]:.0f} MiB"
