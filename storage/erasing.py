"""Emptying the rows of people whose keys are gone, in a state from before they were forgotten.

Everybody was told when they were forgotten; nobody is told again.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select, update

from storage import blocks, forgetting, people, tasks
from storage.database import Transaction
from storage.dialects import insert
from storage.forgetting_rules import TELLING
from storage.tables import blocks as block_rows
from storage.tables import forgettings, helped_people, kept_out, repeats
from storage.tables import people as people_rows
from storage.tables import tasks as task_rows


async def people_gone(transaction: Transaction) -> list[int]:
    """Return the numbers of people whose keys were destroyed and whose rows are still there."""
    rows = await transaction.connection.execute(select(people_rows.c.id, people_rows.c.key))
    return [row.id for row in rows if transaction.keys.is_destroyed((row.key,))]


async def helped_people_gone(transaction: Transaction) -> list[int]:
    """Return the same of people whom others ask for."""
    rows = await transaction.connection.execute(select(helped_people.c.id, helped_people.c.key))
    return [row.id for row in rows if transaction.keys.is_destroyed((row.key,))]


async def erase_person(transaction: Transaction, person_id: int, now: datetime) -> None:
    """Delete or empty all that is kept of somebody; what was open with them is wound up before."""
    person = await people.get(transaction, person_id)
    await _stay_blocked(transaction, person_id)
    # There is no last word to them: they had it.
    await forgetting.forget(transaction, replace(person, reachable=False), now)


async def _stay_blocked(transaction: Transaction, person_id: int) -> None:
    """Keep the block of somebody, whose account nobody can read any more."""
    block = await blocks.of_person(transaction, person_id)
    if block is None:
        return
    found_by = select(people_rows.c.account_hash).where(people_rows.c.id == person_id)
    account_hash = (await transaction.connection.execute(found_by)).scalar_one()
    await transaction.connection.execute(
        insert(kept_out)
        .values(
            account_hash=account_hash,
            reason=block.reason,
            blocked_by=block.blocked_by,
            at=block.at,
        )
        .on_conflict_do_nothing(index_elements=[kept_out.c.account_hash])
    )
    await transaction.connection.execute(
        delete(block_rows).where(block_rows.c.person_id == person_id)
    )


async def erase_helped_person(transaction: Transaction, helped_id: int, now: datetime) -> None:
    """Delete or empty all that is kept of somebody whom another asks for; they may ask on."""
    execute = transaction.connection.execute
    found = await execute(select(helped_people.c.key).where(helped_people.c.id == helped_id))
    key = found.scalar_one_or_none()
    if key is None:
        # They went with whoever asked for them.
        return
    theirs = await execute(select(task_rows.c.id).where(task_rows.c.helped_id == helped_id))
    for number in theirs.scalars().all():
        await tasks.withdraw(transaction, await tasks.get(transaction, number), now)
    empty = {**TELLING, **dict.fromkeys(tasks.SECRETS), "helped_id": None}
    is_theirs = task_rows.c.helped_id == helped_id
    await execute(update(task_rows).where(is_theirs).values(**empty, repeat_id=None))
    of_theirs = select(repeats.c.id).where(repeats.c.helped_id == helped_id)
    await execute(
        update(task_rows).where(task_rows.c.repeat_id.in_(of_theirs)).values(repeat_id=None)
    )
    await execute(delete(repeats).where(repeats.c.helped_id == helped_id))
    await execute(delete(helped_people).where(helped_people.c.id == helped_id))
    await execute(insert(forgettings).values(key=key, at=now).on_conflict_do_nothing())


async def with_lost_keys(transaction: Transaction) -> list[str]:
    """Return the keys of people that the file of the keys neither holds nor says are destroyed."""
    named = select(people_rows.c.key).union_all(select(helped_people.c.key))
    names = (await transaction.connection.execute(named)).scalars().all()
    return sorted(transaction.keys.lost(names))
