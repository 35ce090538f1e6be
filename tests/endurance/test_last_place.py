"""Ten people say yes to the last place at the same moment: one has it, nine are on the reserve."""

import random
from datetime import timedelta
from pathlib import Path

from bot.sandbox.people import Person
from handlers.call_outs import timetable
from handlers.texts import T
from storage import call_out_recipients, call_outs, due_work, people
from storage.call_out_recipients import Answer
from storage.call_outs import CalledFor, CallOut, NewCallOut, Standing
from storage.database import Transaction
from storage.private import PrivateText
from tests.endurance.amounts import LIFTED, Notes, amount
from tests.endurance.neighbours import TEXTS
from tests.scene import Scene, scene_in

PEOPLE = 10
ROUNDS = amount(5, 50)
YES = TEXTS.say(T("button-call-yes"), "en")
ON_RESERVE = TEXTS.say(T("call-on-reserve"), "en")
HAS_PLACE = "You have a place"


async def test_one_has_it_and_nine_are_on_the_reserve_in_order(
    tmp_path: Path, notes: Notes
) -> None:
    async with scene_in(tmp_path, abilities=LIFTED, enforce_pace=False) as scene:
        home = await scene.neighbourhood("Elm Street")
        maker = scene.person("Cora")
        await scene.resident(maker, home)
        some = [scene.person(f"Vic{number}") for number in range(PEOPLE)]
        for each in some:
            await scene.volunteer(each, home)
        order = random.Random(1)
        winners = set()
        for number in range(ROUNDS):
            order.shuffle(some)
            winners.add((await _race(scene, await _called(scene, maker, home, number), some)).name)
        notes("races for the last place of a call-out", ROUNDS)
        notes("different winners of the last place", len(winners))


async def _called(scene: Scene, maker: Person, home: int, number: int) -> CallOut:
    """Call everybody for one place, and wait until they have the message."""
    now = scene.clock.now()

    async def call(transaction: Transaction) -> CallOut:
        author = await people.find(transaction, f"telegram:{maker.id}")
        assert author is not None
        new = NewCallOut(
            token=f"race{number}",
            author=author,
            standing=Standing.SENDING,
            purpose=CalledFor.PACKING,
            words=None,
            place=PrivateText("Church hall"),
            starts_at=now + timedelta(days=1),
            ends_at=now + timedelta(days=1, hours=2),
            wanted={home: 1},
            kinds=frozenset(),
            languages=frozenset(),
            checked_only=False,
            takes_strangers=False,
            reaches=PEOPLE,
        )
        call_out = await call_outs.add(transaction, new, now)
        await due_work.plan(transaction, timetable.CALL, call_out.id, now)
        return call_out

    call_out = await scene.transact(call)
    await scene.settles()
    return call_out


async def _race(scene: Scene, call_out: CallOut, some: list[Person]) -> Person:
    for each in some:
        each.taps(YES, each.from_bot[-1])
    await scene.settles()

    said = await scene.transact(
        lambda transaction: call_out_recipients.those_who(transaction, call_out, (Answer.YES,))
    )
    (place,) = await scene.transact(
        lambda transaction: call_outs.places_of(transaction, call_out.id)
    )
    assert (place.wanted, place.taken) == (1, 1)
    assert [recipient.has_place for recipient, _ in said] == [True] + [False] * (PEOPLE - 1)
    assert [recipient.turn for recipient, _ in said] == [None, *range(1, PEOPLE)]
    named = {f"telegram:{each.id}": each for each in some}
    assert [named[person.account] for _, person in said] == some

    first, *others = some
    assert HAS_PLACE in (first.from_bot[-1].text or "")
    assert all(ON_RESERVE in (each.from_bot[-1].text or "") for each in others)
    return first
