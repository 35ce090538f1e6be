"""What safeguarding leads see and do: worries that wait for them, looked after and settled.

Nobody on either side of a request reads a worry about it, be they a lead or an owner.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.helping.private_parts import where_lines
from handlers.house import PersonalTurn, Turn
from handlers.messages import Buttons, ChangeSaid, Message, Press, Say, TakeSaidBack, number_carried
from handlers.outgoing import keep
from handlers.permissions import allowed
from handlers.tapping import Taps
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from handlers.timed_work import TimedWork
from storage import (
    due_work,
    forgetting,
    holds,
    neighbourhoods,
    outbox_changes,
    people,
    reveals,
    tasks,
    worries,
)
from storage.model import Neighbourhood, Person, Stage, Task
from storage.outbox import Purpose
from storage.private import PrivateText
from storage.worries import Worry

#: Timed work: a worry that is not settled, or whose words are due to be forgotten.
WORRY: Final = "worry"
#: The button with which a lead has kept what belongs to a worry.
HOLD: Final = "hold"
#: How often, day and night, a worry that nobody looks after is brought up again.
REMINDED_EVERY: Final = timedelta(hours=2)
#: After this the owners and whoever is worried hear that it waits.
OWNERS_AFTER: Final = timedelta(hours=4)
#: After this it is brought up once a day.
DAILY_AFTER: Final = timedelta(days=1)
#: How often whoever looks after a worry is asked whether it is settled.
STILL_OPEN_EVERY: Final = timedelta(days=3)
#: How long after a request was closed its other side may be who somebody worries about.
RECENT: Final = timedelta(days=30)


async def readers_for(turn: Turn, person_id: int, task: Task | None) -> list[Person]:
    """Return who may read what worries somebody: the leads, or else the owners.

    Left out are whoever is worried and everybody who may be on the other side.
    """
    left_out = await _left_out(turn, person_id, task)
    leads = [lead for lead in await posting.leads_of(turn) if lead.id not in left_out]
    return leads or [owner for owner in await posting.owners_of(turn) if owner.id not in left_out]


async def _left_out(turn: Turn, person_id: int, task: Task | None) -> set[int]:
    """Return who never hears of a worry: both sides of the request, or of all that is recent.

    Somebody who names no request may well speak of whoever they have to do with just now.
    """
    if task is not None:
        return {person_id, *await worries.parties_to(turn.transaction, task)}
    since = turn.now - RECENT
    return {person_id, *await worries.met_lately(turn.transaction, person_id, since)}


async def _task_of(turn: Turn, worry: Worry) -> Task | None:
    return None if worry.task_id is None else await tasks.get(turn.transaction, worry.task_id)


async def readers_of(turn: Turn, worry: Worry) -> list[Person]:
    """Return who may read a worry now."""
    return await readers_for(turn, worry.person_id, await _task_of(turn, worry))


async def called(turn: Turn, worry: Worry) -> list[Message]:
    """Return what a worry that has just been told says to the leads, and look after it in time."""
    await due_work.plan(turn.transaction, WORRY, worry.id, turn.now + REMINDED_EVERY)
    return await _said_to(turn, worry, await readers_of(turn, worry))


async def changed(turn: Turn, worry: Worry) -> list[Message]:
    """Return how a worry reads now, wherever the leads have it."""
    lines, buttons = await _shown(turn, worry), _buttons(worry)
    return [
        ChangeSaid(reader, _label(worry, reader), lines, buttons)
        for reader in await readers_of(turn, worry)
    ]


async def _said_to(
    turn: Turn, worry: Worry, readers: Sequence[Person], before: Sequence[Line] = ()
) -> list[Message]:
    return [*await shown_to(turn, worry, readers, before)]


async def shown_to(
    turn: Turn, worry: Worry, readers: Sequence[Person], before: Sequence[Line] = ()
) -> list[Say]:
    """Return a worry for those who may read it, and note to whom it shows where somebody is."""
    lines = (*before, *await _shown(turn, worry))
    task = await _task_of(turn, worry)
    if task is not None:
        stage = Stage.DANGER if await where(turn, worry) else Stage.WORRY
        for reader in readers:
            await reveals.record(turn.transaction, task, reader.id, stage, turn.now)
    return [
        Say(
            reader,
            lines,
            _buttons(worry),
            purpose=Purpose.SAFETY,
            protect=True,
            label=_label(worry, reader),
        )
        for reader in readers
    ]


def _label(worry: Worry, reader: Person) -> str:
    return f"worry:{worry.id}:{reader.id}"


def _buttons(worry: Worry) -> Buttons:
    settled = Press(T("button-worry-settled"), f"worry-settled:{worry.id}")
    keep_it = Press(T("button-hold"), f"{HOLD}:{worry.id}")
    if worry.settled_at is not None:
        return ()
    if worry.acknowledged_by is not None:
        return ((settled,), (keep_it,))
    return ((Press(T("button-worry-read"), f"worry-read:{worry.id}"),), (settled,), (keep_it,))


async def _shown(turn: Turn, worry: Worry) -> list[Line]:
    """Return a worry as a lead reads it; its words only until it is settled."""
    person = await people.get(turn.transaction, worry.person_id)
    headline = "danger-to-lead" if worry.is_danger else "worry-to-lead"
    lines: list[Line] = [Personal(headline, name=name_of(person))]
    task = await _task_of(turn, worry)
    about = [] if task is None else await _about(turn, person, task)
    home = await _home_of(turn, person, task)
    if home is not None:
        about.append(T("card-area", area=PublicName(home.name)))
    if about:
        lines.append(Paragraph(about))
    if worry.settled_at is None:
        words = await worries.words_of(turn.transaction, worry)
        lines.append(Personal("worry-words", value=words) if words else T("worry-no-words"))
    found = await where(turn, worry)
    if found:
        lines.append(Paragraph(found))
    if worry.acknowledged_by is None:
        return [*lines, T("worry-guard")]
    lead = await people.get(turn.transaction, worry.acknowledged_by)
    standing = "worry-looked-after" if worry.settled_at is None else "worry-settled"
    return [*lines, Personal(standing, name=name_of(lead))]


async def where(turn: Turn, worry: Worry) -> list[Line]:
    """Return where somebody in danger can be found, as far as their own request says."""
    task = await _task_of(turn, worry)
    if task is None or not worry.is_danger or worry.settled_at is not None:
        return []
    if task.resident_id != worry.person_id:
        return []
    return where_lines(await tasks.secrets_of(turn.transaction, task))


async def _about(turn: Turn, person: Person, task: Task) -> list[Line]:
    reference, kind = PublicName(task.reference), T(f"kind-{task.kind.value}")
    is_resident = task.resident_id == person.id
    side = "worry-of-resident" if is_resident else "worry-of-helper"
    lines: list[Line] = [T(side, reference=reference, kind=kind)]
    other_id = task.helper_id if is_resident else task.resident_id
    if other_id is not None:
        other = await people.get(turn.transaction, other_id)
        lines.append(Personal("worry-other-side", name=name_of(other)))
    return lines


async def _home_of(turn: Turn, person: Person, task: Task | None) -> Neighbourhood | None:
    if task is not None:
        return await posting.home_of(turn, task)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return next((each for each in everywhere if each.id == person.neighbourhood_id), None)


def name_of(person: Person) -> PrivateText | T:
    """Return what somebody is called in word of a worry."""
    return person.first_name or T("worry-without-name")


# --- Looking after it ----------------------------------------------------------------------------


async def readable(turn: PersonalTurn, number: str) -> Worry | T | None:
    """Return the worry that a button is about; a reason why not; None where there is none."""
    worry_id = number_carried(number)
    worry = None if worry_id is None else await worries.find(turn.transaction, worry_id)
    if worry is None:
        return None
    return worry if await may_read(turn, worry) else T("not-allowed")


async def may_read(turn: PersonalTurn, worry: Worry) -> bool:
    """Say whether the person of the turn may read a worry now."""
    readers = {reader.id for reader in await readers_of(turn, worry)}
    actor = replace(await actor_of(turn), reads_worry=turn.person.id in readers)
    return allowed(actor, Action.READ_WORRY)


async def acknowledge(turn: PersonalTurn, number: str) -> list[Message] | None:
    """Note that a lead looks after a worry, and tell whoever is worried that it was read."""
    worry = await readable(turn, number)
    if not isinstance(worry, Worry):
        return None if worry is None else [Say(turn.person, (worry,))]
    if not await worries.acknowledge(turn.transaction, worry, turn.person.id, turn.now):
        return [Say(turn.person, (await _standing(turn, worry),))]
    await due_work.plan(turn.transaction, WORRY, worry.id, turn.now + STILL_OPEN_EVERY)
    return await _noted(turn, worry, T("worry-yours"), is_read=True)


async def _noted(turn: PersonalTurn, worry: Worry, answer: T, *, is_read: bool) -> list[Message]:
    """Return what follows from a lead's tap; `is_read` where it is the first that anybody made."""
    now = await worries.find(turn.transaction, worry.id) or worry
    messages = [*await changed(turn, now), Say(turn.person, (answer,))]
    if is_read:
        person = await people.get(turn.transaction, worry.person_id)
        read = Personal("worry-read", name=name_of(turn.person))
        messages.append(Say(person, (read,), purpose=Purpose.SAFETY))
    return messages


async def _standing(turn: Turn, worry: Worry) -> Line:
    """Say who was quicker, or that it was oneself."""
    assert worry.acknowledged_by is not None  # noqa: S101 - asked where somebody was quicker only
    if worry.settled_at is not None:
        return T("worry-settled-already")
    lead = await people.get(turn.transaction, worry.acknowledged_by)
    return Personal("worry-looked-after", name=name_of(lead))


async def settle(turn: PersonalTurn, number: str) -> list[Message] | None:
    """Note that a worry is settled; its words are forgotten some time later."""
    worry = await readable(turn, number)
    if not isinstance(worry, Worry):
        return None if worry is None else [Say(turn.person, (worry,))]
    is_first = await worries.acknowledge(turn.transaction, worry, turn.person.id, turn.now)
    if not await worries.settle(turn.transaction, worry, turn.now):
        return [Say(turn.person, (T("worry-settled-already"),))]
    await due_work.drop(turn.transaction, worry.id, WORRY)
    sides = await holds.sides_of(turn.transaction, worry)
    await forgetting.look_again(turn.transaction, sides, turn.now)
    await _let_go(turn, await worries.find(turn.transaction, worry.id) or worry)
    return await _noted(turn, worry, T("worry-settled-noted"), is_read=is_first)


async def _let_go(turn: Turn, worry: Worry) -> None:
    """Show the words of a settled worry nowhere, nor to those who were leads when it came."""
    await keep(turn, await changed(turn, worry))
    readers = {reader.chat_id for reader in await readers_of(turn, worry)}
    found = await outbox_changes.labelled_within(turn.transaction, f"worry:{worry.id}:")
    for label, chat_id in found:
        former = None if chat_id in readers else await people.with_chat(turn.transaction, chat_id)
        if former is None:
            # It is not changed any more.
            await outbox_changes.drop_label(turn.transaction, label)
        else:
            words = (T("details-not-yours"),)
            await keep(turn, [TakeSaidBack(former, label, words, Purpose.SAFETY)])


TAPS: Final[Taps] = {"worry-read": acknowledge, "worry-settled": settle}


# --- While it waits ------------------------------------------------------------------------------


async def _look_again(turn: Turn, worry_id: int) -> list[Message]:
    worry = await worries.find(turn.transaction, worry_id)
    if worry is None or worry.settled_at is not None:
        return []
    if worry.acknowledged_by is not None:
        return await _ask_whether_settled(turn, worry)
    return await _bring_up(turn, worry)


async def _ask_whether_settled(turn: Turn, worry: Worry) -> list[Message]:
    await due_work.plan(turn.transaction, WORRY, worry.id, turn.now + STILL_OPEN_EVERY)
    readers = await readers_of(turn, worry)
    # Whoever looked after it may have given up the role: then it is for all the others.
    asked = [each for each in readers if each.id == worry.acknowledged_by] or readers
    return await _said_to(turn, worry, asked, (T("worry-still-open"),))


async def _bring_up(turn: Turn, worry: Worry) -> list[Message]:
    """Remind the leads of a worry that nobody looks after, then the owners: without its words."""
    waited = turn.now - worry.created_at
    pause = REMINDED_EVERY if waited < DAILY_AFTER else DAILY_AFTER
    await due_work.plan(turn.transaction, WORRY, worry.id, turn.now + pause)
    readers = await readers_of(turn, worry)
    messages = await _said_to(turn, worry, readers, (T("worry-waits"),))
    if waited < OWNERS_AFTER:
        return messages
    left_out = await _left_out(turn, worry.person_id, await _task_of(turn, worry))
    left_out |= {reader.id for reader in readers}
    messages += [
        Say(owner, (T("worry-waits-to-owners"),), purpose=Purpose.SAFETY)
        for owner in await posting.owners_of(turn)
        if owner.id not in left_out
    ]
    if waited < OWNERS_AFTER + REMINDED_EVERY:
        person = await people.get(turn.transaction, worry.person_id)
        messages.append(Say(person, (T("worry-nobody-yet"),), purpose=Purpose.SAFETY))
    return messages


TIMED: Final[TimedWork] = {WORRY: _look_again}
