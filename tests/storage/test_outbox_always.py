"""Whatever happens in whatever order: one at a time to each chat, and nothing is forgotten."""

import asyncio
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from storage import chats, departures, outbox, outbox_states
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.model import FIRST_BOT
from storage.outbox import Purpose
from storage.retention.passing import SENT
from storage.retention.rules import sweep
from storage.tables import outbox as rows
from tests.clock import BEGINNING
from tests.databases import is_on_server, url_of
from tests.storage import neighbours

CHATS = 3
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, CHATS - 1), st.sampled_from(list(Purpose))),
        st.tuples(st.just("change"), st.integers(0, 20), st.sampled_from(list(Purpose))),
        st.tuples(st.just("take"), st.integers(1, 3)),
        st.tuples(
            st.just("end"), st.integers(0, 5), st.sampled_from(["sent", "retry", "unknown", "dead"])
        ),
        st.tuples(st.just("postpone"), st.integers(0, CHATS - 1)),
        st.tuples(st.just("close"), st.integers(0, CHATS - 1)),
        st.tuples(st.just("open"), st.integers(0, CHATS - 1)),
        st.tuples(st.just("tidy")),
    ),
    max_size=40,
)


class _Post:
    """Sends as the service does: it knows what is on its way, and nothing else."""

    def __init__(self, transaction: Transaction, chats: list[int]) -> None:
        self.transaction, self.chats, self.now = transaction, chats, BEGINNING
        self.on_the_way: dict[int, int] = {}

    async def do(self, step: tuple[object, ...]) -> None:
        self.now += timedelta(seconds=1)
        await getattr(self, step[0])(*step[1:])  # type: ignore[call-overload] # a name of a method
        statuses = await self.transaction.connection.execute(
            select(rows.c.chat_id).where(rows.c.status == "sending")
        )
        sending = list(statuses.scalars())
        assert len(sending) == len(set(sending))
        assert sorted(sending) == sorted(self.on_the_way.values())

    async def add(self, chat: int, purpose: Purpose) -> None:
        message = neighbours.message(self.chats[chat], purpose=purpose)
        await outbox.add(self.transaction, [message], self.now)

    async def change(self, which: int, purpose: Purpose) -> None:
        found = (await self.transaction.connection.execute(select(rows.c.id, rows.c.chat_id))).all()
        if found:
            row_id, chat_id = found[which % len(found)]
            message = neighbours.message(chat_id, purpose=purpose, action="edit", changes=row_id)
            await outbox.add(self.transaction, [message], self.now)

    async def take(self, most: int) -> None:
        found = await departures.due(
            self.transaction, FIRST_BOT, self.now, self.on_the_way.values(), most
        )
        await departures.start_sending(self.transaction, [each.id for each in found])
        for each in found:
            assert each.chat_id is not None
            self.on_the_way[each.id] = each.chat_id
            await self._is_not_ahead_of_what_it_changes(each.id)

    async def _is_not_ahead_of_what_it_changes(self, row_id: int) -> None:
        earlier = rows.alias("earlier")
        status = await self.transaction.connection.scalar(
            select(earlier.c.status)
            .join(rows, rows.c.changes == earlier.c.id)
            .where(rows.c.id == row_id)
        )
        assert status in (None, "sent", "unknown", "dead")

    async def end(self, which: int, how: str) -> None:
        if not self.on_the_way:
            return
        row_id = sorted(self.on_the_way)[which % len(self.on_the_way)]
        del self.on_the_way[row_id]
        if how == "sent":
            outbox_states.mark_sent(self.transaction, row_id, 100 + row_id, self.now)
        elif how == "retry":
            due_at = self.now + timedelta(seconds=5)
            await outbox_states.mark_for_retry(self.transaction, row_id, due_at)
        elif how == "unknown":
            await outbox_states.mark_unknown(self.transaction, row_id, self.now)
        else:
            await outbox_states.mark_dead(self.transaction, row_id, self.now)

    async def postpone(self, chat: int) -> None:
        until = self.now + timedelta(seconds=7)
        await outbox_states.postpone(self.transaction, self.chats[chat], FIRST_BOT, until)

    async def close(self, chat: int) -> None:
        chat_id = self.chats[chat]
        self.on_the_way = {row: to for row, to in self.on_the_way.items() if to != chat_id}
        await chats.set_reachable(self.transaction, chat_id, reachable=False)
        await outbox_states.let_wait(self.transaction, chat_id, FIRST_BOT, self.now)

    async def open(self, chat: int) -> None:
        await chats.set_reachable(self.transaction, self.chats[chat], reachable=True)
        await outbox_states.resume(self.transaction, self.chats[chat], FIRST_BOT, self.now)

    async def tidy(self) -> None:
        await sweep(self.transaction, SENT, self.now, self.now - timedelta(microseconds=1))

    async def send_the_rest(self) -> None:
        for chat in range(CHATS):
            await self.open(chat)
        for _ in range(200):
            await self.take(100)
            if not self.on_the_way:
                moment = await departures.next_due_at(self.transaction, FIRST_BOT)
                if moment is None:
                    break
                # A moment that has come means that something is due: nobody looks in vain.
                assert moment > self.now
                self.now = moment
            for _ in list(self.on_the_way):
                await self.end(0, "sent")
        unsent = select(rows.c.id).where(rows.c.status.in_([*outbox.UNSENT, "sending"]))
        assert (await self.transaction.connection.execute(unsent)).all() == []


@settings(max_examples=40, deadline=None)
@given(story=STEPS)
def test_one_at_a_time_in_each_chat_and_nothing_is_forgotten(
    empty_database: Path, story: list[tuple[object, ...]]
) -> None:
    asyncio.run(_play(empty_database, story))


async def _play(empty_database: Path, story: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "doorstep.sqlite"
        if not is_on_server():
            shutil.copyfile(empty_database, file)
        database = Database(open_engine(url_of(file)), Keys(Path(folder) / "doorstep.keys"))
        await database.start()

        async def scene(transaction: Transaction) -> None:
            chat_ids = [
                (await neighbours.person(transaction, number)).chat_id for number in range(CHATS)
            ]
            post = _Post(transaction, chat_ids)
            for step in story:
                await post.do(step)
            await post.send_the_rest()

        try:
            await database.transact(scene)
        finally:
            await database.stop()
