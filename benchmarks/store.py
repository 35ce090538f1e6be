"""A store with people in it: agreed, named, each with finished requests behind them."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table, insert

from benchmarks.journey import NEIGHBOURHOODS, TYPED_WORDS
from benchmarks.load import FIRST_ACCOUNT
from bot.messengers.telegram.addresses import APP
from handlers.deadlines import FORGET
from handlers.house import PLAIN_LETTERS
from storage import chats, migration, neighbourhoods, people, tables
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.model import Kind, Level, Size, Status, WhoPays
from storage.outbox import PRIORITY, Purpose
from storage.private import PrivateText

#: Below every number that the sandbox gives to an update.
_FIRST_UPDATE: Final = 100_000_001
#: Updates and messages that are kept of each person.
ROWS_EACH: Final = 5
#: Shares no divisor with the number of references, so that none comes twice.
_SPREAD: Final = 770_101
_BATCH: Final = 5_000
_HOMES: Final = 1_200
_ZONE: Final = "Europe/London"


@dataclass(frozen=True, slots=True)
class Store:
    """A folder with a database and its keys."""

    folder: Path

    @property
    def database_file(self) -> Path:
        return self.folder / "doorstep.sqlite"

    @property
    def url(self) -> str:
        return f"sqlite+aiosqlite:///{self.database_file}"

    @property
    def keys_file(self) -> Path:
        return self.folder / "doorstep.keys"

    def requests(self) -> int:
        """Return how many requests are stored."""
        ((found,),) = self._read("SELECT count(*) FROM tasks")
        return int(found)

    def fates(self) -> dict[str, int]:
        """Return how many recipients of call-outs have met which fate."""
        counted = self._read("SELECT fate, count(*) FROM call_out_recipients GROUP BY fate")
        return {str(fate): int(number) for fate, number in counted}

    def _read(self, statement: str) -> list[tuple[Any, ...]]:
        with contextlib.closing(sqlite3.connect(self.database_file)) as connection:
            return connection.execute(statement).fetchall()


async def fill(store: Store, number: int, groups: Sequence[int], *, volunteers: int = 0) -> None:
    """Make a store with so many people, and link each group's chat to its neighbourhood.

    The first of the people are volunteers, so many of them.
    """
    now = datetime.now(UTC)
    # Alembic brings an event loop of its own.
    await asyncio.to_thread(asyncio.run, migration.migrate(store.url, now, store.keys_file))
    keys = Keys(store.keys_file)
    database = Database(open_engine(store.url), keys)
    await database.start()
    # A commit for each of a hundred thousand keys would take longer than all the rest.
    with keys.file.changing():
        for first in range(0, number, _BATCH):
            some = range(first, min(first + _BATCH, number))

            async def add(transaction: Transaction, some: range = some) -> None:
                await _add_people(transaction, some, now)

            await database.transact(add)
    await database.transact(lambda transaction: _link(transaction, groups, now))
    for first in range(0, volunteers, _BATCH):
        some = range(first, min(first + _BATCH, volunteers))

        async def add_offers(transaction: Transaction, some: range = some) -> None:
            await _add_volunteers(transaction, some, now)

        await database.transact(add_offers)
    await database.stop()


async def _link(transaction: Transaction, groups: Sequence[int], now: datetime) -> None:
    for name, group in zip(NEIGHBOURHOODS, groups, strict=True):
        area = await neighbourhoods.make(transaction, name, _ZONE, now)
        await neighbourhoods.change(transaction, area, homes=_HOMES)
        chat = await chats.remember(transaction, f"{APP}:{group}", is_private=False)
        await neighbourhoods.link_group(transaction, chat, None, area, "en")


async def _add_people(transaction: Transaction, some: range, now: datetime) -> None:
    for table, rows in (
        (tables.chats, _chats(transaction, some)),
        (tables.people, _people(transaction, some, now)),
        (tables.tasks, _tasks(transaction, some, now)),
        (tables.outbox, _outbox(some, now)),
        (tables.inbox, _inbox(some, now)),
        (tables.due_work, _due_work(some, now)),
    ):
        await _insert(transaction, table, list(rows))


async def _add_volunteers(transaction: Transaction, some: range, now: datetime) -> None:
    offers = [
        {
            "person_id": each + 1,
            "times": [],
            "languages": ["en"],
            "has_car": False,
            "tasks_at_once": 1,
            "asked_at_most": "weekly",
            "created_at": now,
            "reviewed_at": now,
        }
        for each in some
    ]
    areas = [
        {"person_id": each + 1, "neighbourhood_id": each % len(NEIGHBOURHOODS) + 1} for each in some
    ]
    kinds = [
        {"person_id": each + 1, "kind": Kind.SHOPPING.value, "guidance_read_at": now}
        for each in some
    ]
    await _insert(transaction, tables.volunteers, offers)
    await _insert(transaction, tables.volunteer_neighbourhoods, areas)
    await _insert(transaction, tables.volunteer_kinds, kinds)


async def _insert(transaction: Transaction, table: Table, rows: list[dict[str, Any]]) -> None:
    await transaction.connection.execute(insert(table), rows)


def _chats(transaction: Transaction, some: range) -> Iterator[dict[str, Any]]:
    for each in some:
        address, key = _account(each), transaction.keys.house
        yield {"id": each + 1, "is_private": True, **chats.at(transaction, address, key)}


def _people(transaction: Transaction, some: range, now: datetime) -> Iterator[dict[str, Any]]:
    for each in some:
        key = transaction.keys.make()
        name = transaction.seal(key, PrivateText(f"Person {each}"), people.NAME, each + 1)
        found_by, _ = transaction.keys.fingerprints(_account(each))
        account = PrivateText(_account(each))
        yield {
            "id": each + 1,
            "account_hash": found_by,
            "account": transaction.seal(key, account, people.ACCOUNT, found_by),
            "chat_id": each + 1,
            "key": key,
            "language": "en",
            "first_name": name,
            "agreed_at": now - timedelta(days=30),
            "health_asked_at": now - timedelta(days=30),
            "created_at": now - timedelta(days=30),
        }


def _tasks(transaction: Transaction, some: range, now: datetime) -> Iterator[dict[str, Any]]:
    asked, done = now - timedelta(days=1), now - timedelta(hours=20)
    for each in some:
        words = transaction.keys.seal(
            transaction.keys.house, TYPED_WORDS, "tasks.words", f"stored{each}"
        )
        yield {
            "id": each + 1,
            "reference": _reference(each),
            "token": f"stored{each}",
            "resident_id": each + 1,
            "status": Status.DONE.value,
            "kind": Kind.SHOPPING.value,
            "level": Level.OPEN.value,
            "size": Size.SMALL.value,
            "needs": [],
            "who_pays": WhoPays.NOTHING_TO_PAY.value,
            "window_start": asked,
            "window_end": done,
            "words": words,
            "helper_id": (each + 1) % len(some) + some.start + 1,
            "claim_number": 1,
            "created_at": asked,
            "claimed_at": asked,
            "closed_at": done,
        }


def _outbox(some: range, now: datetime) -> Iterator[dict[str, Any]]:
    moment = now - timedelta(hours=20)
    for each in some:
        for number in range(ROWS_EACH):
            yield {
                "chat_id": each + 1,
                "action": "send",
                "purpose": Purpose.ANSWER.value,
                "priority": PRIORITY[Purpose.ANSWER],
                "status": "sent",
                "label": f"ask:{each + 1}:{number}",
                "message": number + 1,
                "attempts": 1,
                "created_at": moment,
                "due_at": moment,
                "finished_at": moment,
            }


def _inbox(some: range, now: datetime) -> Iterator[dict[str, Any]]:
    for number in range(some.start * ROWS_EACH, some.stop * ROWS_EACH):
        yield {
            "messenger": APP,
            "number": _FIRST_UPDATE + number,
            "status": "done",
            "received_at": now - timedelta(hours=20),
        }


def _due_work(some: range, now: datetime) -> Iterator[dict[str, Any]]:
    for each in some:
        due_at = now + timedelta(days=2, seconds=each % 3600)
        yield {"kind": FORGET, "subject": each + 1, "due_at": due_at}


def _account(number: int) -> str:
    return f"{APP}:{FIRST_ACCOUNT + number}"


def _reference(number: int) -> str:
    """Return one of the references that the service itself makes, each number another."""
    letters, digits = divmod(number * _SPREAD % (len(PLAIN_LETTERS) ** 3 * 90), 90)
    rest, third = divmod(letters, len(PLAIN_LETTERS))
    first, second = divmod(rest, len(PLAIN_LETTERS))
    word = PLAIN_LETTERS[first] + PLAIN_LETTERS[second] + PLAIN_LETTERS[third]
    return f"{word}-{digits + 10}"
