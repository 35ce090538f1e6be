"""Somebody does something in the scheme, and all of it is undone, so that all stays there."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select, text

from handlers import reception
from handlers.events import Event
from handlers.house import House
from handlers.payload import Payload, TapAnswer
from storage.database import Database, Transaction
from storage.tables import metadata, outbox
from tests.clock import BEGINNING
from tests.databases import is_on_server
from tests.endurance.marked import marks_in
from tests.endurance.permissions import judge
from tests.endurance.permissions.judge import Belongings
from tests.endurance.permissions.rows import PASSING, Changes, Dump, dump
from tests.endurance.permissions.things import build
from tests.endurance.permissions.world import World

KEPT: Final = sorted(set(metadata.tables) - PASSING)
REFERENCE: Final = re.compile(r"KRT-\d{4,}")
#: Beyond every number of a row of the world.
_NUMBERS_FROM: Final = text("SELECT setval(sequencename::regclass, 1000000) FROM pg_sequences")
Deed = Callable[[Transaction], Awaitable[None]]


@dataclass(frozen=True)
class Heard:
    """What somebody was sent: its words, what its buttons carry, and the words of its links."""

    chat_id: int | None
    text: str
    buttons: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


@dataclass
class Outcome:
    """What a deed gave: what was said, and which changes were not theirs to cause."""

    said: list[Heard] = field(default_factory=list)
    wrongs: list[str] = field(default_factory=list)
    #: Private words that came back to whoever did it, or reached a group.
    leaks: set[str] = field(default_factory=set)
    #: References of requests that are not theirs.
    named: set[str] = field(default_factory=set)
    #: The tables of which rows were changed.
    touched: frozenset[str] = frozenset()

    @property
    def has_changed(self) -> bool:
        """Whether anything was."""
        return bool(self.touched)


class _UndoneError(Exception):
    """The end of a deed; carries what it gave."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class Play:
    """The scheme, and what each of those who attack may do and see in it."""

    def __init__(self, database: Database, house: House) -> None:
        self._database = database
        self.house = house
        database.is_watched = True
        self._changes = Changes(database.engine.sync_engine)
        self.base: Dump = {}
        self._theirs: dict[str, Belongings] = {}

    async def set_up(self) -> None:
        """Fill the scheme, and note whose each thing is."""
        self.world = await self._database.transact(self._build)

    async def _build(self, transaction: Transaction) -> World:
        world = await build(transaction, BEGINNING)
        if is_on_server():
            # A file gives out no number that it has; a server counts by itself.
            await transaction.connection.execute(_NUMBERS_FROM)
        self.base = await dump(transaction, KEPT)
        for name, person in world.people.items():
            self._theirs[name] = judge.belongings(transaction, self.base, person)
        return world

    def names(self) -> dict[str, list[str]]:
        """Return what stands for the rows of each table: their numbers, or their tokens."""
        names: dict[str, list[str]] = {}
        for name, rows in self.base.items():
            for column in ("token", "id"):
                if column in metadata.tables[name].columns and rows and name != "due_work":
                    names[f"{name}.{column}"] = [str(row[column]) for row in rows.values()]
        return names

    async def does(self, name: str, deed: Deed) -> Outcome:
        """Let somebody do something, and take it back; return what it gave."""

        async def work(transaction: Transaction) -> None:
            self._changes.tables.clear()
            await deed(transaction)
            await transaction.connection.write()
            raise _UndoneError(await self._outcome(transaction, self._theirs[name]))

        try:
            await self._database.transact(work)
        except _UndoneError as undone:
            return undone.outcome
        raise AssertionError("a deed was not undone")

    async def hears(self, transaction: Transaction, event: Event) -> None:
        """Let the service hear an event."""
        await reception.receive(transaction, event, self.world.now, self.house)

    async def _outcome(self, transaction: Transaction, theirs: Belongings) -> Outcome:
        touched = self._changes.tables - PASSING
        after = await dump(transaction, sorted(touched))
        said = await _said(transaction)
        seen = [each for each in said if self._is_seen_by(each, theirs)]
        texts = [word for each in seen for word in (each.text, *each.buttons, *each.starts)]
        return Outcome(
            said=said,
            wrongs=sorted(judge.wrongs(self.base, after, theirs)),
            leaks=marks_in(texts) - theirs.words,
            named=set(REFERENCE.findall("\n".join(texts))) - theirs.references,
            touched=frozenset(name for name in touched if after[name] != self.base[name]),
        )

    def _is_seen_by(self, heard: Heard, theirs: Belongings) -> bool:
        """Say whether somebody can read a message: their own, that of a group, or over a button."""
        others = {each.chat_id for each in self.world.people.values()} - {theirs.person.chat_id}
        return heard.chat_id not in others


async def _said(transaction: Transaction) -> list[Heard]:
    """Return all that is on its way to anybody."""
    rows = await transaction.connection.execute(
        select(outbox.c.chat_id, outbox.c.payload, outbox.c.created_at, outbox.c.action)
    )
    found = []
    for row in rows:
        opened = transaction.open(row.payload, "outbox.payload", row.created_at)
        if opened is None:
            # Emptied, since whoever it was for had themself forgotten.
            continue
        if row.action == "answer_tap":
            answer = TapAnswer.model_validate_json(opened.reveal())
            found.append(Heard(None, answer.text, (), (answer.start,) if answer.start else ()))
            continue
        payload = Payload.model_validate_json(opened.reveal())
        buttons = [button for line in payload.buttons for button in line]
        labels = [each.label for each in buttons]
        found.append(
            Heard(
                row.chat_id,
                "\n".join((payload.text, *labels, str(payload.document or ""))),
                tuple(each.data for each in buttons if each.data),
                tuple(each.start for each in buttons if each.start),
            )
        )
    return found
