"""A scheme on one database: events go in, and what everybody is told comes out."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Final, TypeVar

from sqlalchemy import Row, event, select

from handlers import delivery, reception, timed
from handlers.events import (
    BotBlocked,
    BotUnblocked,
    Event,
    Place,
    Said,
    Sender,
    Tapped,
    person_of,
)
from handlers.house import House
from handlers.texts import Texts
from storage import conversations, departures, due_work, outbox, outbox_states
from storage.database import Database, Transaction
from storage.due_work import DueWork
from storage.engines import open_engine
from storage.keys import Keys
from storage.outbox import Purpose
from storage.private import PrivateText
from storage.tables import chats
from storage.tables import outbox as outbox_rows
from tests.databases import is_on_server
from tests.endurance.model.telling import Shown, Told, as_told, buttons_of, chat_of, payload_of
from tests.fresh_scheme import url_in

R = TypeVar("R")

#: Read once: the files of the wordings do not change under a test.
TEXTS: Final = Texts()
OWNER: Final = "telegram:9001"
#: What every text begins with that somebody types, names included: no group may ever see it.
MARK: Final = "zq"
#: Events follow each other by so much, as they do where people act.
MOMENT: Final = timedelta(seconds=1)
#: So many pieces of work may fall due at one moment before something must be going in circles.
MOST_AT_ONCE: Final = 200


class _LookedAtError(Exception):
    """Takes what was seen out of a transaction that is to leave no trace."""

    def __init__(self, seen: list[Told]) -> None:
        super().__init__("looked at")
        self.seen = seen


@dataclass
class Stage:
    """The service without a network: its handlers, a database file, a clock, and all chats."""

    folder: Path
    now: datetime
    house: House = field(
        default_factory=lambda: House(
            texts=TEXTS,
            owners=frozenset({OWNER}),
            private_chat_link=lambda word: f"https://chat.example/{word}",
            random=Random(1),
        )
    )
    chats: dict[str, dict[int, Shown]] = field(default_factory=dict)
    database: Database | None = None
    _asked: dict[str, str | None] = field(default_factory=dict)
    _last_row: int = 0
    _last_number: int = 0

    async def start(self) -> None:
        """Open the database as a service does that is started."""
        engine = open_engine(url_in(self.folder))
        if not is_on_server():
            event.listen(engine.sync_engine, "connect", _without_waiting)
        self.database = Database(engine, Keys(self.folder / "doorstep.keys"))
        await self.database.start()

    async def stop(self) -> None:
        """Close the database; what is known is in its file."""
        database, self.database = self.database, None
        if database is not None:
            await database.stop()

    async def look(self, work: Callable[[Transaction], Awaitable[R]]) -> R:
        """Look into the database, or change it."""
        assert self.database is not None
        return await self.database.transact(work)

    # --- What people do --------------------------------------------------------------------------

    async def says(self, account: str, text: str) -> list[Told]:
        """Let somebody write in private."""
        place = Place(account, is_private=True)
        return await self.happens(Said(Sender(account), place, self._number(), PrivateText(text)))

    async def taps(
        self, account: str, data: str, group: str | None = None, message: int | None = None
    ) -> list[Told]:
        """Let somebody press a button, of whatever age, in private or in a group."""
        place = Place(group or account, is_private=group is None)
        return await self.happens(Tapped(Sender(account), place, "tap", data, message))

    async def blocks(self, account: str) -> list[Told]:
        """Let somebody block the bot."""
        return await self.happens(BotBlocked(Sender(account)))

    async def unblocks(self, account: str) -> list[Told]:
        """Let somebody open the chat with the bot again."""
        return await self.happens(BotUnblocked(Sender(account)))

    async def happens(self, event: Event) -> list[Told]:
        """Let something happen, and hand over everything that is said because of it."""
        self.now += MOMENT
        account = person_of(event) or ""

        async def work(transaction: Transaction) -> list[Told]:
            await reception.receive(transaction, event, self.now, self.house)
            told = await self._handed_over(transaction)
            self._asked[account] = await _asked_of(transaction, account)
            return told

        return await self.look(work)

    async def works(self, until: datetime) -> AsyncIterator[tuple[DueWork, list[Told]]]:
        """Let time pass, and do each piece of work at its time; yields it and what it said."""
        done_at: dict[datetime, int] = {}
        self._asked.clear()
        while True:
            planned = await self.look(due_work.next_at)
            if planned is None or planned > until:
                break
            self.now = max(self.now, planned)
            for work in await self.look(partial(due_work.lease, now=self.now)):
                done_at[self.now] = done_at.get(self.now, 0) + 1
                assert done_at[self.now] < MOST_AT_ONCE, f"{work.kind} goes in circles"
                yield work, await self.look(partial(self._do, work))
        self.now = max(self.now, until)

    async def _do(self, work: DueWork, transaction: Transaction) -> list[Told]:
        if await due_work.finish(transaction, work):
            await timed.do(transaction, work, self.now, self.house)
        return await self._handed_over(transaction)

    async def imagines(self, accounts: Sequence[str], text: str) -> dict[str, list[Told]]:
        """Return what some would be told who wrote something now; nothing happens."""

        async def work(transaction: Transaction) -> None:
            for account in accounts:
                place = Place(account, is_private=True)
                event = Said(Sender(account), place, self._last_number, PrivateText(text))
                await reception.receive(transaction, event, self.now, self.house)
            raise _LookedAtError((await self._new(transaction))[0])

        try:
            await self.look(work)
        except _LookedAtError as looked:
            return {
                account: [each for each in looked.seen if each.chat == account]
                for account in accounts
            }
        raise AssertionError("the transaction was to be undone")

    # --- What is asked of somebody ---------------------------------------------------------------

    async def asked(self, account: str) -> str | None:
        """Return the name of the conversation that somebody is in."""
        if account not in self._asked:
            self._asked[account] = await self.look(partial(_asked_of, account=account))
        return self._asked[account]

    def question(self, account: str) -> dict[str, str]:
        """Return the options of the newest question in somebody's chat, with their buttons."""
        for shown in reversed(self.chats.get(account, {}).values()):
            pressed = [data for data in shown.buttons if data.startswith("q:")]
            if pressed:
                return {data.split(":", 2)[2]: data for data in pressed}
        return {}

    # --- Messages --------------------------------------------------------------------------------

    def _number(self) -> int:
        self._last_number += 1
        return self._last_number

    async def _handed_over(self, transaction: Transaction) -> list[Told]:
        """Let every message arrive that can, and return all that were written."""
        told: list[Told] = []
        while True:
            new, self._last_row = await self._new(transaction)
            told += new
            result = await transaction.connection.execute(_DUE)
            # Where a card arrives, others may be taken back.
            if not any([await self._arrives(transaction, row) for row in result.all()]):
                return told

    async def _new(self, transaction: Transaction) -> tuple[list[Told], int]:
        result = await transaction.connection.execute(
            select(outbox_rows, chats.c.address, chats.c.address_hash)
            .outerjoin(chats, chats.c.id == outbox_rows.c.chat_id)
            .where(outbox_rows.c.id > self._last_row)
            .order_by(outbox_rows.c.id)
        )
        rows = result.all()
        last = rows[-1].id if rows else self._last_row
        return [as_told(transaction, row, self.now) for row in rows], last

    async def _arrives(self, transaction: Transaction, row: Row[Any]) -> bool:
        """Put a message into its chat; returns whether more may follow from it."""
        here = self.chats.setdefault(chat_of(transaction, row), {})
        number: int | None = None
        if row.action != "answer_tap":
            payload = payload_of(transaction.open(row.payload, outbox.PAYLOAD, row.created_at))
            changes = row.message if row.changes is None else row.earlier
            if row.action == "send":
                number = self._number()
                here[number] = Shown(payload.text, buttons_of(payload))
            elif row.action == "edit" and changes in here:
                here[changes] = Shown(payload.text, buttons_of(payload))
            elif row.action == "delete":
                here.pop(changes, None)
        outbox_states.mark_sent(transaction, row.id, number, self.now)
        if row.purpose != Purpose.CARD or number is None:
            return False
        due = await departures.get(transaction, row.id, self.now)
        await delivery.posted(transaction, due, number, self.now, self.house)
        return True


_EARLIER: Final = outbox_rows.alias("earlier")
_DUE: Final = (
    select(outbox_rows, chats.c.address, chats.c.address_hash, _EARLIER.c.message.label("earlier"))
    .outerjoin(chats, chats.c.id == outbox_rows.c.chat_id)
    .outerjoin(_EARLIER, _EARLIER.c.id == outbox_rows.c.changes)
    .where(outbox_rows.c.status == "pending")
    .order_by(outbox_rows.c.priority, outbox_rows.c.id)
)


async def _asked_of(transaction: Transaction, account: str) -> str | None:
    known = await conversations.find_with_person(transaction, account)
    return None if known is None or known[1] is None else known[1].name


def _without_waiting(connection: Any, _record: object) -> None:
    """Leave out the wait for the disk: no story here is about a machine that loses power."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()
