"""By which bot a chat is reached, where there are several, and what becomes of messages then.

A bot is known here by a word that the owner chose for it. The private chats of one person with two
bots are one chat in the tables, since its address is theirs: it is reached by the bot that they
last wrote to. What has to be sent goes by that one. What changes or takes back an earlier message
goes by the bot that sent it, which alone can, and waits for it.
"""

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Result, Select, and_, delete, func, select, update

from storage.database import Transaction
from storage.outbox import DUE, UNSENT
from storage.tables import card_posts, chats, groups, is_literally, organisations, outbox, overviews

_IS_DUE: Final = is_literally(outbox.c.status, *DUE)
_WAITS: Final = is_literally(outbox.c.status, "waiting")


#: Runs a statement that reads.
Execute = Callable[[Select[Any]], Awaitable[Result[Any]]]


@dataclass(frozen=True, slots=True)
class Left:
    """What there is of a bot that is no longer known: chats reached by it, and unsent messages."""

    bot: str
    chats: int
    messages: int


async def of_chat(transaction: Transaction, chat_id: int) -> tuple[str, bool]:
    """Return the bot by which a chat is reached, and whether it can be at this moment."""
    result = await transaction.connection.execute(
        select(chats.c.bot, chats.c.reachable).where(chats.c.id == chat_id)
    )
    bot, reachable = result.one()
    return bot, reachable


async def reach_by(transaction: Transaction, chat_id: int, bot: str, now: datetime) -> bool:
    """Have a chat reached by another bot from now on; False where it is by that one already.

    What has not left goes by it too. Numbers of messages are those of one bot: cards and overviews
    that hang there are forgotten.
    """
    changed = await transaction.connection.execute(
        update(chats)
        .where(chats.c.id == chat_id, chats.c.bot != bot)
        .values(bot=bot, reachable=True, quiet_until=None)
    )
    if not changed.rowcount:
        return False
    execute = transaction.connection.execute
    await execute(delete(card_posts).where(card_posts.c.chat_id == chat_id))
    in_chat = select(groups.c.id).where(groups.c.chat_id == chat_id)
    await execute(delete(overviews).where(overviews.c.group_id.in_(in_chat)))
    await follow(transaction, chat_id, now)
    return True


async def follow(transaction: Transaction, chat_id: int, now: datetime) -> None:
    """Have what other bots have not sent to a chat go by the bot by which it is reached."""
    bot, reachable = await of_chat(transaction, chat_id)
    goes = {"bot": bot, "status": "pending" if reachable else "waiting", "due_at": now}
    here = and_(outbox.c.chat_id == chat_id, outbox.c.bot != bot, outbox.c.status.in_(UNSENT))
    moved = await transaction.connection.execute(
        update(outbox).where(here, outbox.c.action == "send").values(**goes).returning(outbox.c.id)
    )
    numbers = list(moved.scalars())
    if numbers:
        await transaction.connection.execute(
            update(outbox).where(here, outbox.c.changes.in_(numbers)).values(**goes)
        )
        transaction.outgoing.add(bot)


async def left_behind(execute: Execute, known: Collection[str]) -> list[Left]:
    """Return what there is of bots that are not among those that are known, by their words.

    `execute` is that of a connection, and need not be a transaction's.
    """
    reached_by = {bot async for bot in _bots_of_chats(execute) if bot not in known}
    messages: Counter[str] = Counter()
    # One for each index.
    for stands in (_IS_DUE, _WAITS):
        result = await execute(
            select(outbox.c.bot, func.count().label("messages"))
            .where(stands, outbox.c.bot.not_in(known))
            .group_by(outbox.c.bot)
        )
        messages.update({row.bot: row.messages for row in result})
    return [
        Left(bot, await _chats_of(execute, bot), messages[bot])
        for bot in sorted(reached_by | set(messages))
    ]


async def _bots_of_chats(execute: Execute) -> AsyncIterator[str]:
    """Find each of them by the index, of which there are few, however many chats there are."""
    last = ""
    while True:
        found = await execute(
            select(chats.c.bot).where(chats.c.bot > last).order_by(chats.c.bot).limit(1)
        )
        bot = found.scalar_one_or_none()
        if bot is None:
            return
        last = bot
        yield bot


async def _chats_of(execute: Execute, bot: str) -> int:
    found = await execute(select(func.count()).select_from(chats).where(chats.c.bot == bot))
    count: int = found.scalar_one()
    return count


async def organisations_known(execute: Execute) -> frozenset[str]:
    """Return the names of partner organisations, in small letters."""
    return frozenset((await execute(select(organisations.c.name_folded))).scalars())


async def let_rest(transaction: Transaction, known: Collection[str]) -> None:
    """Let what goes by bots that are not among those that are known wait for them."""
    await transaction.connection.execute(
        update(outbox).where(_IS_DUE, outbox.c.bot.not_in(known)).values(status="waiting")
    )


async def wake(transaction: Transaction, bot: str, now: datetime) -> None:
    """Send what has waited for a bot that was not known for a time."""
    in_reach = select(chats.c.id).where(
        chats.c.id == outbox.c.chat_id, (chats.c.bot != outbox.c.bot) | chats.c.reachable
    )
    await transaction.connection.execute(
        update(outbox)
        .where(_WAITS, outbox.c.bot == bot, in_reach.exists())
        .values(status="pending", due_at=now)
    )
    transaction.outgoing.add(bot)
