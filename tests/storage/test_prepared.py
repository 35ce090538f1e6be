"""Prepared statements mean the same as SQLAlchemy's own, and what waits is written in time."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.database import Database, Transaction
from storage.dialects import among
from storage.model import Status
from storage.prepared import Prepared
from storage.statements import ChangedMeanwhileError
from storage.tables import chats, due_work, tasks
from storage.tables import people as people_table
from tests.clock import BEGINNING
from tests.storage import neighbours

_OPEN = (
    select(tasks)
    .where(
        tasks.c.resident_id == bindparam("resident"),
        tasks.c.status.in_((Status.OPEN, Status.CLAIMED)),
        tasks.c.created_at >= bindparam("since"),
        among(tasks.c.id, "numbers"),
    )
    .limit(5)
)
_PREPARED_OPEN = Prepared(_OPEN)
_NOTE_SEEN = Prepared(
    update(people_table)
    .where(people_table.c.id == bindparam("which"))
    .values(seen_at=bindparam("now", type_=people_table.c.seen_at.type))
)
_NOTE_EXACTLY = Prepared(_NOTE_SEEN.statement.execution_options(), is_exact=True)
_SEEN = Prepared(select(people_table.c.seen_at).where(people_table.c.id == bindparam("which")))
_CHATS = Prepared(select(chats.c.id))
_PLAN = Prepared(insert(due_work).returning(due_work.c.id, due_work.c.due_at))


async def test_rows_are_those_of_sqlalchemy(database: Database) -> None:
    async def ask(transaction: Transaction) -> tuple[list[Any], list[Any]]:
        resident = await neighbours.person(transaction, 7001)
        made = await neighbours.request(transaction, resident)
        values = {
            "resident": resident.id,
            "since": BEGINNING - timedelta(days=1),
            "numbers": [made.id, made.id + 1],
        }
        plain = await transaction.connection.execute(_OPEN, values)
        prepared = await transaction.connection.execute(_PREPARED_OPEN, values)
        return [row._asdict() for row in plain], [row._asdict() for row in prepared]

    plain, prepared = await database.transact(ask)
    assert len(plain) == 1
    assert prepared == plain


async def test_each_row_returns_its_own(database: Database) -> None:
    rows = [
        {"kind": "remind", "subject": number, "due_at": BEGINNING, "attempts": 0}
        for number in range(3)
    ]

    async def plan(transaction: Transaction) -> list[Any]:
        return list(await transaction.connection.execute(_PLAN, rows))

    found = await database.transact(plan)
    assert len({row.id for row in found}) == 3
    assert {row.due_at for row in found} == {BEGINNING}


async def test_what_waits_is_written_before_what_it_concerns_and_not_before_the_rest(
    database: Database,
) -> None:
    later = BEGINNING + timedelta(days=2)

    async def note_and_look(transaction: Transaction) -> tuple[Any, Any]:
        person = await neighbours.person(transaction, 7001)
        values = {"which": person.id, "now": later}
        transaction.connection.later(_NOTE_SEEN, values, about=person.account)
        await transaction.connection.execute(_CHATS)
        found = await transaction.connection.ask_about(
            _SEEN, {"which": person.id}, about="somebody else"
        )
        still = found.scalar_one()
        return still, await transaction.connection.scalar(_SEEN, {"which": person.id})

    still, seen = await database.transact(note_and_look)
    assert still == BEGINNING
    assert seen == later


async def test_one_that_has_to_change_a_row_is_counted_whatever_ran_before(
    database: Database,
) -> None:
    async def note(transaction: Transaction) -> None:
        person = await neighbours.person(transaction, 7001)
        values = {"which": person.id, "now": BEGINNING}
        found = await transaction.connection.execute(_NOTE_EXACTLY, values)
        assert found.rowcount == 1
        transaction.connection.later(_NOTE_EXACTLY, values)

    async def note_nobody(transaction: Transaction) -> None:
        transaction.connection.later(_NOTE_EXACTLY, {"which": 0, "now": BEGINNING})

    await database.transact(note)
    with pytest.raises(ChangedMeanwhileError):
        await database.transact(note_nobody)


async def test_an_error_is_sqlalchemys_and_quotes_no_value(database: Database) -> None:
    same = {"kind": "private words", "subject": 1, "due_at": BEGINNING, "attempts": 0}

    async def plan(transaction: Transaction) -> None:
        await transaction.connection.execute(_PLAN, same)
        await transaction.connection.execute(_PLAN, same)

    with pytest.raises(IntegrityError) as raised:
        await database.transact(plan)
    assert "private words" not in str(raised.value)
