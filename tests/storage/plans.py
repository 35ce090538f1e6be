"""How a database goes about a statement, and which of its steps take longer in a large one."""

import re
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    String,
    Table,
    TypeDecorator,
)

from storage.connections import AsyncConnection
from storage.tables import Moment

#: Tables that stay as small as the scheme has neighbourhoods.
SMALL: Final = {"holds", "groups", "neighbourhoods", "postcodes", "adjacent_neighbourhoods"}
#: These hold only what has not been sent, or are read in order up to the first that fits.
SHORT: Final = {
    *("ix_outbox_due", "ix_outbox_next_in_chat", "ix_due_work_due_at"),
    *("ix_outbox_waiting", "ix_inbox_waiting"),
    *("ix_rings_waiting", "ix_people_rung", "uq_blocks_standing"),
    *("ix_volunteers_to_review", "ix_repeats_without_helper", "ix_worries_open"),
    *("ix_helped_people_review_on", "ix_people_bereaved", "ix_due_work_leased_until"),
}
#: A list that is handed in as one value.
LIST: Final = "json_each"
#: The volunteers of a neighbourhood and of those beside it, among whom it is looked for helpers.
NEARBY: Final = "near"
#: The volunteers of the neighbourhoods that a call-out is for, who are counted before it is sent.
FITTING: Final = "fitting"


#: So many rows stand in every table of a server before it is asked: with fewer, it is as good to it
#: to look through all of them.
ROWS: Final = 2000
#: What may be missing is so in one row of 500, but for what seldom happens: that is in one of 500.
SELDOM: Final = {"people.bereaved_at"}
#: What stands in a column of a kind in the row of a number.
_VALUES: Final = {
    Boolean: "false",
    Integer: "row",
    String: "to_hex(row)",
    JSON: "'[]'",
    Moment: "timestamp '2026-03-14' + row * interval '1 minute'",
    Date: "date '2026-03-14' + row",
    LargeBinary: "convert_to('x' || row, 'UTF8')",
}


def filling(table: Table) -> str:
    """Return the statement that fills a table."""
    values = {column.name: _value(column) for column in table.columns}
    return (
        f"INSERT INTO {table.name} ({', '.join(values)})"  # noqa: S608 - names of ours
        f" SELECT {', '.join(values.values())} FROM generate_series(1, {ROWS}) AS row;"
        f" ANALYZE {table.name}"
    )


def _value(column: Column[Any]) -> str:
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    known = (column.type, kind)
    value = next(
        sql for each, sql in _VALUES.items() if any(isinstance(one, each) for one in known)
    )
    if not column.nullable:
        return value
    is_there = "row % 500 = 0" if str(column) in SELDOM else "row % 500 > 0"
    return f"CASE WHEN {is_there} THEN {value} END"


async def slow_on_sqlite(connection: AsyncConnection, sql: str, parameters: Any) -> list[str]:
    """Return the steps of a statement in which SQLite looks through a whole table that grows."""
    rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)
    return [f"{row.detail}: {sql}" for row in rows if _is_slow_on_sqlite(row.detail)]


def _is_slow_on_sqlite(plan: str) -> bool:
    words = plan.split()
    if (
        words[0] != "SCAN"
        or words[1] in SMALL
        or words[1] in ("(subquery-1)", "CONSTANT", LIST, NEARBY, FITTING)
    ):
        return False
    return not any(index in plan for index in SHORT)


async def slow_on_postgresql(connection: AsyncConnection, sql: str) -> list[str]:
    """Return the steps of a statement in which PostgreSQL looks through a whole table that grows.

    The plan is the one that it uses for all values, and none that is good for some alone.
    """
    # So few rows are soon read whole; among many, they are found one by one.
    off = [f"enable_{way} = off" for way in ("seqscan", "hashjoin", "mergejoin")]
    for setting in (*off, "plan_cache_mode = force_generic_plan"):
        await connection.exec_driver_sql(f"SET LOCAL {setting}")
    await connection.exec_driver_sql(f"PREPARE asked AS {sql}")
    number = max((int(each) for each in re.findall(r"\$(\d+)", sql)), default=0)
    values = f"({', '.join(['NULL'] * number)})" if number else ""
    rows = await connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) EXECUTE asked{values}")
    (found,) = rows.one()
    await connection.exec_driver_sql("DEALLOCATE asked")
    told = ("Node Type", "Relation Name", "Index Name")
    return [
        f"{' '.join(step[name] for name in told if name in step)}: {sql}"
        for step in _steps(found[0]["Plan"])
        if _is_slow_on_postgresql(step)
    ]


def _steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from _steps(part)


def _is_slow_on_postgresql(step: dict[str, Any]) -> bool:
    if step.get("Relation Name") in SMALL or step.get("Index Name") in SHORT:
        return False
    # That a key is there holds for every row.
    finds = not step.get("Index Cond", "IS NOT NULL)").endswith("IS NOT NULL)")
    return step["Node Type"] == "Seq Scan" or ("Index" in step["Node Type"] and not finds)
