"""Roles are taken up by invitations, once each, and ended once."""

from datetime import timedelta
from typing import Final

from storage import roles
from storage.database import Database, Transaction
from storage.model import Role
from storage.roles import Invitation
from tests.clock import BEGINNING
from tests.storage import neighbours

WEEK: Final = timedelta(days=7)


async def test_an_invitation_is_taken_up_once_and_in_time(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        olive, mara, noor = [
            await neighbours.person(transaction, number) for number in (9001, 7001, 7002)
        ]
        made = Invitation("i1", Role.LEAD, None, olive.id, BEGINNING + WEEK)
        await roles.invite(transaction, made, BEGINNING)
        assert await roles.invitation(transaction, "i1") == made
        assert not await roles.take_up(transaction, made, noor.id, BEGINNING + WEEK)
        assert await roles.take_up(transaction, made, mara.id, BEGINNING)
        assert not await roles.take_up(transaction, made, noor.id, BEGINNING)
        used = await roles.invitation(transaction, "i1")
        assert used is not None
        assert used.used_by == mara.id
        assert [each.id for each in await roles.holders(transaction, Role.LEAD)] == [mara.id]

    await database.transact(scene)


async def test_a_colleague_who_moves_keeps_one_role(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        olive, mara = [await neighbours.person(transaction, number) for number in (9001, 7001)]
        for token, name in (("i1", "St Joseph's Hospice"), ("i2", "The Surgery")):
            number = await roles.make_organisation(transaction, name, BEGINNING)
            made = Invitation(token, Role.COLLEAGUE, number, olive.id, BEGINNING + WEEK)
            await roles.invite(transaction, made, BEGINNING)
            assert await roles.take_up(transaction, made, mara.id, BEGINNING)
        assert await roles.make_organisation(transaction, "THE SURGERY", BEGINNING) == number
        (held,) = await roles.all_held(transaction)
        assert (held.person.id, held.organisation) == (mara.id, "The Surgery")
        assert await roles.end(transaction, mara.id, Role.COLLEAGUE, BEGINNING)
        assert not await roles.end(transaction, mara.id, Role.COLLEAGUE, BEGINNING)
        assert await roles.all_held(transaction) == []

    await database.transact(scene)
