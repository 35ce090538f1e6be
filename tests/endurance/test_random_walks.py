"""Whatever people do, in whatever order: some things always hold."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.sandbox.groups import Room
from handlers.deadlines import UNCLAIMED, UNFINISHED
from storage.database import Transaction
from storage.model import Kind
from storage.tables import due_work, tasks
from storage.tasks import HELD
from storage.tasks import UNFINISHED as OPEN_STATES
from tests.endurance.amounts import ENDURE, LIFTED, amount
from tests.endurance.neighbours import Resident
from tests.endurance.random_walk import MARK, Act, Walk
from tests.scene import Scene, scene_in

ACTS = st.builds(
    Act,
    what=st.sampled_from(
        (
            *(
                "tap",
                "tap",
                "tap the newest",
                "tap the newest",
                "begin",
                "go on",
                "go on",
                "go on",
                "claim",
            ),
            *("write", "write garbage", "send", "time", "restart"),
        )
    ),
    who=st.integers(0, 9),
    which=st.integers(0, 200),
)


@settings(
    max_examples=amount(5, 500),
    deadline=None,
    derandomize=not ENDURE,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(ACTS, min_size=5, max_size=25))
async def test_some_things_always_hold(acts: Sequence[Act]) -> None:
    async with _scene() as scene:
        walk = Walk(scene)
        for act in acts:
            await walk.does(act)
            await _holds(scene)
        await walk.all_come_to_an_end()
        await _holds(scene)


@asynccontextmanager
async def _scene() -> AsyncIterator[Scene]:
    """A scheme in full swing: an owner, residents, helpers, a newcomer, and an open request."""
    with TemporaryDirectory() as folder:
        async with scene_in(Path(folder), abilities=LIFTED, enforce_pace=False) as scene:
            owner, hal, vic = scene.owner(), scene.person("Hal"), scene.person("Vic")
            ruth, rose = scene.person("Ruth"), scene.person("Rose", "es")
            newcomer = scene.person("Nina")
            group = scene.group("Elm Street", [owner, hal, vic, rose, newcomer])
            home = await scene.neighbourhood("Elm Street", group, postcodes=["E1"])
            await scene.volunteer(hal, home, at_once=1)
            await scene.volunteer(vic, home, [Kind.SHOPPING], is_checked=True)
            await scene.resident(ruth, home)
            await scene.resident(rose, home)
            owner.starts()
            asking = Resident(ruth, {"words": f"{MARK}, please"})
            while asking.has_something_to_do():
                asking.acts()
                await scene.settles()
            yield scene


async def _holds(scene: Scene) -> None:
    """Check what has to hold at every moment at which all is quiet."""
    shown = scene.sandbox.recorder.everything_shown_in(*scene.groups["Elm Street"].ids)
    assert not [words for words in shown if MARK in words]
    await scene.transact(_tasks_are_looked_after)
    await _only_helpers_hold(scene)
    scene.no_surprises()


async def _tasks_are_looked_after(transaction: Transaction) -> None:
    """Check that every unfinished request has a next deadline, and a helper if it is held."""
    rows = (await transaction.connection.execute(select(tasks))).all()
    planned = (
        await transaction.connection.execute(
            select(due_work.c.subject).where(due_work.c.kind.in_((UNCLAIMED, UNFINISHED)))
        )
    ).scalars()
    looked_after = set(planned)
    for task in rows:
        if task.status in OPEN_STATES:
            assert task.id in looked_after, f"nobody looks after a request that is {task.status}"
        if task.status in HELD:
            assert task.helper_id is not None
            assert task.helper_id != task.resident_id
        elif task.status != "done":
            assert task.helper_id is None or task.status == "withdrawn"


async def _only_helpers_hold(scene: Scene) -> None:
    """Check that nobody can act on a request but who has it, and that open cards are open."""
    status = await scene.transact(_status_by_claim)
    holders: dict[str, set[str]] = {}
    for person in scene.people.values():
        for name, stamp in _presses(person):
            if name in ("off", "done", "back"):
                assert status.get(stamp) in HELD, "details are open that should be closed"
                holders.setdefault(stamp, set()).add(person.name)
    assert all(len(names) == 1 for names in holders.values())
    open_tokens = {stamp.partition(":")[0] for stamp, one in status.items() if one == "open"}
    offered = {rest for name, rest in _presses(scene.groups["Elm Street"]) if name == "claim"}
    assert offered == open_tokens


async def _status_by_claim(transaction: Transaction) -> dict[str, str]:
    rows = await transaction.connection.execute(
        select(tasks.c.token, tasks.c.claim_number, tasks.c.status)
    )
    return {f"{row.token}:{row.claim_number}": row.status for row in rows}


def _presses(room: Room) -> Iterator[tuple[str, str]]:
    """Yield what every button in sight stands for, and what it is about."""
    for message in room.from_bot:
        for row in message.buttons:
            for button in row:
                name, _, about = (button.data or "").partition(":")
                yield name, about
