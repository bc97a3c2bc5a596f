"""Runs a script whose statements stand on a line each, and prints their rows, with `|` between the columns.

    python lines.py EXTENSION SCRIPT

What is refused goes to standard error: the number of the line and the message, without DuckDB's word for its kind.
"""

import sys

import duckdb


def shown(value):
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


extension, script = sys.argv[1:]
connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
connection.execute(f"LOAD '{extension}'")
with open(script, encoding="utf-8", newline="\n") as lines:
    for number, statement in enumerate(lines, 1):
        try:
            rows = connection.execute(statement).fetchall()
            # Of a statement that changes rows DuckDB answers how many.
            if connection.description[0][0] != "Count":
                print(*("|".join(map(shown, row)) for row in rows), sep="\n", end="\n" if rows else "")
        except duckdb.Error as error:
            message = str(error).split(": ", 1)[1].rstrip()
            print(f"line {number}: {message}", file=sys.stderr)
