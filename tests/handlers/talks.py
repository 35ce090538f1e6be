"""People who talk with the handlers over a real database, without any messaging app."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Final, TypeVar

from sqlalchemy import select

from handlers import dialogue, taps, timed
from handlers.cards import DEFAULT_ZONE
from handlers.conversations import CONVERSATIONS
from handlers.events import Place, Sender, Tapped
from handlers.house import House, PersonalTurn
from handlers.messages import Message, Say, SayInGroup
from handlers.outgoing import keep, rendered
from handlers.payload import Payload
from handlers.question import Heard, Picked, Words
from handlers.settled import settled
from handlers.texts import Texts
from storage import conversations, due_work, neighbourhoods, outbox, people, tasks, volunteers
from storage.database import Database, Transaction
from storage.due_work import DueWork
from storage.engines import open_engine
from storage.keys import Keys
from storage.model import Kind, Level, NewTask, Person, Secrets, Status, Task, Volunteer
from storage.private import PrivateText
from storage.retention import TIDY
from storage.tables import outbox as outbox_rows
from storage.volunteers import Offer
from tests.clock import BEGINNING
from tests.fresh_scheme import begin_in, keys_in, url_in

OWNER: Final = "telegram:9001"
ANA: Final = "telegram:7001"
BEN: Final = "telegram:7002"
RUTH: Final = "telegram:7003"
#: What the buttons of the first request carry.
TOKEN: Final = "t1"  # noqa: S105 - it opens nothing

R = TypeVar("R")


def words(text: str, language: str = "en") -> Words:
    """Return what was typed."""
    return Words(text, language)


def press(*options: str) -> list[Heard]:
    """Return presses of buttons, one after the other."""
    return [Picked(option) for option in options]


@dataclass
class Talks:
    """A scheme whose people are heard one act at a time; `said` is what the last act gave."""

    database: Database
    house: House
    now: datetime = BEGINNING
    said: list[Message] = field(default_factory=list)

    async def act(
        self, account: str, does: Callable[[PersonalTurn], Awaitable[Sequence[Message]]]
    ) -> None:
        """Let somebody do something, and keep what is said because of it."""

        async def work(transaction: Transaction) -> list[Message]:
            person = await people.find(transaction, account)
            assert person is not None
            house = await settled(transaction, self.house)
            turn = PersonalTurn(transaction, self.now, house, person)
            said = list(await does(turn))
            await keep(turn, said)
            return said

        self.said = await self.database.transact(work)

    async def begins(self, account: str, name: str, subject: str = "") -> None:
        """Let somebody begin a conversation."""
        await self.act(account, lambda turn: dialogue.begin(turn, CONVERSATIONS[name], subject))

    async def answers(self, account: str, *heard: Heard) -> None:
        """Let somebody answer, one thing after the other."""
        for each in heard:
            await self.act(account, partial(_hear, heard=each))

    async def taps(self, account: str, data: str) -> None:
        """Let somebody press a button, of whatever age, in their private chat."""
        event = Tapped(Sender(account), Place(account, is_private=True), tap="1", data=data)
        await self.act(account, lambda turn: taps.tapped(turn, event))

    async def passes(self, time: timedelta) -> None:
        """Let time pass, with everything done that is planned meanwhile."""
        end = self.now + time
        while True:
            planned = await self.look(due_work.next_at)
            if planned is None or planned > end:
                break
            self.now = max(self.now, planned)
            for work in await self.look(partial(due_work.lease, now=self.now)):
                await self.look(partial(self._do, work))
        self.now = end

    async def tidied(self, after: timedelta = timedelta(0)) -> None:
        """Let time pass at once, and what is not kept any longer be dropped."""
        self.now += after
        work = DueWork(0, TIDY, 0, self.now)
        await self.look(lambda transaction: timed.do(transaction, work, self.now, self.house))

    async def _do(self, work: DueWork, transaction: Transaction) -> None:
        if await due_work.finish(transaction, work):
            await timed.do(transaction, work, self.now, self.house)

    def seen_by(self, account: str) -> str:
        """Return what the last act made somebody see in private, with its buttons."""
        return "\n---\n".join(
            self._text(each, each.to.language)
            for each in self.said
            if isinstance(each, Say) and each.to.account == account
        )

    async def kept_for(self, account: str) -> str:
        """Return all that is kept for somebody and has not left yet, with its buttons."""
        person = await self.person(account)

        async def read(transaction: Transaction) -> list[Payload]:
            rows = await transaction.connection.execute(
                select(outbox_rows.c.payload, outbox_rows.c.created_at)
                .where(outbox_rows.c.chat_id == person.chat_id, outbox_rows.c.action == "send")
                .order_by(outbox_rows.c.id)
            )
            opened = [transaction.open(row.payload, outbox.PAYLOAD, row.created_at) for row in rows]
            return [Payload.model_validate_json(each.reveal()) for each in opened if each]

        return "\n---\n".join(_shown(each) for each in await self.look(read))

    def seen_in_group(self) -> str:
        """Return what the last act made a group see in words."""
        return "\n---\n".join(
            self._text(each, each.language) for each in self.said if isinstance(each, SayInGroup)
        )

    def _text(self, message: Say | SayInGroup, language: str) -> str:
        return _shown(rendered(self.house.texts, message.lines, message.buttons, language))

    async def look(self, work: Callable[[Transaction], Awaitable[R]]) -> R:
        """Look into the database, or change it."""
        return await self.database.transact(work)

    async def person(self, account: str) -> Person:
        """Return somebody as they are known now."""
        found = await self.look(lambda transaction: people.find(transaction, account))
        assert found is not None
        return found

    async def arrives(self, account: str, name: str | None = None, language: str = "en") -> Person:
        """Make somebody known, who has agreed to what is kept where they have a name."""

        async def work(transaction: Transaction) -> None:
            person = await people.add(transaction, account, language, self.now)
            if name is not None:
                await people.set_name(transaction, person, PrivateText(name))
                await people.note_agreement(transaction, person, self.now, health=False)

        await self.look(work)
        return await self.person(account)

    async def volunteer(self, account: str) -> Volunteer | None:
        """Return what somebody offers."""
        person = await self.person(account)
        return await self.look(lambda transaction: volunteers.find(transaction, person.id))

    async def offers(self, account: str, *kinds: Kind) -> None:
        """Let somebody offer kinds of help without asking them anything."""
        person = await self.person(account)
        offer = Offer(kinds=frozenset(kinds), neighbourhoods=frozenset())
        await self.look(
            lambda transaction: volunteers.save(transaction, person.id, offer, self.now)
        )

    async def neighbourhood(self, name: str = "Elm Park", zone: str = DEFAULT_ZONE.key) -> int:
        """Make a neighbourhood."""
        return await self.look(
            lambda transaction: neighbourhoods.make(transaction, name, zone, self.now)
        )

    async def request(
        self,
        account: str,
        token: str = TOKEN,
        kind: Kind = Kind.SHOPPING,
        level: Level = Level.OPEN,
        helped_id: int | None = None,
        *,
        by_phone: bool = False,
    ) -> Task:
        """Let somebody have asked for help in Elm Park."""
        resident = await self.person(account)
        new = NewTask(
            reference=token.upper(),
            token=token,
            resident_id=resident.id,
            neighbourhood_id=await self.neighbourhood(),
            status=Status.OPEN,
            kind=kind,
            level=level,
            size=None,
            needs=frozenset(),
            language_wanted=None,
            who_pays=None,
            ceiling=None,
            window_start=self.now,
            window_end=self.now + timedelta(hours=2),
            created_at=self.now,
            secrets=Secrets(first_name=PrivateText("Ruth"), words=PrivateText("Milk, please")),
            helped_id=helped_id,
            by_phone=by_phone,
        )
        return await self.look(lambda transaction: tasks.add(transaction, resident, new))

    async def task(self, token: str = TOKEN) -> Task:
        """Return a request as it stands now."""
        found = await self.look(lambda transaction: tasks.with_token(transaction, token))
        assert found is not None
        return found


def _shown(payload: Payload) -> str:
    buttons = [f"[{button.label}|{button.data}]" for row in payload.buttons for button in row]
    return "\n".join((payload.text, *buttons))


async def _hear(turn: PersonalTurn, heard: Heard) -> list[Message]:
    stored = await conversations.load(turn.transaction, turn.person)
    assert stored is not None, "nobody asked them anything"
    return await dialogue.hear(turn, CONVERSATIONS[stored.name], stored, heard)


@asynccontextmanager
async def talks_in(folder: Path) -> AsyncIterator[Talks]:
    """Open a scheme in an empty folder."""
    begin_in(folder)
    database = Database(open_engine(url_in(folder)), Keys(keys_in(folder)))
    await database.start()
    house = House(
        texts=Texts(),
        owners=frozenset({OWNER}),
        private_chat_link=lambda word: f"https://chat.example/{word}",
        random=Random(1),
    )
    try:
        yield Talks(database, house)
    finally:
        await database.stop()
