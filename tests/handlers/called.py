"""A scheme that calls people, without any messaging app: what they read is on their `phones`."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import select

from handlers.call_outs import sending
from handlers.house import Turn
from handlers.outgoing import keep
from handlers.payload import Payload
from storage import call_out_recipients, call_outs, checks, outbox, outbox_states, volunteers
from storage.call_out_recipients import Recipient
from storage.call_outs import CalledFor, CallOut, NewCallOut, Standing, Wanted
from storage.database import Transaction
from storage.model import Kind
from storage.private import PrivateText
from storage.tables import outbox as rows
from storage.volunteers import Offer
from tests.handlers.talks import OWNER, Talks, talks_in

#: How long before people are wanted they are called.
AHEAD: Final = timedelta(days=3)
LASTS: Final = timedelta(hours=3)


@dataclass
class Hall:
    """People who are called to a hall; whatever is said to them arrives at once."""

    talks: Talks
    areas: list[int]
    phones: dict[int, dict[int, str]] = field(default_factory=dict)

    async def helper(
        self,
        account: str,
        *areas: int,
        kinds: tuple[Kind, ...] = (Kind.ERRAND,),
        languages: tuple[str, ...] = ("en",),
        asked_at_most: str = "weekly",
        checked_until: date | None = None,
    ) -> None:
        """Let somebody help in some of the neighbourhoods, named by their places in the list."""
        person = await self.talks.arrives(account, f"Name of {account}")
        offer = Offer(
            kinds=frozenset(kinds),
            neighbourhoods=frozenset(self.areas[area] for area in areas),
            languages=frozenset(languages),
            asked_at_most=asked_at_most,
        )

        async def save(transaction: Transaction) -> None:
            await volunteers.save(transaction, person.id, offer, self.talks.now)
            if checked_until is not None:
                await checks.record_check(
                    transaction, person.id, person.id, self.talks.now, checked_until
                )

        await self.talks.look(save)

    async def calls(
        self,
        wanted: Mapping[int, int],
        author: str = OWNER,
        *,
        checked_only: bool = False,
        takes_strangers: bool = True,
    ) -> CallOut:
        """Send a call-out; `wanted` is how many in which of the neighbourhoods."""
        made_by = await self.talks.person(author)
        starts_at = self.talks.now + AHEAD
        new = NewCallOut(
            token="hall",  # noqa: S106 - it opens nothing
            author=made_by,
            standing=Standing.SENDING,
            purpose=CalledFor.PACKING,
            words=PrivateText("Bring gloves"),
            place=PrivateText("Church hall"),
            starts_at=starts_at,
            ends_at=starts_at + LASTS,
            wanted={self.areas[area]: number for area, number in wanted.items()},
            kinds=frozenset(),
            languages=frozenset(),
            checked_only=checked_only,
            takes_strangers=takes_strangers,
            reaches=0,
        )

        async def send(transaction: Transaction) -> CallOut:
            call_out = await call_outs.add(transaction, new, self.talks.now)
            turn = Turn(transaction, self.talks.now, self.talks.house)
            await keep(turn, await sending.begin(turn, call_out))
            return call_out

        call_out = await self.talks.look(send)
        await self.passes(timedelta(minutes=1))
        return call_out

    async def taps(self, account: str, data: str) -> None:
        """Let somebody press a button, and what follows at once arrive."""
        await self.talks.taps(account, data)
        await self.passes(timedelta(0))

    async def passes(self, time: timedelta) -> None:
        """Let time pass; messages arrive before and after it."""
        await self.arrives()
        end = self.talks.now + time
        # What is sent first arrives soon: until then it is looked after every few seconds.
        step = timedelta(minutes=1)
        while self.talks.now < end:
            await self.talks.passes(min(end - self.talks.now, step))
            await self.arrives()
            step = timedelta(hours=6)

    async def arrives(self) -> None:
        """Let everything arrive that is kept to be sent."""
        await self.talks.look(self._deliver)

    async def _deliver(self, transaction: Transaction) -> None:
        result = await transaction.connection.execute(
            select(rows).where(rows.c.status == "pending").order_by(rows.c.priority, rows.c.id)
        )
        for row in result.all():
            opened = transaction.open(row.payload, outbox.PAYLOAD, row.created_at)
            if row.chat_id is not None and opened is not None:
                payload = Payload.model_validate_json(opened.reveal())
                labels = [f"[{button.label}]" for line in payload.buttons for button in line]
                phone = self.phones.setdefault(row.chat_id, {})
                phone[row.changes or row.id] = "\n".join((payload.text, *labels))
            outbox_states.mark_sent(transaction, row.id, row.id, self.talks.now, row.recipient_id)

    async def reads(self, account: str) -> str:
        """Return the newest message on somebody's phone, as it reads now; "" where none is."""
        person = await self.talks.person(account)
        phone = self.phones.get(person.chat_id, {})
        return phone[max(phone)] if phone else ""

    async def all_on_phone(self, account: str) -> list[str]:
        """Return every message on somebody's phone as it reads now."""
        person = await self.talks.person(account)
        return list(self.phones.get(person.chat_id, {}).values())

    async def stands(self, call_out: CallOut, account: str) -> Recipient | None:
        """Return what became of a call-out with somebody."""
        person = await self.talks.person(account)
        return await self.talks.look(
            lambda transaction: call_out_recipients.find(transaction, call_out, person.id)
        )

    async def places(self, call_out: CallOut) -> list[Wanted]:
        """Return how many are wanted and have a place, by neighbourhood."""
        return await self.talks.look(
            lambda transaction: call_outs.places_of(transaction, call_out.id)
        )

    async def now(self, call_out: CallOut) -> CallOut:
        """Return a call-out as it stands now."""
        return await self.talks.look(lambda transaction: call_outs.get(transaction, call_out.id))


@asynccontextmanager
async def hall_in(folder: Path) -> AsyncIterator[Hall]:
    """Open a scheme with an owner and two neighbourhoods in an empty folder."""
    async with talks_in(folder) as talks:
        await talks.arrives(OWNER, "Olive")
        areas = [await talks.neighbourhood(name) for name in ("Elm Park", "Mill Side")]
        yield Hall(talks, areas)
