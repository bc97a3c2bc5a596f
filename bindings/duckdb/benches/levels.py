"""A million invented schools in DuckDB: rows by the function, beside the same sums by hand, in turn on one thread.

    python levels.py EXTENSION

By hand nothing is checked: blanks are 0, conditions do not count, and there is no range.
"""

import json
import sys
import time

import duckdb

ROWS, ROUNDS = 1_000_000, 5

connection = duckdb.connect(config={"allow_unsigned_extensions": "true", "threads": 1})
connection.execute(f"LOAD '{sys.argv[1]}'")
framework = json.loads(connection.execute("SELECT thuocdo_framework()").fetchall()[0][0])
conditions = [condition["code"] for group in framework["groups"] for condition in group["conditions"]]
groups = [
    {indicator["code"]: indicator["max"] for criterion in group["criteria"] for indicator in criterion["indicators"]}
    for group in framework["groups"]
]


def table(name, of):
    """Every answer of a school; the number of the school and of the column decides which."""
    answers = [
        f'(({of.format(f"({most} * ((n * 7919 + {at} * 104729) % 101) // 1)::DECIMAL(9,2) / 100")}) ) AS "{code}"'
        for at, (code, most) in enumerate((code, float(most) * 1) for group in groups for code, most in group.items())
    ]
    states = [f'n % 9 > 0 AS "{code}"' for code in conditions]
    connection.execute(f"CREATE TABLE {name} AS SELECT {', '.join(states + answers)} FROM range({ROWS}) AS r(n)")


table("decimals", "round({}, 2)::DECIMAL(4,2)")
table("doubles", "round({}, 2)::DOUBLE")
table("texts", "replace(round({}, 2)::DECIMAL(4,2)::VARCHAR, '.', ',')")


def by_hand(of, number):
    sums = [" + ".join(number.format(f'"{code}"') for code in group) for group in groups]
    levels = [f"CASE WHEN ({total}) > 75 THEN 3 WHEN ({total}) >= 50 THEN 2 ELSE 1 END" for total in sums]
    return f"SELECT sum({levels[0]}), sum({levels[1]}) FROM {of}"


WORKS = {
    "rows of decimals, thuocdo_score_row": "SELECT sum(thuocdo_score_row(decimals).overall_low) FROM decimals",
    "the same sums by hand": by_hand("decimals", "coalesce({}, 0)"),
    "rows of doubles, thuocdo_score_row": "SELECT sum(thuocdo_score_row(doubles).overall_low) FROM doubles",
    "the same sums by hand ": by_hand("doubles", "coalesce({}, 0)"),
    "rows of texts (5,25), thuocdo_score_row": "SELECT sum(thuocdo_score_row(texts).overall_low) FROM texts",
    "the same sums by hand  ": by_hand("texts", "coalesce(replace({}, ',', '.')::DECIMAL(4,2), 0)"),
}
best = dict.fromkeys(WORKS, float("inf"))
for _ in range(ROUNDS):
    for work, statement in WORKS.items():
        began = time.perf_counter()
        connection.execute(statement).fetchall()
        best[work] = min(best[work], time.perf_counter() - began)
for work, seconds in best.items():
    print(f"{work:42} {seconds / ROWS * 1e9:8.0f} ns a row")
