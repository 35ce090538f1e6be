"""Invitations are agreed to once and in time, and answered once and in time."""

from datetime import datetime, timedelta
from typing import Final

from storage import invitations, roles
from storage.database import Database, Transaction
from storage.invitations import ANSWERED_WITHIN, Invitation
from storage.model import Role
from tests.clock import BEGINNING
from tests.storage import neighbours

WEEK: Final = timedelta(days=7)


async def _invited(transaction: Transaction) -> tuple[Invitation, int, int]:
    """Let Olive invite, and return the invitation and the numbers of Mara and Noor."""
    olive, mara, noor = [
        await neighbours.person(transaction, number) for number in (9001, 7001, 7002)
    ]
    made = Invitation("i1", Role.LEAD, None, olive.id, BEGINNING + WEEK)
    await invitations.make(transaction, made, BEGINNING)
    assert await invitations.find(transaction, "i1") == made
    return made, mara.id, noor.id


async def test_an_invitation_is_agreed_to_once_and_in_time(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        made, mara, noor = await _invited(transaction)
        assert not await invitations.use(transaction, made, noor, BEGINNING + WEEK)
        assert await invitations.use(transaction, made, mara, BEGINNING)
        assert not await invitations.use(transaction, made, noor, BEGINNING)
        used = await invitations.find(transaction, "i1")
        assert used is not None
        assert (used.used_by, used.used_at, used.answered_at) == (mara, BEGINNING, None)
        assert await invitations.waiting(transaction) == [used]
        assert await roles.all_held(transaction) == []

    await database.transact(scene)


async def test_nobody_holds_anything_before_they_are_the_right_person(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        made, mara, _ = await _invited(transaction)
        assert not await invitations.confirm(transaction, made, made.made_by, BEGINNING)
        assert await invitations.use(transaction, made, mara, BEGINNING)
        assert await invitations.confirm(transaction, made, made.made_by, BEGINNING)
        assert [each.id for each in await roles.holders(transaction, Role.LEAD)] == [mara]
        assert await _is_closed(transaction, made, BEGINNING)

    await database.transact(scene)


async def test_the_wrong_person_is_given_nothing(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        made, mara, noor = await _invited(transaction)
        assert not await invitations.refuse(transaction, made, BEGINNING)
        assert await invitations.use(transaction, made, mara, BEGINNING)
        assert await invitations.refuse(transaction, made, BEGINNING)
        assert await _is_closed(transaction, made, BEGINNING)
        assert not await invitations.use(transaction, made, noor, BEGINNING)
        assert await roles.all_held(transaction) == []

    await database.transact(scene)


async def test_an_answer_after_a_week_appoints_nobody(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        made, mara, _ = await _invited(transaction)
        assert await invitations.use(transaction, made, mara, BEGINNING)
        late = BEGINNING + ANSWERED_WITHIN
        assert not await invitations.confirm(transaction, made, made.made_by, late)
        assert await invitations.lapse(transaction, made, late)
        assert await _is_closed(transaction, made, late)
        assert await roles.all_held(transaction) == []

    await database.transact(scene)


async def _is_closed(transaction: Transaction, made: Invitation, now: datetime) -> bool:
    """Say whether whatever is answered now changes nothing."""
    before = await invitations.find(transaction, made.token)
    answers = [
        await invitations.confirm(transaction, made, made.made_by, now),
        await invitations.refuse(transaction, made, now),
        await invitations.lapse(transaction, made, now),
    ]
    unchanged = await invitations.find(transaction, made.token) == before
    return unchanged and not any(answers) and not await invitations.waiting(transaction)
