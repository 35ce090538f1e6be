"""Pictures: sealed with their sender's key, kept until their last day, no longer."""

from datetime import timedelta

from sqlalchemy import select

from storage import pictures
from storage.database import Database, Transaction
from storage.retention import sweep_all
from storage.tables import expenses
from storage.tables import pictures as table
from tests.clock import BEGINNING
from tests.storage import neighbours

JPEG = bytes(range(256))
TOMORROW = BEGINNING + timedelta(days=1)


async def _kept(transaction: Transaction, account: int = 7001) -> int:
    person = await neighbours.person(transaction, account)
    return await pictures.keep(transaction, person.key, JPEG, BEGINNING, TOMORROW)


async def test_a_picture_comes_back_as_it_was_and_lies_there_sealed(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        number = await _kept(transaction)
        assert await pictures.content(transaction, number) == JPEG
        sealed = await transaction.connection.scalar(select(table.c.content))
        assert JPEG[:16] not in sealed.blob
        assert await pictures.content(transaction, number + 1) is None

    await database.transact(scene)


async def test_a_picture_goes_on_its_last_day_unless_it_is_kept_longer(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        short = await _kept(transaction, 7001)
        long = await _kept(transaction, 7002)
        await pictures.keep_longer(transaction, long, TOMORROW + timedelta(days=7))
        # Nobody takes days away from it in this way.
        await pictures.keep_longer(transaction, long, BEGINNING)
        await sweep_all(transaction, TOMORROW - timedelta(seconds=1), {})
        assert await pictures.content(transaction, short) == JPEG
        await sweep_all(transaction, TOMORROW, {})
        assert await pictures.content(transaction, short) is None
        assert await pictures.content(transaction, long) == JPEG

    await database.transact(scene)


async def test_what_showed_a_picture_goes_on_without_it(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        person = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, person)
        receipt = await pictures.keep(transaction, person.key, JPEG, BEGINNING, TOMORROW)
        await transaction.connection.execute(
            expenses.insert().values(
                task_id=task.id,
                person_id=person.id,
                amount=1,
                currency="GBP",
                receipt_id=receipt,
                status="waiting",
                created_at=BEGINNING,
            )
        )
        await sweep_all(transaction, TOMORROW, {})
        assert await transaction.connection.scalar(select(expenses.c.receipt_id)) is None

    await database.transact(scene)
