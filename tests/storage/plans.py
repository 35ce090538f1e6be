"""How a database goes about a statement, and which of its steps take longer in a large one."""

import re
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

#: Tables that stay as small as the scheme has neighbourhoods.
SMALL: Final = {"holds", "groups", "neighbourhoods", "postcodes", "adjacent_neighbourhoods"}
#: These hold only what has not been sent, or are read in order up to the first that fits.
SHORT: Final = {
    *("ix_outbox_due", "ix_outbox_next_in_chat", "ix_due_work_due_at"),
    *("ix_outbox_waiting", "ix_inbox_waiting"),
    *("ix_rings_waiting", "ix_people_rung", "uq_blocks_standing"),
    *("ix_volunteers_to_review", "ix_repeats_without_helper", "ix_worries_open"),
    "ix_helped_people_review_on",
}
#: The volunteers of a neighbourhood and of those beside it, among whom it is looked for helpers.
NEARBY: Final = "near"
#: The volunteers of the neighbourhoods that a call-out is for, who are counted before it is sent.
FITTING: Final = "fitting"


async def slow_steps(connection: AsyncConnection, sql: str, parameters: Any) -> list[str]:
    """Return the steps of a statement that look through a whole table that grows."""
    if connection.dialect.name == "sqlite":
        rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)
        return [f"{row.detail}: {sql}" for row in rows if _is_slow_on_sqlite(row.detail)]
    return [f"{step}: {sql}" for step in await _slow_on_postgresql(connection, sql)]


def _is_slow_on_sqlite(plan: str) -> bool:
    words = plan.split()
    if (
        words[0] != "SCAN"
        or words[1] in SMALL
        or words[1] in ("(subquery-1)", "CONSTANT", NEARBY, FITTING)
    ):
        return False
    return not any(index in plan for index in SHORT)


async def _slow_on_postgresql(connection: AsyncConnection, sql: str) -> list[str]:
    # Tables of a test are small enough to be read whole; and a plan made once is used for all
    # values, so that none may be good for those of the test alone.
    for setting in ("enable_seqscan = off", "plan_cache_mode = force_generic_plan"):
        await connection.exec_driver_sql(f"SET LOCAL {setting}")
    await connection.exec_driver_sql(f"PREPARE asked AS {sql}")
    number = max((int(each) for each in re.findall(r"\$(\d+)", sql)), default=0)
    values = f"({', '.join(['NULL'] * number)})" if number else ""
    rows = await connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) EXECUTE asked{values}")
    (found,) = rows.one()
    await connection.exec_driver_sql("DEALLOCATE asked")
    return [
        " ".join(str(step.get(key)) for key in ("Node Type", "Relation Name", "Index Name"))
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
    return step["Node Type"] == "Seq Scan" or (
        "Index" in step["Node Type"] and "Index Cond" not in step
    )
