"""Whatever is typed as a line, tapped and decided: no group holds it before it was approved."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from handlers.card_line.on_card import WhyNot
from handlers.messages import Press, Say
from handlers.question import Picked
from storage import card_posts, chats, conversations, neighbourhoods
from storage.approvals import WORDS, Matter, Standing
from storage.database import Transaction
from storage.model import CardPost, Task
from storage.outbox import PAYLOAD
from storage.tables import approvals
from storage.tables import outbox as outbox_rows
from tests.endurance.amounts import amount
from tests.handlers.talks import ANA, OWNER, RUTH, TOKEN, Talks, talks_in, words

LONGEST: Final = 100
#: What somebody who decides may press, and how far back.
DECISIONS: Final = ("approve", "refuse", *(f"refuse:{each}" for each in WhyNot))
ACT: Final = st.one_of(
    st.tuples(st.just("writes"), st.text(max_size=LONGEST), st.sampled_from(("send", "leave"))),
    st.tuples(st.just("decides"), st.sampled_from(DECISIONS), st.integers(0, 2)),
    st.tuples(st.just("forges"), st.sampled_from(DECISIONS), st.integers(0, 2)),
    st.tuples(st.just("taps"), st.sampled_from((f"line-off:{TOKEN}", f"dropped:{TOKEN}"))),
    st.tuples(st.just("waits"), st.sampled_from((1, 60 * 24 * 15))),
)


@dataclass
class _Story:
    """One request with its card in a group, and all that was ever typed or shown."""

    talks: Talks
    task: Task
    group: int
    typed: list[str] = field(default_factory=list)
    #: What the buttons carry with which words were put before somebody.
    stamps: list[str] = field(default_factory=list)
    approved: set[str] = field(default_factory=set)

    async def does(self, act: tuple[Any, ...]) -> None:
        """Let one thing happen, and look at what the group holds after it."""
        match act:
            case ("writes", text, way):
                await self._writes(text, way)
            case ("decides", decision, back):
                await self._presses(OWNER, decision, back)
            case ("forges", decision, back):
                await self._presses(ANA, decision, back)
            case ("taps", data):
                await self.talks.taps(RUTH, data)
            case ("waits", minutes):
                await self.talks.passes(timedelta(minutes=minutes))
        await self.holds()

    async def _writes(self, text: str, way: str) -> None:
        """Type something that is found again wherever it stands, and go on."""
        mark = f"zq{len(self.typed)}zq"
        self.typed.append(mark)
        await self.talks.taps(RUTH, f"line:{TOKEN}")
        for heard in (words(f"{text} {mark}"), Picked(way)):
            person = await self.talks.person(RUTH)
            if await self.talks.look(partial(conversations.load, person=person)) is not None:
                await self.talks.answers(RUTH, heard)
        for said in self.talks.said:
            if isinstance(said, Say) and said.to.account == OWNER:
                pressed = [each for row in said.buttons for each in row if isinstance(each, Press)]
                self.stamps += [
                    each.data.partition(":")[2]
                    for each in pressed
                    if each.data.startswith("approve:")
                ]

    async def _presses(self, account: str, decision: str, back: int) -> None:
        if self.stamps:
            name, _, why = decision.partition(":")
            stamp = self.stamps[max(-1 - back, -len(self.stamps))]
            await self.talks.taps(account, f"{name}:{stamp}:{why}" if why else f"{name}:{stamp}")

    async def holds(self) -> None:
        """Look at everything that is kept for the group, and at what was ever approved."""
        self.approved |= await self.talks.look(_approved)
        for mark in self.typed:
            was_approved = any(mark in each for each in self.approved)
            assert was_approved or not await self.is_in_group(mark), mark

    async def is_in_group(self, mark: str) -> bool:
        """Say whether something that was typed stands in anything that is kept for the group."""
        return any(mark in each for each in await self.talks.look(self._in_group))

    async def _in_group(self, transaction: Transaction) -> list[str]:
        rows = await transaction.connection.execute(
            select(outbox_rows).where(outbox_rows.c.chat_id == self.group)
        )
        opened = [transaction.open(each.payload, PAYLOAD, each.created_at) for each in rows]
        return [each.reveal() for each in opened if each is not None]


async def _approved(transaction: Transaction) -> set[str]:
    rows = await transaction.connection.execute(
        select(approvals).where(
            approvals.c.kind == Matter.CARD_LINE, approvals.c.status == Standing.APPROVED
        )
    )
    opened = [transaction.open(each.words, WORDS, each.kind, each.task_id) for each in rows]
    return {each.reveal() for each in opened if each is not None}


@asynccontextmanager
async def _story() -> AsyncIterator[_Story]:
    """Let Ruth have asked for something, whose card hangs in a group."""
    folder = Path(tempfile.mkdtemp())
    try:
        async with talks_in(folder) as talks:
            for account, name in ((OWNER, "Olive"), (RUTH, "Ruth"), (ANA, "Ana")):
                await talks.arrives(account, name)
            task = await talks.request(RUTH)
            assert task.neighbourhood_id is not None
            yield _Story(talks, task, await talks.look(partial(_hung, task=task)))
    finally:
        shutil.rmtree(folder)


async def _hung(transaction: Transaction, task: Task) -> int:
    group = await chats.remember(transaction, "telegram:-1001", is_private=False)
    place = task.neighbourhood_id or 0
    await neighbourhoods.link_group(transaction, group, None, place, "en")
    await card_posts.note(transaction, CardPost(task.id, group, None, 1))
    return group


async def _play(acts: list[tuple[Any, ...]]) -> None:
    async with _story() as story:
        for act in acts:
            await story.does(act)


@settings(max_examples=amount(8, 300), deadline=None)
@given(st.lists(ACT, min_size=2, max_size=8))
def test_no_group_holds_a_line_before_it_was_approved(acts: list[tuple[Any, ...]]) -> None:
    asyncio.run(_play(acts))


async def test_the_group_holds_a_line_once_it_was_approved() -> None:
    """Otherwise the search above would find nothing whatever happened."""
    async with _story() as story:
        await story.does(("writes", "Any kind of bread", "send"))
        assert not await story.is_in_group(story.typed[0])
        await story.does(("forges", "approve", 0))
        assert not await story.is_in_group(story.typed[0])
        await story.does(("decides", "approve", 0))
        assert await story.is_in_group(story.typed[0])
