"""Weekly help: whether it may change stands in the statement that changes it."""

from dataclasses import replace
from datetime import timedelta

from storage import repeats, tasks
from storage.database import Database, Transaction
from storage.model import Level, Person, Repeat, RepeatStatus, Secrets
from storage.private import PrivateText
from storage.queue import EVERYTHING
from tests.clock import BEGINNING
from tests.storage import neighbours

SECRETS = Secrets(first_name=PrivateText("Rosa"), words=PrivateText("Milk"))


async def _weekly(transaction: Transaction) -> tuple[Repeat, Person, Person]:
    resident = await neighbours.person(transaction, 7001)
    volunteer = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, resident)
    new = replace(neighbours.repeat(task, SECRETS), wished_id=volunteer.id)
    repeat = await repeats.add(transaction, resident, new)
    assert repeat is not None
    return repeat, resident, volunteer


async def test_a_request_becomes_weekly_once_and_again_when_that_has_ended(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, resident)
        first, second = neighbours.repeat(task), replace(neighbours.repeat(task), token="w2")  # noqa: S106 - it opens nothing
        repeat = await repeats.add(transaction, resident, first)
        assert repeat is not None
        assert await repeats.add(transaction, resident, second) is None
        assert await repeats.end(transaction, repeat, BEGINNING)
        assert await repeats.add(transaction, resident, second) is not None

    await database.transact(scene)


async def test_only_who_is_wished_for_can_say_yes_and_only_once(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        repeat, resident, volunteer = await _weekly(transaction)
        assert not await repeats.accept(transaction, repeat, resident.id)
        assert await repeats.accept(transaction, repeat, volunteer.id)
        assert not await repeats.accept(transaction, repeat, volunteer.id)
        pair = await repeats.get(transaction, repeat.id)
        assert (pair.helper_id, pair.wished_id) == (volunteer.id, None)

    await database.transact(scene)


async def test_who_stops_leaves_the_choice_to_the_resident(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        repeat, resident, volunteer = await _weekly(transaction)
        assert not await repeats.open_to_anybody(transaction, repeat)
        assert not await repeats.part(transaction, repeat, resident.id)
        assert await repeats.part(transaction, repeat, volunteer.id)
        assert not await repeats.accept(transaction, repeat, volunteer.id)
        assert (await repeats.get(transaction, repeat.id)).status is RepeatStatus.CHOOSING
        assert await repeats.open_to_anybody(transaction, repeat)
        assert not await repeats.open_to_anybody(transaction, repeat)

    await database.transact(scene)


async def test_nothing_changes_what_has_ended(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        repeat, resident, volunteer = await _weekly(transaction)
        assert await repeats.end(transaction, repeat, BEGINNING)
        later = BEGINNING + timedelta(days=7)
        assert not await repeats.end(transaction, repeat, later)
        assert not await repeats.accept(transaction, repeat, volunteer.id)
        assert not await repeats.part(transaction, repeat, volunteer.id)
        assert not await repeats.move_to(transaction, repeat, later, later)
        assert not await repeats.helper_is_away(transaction, repeat, volunteer.id, later.date())
        await repeats.add_secrets(transaction, repeat, resident, SECRETS, Level.ASSIGNED)
        assert await repeats.secrets_of(transaction, repeat) == Secrets()
        assert await repeats.of_resident(transaction, resident.id) == []
        assert await repeats.of_helper(transaction, volunteer.id) == []
        assert await repeats.in_sight(transaction, EVERYTHING) == []

    await database.transact(scene)


async def test_an_address_that_is_given_later_is_kept_for_later_weeks(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        repeat, resident, _ = await _weekly(transaction)
        street = Secrets(street=PrivateText("Elm Road"))
        await repeats.add_secrets(transaction, repeat, resident, street, Level.ASSIGNED)
        kept = await repeats.secrets_of(transaction, repeat)
        assert kept == replace(SECRETS, street=PrivateText("Elm Road"))
        assert (await repeats.get(transaction, repeat.id)).level is Level.ASSIGNED
        assert await tasks.of_repeat(transaction, repeat.id) == []

    await database.transact(scene)
