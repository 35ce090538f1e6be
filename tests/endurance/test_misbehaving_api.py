"""The messaging app refuses, fails, hangs up and repeats itself, and journeys end all the same."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from bot.sandbox.mischief import Rates
from storage.database import Transaction
from storage.tables import outbox, tasks
from tests.endurance.amounts import Notes, amount
from tests.endurance.journeys import Journey
from tests.endurance.neighbours import Resident
from tests.scene import Scene, scene_in

JOURNEYS = amount(3, 60)
#: A fifth of all calls has to wait, a twentieth fails, a tenth is cut off before or after its work.
MISCHIEF = Rates(
    too_many_requests=0.2,
    server_error=0.05,
    dropped_before=0.05,
    dropped_after=0.05,
    duplicate_updates=0.2,
    repeated_presses=0.1,
)
#: By so much the clock may move until everybody has been answered once.
PATIENCE = timedelta(hours=12)
#: More acts than a journey has.
MOST_ROUNDS = 80


async def test_journeys_end_though_the_api_misbehaves(tmp_path: Path, notes: Notes) -> None:
    async with scene_in(tmp_path, rng=3) as scene:
        journeys = await _journeys(scene)
        scene.sandbox.mischief.rates = MISCHIEF
        began = scene.clock.now()
        for _ in range(MOST_ROUNDS):
            if not [journey for journey in journeys if journey.acts()]:
                break
            await scene.settles(PATIENCE)
        scene.sandbox.mischief.rates = Rates()
        took = scene.clock.now() - began
        assert [one.where_it_stands for one in journeys if not one.is_complete] == []
        assert await scene.transact(_unfinished) == 0
        assert await scene.transact(_lost) == 0
        scene.no_surprises()
        duplicates = await _duplicates(scene)
        # Only what was carried out without an answer is sent once more.
        assert duplicates <= _without_answer(scene)
        notes("journeys with a misbehaving API", len(journeys))
        notes("calls to the misbehaving API", scene.sandbox.recorder.calls_counted)
        notes("messages that came twice from a misbehaving API", duplicates)
        notes("time that the journeys took on the clock", took)


async def _journeys(scene: Scene) -> list[Journey]:
    """Bring on a resident and two helpers for each journey, and a group for every five."""
    journeys: list[Journey] = []
    for number in range(JOURNEYS):
        place = f"Street {number // 5}"
        if place not in scene.groups:
            helpers = [scene.person(f"Hal of {place}"), scene.person(f"Vic of {place}")]
            home = await scene.neighbourhood(place, scene.group(place, helpers))
            for helper in helpers:
                await scene.volunteer(helper, home, at_once=5)
        hal, vic = scene.people[f"Hal of {place}"], scene.people[f"Vic of {place}"]
        answers = {"name": "Ruth", "words": f"Bread, please ({number})", "where": place}
        resident = Resident(scene.person(f"Ruth {number}"), answers)
        journeys.append(Journey(resident, hal, vic, scene.groups[place]))
    return journeys


async def _unfinished(transaction: Transaction) -> int:
    statement = select(func.count()).select_from(tasks).where(tasks.c.status != "done")
    return int((await transaction.connection.execute(statement)).scalar_one())


async def _lost(transaction: Transaction) -> int:
    """Return how many messages will never arrive; only a notice under a tap may be too late."""
    is_lost = outbox.c.status.not_in(("sent", "pending", "retry", "sending"))
    statement = (
        select(func.count())
        .select_from(outbox)
        .where(is_lost, outbox.c.action.in_(("send", "edit")))
    )
    return int((await transaction.connection.execute(statement)).scalar_one())


def _without_answer(scene: Scene) -> int:
    return sum(
        call.method == "sendMessage" and call.status == 0
        for call in scene.sandbox.recorder.carried_out
    )


async def _duplicates(scene: Scene) -> int:
    sent = select(func.count()).select_from(outbox)
    sent = sent.where(outbox.c.action == "send", outbox.c.status == "sent")

    async def count(transaction: Transaction) -> int:
        return int((await transaction.connection.execute(sent)).scalar_one())

    arrived = sum(call.method == "sendMessage" for call in scene.sandbox.recorder.carried_out)
    return arrived - await scene.transact(count)
