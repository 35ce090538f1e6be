"""By which bot a chat is reached, where there are several, and what becomes of messages then.

A bot is known here by a word that the owner chose for it. The private chats of one person with two
bots are one chat in the tables, since its address is theirs: it is reached by the bot that they
last wrote to. What has to be sent goes by that one. What changes or takes back an earlier message
goes by the bot that sent it, which alone can, and waits for it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, func, select, update

from storage.database import Transaction
from storage.outbox import DUE, UNSENT
from storage.tables import card_posts, chats, groups, outbox, overviews


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


async def left_behind(transaction: Transaction, known: Collection[str]) -> list[Left]:
    """Return what there is of bots that are not among those that are known, by their words."""
    chats_of = select(chats.c.bot, func.count()).where(
        chats.c.bot.not_in(known), chats.c.address_hash.is_not(None)
    )
    messages_of = select(outbox.c.bot, func.count()).where(
        outbox.c.bot.not_in(known), outbox.c.status.in_(UNSENT)
    )
    found: dict[str, list[int]] = {}
    for place, statement in enumerate((chats_of, messages_of)):
        table = chats if place == 0 else outbox
        for bot, count in await transaction.connection.execute(statement.group_by(table.c.bot)):
            found.setdefault(bot, [0, 0])[place] = count
    return [Left(bot, *counts) for bot, counts in sorted(found.items())]


async def let_rest(transaction: Transaction, known: Collection[str]) -> None:
    """Let what goes by bots that are not among those that are known wait for them."""
    await transaction.connection.execute(
        update(outbox)
        .where(outbox.c.bot.not_in(known), outbox.c.status.in_(DUE))
        .values(status="waiting")
    )


async def wake(transaction: Transaction, bot: str, now: datetime) -> None:
    """Send what has waited for a bot that was not known for a time."""
    in_reach = select(chats.c.id).where(
        chats.c.id == outbox.c.chat_id, (chats.c.bot != outbox.c.bot) | chats.c.reachable
    )
    await transaction.connection.execute(
        update(outbox)
        .where(outbox.c.bot == bot, outbox.c.status == "waiting", in_reach.exists())
        .values(status="pending", due_at=now)
    )
    transaction.outgoing.add(bot)
