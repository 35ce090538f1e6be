"""Forgetting somebody: first their rows, in one transaction, then their keys, in the keys file.

The rows go or are emptied in the transaction that says so. With it the names of their keys are
kept, so that a crash leaves nothing undone: timed work destroys the keys right after, and again
after the restore of an older copy. What lay open for moments under a key of the house is sealed
anew, and the former one destroyed too; then the log of the database is emptied.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from storage import blocks, due_work, fates, holds, kept_out, nobody
from storage.approvals import Standing
from storage.chats import ADDRESS
from storage.database import Transaction
from storage.dialects import holds_bytes, month_of
from storage.fates import Fate
from storage.forgetting_rules import OF_PEOPLE, OF_WHAT_GOES, TELLING, Rule
from storage.keys_file import Use
from storage.model import Person, Status
from storage.outbox import KEPT
from storage.private import PrivateText
from storage.resealing import BATCH, private_columns, private_tables, reseal
from storage.tables import (
    approvals,
    chats,
    forgettings,
    helped_people,
    invitations,
    outbox,
    people,
    reveals,
    tasks,
    worries,
    wrong_links,
)
from storage.tasks import SECRETS

#: Timed work: somebody who is forgotten as soon as nothing of theirs has to be kept any more.
LATER: Final = "forget-later"
#: Names of keys.
Keys = Collection[str]
_IN_MONTH: Final = month_of(reveals.c.at)


async def forget(
    transaction: Transaction, person: Person, now: datetime, asked_by: int | None = None
) -> Person | None:
    """Delete or empty all that is kept of somebody, and return who the last word goes to.

    `asked_by` is who had it done for somebody who is rung. The last word goes to somebody without a
    name, whose chat is known until `end_farewell`; None where nothing can be sent there. What they
    held or asked for has been dealt with before.
    """
    transaction.forget_known()
    keys = await _keys_of(transaction, person)
    block = await blocks.of_person(transaction, person.id)
    if block is not None:
        await kept_out.keep(transaction, person.account, block)
    farewell = await _leave_chat(transaction, person, now)
    await _close_what_waits(transaction, person.id, now)
    await _empty_requests(transaction, person.id, now)
    await _empty_all(transaction, keys, now)
    for column, rule in OF_PEOPLE.items():
        await _apply(transaction, column, rule, person.id, now)
    await transaction.connection.execute(delete(people).where(people.c.id == person.id))
    if farewell is None:
        await transaction.connection.execute(delete(chats).where(chats.c.id == person.chat_id))
    await transaction.connection.execute(
        insert(forgettings),
        [{"key": key, "at": now, "asked_by": asked_by} for key in sorted(keys)],
    )
    transaction.leaves_traces = True
    return farewell


async def _keys_of(transaction: Transaction, person: Person) -> set[str]:
    result = await transaction.connection.execute(
        select(helped_people.c.key).where(helped_people.c.requester_id == person.id)
    )
    return {person.key, *result.scalars()}


async def _leave_chat(transaction: Transaction, person: Person, now: datetime) -> Person | None:
    """Take everything back that waits for somebody, and leave their chat open for one last word.

    What they were sent is known by its number for as long, so that it can be taken back. What that
    word is sealed with, and the address, is a key of its own. Nothing finds the chat by its address
    any more: whoever writes again is somebody new.
    """
    execute = transaction.connection.execute
    to_them = outbox.c.chat_id == person.chat_id
    await fates.give_up(
        transaction, and_(to_them, outbox.c.status.in_(KEPT)), Fate.UNREACHABLE, now
    )
    await execute(delete(wrong_links).where(wrong_links.c.chat_id == person.chat_id))
    if person.rung or not person.reachable:
        await execute(delete(outbox).where(to_them))
        return None
    key = transaction.keys.make()
    address = transaction.seal(key, PrivateText(person.account), ADDRESS, None)
    await execute(
        update(chats)
        .where(chats.c.id == person.chat_id)
        .values(address_hash=None, address=address, quiet_until=None)
    )
    return replace(person, account="", key=key, first_name=None)


async def _close_what_waits(transaction: Transaction, person_id: int, now: datetime) -> None:
    """End what somebody handed in or began and nobody can decide about any more."""
    execute = transaction.connection.execute
    await execute(
        update(approvals)
        .where(approvals.c.author_id == person_id, approvals.c.status == Standing.WAITING)
        .values(status=Standing.DROPPED)
    )
    await execute(update(approvals).where(approvals.c.author_id == person_id).values(words=None))
    await execute(
        update(worries)
        .where(worries.c.person_id == person_id)
        .values(
            words=None,
            settled_at=func.coalesce(worries.c.settled_at, literal(now, worries.c.settled_at.type)),
        )
    )
    await execute(
        delete(invitations).where(
            invitations.c.made_by == person_id, invitations.c.used_by.is_(None)
        )
    )


async def _empty_requests(transaction: Transaction, person_id: int, now: datetime) -> None:
    """Take from what somebody asked for all that could point at them; the numbers stay."""
    mine = tasks.c.resident_id == person_id
    await transaction.connection.execute(
        update(tasks)
        .where(mine, tasks.c.status == Status.DONE, tasks.c.confirmed_at.is_(None))
        .values(confirmed_at=now)
    )
    cleared_at = func.coalesce(tasks.c.cleared_at, literal(now, tasks.c.cleared_at.type))
    emptied = {**TELLING, **dict.fromkeys(SECRETS), "cleared_at": cleared_at}
    await transaction.connection.execute(update(tasks).where(mine).values(emptied))


async def _empty_all(transaction: Transaction, keys: Keys, now: datetime) -> None:
    """Empty whatever is sealed with any of some keys, wherever it stands and whoever else wrote it.

    A row that is nothing without it goes whole.
    """
    unsent = and_(outbox.c.status.in_(KEPT), sealed_with(transaction, outbox.c.payload, keys))
    await fates.give_up(transaction, unsent, Fate.UNREACHABLE, now)
    for table in private_tables():
        for column, _ in private_columns(table):
            holds_them = sealed_with(transaction, column, keys)
            if column.nullable:
                emptied = update(table).where(holds_them).values({column.name: None})
                await transaction.connection.execute(emptied)
            elif table is not helped_people:
                await transaction.connection.execute(delete(table).where(holds_them))


def sealed_with(transaction: Transaction, column: Column[Any], keys: Keys) -> ColumnElement[bool]:
    """Return the condition that what a column holds was sealed with any of some keys.

    Keys in the place of which newer ones were made count too, as those newer ones do.
    """
    names = kin(transaction, keys)
    return or_(*(holds_bytes(column, bytes.fromhex(name)) for name in names))


def kin(transaction: Transaction, keys: Keys) -> list[str]:
    """Return some keys with those that they replace, and those that replace them."""
    newer = transaction.keys.file.newer
    found, before = set(keys), set[str]()
    while found != before:
        before = set(found)
        found |= {by for name, by in newer.items() if name in before}
        found |= {name for name, by in newer.items() if by in before}
    return sorted(found)


async def look_again(transaction: Transaction, some: Collection[int], now: datetime) -> None:
    """Forget at once those of some who wait for it and of whom nothing has to be kept any more."""
    held = await holds.held(transaction, now)
    for number in some:
        if number not in held and await due_work.is_planned(transaction, LATER, number):
            await due_work.plan(transaction, LATER, number, now)


# --- Rules ---------------------------------------------------------------------------------------


async def _apply(
    transaction: Transaction, column: Column[Any], rule: Rule, person_id: int, now: datetime
) -> None:
    match rule:
        case Rule.NOBODY if column is reveals.c.person_id:
            await _by_month(transaction, person_id, now)
            await _replace(transaction, column, person_id, now)
        case Rule.NOBODY:
            await _replace(transaction, column, person_id, now)
        case Rule.EMPTY:
            await transaction.connection.execute(
                update(column.table).where(column == person_id).values({column.name: None})
            )
        case Rule.DELETE:
            await _delete(transaction, column, person_id)


async def _delete(transaction: Transaction, column: Column[Any], person_id: int) -> None:
    """Delete rows with everything that refers to them."""
    table = column.table
    for referring, rule in OF_WHAT_GOES.items():
        (reference,) = referring.foreign_keys
        if reference.column.table is not table:
            continue
        those = referring.in_(select(reference.column).where(column == person_id))
        await transaction.connection.execute(
            delete(referring.table).where(those)
            if rule is Rule.DELETE
            else update(referring.table).where(those).values({referring.name: None})
        )
    await transaction.connection.execute(delete(table).where(column == person_id))


async def _replace(
    transaction: Transaction, column: Column[Any], person_id: int, now: datetime
) -> None:
    """Name nobody in the place of somebody; where that makes two rows one, another nobody."""
    theirs = select(column).where(column == person_id).limit(1)
    known = await nobody.everyone(transaction)
    while (await transaction.connection.execute(theirs)).first() is not None:
        number = known.pop(0) if known else await nobody.make(transaction, now)
        await nobody.replace(transaction, column, number, column == person_id)


async def _by_month(transaction: Transaction, person_id: int, now: datetime) -> None:
    """Let whoever helped in a month stand apart from others of it who were forgotten.

    So it is still known how many helped in it, and not who helped both in it and in another.
    """
    theirs = reveals.c.person_id == person_id
    execute = transaction.connection.execute
    months = await execute(select(_IN_MONTH).where(theirs).distinct())
    for month in sorted(months.scalars().all()):
        known = await nobody.everyone(transaction)
        taken = await execute(
            select(reveals.c.person_id)
            .where(reveals.c.person_id.in_(known), month == _IN_MONTH)
            .distinct()
        )
        free = sorted(set(known) - set(taken.scalars().all()))
        number = free[0] if free else await nobody.make(transaction, now)
        await nobody.replace(transaction, reveals.c.person_id, number, theirs, month == _IN_MONTH)


# --- Afterwards ----------------------------------------------------------------------------------


async def destroy_keys(transaction: Transaction, now: datetime) -> None:
    """Destroy the keys of everybody who was forgotten and whose keys are still there.

    Done again after a crash it ends in the same. Their rows were committed before.
    """
    result = await transaction.connection.execute(
        select(forgettings.c.key).where(forgettings.c.done_at.is_(None))
    )
    names = list(result.scalars())
    if not names:
        return
    transaction.destroy(kin(transaction, names), now)
    await transaction.connection.execute(
        update(forgettings)
        .where(forgettings.c.key.in_(names), forgettings.c.done_at.is_(None))
        .values(done_at=now)
    )
    transaction.leaves_traces = True


async def are_keys_back(transaction: Transaction) -> bool:
    """Say whether keys that were destroyed are here again, and have them destroyed again then.

    They are after an older copy of the file of the keys was brought back.
    """
    result = await transaction.connection.execute(
        select(forgettings.c.key).where(forgettings.c.done_at.is_not(None))
    )
    back = [key for key in result.scalars() if not transaction.keys.is_destroyed((key,))]
    if back:
        await transaction.connection.execute(
            update(forgettings).where(forgettings.c.key == bindparam("which")).values(done_at=None),
            [{"which": key} for key in back],
        )
    return bool(back)


def begin_new_transit(transaction: Transaction) -> None:
    """Seal with another key, from now on, what stays for moments."""
    # What others have sealed with the former one meanwhile would not be found.
    transaction.alone()
    transaction.keys.file.renew(Use.TRANSIT)


async def end_former_transit(transaction: Transaction, now: datetime) -> bool:
    """Seal anew some of what the former key of what stays for moments still holds.

    Returns True, with that key destroyed, once there was nothing of it left: committed before.
    """
    transaction.alone()
    former = transaction.keys.file.renew(Use.TRANSIT)
    is_left = False
    for table in private_tables():
        for row in await _holding(transaction, table, former):
            await reseal(transaction, table, row, (former,))
            is_left = True
    if is_left:
        return False
    transaction.destroy((former,), now)
    transaction.leaves_traces = True
    return True


async def _holding(transaction: Transaction, table: Table, key: str) -> Sequence[Any]:
    columns = [column for column, _ in private_columns(table)]
    holds_it = or_(*(holds_bytes(column, bytes.fromhex(key)) for column in columns))
    result = await transaction.connection.execute(select(table).where(holds_it).limit(BATCH))
    return result.all()


async def unsaid_since(transaction: Transaction, chat_id: int) -> datetime | None:
    """Return when the last word to somebody was made; None once it has left, or never will."""
    result = await transaction.connection.execute(
        select(func.max(outbox.c.created_at)).where(
            outbox.c.chat_id == chat_id, outbox.c.status.in_(KEPT)
        )
    )
    found: datetime | None = result.scalar_one()
    return found


async def end_farewell(transaction: Transaction, chat_id: int, now: datetime) -> None:
    """Forget the chat of somebody who was forgotten, and what its address was sealed with."""
    execute = transaction.connection.execute
    result = await execute(select(chats.c.address).where(chats.c.id == chat_id))
    sealed = result.scalar_one_or_none()
    if sealed is not None:
        transaction.destroy(kin(transaction, sealed.keys), now)
    await execute(delete(outbox).where(outbox.c.chat_id == chat_id))
    await execute(delete(chats).where(chats.c.id == chat_id, chats.c.address_hash.is_(None)))
    transaction.leaves_traces = True
