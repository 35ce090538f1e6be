"""Somebody whom no message reaches any more: those who look after the scheme ring in its place."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from handlers.asking.whom import to_resident
from handlers.deadlines import contact_wanted_by
from handlers.helping.private_parts import details_label, name_of
from handlers.house import Turn
from handlers.looking_after import coordinators_for
from handlers.messages import ChangeSaid, Message, Say
from handlers.outgoing import keep
from handlers.phoned import calls
from handlers.texts import Line, Personal, PublicName, T, Window
from storage import outbox_changes, people, rings, tasks
from storage.model import Person, Task
from storage.outbox import Purpose

#: How near help must be for a resident to hear that nothing reaches their helper.
NEAR: Final = timedelta(hours=24)


async def lost(turn: Turn, person: Person) -> list[Message]:
    """Return word of somebody whom nothing reaches any more, where others count on them."""
    messages: list[Message] = []
    for task in await tasks.unfinished_of(turn.transaction, person.id):
        if task.helper_id is not None:
            messages += await ring_instead(turn, task, person)
    for task in await tasks.held_by(turn.transaction, person.id):
        messages += await _helper_lost(turn, task, person)
    return messages


async def news_failed(turn: Turn, person: Person) -> list[Message]:
    """Return word of every request of somebody whom a message did not reach."""
    messages: list[Message] = []
    for task in await tasks.unfinished_of(turn.transaction, person.id):
        messages += await ring_instead(turn, task, person)
    return messages


async def ring_instead(turn: Turn, task: Task, resident: Person) -> list[Message]:
    """Ask for a call to a resident whom no message reaches, once for each claim of a request."""
    if resident.reachable or resident.rung or not await coordinators_for(turn, task):
        return []
    number = await rings.ask_for(turn.transaction, resident, task, turn.now)
    ring = None if number is None else await rings.find(turn.transaction, number)
    if ring is None:
        return []
    messages = await calls.asked(turn, ring)
    phone = (await tasks.secrets_of(turn.transaction, task)).phone
    name, reference = name_of(resident), PublicName(task.reference)
    instead = T("rung-instead" if phone is None else "rung-instead-sees", reference=reference)
    messages.append(await to_resident(turn, task, (instead,), purpose=Purpose.NEWS))
    for place in await tasks.unfinished_places(turn.transaction, task):
        if place.helper_id is not None:
            helper = await people.get(turn.transaction, place.helper_id)
            said = Personal("resident-unreached", name=name, reference=PublicName(place.reference))
            messages.append(Say(helper, (said,), purpose=Purpose.NEWS, label=details_label(place)))
    return messages


async def _helper_lost(turn: Turn, task: Task, helper: Person) -> list[Message]:
    """Tell the owners of a helper whom nothing reaches, and the resident where help is near."""
    owners = await _not_told(turn, _lost(task), await coordinators_for(turn, task))
    name, reference = name_of(helper), PublicName(task.reference)
    messages = _told(owners, _lost(task), await helper_lost_lines(turn, task, helper))
    if task.contact_at is None:
        return messages
    if task.window_start - turn.now <= NEAR:
        resident = await people.get(turn.transaction, task.resident_id)
        waits = await _not_told(turn, _lost(task), [resident])
        said = "helper-lost-to-resident" if owners else "helper-lost-and-nobody-told"
        messages += _told(waits, _lost(task), (Personal(said, name=name, reference=reference),))
    return messages


async def helper_lost_lines(turn: Turn, task: Task, helper: Person) -> list[Line]:
    """Return what those who look after a task hear of its helper whom nothing reaches."""
    line = Personal("helper-lost", name=name_of(helper), reference=PublicName(task.reference))
    if task.contact_at is not None:
        return [line, T("helper-lost-in-touch")]
    by = await contact_wanted_by(turn, task)
    return [line, T("helper-lost-lease", by=Window(by, by))]


async def take_back(turn: Turn, person: Person) -> None:
    """Tell those who were told that somebody was out of reach that this is over."""
    name = name_of(person)
    for task in await tasks.unfinished_of(turn.transaction, person.id):
        said = Personal("ring-no-more", name=name, reference=PublicName(task.reference))
        await calls.not_needed(turn, [task], said)
    for task in await tasks.held_by(turn.transaction, person.id):
        said = Personal("helper-back", name=name, reference=PublicName(task.reference))
        resident = await people.get(turn.transaction, task.resident_id)
        await _change(turn, _lost(task), [*await coordinators_for(turn, task), resident], said)


async def close(turn: Turn, task: Task) -> None:
    """Let nobody read a phone number any longer that they were given to ring.

    Also not those who look after the request no longer.
    """
    said = T("ring-closed", reference=PublicName(task.reference))
    await calls.not_needed(turn, [task], said)


async def _change(turn: Turn, subject: str, told: Iterable[Person], said: Line) -> None:
    for person in told:
        label = f"{subject}:{person.id}"
        await keep(turn, [ChangeSaid(person, label, (said,))])
        # If it happens once more, they are told once more.
        await outbox_changes.drop_label(turn.transaction, label)


async def _not_told(turn: Turn, subject: str, some: Iterable[Person]) -> list[Person]:
    return [
        person
        for person in some
        if not await outbox_changes.labelled(turn.transaction, f"{subject}:{person.id}")
    ]


def _told(some: Iterable[Person], subject: str, lines: Iterable[Line]) -> list[Message]:
    said = tuple(lines)
    return [
        Say(person, said, purpose=Purpose.NEWS, protect=True, label=f"{subject}:{person.id}")
        for person in some
    ]


def _lost(task: Task) -> str:
    """Return what the word about a task is found by whose helper is out of reach."""
    return f"lost:{task.id}:{task.claim_number}"
