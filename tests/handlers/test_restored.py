"""A state that is weeks old is made ready: whatever is overdue is done kindly, or not at all."""

from datetime import timedelta

import pytest
from sqlalchemy import Table, select

from handlers import restored, timed
from handlers.house import House, Turn
from handlers.safekeeping import RESTORED
from handlers.texts import Texts
from storage import due_work
from storage.database import Database, Transaction
from storage.resealing import private_columns, private_tables
from storage.sealed import Sealed
from storage.tables import due_work as rows
from storage.tables import helped_people, people
from tests.clock import BEGINNING
from tests.storage.conftest import database, empty_database, file
from tests.storage.test_private_columns import say_everything

__all__ = ["database", "empty_database", "file"]

WEEKS_LATER = BEGINNING + timedelta(weeks=3)


def turn_of(transaction: Transaction) -> Turn:
    house = House(Texts(), frozenset(), private_chat_link=str)
    return Turn(transaction, WEEKS_LATER, house)


async def test_no_kind_of_overdue_work_is_done_in_a_burst(database: Database) -> None:
    async def do(transaction: Transaction) -> dict[str, list[timedelta]]:
        for kind in timed.KINDS:
            await due_work.plan(transaction, kind, 1, BEGINNING + timedelta(days=1))
        await restored.make_ready(turn_of(transaction), BEGINNING)
        found: dict[str, list[timedelta]] = {}
        for row in await transaction.connection.execute(select(rows)):
            found.setdefault(row.kind, []).append(row.due_at - WEEKS_LATER)
        return found

    await database.transact(say_everything)
    planned = await database.transact(do)
    assert planned.pop(RESTORED)[-1] == timedelta(0)
    for kind, moments in planned.items():
        is_at_once = kind in restored.AT_ONCE
        assert all((each <= timedelta(0)) == is_at_once for each in moments), kind
        if not is_at_once:
            assert min(moments) >= restored.LEFT_IN_PEACE, kind
    # Done in the time that is lost, so not again.
    assert not planned.keys() & {"call-out", "call-out-remind", "nudge", "lease", "ask-to-offer"}


async def test_what_is_planned_for_later_stays(database: Database) -> None:
    later = WEEKS_LATER + timedelta(days=2)

    async def do(transaction: Transaction) -> object:
        await due_work.plan(transaction, "unclaimed", 1, later)
        await restored.make_ready(turn_of(transaction), BEGINNING)
        return await due_work.planned_at(transaction, "unclaimed", 1)

    assert await database.transact(do) == later


@pytest.mark.parametrize("table", [people, helped_people])
async def test_nothing_is_left_that_was_sealed_with_a_key_that_is_gone(
    database: Database, table: Table
) -> None:
    """Of everything that anybody can have said, with all of its columns filled."""

    async def forget(transaction: Transaction) -> int:
        keys = list((await transaction.connection.execute(select(table.c.key))).scalars())
        transaction.keys.destroy(keys, BEGINNING)
        return await restored.forget_again(turn_of(transaction))

    async def look(transaction: Transaction) -> set[str]:
        left = set()
        for private in private_tables():
            for row in await transaction.connection.execute(select(private)):
                for column, _ in private_columns(private):
                    sealed = getattr(row, column.name)
                    if isinstance(sealed, Sealed) and transaction.keys.is_destroyed(sealed.keys):
                        left.add(str(column))
        return left

    await database.transact(say_everything)
    assert await database.transact(forget) > 0
    assert await database.transact(look) == set()
