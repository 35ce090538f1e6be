"""Calls to people without an app: asked of those who look after them, until they are ticked off."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers import posting
from handlers.actions import About, Action
from handlers.actors import actor_of
from handlers.asking.whom import asked_for, of_somebody
from handlers.cards import DEFAULT_ZONE, window_of
from handlers.deadlines import EVERY_DAY
from handlers.helping.private_parts import is_incomplete, name_of
from handlers.helping.task_buttons import hand_over_buttons, page_button, rung_buttons
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import changed_for_good, coordinators_for, people_of
from handlers.messages import Buttons, Message, Press, Say, number_carried
from handlers.partners.question import question_lines
from handlers.permissions import allowed
from handlers.phoned.kept import RING, spoken
from handlers.tapping import Taps
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from handlers.timed_work import TimedWork
from handlers.waiting.quiet_hours import QuietHours
from storage import (
    due_work,
    hand_overs,
    neighbourhoods,
    outbox_changes,
    people,
    repeats,
    reveals,
    rings,
    tasks,
)
from storage.model import Person, Stage, Task
from storage.outbox import Purpose
from storage.private import PrivateText
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
    task = await _task_of(turn, ring)
    if ring.words is None and task is not None and task.is_finished:
        # Somebody out of reach counts on nobody any more; what is news to them waits for them.
        return await not_needed(
            turn, [task], T("ring-closed", reference=PublicName(task.reference))
        )
    if await outbox_changes.labelled_within(turn.transaction, f"{_words_of(ring)}:"):
        return await asked(turn, ring, T("ring-still-waits"))
    person = await people.get(turn.transaction, ring.person_id)
    await changed_for_good(turn, _subject(ring), (Personal("ring-newer", name=name_of(person)),))
    return await asked(turn, ring)


async def asked(turn: Turn, ring: Ring, *before: Line) -> list[Message]:
    """Return word of a call to everybody who may make it, and plan that they are reminded."""
    person = await people.get(turn.transaction, ring.person_id)
    at = await _reminded_at(turn, person, ring, is_first=not before)
    await due_work.plan(turn.transaction, RING, ring.id, at)
    return [
        await shown(turn, each, ring, before, Purpose.NEWS)
        for each in await coordinators_for(turn, await about(turn, ring))
    ]


async def shown(
    turn: Turn,
    to: Person,
    ring: Ring,
    before: Sequence[Line] = (),
    purpose: Purpose = Purpose.ANSWER,
) -> Say:
    """Return a call that has to be made, to somebody who may make it; that they saw it is noted."""
    person = await people.get(turn.transaction, ring.person_id)
    task = await _task_of(turn, ring)
    lines = await (
        _to_tell(turn, person, ring, task)
        if person.rung or task is None
        else _out_of_reach(turn, person, task)
    )
    if task is not None:
        await reveals.record(turn.transaction, task, to.id, Stage.RINGING, turn.now)
    if ring.is_urgent:
        purpose = Purpose.SAFETY
    return Say(
        to,
        (*before, *lines),
        await _buttons(turn, ring, task),
        purpose=purpose,
        protect=True,
        label=f"{_words_of(ring)}:{to.id}",
    )


async def _to_tell(turn: Turn, person: Person, ring: Ring, task: Task | None) -> Sequence[Line]:
    """Return where to ring somebody without an app, and what to tell them."""
    phone = await people.phone_of(turn.transaction, person)
    name = name_of(person)
    lines: list[Line] = [T("ring-is-urgent")] if ring.is_urgent else []
    if phone is None:
        lines.append(Personal("ring-without-number", name=name))
    elif task is None:
        lines.append(Personal("ring-please", name=name, number=phone))
    else:
        reference = PublicName(task.reference)
        lines.append(Personal("ring-please-about", name=name, number=phone, reference=reference))
    told = [each for each in (ring.words, ring.passed_on) if each]
    asked = await _question(turn, person, task)
    if asked is not None:
        told.append(asked)
    return [*lines, T("ring-tell"), *told] if told else lines


async def _question(turn: Turn, person: Person, task: Task | None) -> PrivateText | None:
    """Return what somebody without an app is asked about handing their request over, if anything.

    It is asked as long as it is open, whatever else there is to tell.
    """
    if task is None or task.is_finished:
        return None
    made = await hand_overs.asked_about(turn.transaction, task.request)
    if made is None:
        return None
    return spoken(turn, person, await question_lines(turn, made, task))


async def _out_of_reach(turn: Turn, person: Person, task: Task) -> Sequence[Line]:
    """Return where to ring somebody whom no message reaches any more, and about what."""
    phone = (await tasks.secrets_of(turn.transaction, task)).phone
    window = window_of(task, await posting.home_of(turn, task))
    lines: list[Line] = [
        Personal("ring-resident", name=name_of(person), reference=PublicName(task.reference)),
        Paragraph(
            (
                T(f"kind-{task.kind.value}"),
                T("card-window", window=window),
                T("ring-no-phone") if phone is None else Personal("private-phone", value=phone),
            )
        ),
    ]
    return of_somebody(lines, await asked_for(turn, task), turn.house.texts)


async def _buttons(turn: Turn, ring: Ring, task: Task | None) -> Buttons:
    """Return the tick, and what the one who is rung may answer, as the request stands now."""
    told = (Press(T("button-ring-done"), f"ring-done:{ring.stamp}"),)
    if task is None:
        weekly = await repeats.of_resident(turn.transaction, ring.person_id)
        label = T("button-open-weekly")
        return (told, *((Press(label, f"repeat:keep:{each.token}"),) for each in weekly))
    if not task.by_phone:
        return (told, (page_button(task),))
    asked = await hand_overs.asked_about(turn.transaction, task.request)
    if asked is not None:
        # It is the question that is to be answered in this call.
        return (*hand_over_buttons(asked.id), told, (page_button(task),))
    secrets = await tasks.secrets_of(turn.transaction, task)
    lacks_address = is_incomplete(task.kind, secrets)
    return (told, *rung_buttons(task, is_incomplete=lacks_address))


async def _task_of(turn: Turn, ring: Ring) -> Task | None:
    return None if ring.task_id is None else await tasks.get(turn.transaction, ring.task_id)


async def about(turn: Turn, ring: Ring) -> About:
    """Return what a call is about, for those who look after it: a request, or else the person."""
    task = await _task_of(turn, ring)
    if task is not None:
        return task
    return await people_of(turn, await people.get(turn.transaction, ring.person_id))


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
    """Return what all word of a call is found by, with more behind it."""
    return f"please-ring:{ring.id}"


def _words_of(ring: Ring) -> str:
    """Return what the newest word of a call is found by, with the number of who was told behind."""
    return f"please-ring:{ring.stamp}"


# --- Ticked off ----------------------------------------------------------------------------------


async def _ticked_off(turn: PersonalTurn, stamp: str) -> list[Message] | None:
    """Note that somebody was told on the phone, unless there is newer word for them."""
    number = number_carried(stamp.partition(":")[0])
    ring = None if number is None else await rings.find(turn.transaction, number)
    if ring is None:
        return None
    person = await people.get(turn.transaction, ring.person_id)
    if not allowed(await actor_of(turn), Action.TELL_BY_PHONE, await about(turn, ring)):
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
            await changed_for_good(turn, _subject(ring), (said,))
    return []


async def not_needed_at_all(turn: Turn, person: Person, said: Line) -> None:
    """Let nobody ring somebody any more, about whatever it was."""
    for ring in await rings.waiting_of(turn.transaction, person.id):
        if await rings.settle(turn.transaction, ring, turn.now):
            await due_work.drop(turn.transaction, ring.id, RING)
            await changed_for_good(turn, _subject(ring), (said,))


async def question_asked(turn: Turn, task: Task, resident: Person) -> None:
    """Have somebody without an app asked whether their request may go to another organisation."""
    number = await rings.put(turn.transaction, resident, PrivateText(""), turn.now, task=task)
    await due_work.plan(turn.transaction, RING, number, turn.now)


async def question_over(turn: Turn, task: Task, said: Line) -> None:
    """Let nobody be asked any more; what else they are to be told they still are."""
    for ring in await _waiting(turn, await tasks.of_request(turn.transaction, task)):
        about_it = await _task_of(turn, ring)
        if ring.has_words and about_it is not None:
            resident = await people.get(turn.transaction, ring.person_id)
            await question_asked(turn, about_it, resident)
        elif await rings.settle(turn.transaction, ring, turn.now):
            await due_work.drop(turn.transaction, ring.id, RING)
            await changed_for_good(turn, _subject(ring), (said,))


async def _waiting(turn: Turn, places: Sequence[Task]) -> list[Ring]:
    return await rings.waiting_about(turn.transaction, [each.id for each in places])


async def _settle(turn: PersonalTurn, ring: Ring, said: Line) -> None:
    if await rings.settle(turn.transaction, ring, turn.now, turn.person.id):
        await due_work.drop(turn.transaction, ring.id, RING)
        await changed_for_good(turn, _subject(ring), (said,))


TAPS: Final[Taps] = {"ring-done": _ticked_off}
TIMED: Final[TimedWork] = {RING: _asked_to_ring}
