"""What is over goes: never early, at most an hour late, in batches, and nothing that is held."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, insert, select, update

from storage import relay, tasks
from storage.database import Database, Transaction
from storage.model import Person, Secrets, Status, Task
from storage.private import PrivateText
from storage.retention import RULES, TIDY_EVERY, periods, sweep_all
from storage.retention.periods import SETTABLE
from storage.retention.requests import DETAILS_OF_REQUEST, REQUEST
from storage.retention.rules import BATCH
from storage.tables import entry_links, inbox, no_shows, relay_messages
from storage.tables import tasks as task_rows
from tests.clock import BEGINNING
from tests.storage import neighbours

MOMENT = timedelta(seconds=1)
WORDS = Secrets(words=PrivateText("The blue door"), street=PrivateText("Elm Road"))


async def _closed(
    transaction: Transaction, resident: Person, name: str, at: datetime = BEGINNING
) -> Task:
    task = await neighbours.request(transaction, resident, name, secrets=WORDS)
    assert await tasks.withdraw(transaction, task, at)
    return await tasks.get(transaction, task.id)


async def _has_words(transaction: Transaction, task: Task) -> bool:
    return (await tasks.secrets_of(transaction, task)).words is not None


async def test_a_request_goes_at_its_moment_and_not_before(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        task = await _closed(transaction, resident, "r1")
        end = BEGINNING + periods.REQUESTS.default
        await sweep_all(transaction, end - MOMENT, {})
        assert await _has_words(transaction, task)
        swept = await sweep_all(transaction, end, {})
        assert not await _has_words(transaction, task)
        assert swept.of(REQUEST) == [(task.id,)]
        details = BEGINNING + periods.DETAILS.default
        assert (await sweep_all(transaction, details - MOMENT, {})).of(DETAILS_OF_REQUEST) == []
        assert (await sweep_all(transaction, details, {})).of(DETAILS_OF_REQUEST) == [(task.id,)]
        assert (await sweep_all(transaction, details, {})).of(DETAILS_OF_REQUEST) == []

    await database.transact(scene)


async def test_an_open_request_stays_whatever_its_age(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, resident, secrets=WORDS)
        await sweep_all(transaction, BEGINNING + timedelta(days=5000), {})
        assert await _has_words(transaction, task)

    await database.transact(scene)


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 10, 24)])
async def test_three_days_are_72_hours_where_clocks_are_changed(
    database: Database, day: date
) -> None:
    async def scene(transaction: Transaction) -> None:
        closed_at = datetime.combine(day, time(12), ZoneInfo("Europe/London"))
        resident = await neighbours.person(transaction, 7001)
        task = await _closed(transaction, resident, "r1", closed_at)
        end = closed_at.astimezone(UTC) + timedelta(hours=72)
        await sweep_all(transaction, end - MOMENT, {})
        assert await _has_words(transaction, task)
        await sweep_all(transaction, end, {})
        assert not await _has_words(transaction, task)

    await database.transact(scene)


def test_nothing_is_more_than_an_hour_late() -> None:
    assert timedelta(hours=1) >= TIDY_EVERY


async def test_what_is_over_goes_in_batches_also_after_a_month(database: Database) -> None:
    rows = 2 * BATCH + 7

    async def scene(transaction: Transaction) -> None:
        values = [
            {"messenger": "telegram", "number": each, "status": "done", "received_at": BEGINNING}
            for each in range(rows)
        ]
        await transaction.connection.execute(insert(inbox), values)
        left = []
        now = BEGINNING + timedelta(days=30)
        while (await sweep_all(transaction, now, {})).is_more:
            found = await transaction.connection.execute(select(func.count()).select_from(inbox))
            left.append(found.scalar_one())
        assert left == [rows - BATCH, rows - 2 * BATCH]
        found = await transaction.connection.execute(select(func.count()).select_from(inbox))
        assert found.scalar_one() == 0

    await database.transact(scene)


async def test_another_period_counts_for_what_is_there(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        task = await _closed(transaction, resident, "r1")
        longer = {periods.REQUESTS.name: timedelta(days=10)}
        now = BEGINNING + timedelta(days=9)
        await sweep_all(transaction, now, longer)
        assert await _has_words(transaction, task)
        await sweep_all(transaction, now, {periods.REQUESTS.name: timedelta(days=9)})
        assert not await _has_words(transaction, task)

    await database.transact(scene)


@pytest.mark.parametrize("period", SETTABLE, ids=lambda each: each.name)
def test_no_period_leaves_its_bounds(period: periods.Period) -> None:
    assert period.within(timedelta(0)) == period.least
    assert period.within(timedelta(days=100_000)) == period.most
    assert period.within(period.default) == period.default


async def test_nothing_of_either_side_goes_while_it_is_held(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        helper = await neighbours.person(transaction, 7002)
        task = await neighbours.request(transaction, resident, secrets=WORDS)
        await tasks.claim(transaction, task, helper.id, BEGINNING, 1)
        sent = relay.Sent(11, PrivateText("Hello"))
        claimed = await tasks.get(transaction, task.id)
        await relay.add(transaction, claimed, resident, helper.id, sent, BEGINNING)
        await tasks.finish(transaction, claimed, helper.id, BEGINNING)
        late = BEGINNING + timedelta(days=29)
        for held in ({helper.id}, {resident.id}):
            await sweep_all(transaction, late, {}, held)
            assert await _has_words(transaction, task)
            kept = await transaction.connection.execute(select(relay_messages.c.id))
            assert len(kept.all()) == 1
        await sweep_all(transaction, late, {}, {999})
        assert not await _has_words(transaction, task)
        kept = await transaction.connection.execute(select(relay_messages.c.id))
        assert kept.all() == []

    await database.transact(scene)


async def test_what_is_held_keeps_nothing_else_waiting(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        held = await neighbours.person(transaction, 7001)
        other = await neighbours.person(transaction, 7002)
        for person, at in ((held, BEGINNING), (other, BEGINNING + MOMENT)):
            task = await neighbours.request(transaction, person, f"t{person.id}")
            values = [
                {"person_id": person.id, "task_id": task.id, "claim_number": each, "why": "silent"}
                for each in range(BATCH)
            ]
            rows = [{**each, "at": at} for each in values]
            await transaction.connection.execute(insert(no_shows), rows)
        await sweep_all(transaction, BEGINNING + timedelta(days=400), {}, {held.id})
        left = await transaction.connection.execute(
            select(no_shows.c.person_id, func.count()).group_by(no_shows.c.person_id)
        )
        assert [tuple(row) for row in left] == [(held.id, BATCH)]

    await database.transact(scene)


async def test_every_rule_can_be_swept_and_finds_an_end(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        maker = await neighbours.person(transaction, 7001)
        link = {"token": "t", "purpose": "resident", "made_by": maker.id, "most": 1}
        times = {"created_at": BEGINNING, "expires_at": BEGINNING}
        await transaction.connection.execute(insert(entry_links).values(**link, **times))
        far = BEGINNING + timedelta(days=5000)
        for held in ((), (1, 2)):
            swept = await sweep_all(transaction, far, {}, held)
            assert not swept.is_more
            assert set(swept.keys) == {rule.what for rule in RULES}
        assert (await transaction.connection.execute(select(entry_links.c.token))).all() == []

    await database.transact(scene)


async def test_a_request_for_two_is_swept_place_by_place(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        first = await _closed(transaction, resident, "r1")
        second = await neighbours.request(transaction, resident, "r2", secrets=WORDS, beside=first)
        assert second.status is Status.OPEN
        await sweep_all(transaction, BEGINNING + periods.REQUESTS.default, {})
        assert not await _has_words(transaction, first)
        assert await _has_words(transaction, second)
        # Closed without a moment, as by no part of the service: nothing is guessed.
        await transaction.connection.execute(
            update(task_rows).where(task_rows.c.id == second.id).values(status=Status.WITHDRAWN)
        )
        await sweep_all(transaction, BEGINNING + timedelta(days=5000), {})
        assert await _has_words(transaction, second)

    await database.transact(scene)
