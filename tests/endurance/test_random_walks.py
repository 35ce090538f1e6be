"""Whatever people do, in whatever order: some things always hold."""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.sandbox.groups import Room
from bot.sandbox.people import Person
from handlers.deadlines import UNCLAIMED, UNFINISHED
from storage.database import Transaction
from storage.model import Kind
from storage.tables import chats, due_work, outbox, tasks
from storage.tasks import HELD
from storage.tasks import UNFINISHED as OPEN_STATES
from tests.endurance.amounts import ENDURE, LIFTED, amount
from tests.endurance.neighbours import Resident
from tests.endurance.random_walk import MARK, Act, Walk
from tests.endurance.walk_between_bots import WalkBetweenBots
from tests.scene import Scene, scene_in

STREET = "Elm Street"
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
ACTS_BETWEEN_BOTS = st.builds(
    Act,
    what=st.sampled_from(("door", "group", "claim", "tap the newest")),
    who=st.integers(0, 19),
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


@settings(
    max_examples=amount(3, 300),
    deadline=None,
    derandomize=not ENDURE,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(ACTS | ACTS_BETWEEN_BOTS, min_size=5, max_size=25))
async def test_the_same_holds_with_two_bots_whichever_of_them_is_used(acts: Sequence[Act]) -> None:
    async with _scene(bots=2) as scene:
        walk = WalkBetweenBots(scene, scene.groups[STREET])
        for act in acts:
            await walk.does(act)
            await _holds_between_bots(scene, walk)
        await walk.all_come_to_an_end()
        await _holds_between_bots(scene, walk)


@asynccontextmanager
async def _scene(bots: int = 1) -> AsyncIterator[Scene]:
    """A scheme in full swing: an owner, residents, helpers, a newcomer, and an open request."""
    with TemporaryDirectory() as folder:
        async with scene_in(Path(folder), abilities=LIFTED, enforce_pace=False) as scene:
            for number in range(2, bots + 1):
                scene.bot(f"Bot{number}")
            await scene.restart()
            owner, hal, vic = scene.owner(), scene.person("Hal"), scene.person("Vic")
            ruth, rose = scene.person("Ruth"), scene.person("Rose", "es")
            newcomer = scene.person("Nina")
            group = scene.group(STREET, [owner, hal, vic, rose, newcomer])
            home = await scene.neighbourhood(STREET, group, postcodes=["E1"])
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
    shown = scene.sandbox.recorder.everything_shown_in(*scene.groups[STREET].ids)
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
    _one_holds_each(status, scene.people.values())
    offered = {rest for name, rest in _presses(scene.groups[STREET]) if name == "claim"}
    assert offered == _open_tokens(status)


async def _holds_between_bots(scene: Scene, walk: WalkBetweenBots) -> None:
    """Check the same where what a bot left behind cannot be changed while it is shut out."""
    group = scene.groups[STREET]
    assert not [
        words for words in scene.sandbox.recorder.everything_shown_in(*group.ids) if MARK in words
    ]
    await scene.transact(_tasks_are_looked_after)
    status = await scene.transact(_status_by_claim)
    open_doors = [each for each in walk.phones.values() if not each.account.has_blocked]
    # A reminder that nobody answered stays, and its buttons say that the request is over.
    _one_holds_each(status, open_doors, MARK)
    offered = {rest for name, rest in _presses(group) if name == "claim"}
    assert not await scene.transact(_is_group_reached) or _open_tokens(status) <= offered
    await scene.transact(_only_what_cannot_leave_waits)
    scene.no_surprises()


async def _is_group_reached(transaction: Transaction) -> bool:
    found = await transaction.connection.execute(
        select(chats.c.reachable).where(chats.c.is_private.is_(False))
    )
    return bool(found.scalar_one())


async def _only_what_cannot_leave_waits(transaction: Transaction) -> None:
    """Check that nothing waits for the bot by which a chat is reached, while it is."""
    found = await transaction.connection.execute(
        select(outbox.c.id)
        .join(chats, chats.c.id == outbox.c.chat_id)
        .where(outbox.c.status == "waiting", chats.c.reachable, chats.c.bot == outbox.c.bot)
    )
    assert not found.scalars().all()


def _one_holds_each(status: Mapping[str, str], phones: Iterable[Person], words: str = "") -> None:
    holders: dict[str, set[str]] = {}
    for phone in phones:
        for name, stamp in _presses(phone, words):
            if name in ("off", "done", "back"):
                assert status.get(stamp) in HELD, "details are open that should be closed"
                holders.setdefault(stamp, set()).add(phone.name)
    assert all(len(names) == 1 for names in holders.values())


def _open_tokens(status: Mapping[str, str]) -> set[str]:
    return {stamp.partition(":")[0] for stamp, one in status.items() if one == "open"}


async def _status_by_claim(transaction: Transaction) -> dict[str, str]:
    rows = await transaction.connection.execute(
        select(tasks.c.token, tasks.c.claim_number, tasks.c.status)
    )
    return {f"{row.token}:{row.claim_number}": row.status for row in rows}


def _presses(room: Room, words: str = "") -> Iterator[tuple[str, str]]:
    """Yield what every button below such words stands for, and what it is about."""
    for message in room.from_bot:
        if words not in (message.text or ""):
            continue
        for row in message.buttons:
            for button in row:
                name, _, about = (button.data or "").partition(":")
                yield name, about
