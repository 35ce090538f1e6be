"""Pace: never above what the app takes, in any stretch of time."""

from bisect import bisect_right
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.pacing import BULK_BURST, LATELY, MANY_CHATS, Pacing, Width
from bot.sandbox.pace import Pace
from bot.sandbox.world import Chat, ChatKind
from tests.clock import BEGINNING, MovableClock
from tests.service.scene import running
from tests.service.scripted import UNHURRIED, UNLIMITED, ScriptedMessenger, message

#: Telegram's own limits: messages within seconds, over all, in a private chat and in a group.
OVERALL = (30, 1.0)
PRIVATE = (4, 1.0)
GROUP = (20, 60.0)


def most_within(moments: list[datetime], seconds: float) -> int:
    """Return the largest number of moments in any stretch shorter than so many seconds."""
    stretch = timedelta(seconds=seconds) - timedelta(microseconds=1)
    return max(
        (bisect_right(moments, moment + stretch) - index for index, moment in enumerate(moments)),
        default=0,
    )


#: How long nothing happens, to which chat somebody then writes, and whether the service restarts.
TRAFFIC = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.0, 0.0, 0.01, 0.3, 1.0, 7.0]), st.integers(1, 40), st.booleans()
    ),
    max_size=300,
)


@given(TRAFFIC)
def test_no_traffic_is_sent_faster_than_the_app_takes_it(
    traffic: list[tuple[float, int, bool]],
) -> None:
    clock = MovableClock()
    pacing = Pacing(UNHURRIED, clock)
    app = Pace(clock, is_enforced=True)
    sent: list[tuple[datetime, int]] = []
    for pause, chat, restarts in traffic:
        clock.move(timedelta(seconds=pause))
        if restarts:
            pacing = _gone_on(clock, sent)
        is_private = _is_private(chat)
        moment = max(pacing.when(chat, is_private=is_private), pacing.when_any())
        clock.move_to(moment)
        assert pacing.room(1) == 1
        pacing.spent(chat, clock.now(), is_private=is_private)
        kind: ChatKind = "private" if is_private else "group"
        assert app.spend(Chat(chat, kind, "", count(1)), is_edit=False) == 0
        sent.append((clock.now(), chat))
    assert most_within([at for at, _ in sent], OVERALL[1]) <= OVERALL[0]
    for chat in {chat for _, chat in sent}:
        limit, seconds = PRIVATE if _is_private(chat) else GROUP
        assert most_within([at for at, to in sent if to == chat], seconds) <= limit


def _is_private(chat: int) -> bool:
    return chat % 8 != 0


def _gone_on(clock: MovableClock, sent: list[tuple[datetime, int]]) -> Pacing:
    """Return the pace of a new process, which looks at what was sent shortly before it."""
    pacing = Pacing(UNHURRIED, clock)
    for at, chat in sent:
        if at >= clock.now() - pacing.memory:
            pacing.recall(chat, at, is_private=_is_private(chat))
    return pacing


def test_whoever_had_all_they_may_have_is_not_hurried_by_a_new_process() -> None:
    clock = MovableClock()
    pacing = Pacing(UNHURRIED, clock)
    sent = []
    for _ in range(10):
        clock.move_to(pacing.when(1, is_private=True))
        pacing.spent(1, clock.now(), is_private=True)
        sent.append((clock.now(), 1))
    pacing = _gone_on(clock, sent)
    assert pacing.when(1, is_private=True) == clock.now() + timedelta(seconds=1)


def test_a_new_process_goes_on_at_the_pace_of_the_one_before() -> None:
    clock = MovableClock()
    before = Pacing(UNHURRIED, clock)
    for _ in range(int(UNHURRIED.group_burst)):
        before.spent(8, clock.now(), is_private=False)
    after = _gone_on(clock, [(clock.now(), 8)] * int(UNHURRIED.group_burst))
    assert after.when(8, is_private=False) == before.when(8, is_private=False) > clock.now()
    assert after.room(100) == before.room(100) == OVERALL[0] - UNHURRIED.group_burst


def test_what_is_held_up_for_a_moment_slows_the_others_down_by_next_to_nothing() -> None:
    clock = MovableClock()
    pacing = Pacing(UNHURRIED, clock)
    for chat in range(3000):
        clock.move_to(max(clock.now(), pacing.when_bulk()))
        clock.move(timedelta(milliseconds=100 if chat % 200 == 0 else 2))
        pacing.spent(chat, clock.now(), is_private=True, is_bulk=True)
    assert 3000 / (clock.now() - BEGINNING).total_seconds() > 0.985 * 30


def test_what_goes_to_many_people_leaves_evenly() -> None:
    clock = MovableClock()
    pacing = Pacing(UNHURRIED, clock)
    for chat in range(100):
        clock.move_to(max(clock.now(), pacing.when_bulk()))
        assert pacing.bulk_room(10) >= 1
        pacing.spent(chat, clock.now(), is_private=True, is_bulk=True)
        # An answer finds room after a few of them at the latest.
        assert pacing.when_any() <= clock.now() + BULK_BURST * timedelta(seconds=1) / 30


def test_chats_that_are_quiet_again_are_forgotten() -> None:
    clock = MovableClock()
    pacing = Pacing(UNHURRIED, clock)
    for chat in range(3 * MANY_CHATS):
        clock.move(timedelta(seconds=1))
        pacing.spent(chat, clock.now(), is_private=True)
    assert len(pacing._full) <= MANY_CHATS


def test_as_many_at_once_as_leave_while_one_takes_its_time() -> None:
    width = Width(UNHURRIED, 25, MovableClock())
    assert width.most == 1
    for seconds, most in ((0.03, 1), (0.2, 6), (5.0, 25), (0.0, 1)):
        for _ in range(LATELY):
            width.note(timedelta(seconds=seconds))
        assert width.most == most


def test_what_would_come_twice_leaves_one_by_one_until_it_has_queued_for_long() -> None:
    clock = MovableClock()
    width = Width(UNHURRIED, 25, clock)
    for _ in range(LATELY):
        width.note(timedelta(seconds=0.2))
    assert (width.most, width.most_repeated, width.widens_at) == (6, 1, None)
    width.note_queue(is_there=True)
    widens_at = clock.now() + timedelta(seconds=1)
    clock.move(timedelta(seconds=0.99))
    width.note_queue(is_there=True)
    assert (width.most_repeated, width.widens_at) == (1, widens_at)
    clock.move_to(widens_at)
    assert (width.most_repeated, width.widens_at) == (6, None)
    width.note_queue(is_there=False)
    assert (width.most_repeated, width.widens_at) == (1, None)


def test_a_queue_is_no_older_than_a_clock_that_was_set_back() -> None:
    clock = MovableClock()
    width = Width(UNHURRIED, 25, clock)
    width.note_queue(is_there=True)
    clock.move(-timedelta(hours=1))
    width.note_queue(is_there=True)
    assert width.widens_at == clock.now() + timedelta(seconds=1)


def test_nothing_queues_where_the_pace_is_lifted() -> None:
    width = Width(UNLIMITED, 25, MovableClock())
    assert width.most_repeated == width.most == 25


def test_one_that_took_long_for_once_makes_no_difference() -> None:
    width = Width(UNHURRIED, 25, MovableClock())
    for seconds in (0.01, 0.01, 30.0, 0.01):
        width.note(timedelta(seconds=seconds))
    assert width.most == 1


async def test_a_group_gets_twenty_messages_a_minute_across_a_restart(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.abilities = UNHURRIED
    async with running(file, messenger, clock) as scene:
        group = await scene.chat("telegram:-1")
        await scene.keep(*(message(group, f"{number}") for number in range(40)))
        await scene.passes(seconds=10)
    async with running(file, messenger, clock) as scene:
        await scene.passes(minutes=5)
    moments = [each.at for each in messenger.delivered]
    assert len(moments) == 40
    assert most_within(moments, 60) <= 20
