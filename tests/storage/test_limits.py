"""Limits hold in the statement itself, are counted where they should be, and can be lifted."""

from datetime import timedelta

from storage import limits, reveals, tasks
from storage.database import Database, Transaction
from storage.limits import Claiming, NoShows, Reached, Why
from storage.model import Person, Stage, Task
from tests.clock import BEGINNING
from tests.storage import neighbours

LATER = timedelta(hours=1)


async def _claims(transaction: Transaction, task: Task, helper: Person, claiming: Claiming) -> bool:
    may = limits.may_claim(helper.id, claiming)
    now = claiming.no_shows.now
    if not await tasks.claim(transaction, task, helper.id, now, 5, may):
        return False
    held = await tasks.get(transaction, task.id)
    await reveals.record(transaction, held, helper.id, Stage.CLAIMED, now)
    return True


def _claiming(claims: int = 9, requests: int = 9, hours: float = 0) -> Claiming:
    return Claiming(claims, requests, NoShows(2, BEGINNING + hours * LATER))


async def test_two_claims_in_one_commit_do_not_pass_a_limit_together(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        helper = await neighbours.person(transaction, 7002)
        first, second, third = [
            await neighbours.request(transaction, resident, f"r{number}") for number in range(3)
        ]
        assert await _claims(transaction, first, helper, _claiming(claims=2))
        assert await _claims(transaction, second, helper, _claiming(claims=2))
        assert not await _claims(transaction, third, helper, _claiming(claims=2))
        found = await limits.why_not(transaction, third, helper.id, _claiming(claims=2))
        assert found == limits.Refused(None, BEGINNING + limits.DAY)
        assert await _claims(transaction, third, helper, _claiming(claims=2, hours=25))

    await database.transact(scene)


async def test_a_request_seen_before_is_not_one_more(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        helper = await neighbours.person(transaction, 7002)
        first = await neighbours.request(transaction, resident, "r1")
        second = await neighbours.request(transaction, resident, "r2")
        for _ in range(3):
            assert await _claims(transaction, first, helper, _claiming(requests=1))
            assert await tasks.release(transaction, first, helper.id)
        assert not await _claims(transaction, second, helper, _claiming(requests=1))
        at = (helper.id, Reached.REVEALS, BEGINNING)
        assert await limits.seen_lately(transaction, helper.id, BEGINNING) == (1, 0)
        number = await limits.note_reached(transaction, *at, once_in=limits.DAY)
        assert number is not None
        assert await limits.note_reached(transaction, *at, once_in=limits.DAY) is None
        until = BEGINNING + limits.DAY
        assert await limits.lift(transaction, number, resident.id, BEGINNING, until)
        assert not await limits.lift(transaction, number, resident.id, BEGINNING, until)
        assert await limits.is_lifted(transaction, *at)
        assert await _claims(transaction, second, helper, _claiming(requests=1))

    await database.transact(scene)


async def test_who_was_missed_too_often_takes_nothing_until_let(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        helper = await neighbours.person(transaction, 7002)
        for name in ("r1", "r2"):
            task = await neighbours.request(transaction, resident, name)
            assert await _claims(transaction, task, helper, _claiming())
            held = await tasks.get(transaction, task.id)
            assert await limits.note_no_show(transaction, held, Why.SILENT, BEGINNING)
            assert not await limits.note_no_show(transaction, held, Why.NOBODY_CAME, BEGINNING)
        third = await neighbours.request(transaction, resident, "r3")
        assert not await _claims(transaction, third, helper, _claiming())
        found = await limits.why_not(transaction, third, helper.id, _claiming())
        assert found == limits.Refused(Reached.NO_SHOWS, BEGINNING + limits.MONTH)
        at = (helper.id, Reached.NO_SHOWS, BEGINNING)
        number = await limits.note_reached(transaction, *at, once_in=limits.MONTH)
        assert number is not None
        assert await limits.lift(transaction, number, resident.id, BEGINNING, BEGINNING)
        assert await limits.missed_lately(transaction, helper.id, BEGINNING) == 0
        assert await _claims(transaction, third, helper, _claiming())

    await database.transact(scene)


async def test_a_month_later_nobody_remembers_who_was_missed(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        helper = await neighbours.person(transaction, 7002)
        task = await neighbours.request(transaction, resident)
        assert await _claims(transaction, task, helper, _claiming())
        held = await tasks.get(transaction, task.id)
        assert await limits.note_no_show(transaction, held, Why.SILENT, BEGINNING)
        assert await limits.missed_lately(transaction, helper.id, BEGINNING) == 1
        assert await limits.missed_lately(transaction, helper.id, BEGINNING + limits.MONTH) == 0

    await database.transact(scene)


async def test_places_of_a_request_and_what_was_asked_for_others_are_counted_apart(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        first = await neighbours.request(transaction, resident, "r1")
        await neighbours.request(transaction, resident, "r2", beside=first)
        await neighbours.request(transaction, resident, "r3")
        assert await limits.open_requests(transaction, resident.id) == {None: 2}
        await tasks.withdraw(transaction, first, BEGINNING)
        assert await limits.open_requests(transaction, resident.id) == {None: 1}
        # What was taken back was asked for all the same.
        assert await limits.asked_lately(transaction, resident.id, BEGINNING) == 2
        tomorrow = BEGINNING + limits.DAY
        assert await limits.asked_lately(transaction, resident.id, tomorrow) == 0

    await database.transact(scene)
