"""What only DuckDB has: rows of wide tables, several threads, an interruption.

    python rows.py EXTENSION

Each row is scored twice: as a row, and as the document of the same facts, whose scorecard the corpus holds to the core.
"""

import json
import random
import sys
import threading
import time

import duckdb

ROWS = 6_000
LIMIT = 5.0

connection = duckdb.connect(config={"allow_unsigned_extensions": "true", "threads": 4})
connection.execute(f"LOAD '{sys.argv[1]}'")


def one(statement):
    (row,) = connection.execute(statement).fetchall()
    return row[0] if len(row) == 1 else row


framework = json.loads(one("SELECT thuocdo_framework()"))
conditions = [condition["code"] for group in framework["groups"] for condition in group["conditions"]]
indicators = [
    indicator
    for group in framework["groups"]
    for criterion in group["criteria"]
    for indicator in criterion["indicators"]
]

# ---- a table of every type, with blanks, too many points and texts of people ----
dice = random.Random(4725)
TYPES = [
    "DECIMAL(4,2)",
    "DECIMAL(9,2)",
    "DECIMAL(18,3)",
    "DECIMAL(38,2)",
    "DOUBLE",
    "VARCHAR",
    "INTEGER",
    "UTINYINT",
    "HUGEINT",
]
types = {indicator["code"]: TYPES[n % len(TYPES)] for n, indicator in enumerate(indicators)}
columns = [f'"{code}" BOOLEAN' for code in conditions] + [f'"{code}" {of}' for code, of in types.items()]
connection.execute(f"CREATE TABLE schools (number INTEGER, notes INTEGER[], day DATE, {', '.join(columns)})")


def points(indicator, of):
    """Hundredths that the type can hold; mostly right ones."""
    if dice.random() < 0.05:
        return None
    most = round(float(indicator["max"]) * 100)
    hundredths = dice.randrange(most + 1) if dice.random() < 0.999 else most + 100
    return hundredths // 100 * 100 if of in ("INTEGER", "UTINYINT", "HUGEINT") else hundredths


documents, rows = [], []
for number in range(ROWS):
    states = {code: dice.choice([True, True, True, False, None]) for code in conditions}
    given = {indicator["code"]: points(indicator, types[indicator["code"]]) for indicator in indicators}
    answers = {code: hundredths / 100 for code, hundredths in given.items() if hundredths is not None}
    document = {"conditions": {code: state for code, state in states.items() if state is not None}, "answers": answers}
    documents.append(json.dumps(document))
    rows.append([number, [number], "2026-06-01", *states.values(), *(answers.get(code) for code in given)])
    if number % 3 == 0:  # a comma, as people type it
        first = 3 + len(states)
        for at, of in enumerate(types.values(), first):
            if of == "VARCHAR" and rows[-1][at] is not None:
                rows[-1][at] = str(rows[-1][at]).replace(".", ",")
connection.executemany(f"INSERT INTO schools VALUES ({', '.join('?' * len(rows[0]))})", rows)
connection.execute("CREATE TABLE documents (number INTEGER, document VARCHAR)")
connection.executemany("INSERT INTO documents VALUES (?, ?)", list(enumerate(documents)))

refused = 0
for number, found, valid, card in connection.execute(
    """
    SELECT number, thuocdo_score_row(schools), thuocdo_valid(document),
        CASE WHEN thuocdo_valid(document) THEN thuocdo_score(document) END
    FROM schools JOIN documents USING (number) ORDER BY number
    """
).fetchall():
    if not valid:
        refused += 1
        assert found.pop("violations") and set(found.values()) == {None}, found
        continue
    card = json.loads(card)
    for group, wanted in zip(found["groups"], card["groups"], strict=True):
        assert group["group"] == wanted["code"]
        for end in ("low", "high"):
            assert float(group[f"score_{end}"]) == wanted["score"][end], (number, group, wanted)
            assert group[f"level_{end}"] == wanted["level"][end], (number, group, wanted)
    assert [found["overall_low"], found["overall_high"]] == [card["overall"]["level"][end] for end in ("low", "high")]
    assert found["eligible"] == card["recognition"]["eligible"] and found["violations"] is None
    # Evidence has no column, so a document and a row differ in nothing else.
    blockers = [f"{blocker['code']}:{blocker['at']}" for blocker in card["recognition"]["blockers"]]
    assert found["blockers"].split() == blockers, (number, found["blockers"], blockers)
assert 50 < refused < ROWS / 2, refused
print(f"  {ROWS} rows as their documents, {refused} of them refused")

# ---- the aggregate counts alike on one thread and on several, grouped and in a window ----
if not duckdb.__version__.startswith("1."):
    connection.execute("CREATE TABLE sound AS SELECT number, document FROM documents WHERE thuocdo_valid(document)")
    many = one("SELECT thuocdo_cohort(document) FROM sound")
    connection.execute("SET threads = 1")
    assert json.loads(one("SELECT thuocdo_cohort(document) FROM sound")) == json.loads(many)
    connection.execute("SET threads = 4")
    parts = connection.execute("SELECT thuocdo_cohort(document) FROM sound GROUP BY number % 97").fetchall()
    assert len(parts) == 97 and sum(json.loads(part)["count"] for (part,) in parts) == json.loads(many)["count"]
    frame = "ORDER BY number ROWS BETWEEN 2 PRECEDING AND CURRENT ROW"
    window = f"SELECT thuocdo_cohort(document) OVER ({frame}) FROM sound ORDER BY number LIMIT 4"
    assert [json.loads(part)["count"] for (part,) in connection.execute(window).fetchall()] == [1, 2, 3, 3]

# ---- another framework, NULL, enums, what is refused as a whole ----
SHIPPED = "moet-4725-2022"
HALF = "{'1.1': true, '1.3.1': 5.25}"
FINE = "{'1.3.1': 5.255}"
overlaid = json.dumps([framework]).replace("'", "''")
assert one(f"SELECT thuocdo_score_row({HALF}, '{SHIPPED}', 'en').groups[1].score_low::VARCHAR") == "5.25"
assert one(f"SELECT thuocdo_score_row({HALF}, '{overlaid}').groups[1].score_low::VARCHAR") == "5.25"
assert one(f"SELECT thuocdo_score_row({HALF}, NULL) IS NULL") is True
assert one('SELECT thuocdo_score_row(NULL::STRUCT("1.1" BOOLEAN)) IS NULL') is True
connection.execute("CREATE TYPE state AS ENUM ('đạt', 'chưa đạt')")
assert (
    one("SELECT thuocdo_score_row({'1.1': 'chưa đạt'::state, '1.2': NULL::state}).blockers").split()[0]
    == "condition_unmet:1.1"
)


def told(statement):
    try:
        connection.execute(statement).fetchall()
    except duckdb.Error as error:
        return str(error)
    raise AssertionError(f"{statement} is not refused")


assert "wrong_type" in told("SELECT thuocdo_score_row({'1.3.1': [1]})")
assert "unknown_indicator" in told("SELECT thuocdo_score_row({'1.3.l': 1, '1.3.1': 1})")
assert "no_known_column" in told("SELECT thuocdo_score_row({'a': 1})")
assert "must be a row" in told("SELECT thuocdo_score_row(1)")
assert "must be the same" in told(f"SELECT thuocdo_score_row({HALF}, f) FROM (VALUES ('{SHIPPED}'), ('x')) AS t(f)")
assert "unknown_framework" in told(f"SELECT thuocdo_score_row({HALF}, 'x')")
assert "5,255" in one(f"SELECT thuocdo_score_row({FINE}).violations")
assert one(f"SELECT thuocdo_score_row({FINE}, '{SHIPPED}', 'en').violations").startswith("/answers/1.3.1: ")

# ---- an interruption ends a statement of hours, and nothing else ----
began = time.monotonic()
threading.Timer(0.5, connection.interrupt).start()
EMPTY = '{"conditions":{},"answers":{},"period":"'
busy = f"""SELECT count(thuocdo_score('{EMPTY}' || range || '"}}')) FROM range(1000000000)"""
assert "nterrupt" in told(busy)
took = time.monotonic() - began
assert took < LIMIT, took
assert one("SELECT thuocdo_level('1', 75)") == 2
print(f"  interrupted after {took:.1f} s")
