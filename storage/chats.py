"""Chats: the one place that knows their addresses, so that a group that moves moves once."""

from sqlalchemy import and_, delete, select, update

from storage.database import Transaction
from storage.dialects import insert
from storage.model import FIRST_BOT
from storage.private import PrivateText
from storage.sealed import Sealed
from storage.tables import card_posts, chats, groups, outbox, overviews

ADDRESS = "chats.address"


async def remember(
    transaction: Transaction,
    address: str,
    *,
    is_private: bool,
    key: str | None = None,
    bot: str = FIRST_BOT,
) -> int:
    """Return the number of the chat at an address, making it known where it is new.

    `key` is that of whoever owns a private chat; a new one is reached by `bot`.
    """
    found = await find(transaction, address)
    if found is not None:
        return found
    await transaction.connection.execute(
        insert(chats)
        .values(is_private=is_private, bot=bot, **at(transaction, address, key))
        .on_conflict_do_nothing(index_elements=[chats.c.address_hash])
    )
    made = await find(transaction, address)
    assert made is not None  # noqa: S101 - it was just made, by us or beside us
    return made


def at(transaction: Transaction, address: str, key: str | None) -> dict[str, object]:
    """Return what a row holds of an address; `key` is that of the chat's owner, if it has one."""
    found_by, _ = transaction.keys.fingerprints(address)
    owner = key or transaction.keys.house
    sealed = transaction.seal(owner, PrivateText(address), ADDRESS, found_by)
    return {"address_hash": found_by, "address": sealed}


def address_in(transaction: Transaction, sealed: Sealed | None, found_by: str | None) -> str | None:
    """Return the address that a row holds; None where its owner is forgotten."""
    address = transaction.open(sealed, ADDRESS, found_by)
    return None if address is None else address.reveal()


async def find(transaction: Transaction, address: str) -> int | None:
    """Return the number of the chat at an address, or None where it is not known."""
    hashes = transaction.keys.fingerprints(address)
    statement = select(chats.c.id).where(chats.c.address_hash.in_(hashes))
    return (await transaction.connection.execute(statement)).scalar_one_or_none()


async def set_reachable(transaction: Transaction, chat_id: int, *, reachable: bool) -> bool:
    """Note whether anything can be sent to a chat; returns whether that is news.

    What waits for it goes on waiting meanwhile.
    """
    result = await transaction.connection.execute(
        update(chats)
        .where(chats.c.id == chat_id, chats.c.reachable != reachable)
        .values(reachable=reachable)
        .returning(chats.c.bot)
    )
    changed = result.scalars().all()
    if reachable:
        transaction.outgoing.update(changed)
    return bool(changed)


async def move(transaction: Transaction, old: str, new: str) -> None:
    """Give a group its new address; told twice, or after the new one was already heard of, too.

    Messages are numbered anew in the new group: cards hung in the old one are forgotten, and a
    change of a message there has nothing to change any more. What waited is sent.
    """
    execute = transaction.connection.execute
    old_id = await find(transaction, old)
    if old_id is None or old == new:
        return
    await execute(delete(card_posts).where(card_posts.c.chat_id == old_id))
    await _forget_overviews(transaction, old_id)
    in_old = outbox.c.chat_id == old_id
    await execute(update(outbox).where(in_old, outbox.c.message.is_not(None)).values(message=None))
    new_id = await find(transaction, new)
    if new_id is not None:
        await _merge(transaction, new_id, old_id)
    moved = await execute(
        update(chats)
        .where(chats.c.id == old_id)
        .values(reachable=True, quiet_until=None, **at(transaction, new, None))
        .returning(chats.c.bot)
    )
    bot: str = moved.scalar_one()
    waits = and_(outbox.c.bot == bot, outbox.c.status == "waiting")
    await execute(update(outbox).where(in_old, waits).values(status="pending"))
    transaction.outgoing.add(bot)


async def _forget_overviews(transaction: Transaction, chat_id: int) -> None:
    in_chat = select(groups.c.id).where(groups.c.chat_id == chat_id)
    await transaction.connection.execute(delete(overviews).where(overviews.c.group_id.in_(in_chat)))


async def _merge(transaction: Transaction, extra: int, kept: int) -> None:
    execute = transaction.connection.execute
    await _forget_overviews(transaction, extra)
    linked = select(groups.c.thread).where(groups.c.chat_id == kept)
    await execute(delete(groups).where(groups.c.chat_id == extra, groups.c.thread.in_(linked)))
    for table in (groups, outbox, card_posts):
        await execute(update(table).where(table.c.chat_id == extra).values(chat_id=kept))
    await execute(delete(chats).where(chats.c.id == extra))
