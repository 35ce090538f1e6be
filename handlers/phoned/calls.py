"""Calls to people without an app: asked of those who look after them, until they are ticked off."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.actors import actor_of
from handlers.cards import DEFAULT_ZONE
from handlers.deadlines import EVERY_DAY
from handlers.helping.private_parts import is_incomplete, name_of
from handlers.helping.task_buttons import hand_over_buttons, page_button, rung_buttons
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import changed_for_all, coordinators_for, people_of
from handlers.messages import Buttons, ChangeSaid, Message, Press, Say, number_carried
from handlers.messages import keep as keep_messages
from handlers.permissions import About, Action, allowed
from handlers.phoned.kept import RING
from handlers.tapping import Taps
from handlers.texts import Line, Personal, PublicName, T
from handlers.timed_work import TimedWork
from handlers.waiting.quiet_hours import QuietHours
from storage import (
    due_work,
    hand_overs,
    neighbourhoods,
    outbox,
    people,
    reveals,
    rings,
    tasks,
)
from storage.model import Person, Stage, Task
from storage.outbox import Purpose
from storage.rings import Ring

#: After which time those who were asked to ring are reminded first; from then on every day.
REMINDED_AFTER: Final = timedelta(hours=3)
#: The same where it is about somebody's safety, by day and by night.
REMINDED_AFTER_IF_URGENT: Final = timedelta(hours=1)


async def _asked_to_ring(turn: Turn, number: int) -> list[Message]:
    """Ask those who look after somebody to ring them, or remind them of it."""
    ring = await rings.find(turn.transaction, number)
    if ring is None or ring.settled_at is not None:
        return []
    person = await people.get(turn.transaction, ring.person_id)
    task = await _task_of(turn, ring)
    is_first = turn.now - ring.created_at < REMINDED_AFTER_IF_URGENT
    await due_work.plan(
        turn.transaction, RING, ring.id, await _reminded_at(turn, person, ring, is_first=is_first)
    )
    if is_first:
        await _change(turn, ring, Personal("ring-newer", name=name_of(person)))
    told = await coordinators_for(turn, await _about(turn, person, task))
    return [
        await shown(turn, each, ring, task, () if is_first else (T("ring-still-waits"),))
        for each in told
    ]


async def shown(
    turn: Turn,
    to: Person,
    ring: Ring,
    task: Task | None,
    before: Sequence[Line] = (),
    purpose: Purpose = Purpose.NEWS,
) -> Say:
    """Return a call that has to be made, to somebody who may make it; the number is a reveal."""
    person = await people.get(turn.transaction, ring.person_id)
    phone = await people.phone_of(turn.transaction, person)
    name = name_of(person)
    lines: list[Line] = list(before)
    if ring.is_urgent:
        lines.append(T("ring-is-urgent"))
        purpose = Purpose.SAFETY
    if phone is None:
        lines.append(Personal("ring-without-number", name=name))
    elif task is None:
        lines.append(Personal("ring-please", name=name, number=phone))
    else:
        await reveals.record(turn.transaction, task, to.id, Stage.RINGING, turn.now)
        reference = PublicName(task.reference)
        lines.append(Personal("ring-please-about", name=name, number=phone, reference=reference))
    if ring.words is not None:
        lines += [T("ring-tell"), ring.words]
    buttons = await _buttons(turn, ring, task)
    label = f"{_subject(ring)}:{to.id}"
    return Say(to, lines, buttons, purpose=purpose, protect=True, label=label)


async def _buttons(turn: Turn, ring: Ring, task: Task | None) -> Buttons:
    """Return the tick, and what the one who is rung may answer, as the request stands now."""
    told = (Press(T("button-ring-done"), f"ring-done:{ring.stamp}"),)
    if task is None:
        return (told,)
    asked = await hand_overs.asked_about(turn.transaction, task.request)
    if asked is not None:
        # It is the question that is to be answered in this call.
        return (*hand_over_buttons(asked.id), told, (page_button(task),))
    secrets = await tasks.secrets_of(turn.transaction, task)
    lacks_address = is_incomplete(task.kind, secrets)
    return (told, *rung_buttons(task, is_incomplete=lacks_address))


async def _task_of(turn: Turn, ring: Ring) -> Task | None:
    return None if ring.task_id is None else await tasks.get(turn.transaction, ring.task_id)


async def _about(turn: Turn, person: Person, task: Task | None) -> About:
    return await people_of(turn, person) if task is None else task


async def _reminded_at(turn: Turn, person: Person, ring: Ring, *, is_first: bool) -> datetime:
    """Return when those asked are reminded: by day, unless it is about somebody's safety."""
    if ring.is_urgent:
        return turn.now + REMINDED_AFTER_IF_URGENT
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    home = next((each for each in everywhere if each.id == person.neighbourhood_id), None)
    zone = ZoneInfo(home.time_zone) if home else DEFAULT_ZONE
    quiet = QuietHours(turn.house.quiet_from, turn.house.quiet_until, zone)
    pause = REMINDED_AFTER if is_first else EVERY_DAY
    return quiet.after(turn.now + pause, timedelta(0))


def _subject(ring: Ring) -> str:
    """Return what the word of a call is found by, with the number of who was told behind it."""
    return f"please-ring:{ring.id}"


async def _change(turn: Turn, ring: Ring, said: Line) -> None:
    """Let every copy of a call read otherwise, without the number and the words."""
    await taken_back(turn, _subject(ring), said)


async def taken_back(turn: Turn, subject: str, said: Line) -> None:
    """Put a line in the place of what anybody was told under a subject; it is found no longer."""
    changes = await changed_for_all(turn, subject, (said,))
    await keep_messages(turn, changes)
    for each in changes:
        if isinstance(each, ChangeSaid):
            await outbox.drop_label(turn.transaction, each.label)


# --- Ticked off ----------------------------------------------------------------------------------


async def _ticked_off(turn: PersonalTurn, stamp: str) -> list[Message] | None:
    """Note that somebody was told on the phone, unless there is newer word for them."""
    number = number_carried(stamp.partition(":")[0])
    ring = None if number is None else await rings.find(turn.transaction, number)
    if ring is None:
        return None
    person = await people.get(turn.transaction, ring.person_id)
    about = await _about(turn, person, await _task_of(turn, ring))
    if not allowed(await actor_of(turn), Action.TELL_BY_PHONE, about):
        return [Say(turn.person, (T("not-allowed"),))]
    name = name_of(person)
    if ring.settled_at is not None:
        return [Say(turn.person, (Personal("ring-done-before", name=name),))]
    if stamp != ring.stamp:
        newer = Personal("ring-done-of-older", name=name)
        return [Say(turn.person, (newer,))]
    await _settle(turn, ring, Personal("ring-done-by", name=name_of(turn.person), person=name))
    return [Say(turn.person, (Personal("ring-done-noted", name=name),))]


async def answered(turn: PersonalTurn, task: Task) -> None:
    """Tick off what was to be told about a request whose resident has just had their say."""
    by, person = turn.person, await people.get(turn.transaction, task.resident_id)
    said = Personal("ring-done-by", name=name_of(by), person=name_of(person))
    for ring in await _waiting(turn, await tasks.of_request(turn.transaction, task)):
        await _settle(turn, ring, said)


async def not_needed(turn: Turn, places: Sequence[Task], said: Line) -> list[Message]:
    """Let nobody ring about some tasks any more; returns nothing to say to anybody else."""
    for ring in await _waiting(turn, places):
        if await rings.settle(turn.transaction, ring, turn.now):
            await due_work.drop(turn.transaction, ring.id, RING)
            await _change(turn, ring, said)
    return []


async def _waiting(turn: Turn, places: Sequence[Task]) -> list[Ring]:
    return await rings.waiting_about(turn.transaction, [each.id for each in places])


async def _settle(turn: PersonalTurn, ring: Ring, said: Line) -> None:
    if await rings.settle(turn.transaction, ring, turn.now, turn.person.id):
        await due_work.drop(turn.transaction, ring.id, RING)
        await _change(turn, ring, said)


TAPS: Final[Taps] = {"ring-done": _ticked_off}
TIMED: Final[TimedWork] = {RING: _asked_to_ring}
