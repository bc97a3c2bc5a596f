"""The same sums and levels in columns, as polars, DuckDB, pandas, numpy and OpenFisca would have them.

Each peer is made of the rules and the table, which is turned into its own kind before any clock runs, and then called.
It answers with the level of each group and of the whole, as `int` arrays: what is missing counts as zero, so they are
the lower ends of ours.
"""

# OpenFisca is of the benches' requirements alone.
# pyright: reportMissingImports=false

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import duckdb
import numpy
import pandas
import polars
import pyarrow
from numpy.typing import NDArray
from rules import Group, Rules

THREADS = int(os.environ["POLARS_MAX_THREADS"])

#: Does the work and gives whatever it made.
Peer = Callable[[], Any]
#: Reads the levels out of what a peer made.
Levels = dict[str, NDArray[numpy.int64]]


def names(rules: Rules) -> list[str]:
    """The columns of the levels."""
    return [*(f"group.{group.code}.level.low" for group in rules), "overall.level.low"]


def levels(made: Any, rules: Rules) -> Levels:
    """The levels as numpy arrays, whatever holds them."""
    return {name: numpy.asarray(made[name]).astype(numpy.int64) for name in names(rules)}


# -- polars --------------------------------------------------------------------


def polars_bare(rules: Rules, table: pyarrow.Table) -> Peer:
    """Sums and levels in one lazy query."""
    query = _sums_and_levels(polars.from_arrow(table).lazy(), rules, "low", lambda code, _: polars.col(code))  # type: ignore[union-attr]
    return query.select(polars.col("^.*(score|level).*$")).collect


def _sums_and_levels(
    frame: polars.LazyFrame, rules: Rules, end: str, value: Callable[[str, int], polars.Expr], unit: int = 1
) -> polars.LazyFrame:
    totals = {
        f"group.{group.code}.score.{end}": polars.sum_horizontal(
            value(code, most) for code, most in group.indicators.items()
        )
        for group in rules
    }
    found = {
        f"group.{group.code}.level.{end}": _level(group, f"group.{group.code}.score.{end}", unit) for group in rules
    }
    return (
        frame.with_columns(**totals)
        .with_columns(**found)
        .with_columns(**{f"overall.level.{end}": polars.min_horizontal(*found)})
    )


def _level(group: Group, total: str, unit: int) -> polars.Expr:
    level: polars.Expr = polars.lit(group.first, polars.UInt8)
    for next_level, edge, belongs in group.edges:
        above = polars.col(total) >= float(edge) * unit if belongs else polars.col(total) > float(edge) * unit
        level = polars.when(above).then(polars.lit(next_level, polars.UInt8)).otherwise(level)
    return level


def polars_checked(rules: Rules, table: pyarrow.Table) -> Peer:
    """What we do, said to polars: range, precision, both ends, conditions, blockers, and a refused row's violations."""
    indicators = {code: most for group in rules for code, most in group.indicators.items()}
    out_of_range = {code: ~polars.col(code).is_between(0, most) for code, most in indicators.items()}
    hundredths = {code: (polars.col(code) * 100).round() for code in indicators}
    too_precise = {code: (hundredths[code] / 100) != polars.col(code) for code in indicators}
    faults = [
        polars.when(fault[code]).then(polars.lit(f"{name} /answers/{code}"))
        for code in indicators
        for name, fault in (("points_out_of_range", out_of_range), ("points_too_precise", too_precise))
    ]
    refused = polars.any_horizontal(*out_of_range.values(), *too_precise.values()).fill_null(value=False)

    frame = polars.from_arrow(table).lazy()  # type: ignore[union-attr]
    frame = _sums_and_levels(frame, rules, "low", lambda code, _: hundredths[code].fill_null(0), 100)
    frame = _sums_and_levels(frame, rules, "high", lambda code, most: hundredths[code].fill_null(100 * most), 100)
    blockers = []
    for group in rules:
        for code in group.conditions:
            blockers += [
                polars.when(polars.col(code).is_null()).then(polars.lit(f"condition_unknown {code}")),
                polars.when(~polars.col(code)).then(polars.lit(f"condition_unmet {code}")),
            ]
        low, high = (polars.col(f"group.{group.code}.level.{end}") for end in ("low", "high"))
        blockers.append(polars.when(low != high).then(polars.lit(f"level_undetermined {group.code}")))
    # One text for each row: lists of structs, as ours are, take polars several times as long.
    frame = frame.with_columns(blockers=polars.concat_str(blockers, separator=", ", ignore_nulls=True))
    frame = frame.with_columns(eligible=polars.col("blockers") == "", refused=refused).with_row_index("row")
    made = polars.col("^.*(score|level).*$", "eligible", "blockers")
    frame = frame.with_columns(polars.when(~polars.col("refused")).then(made))
    bad = frame.filter("refused").select("row", violations=polars.concat_str(faults, separator=", ", ignore_nulls=True))
    return frame.join(bad, on="row", how="left", maintain_order="left").select(made, "violations").collect


# -- DuckDB ---------------------------------------------------------------------


def duckdb_bare(rules: Rules, table: pyarrow.Table) -> Peer:
    """Sums and levels in SQL, from a table of DuckDB's own in memory, to Arrow."""
    connection = duckdb.connect(config={"threads": THREADS})
    connection.register("given", table)
    connection.execute("create table schools as from given")
    connection.unregister("given")
    totals = ", ".join(
        f'{" + ".join(f"""ifnull("{code}", 0)""" for code in group.indicators)} as "group.{group.code}.score.low"'
        for group in rules
    )
    found = ", ".join(f'{_case(group)} as "group.{group.code}.level.low"' for group in rules)
    least = ", ".join(f'"group.{group.code}.level.low"' for group in rules)
    query = (
        f"with totals as (select {totals} from schools), levels as (select *, {found} from totals) "
        f'select *, least({least}) as "overall.level.low" from levels'
    )
    return lambda: connection.sql(query).to_arrow_table()


def _case(group: Group) -> str:
    whens = [
        f'when "group.{group.code}.score.low" {">=" if belongs else ">"} {float(edge)!r}::double then {level}::utinyint'
        for level, edge, belongs in reversed(group.edges)
    ]
    return f"case {' '.join(whens)} else {group.first}::utinyint end"


# -- pandas and numpy -------------------------------------------------------------


def pandas_bare(rules: Rules, table: pyarrow.Table) -> Peer:
    """Sums along rows, levels by comparing."""
    frame = table.select([code for group in rules for code in group.indicators]).to_pandas()

    def work() -> pandas.DataFrame:
        made = {}
        for group in rules:
            total = frame[list(group.indicators)].sum(axis=1)
            made[f"group.{group.code}.score.low"] = total
            made[f"group.{group.code}.level.low"] = pandas.Series(_compared(group, total.to_numpy()), index=frame.index)
        out = pandas.DataFrame(made)
        out["overall.level.low"] = out[[f"group.{group.code}.level.low" for group in rules]].min(axis=1)
        return out

    return work


def numpy_bare(rules: Rules, table: pyarrow.Table) -> Peer:
    """A contiguous array a column, NaN where missing, added up without a copy of the whole."""
    columns = {code: table[code].to_numpy() for group in rules for code in group.indicators}

    def work() -> dict[str, NDArray[Any]]:
        made: dict[str, NDArray[Any]] = {}
        for group in rules:
            total = numpy.zeros(table.num_rows)
            for code in group.indicators:
                numpy.add(total, columns[code], out=total, where=columns[code] == columns[code])
            made[f"group.{group.code}.score.low"] = total
            made[f"group.{group.code}.level.low"] = _compared(group, total)
        made["overall.level.low"] = numpy.minimum.reduce([made[f"group.{group.code}.level.low"] for group in rules])
        return made

    return work


def _compared(group: Group, totals: NDArray[Any]) -> NDArray[numpy.uint8]:
    level = numpy.full(len(totals), group.first, numpy.uint8)
    for next_level, edge, belongs in group.edges:
        level[totals >= float(edge) if belongs else totals > float(edge)] = next_level
    return level


# -- OpenFisca ---------------------------------------------------------------------


def openfisca(rules: Rules, table: pyarrow.Table) -> Peer:
    """Schools as an entity, indicators as variables, totals and levels as formulas over all schools at once."""
    from openfisca_core.entities import Entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    school = Entity("school", "schools", "A school", "")
    system = TaxBenefitSystem([school])
    year = "2023"

    def variable(name: str, kind: type, formula: Callable[..., Any] | None = None) -> None:
        body = {"value_type": kind, "entity": school, "definition_period": DateUnit.YEAR}
        system.add_variable(type(name, (Variable,), body if formula is None else {**body, "formula": formula}))

    def named(code: str) -> str:
        return f"indicator_{code.replace('.', '_')}"

    def total(group: Group) -> Callable[..., Any]:
        return lambda schools, period: sum(schools(named(code), period) for code in group.indicators)

    def level(group: Group) -> Callable[..., Any]:
        return lambda schools, period: _compared(group, schools(f"total_{group.code}", period))

    for group in rules:
        for code in group.indicators:
            variable(named(code), float)
        variable(f"total_{group.code}", float, total(group))
        variable(f"level_{group.code}", int, level(group))

    def overall(schools: Any, period: Any) -> Any:
        return numpy.minimum.reduce([schools(f"level_{group.code}", period) for group in rules])

    variable("overall", int, overall)
    columns = {
        code: numpy.nan_to_num(table[code].to_numpy()).astype(numpy.float32)
        for group in rules
        for code in group.indicators
    }

    def work() -> dict[str, NDArray[Any]]:
        # A simulation remembers what it has computed, so each call needs one of its own.
        simulation = SimulationBuilder().build_default_simulation(system, count=table.num_rows)
        for code, column in columns.items():
            simulation.set_input(named(code), year, column)
        made = {f"group.{group.code}.level.low": simulation.calculate(f"level_{group.code}", year) for group in rules}
        made["overall.level.low"] = simulation.calculate("overall", year)
        return made

    return work


PEERS: dict[str, Callable[[Rules, pyarrow.Table], Peer]] = {
    "polars": polars_bare,
    "duckdb": duckdb_bare,
    "pandas": pandas_bare,
    "numpy": numpy_bare,
    "openfisca": openfisca,
    "polars_checked": polars_checked,
}
