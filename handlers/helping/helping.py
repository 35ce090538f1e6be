"""A volunteer helps: claims a task, sets off, and says that it is done."""

from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.afterwards import confirming, how_it_went
from handlers.asking.standing import not_yours
from handlers.asking.whom import asked_by, to_resident
from handlers.cards import window_of
from handlers.crowds import left_out_of
from handlers.deadlines import contact_wanted_by, plan_for_claim, plan_for_closed_task
from handlers.helping import doorstep_words, shown_details, unreached
from handlers.helping.private_parts import (
    details_label,
    door_lines,
    is_incomplete,
    name_of,
    request_lines,
    seen_at_first,
    seen_at_last,
)
from handlers.helping.task_buttons import cost_buttons_on_the_way, held_buttons, towards_helper
from handlers.house import PersonalTurn, Turn
from handlers.kinds import KINDS
from handlers.limits.taking import limits_of, why_not_be_chosen, why_not_take
from handlers.looking_after import Word, to_coordinators
from handlers.messages import Message, Press, PrivatePress, Say
from handlers.outcomes import ClaimOutcome, NotChecked, NotRegistered, Outcome, Refused, Went
from handlers.permissions import allowed, is_checked_for
from handlers.tapping import TaskTaps, of_claim
from handlers.texts import Line, Listed, Paragraph, Personal, PublicName, T, Window
from handlers.volunteering.checks import ask_for_check
from storage import interests, limits, people, reveals, tasks
from storage.model import Person, Secrets, Stage, Status, Task
from storage.outbox import Purpose


async def claim(turn: PersonalTurn, task: Task) -> ClaimOutcome:
    """Give a task to whoever was first; tapping again what one holds already changes nothing."""
    if task.helper_id == turn.person.id and not task.is_finished:
        return Went(T("claim-already-yours"), [])
    if task.status is not Status.OPEN:
        return Refused(T(f"claim-{task.status.value}"))
    if task.resident_id == turn.person.id:
        return Refused(T("claim-own"))
    actor = await actor_of(turn)
    if actor.volunteer is None or task.kind not in actor.volunteer.kinds:
        return NotRegistered()
    if not is_checked_for(actor, task):
        return NotChecked()
    if allowed(actor, Action.OFFER_TO_BE_CHOSEN, task):
        return await why_not_be_chosen(turn) or await _could_do(turn, task)
    if not allowed(actor, Action.CLAIM, task):
        return Refused(T("not-allowed"))
    at_once = actor.volunteer.tasks_at_once
    may = limits.may_claim(turn.person.id, limits_of(turn))
    if not await tasks.claim(turn.transaction, task, turn.person.id, turn.now, at_once, may):
        return await _why_not(turn, task, at_once)
    return Went(T("claim-yours"), await given(turn, turn.person, task))


async def _why_not(turn: PersonalTurn, task: Task, at_once: int) -> Refused:
    """Return why somebody who may claim a task did not get it."""
    task = await tasks.get(turn.transaction, task.id)
    if task.status is not Status.OPEN:
        return Refused(T(f"claim-{task.status.value}"))
    places = await tasks.of_request(turn.transaction, task)
    if any(each.helper_id == turn.person.id and not each.is_finished for each in places):
        return Refused(T("claim-other-place"))
    return await why_not_take(turn, task) or Refused(T("claim-too-many", number=at_once))


async def _could_do(turn: PersonalTurn, task: Task) -> ClaimOutcome:
    if not await interests.note(turn.transaction, task, turn.person.id, turn.now):
        return Refused(T("could-already"))
    return Went(T("could-noted"), await could_do(turn, task, turn.person))


async def could_do(turn: Turn, task: Task, volunteer: Person) -> list[Message]:
    """Return word to those who look after a task of a volunteer whom they can choose for a task."""
    line = Personal(
        "could-to-owners",
        name=name_of(volunteer),
        kind=T(f"kind-{task.kind.value}"),
        reference=PublicName(task.reference),
    )
    choose = Press(T("button-choose-helper"), f"pick:{task.token}:{volunteer.id}")
    return await to_coordinators(turn, task, (line,), ((choose,),))


async def to_choose(turn: Turn, task: Task) -> Word:
    """Return a request whose helper a coordinator picks, with those who said they could do it."""
    line = T(
        "choose-to-owners",
        reference=PublicName(task.reference),
        kind=T(f"kind-{task.kind.value}"),
        window=window_of(task, await posting.home_of(turn, task)),
    )
    willing = await interests.of(turn.transaction, task)
    if not willing:
        return Word((line, T("choose-nobody-yet")))
    buttons = []
    for number in willing:
        name = name_of(await people.get(turn.transaction, number))
        label = Personal("button-choose-name", name=name)
        buttons.append((PrivatePress(label, f"pick:{task.token}:{number}"),))
    return Word((line, T("choose-willing", number=len(willing))), buttons)


async def given(turn: Turn, helper: Person, task: Task) -> list[Message]:
    """Return what is said when a task has just been given to a helper."""
    task = await tasks.get(turn.transaction, task.id)
    await plan_for_claim(turn, task)
    resident = await people.get(turn.transaction, task.resident_id)
    await doorstep_words.renew(turn, task, resident)
    name = name_of(helper)
    secrets = await tasks.secrets_of(turn.transaction, task)
    lines: list[Line] = [
        Personal("taken-by", name=name, reference=PublicName(task.reference)),
        Personal("taken-sees", name=name, parts=_seen_at_once(task, secrets)),
    ]
    if task.slots > 1:
        lines.insert(1, T("taken-place", slot=task.slot, slots=task.slots))
    if resident.rung:
        # Nobody is rung in the minutes between the setting off and the door.
        lines += doorstep_words.for_resident(task, secrets, resident, helper)
    later = seen_at_last(secrets)
    if later.items:
        at_the_door = KINDS[task.kind].at_the_door
        hidden = "taken-hidden" if at_the_door else "taken-hidden-phone"
        lines.append(Personal(hidden, name=name, parts=later))
    return [
        *await details(turn, task, helper),
        await _told_resident(turn, task, secrets, lines),
        *await unreached.ring_instead(turn, task, resident),
        *await posting.cards_to_change(turn, task),
    ]


def _seen_at_once(task: Task, secrets: Secrets) -> Listed:
    """Return what a helper sees from the moment of a claim, by its names, for its owner."""
    left_out = (T("part-left-out"),) if task.left_out else ()
    return Listed((*seen_at_first(secrets).items, *left_out))


async def _told_resident(turn: Turn, task: Task, secrets: Secrets, lines: list[Line]) -> Message:
    """Tell a resident of their helper, and ask for an address that is missing."""
    towards = towards_helper(task)
    if not is_incomplete(task.kind, secrets):
        return await to_resident(turn, task, lines, (towards,))
    give = Press(T("button-give-address"), f"where:{task.token}")
    missing = (*lines, T("taken-address-missing"))
    return await to_resident(turn, task, missing, ((give,), towards))


async def details(turn: Turn, task: Task, helper: Person | None = None) -> list[Message]:
    """Return the private parts that the helper of a task may see at its stage."""
    assert task.helper_id is not None  # noqa: S101 - asked for held tasks only
    helper = helper or await people.get(turn.transaction, task.helper_id)
    secrets = await tasks.secrets_of(turn.transaction, task)
    lines: list[Line] = [await _headline(turn, task), Paragraph(request_lines(secrets))]
    left_out = await left_out_of(turn, task)
    if left_out is not None:
        lines.append(T("details-left-out", parts=left_out))
    if secrets.handover_note is not None:
        lines.append(Personal("details-note", note=secrets.handover_note))
    if task.slots > 1:
        lines.append(T("details-place", slot=task.slot, slots=task.slots))
    lines += await asked_by(turn, task)
    await reveals.record(turn.transaction, task, helper.id, Stage.CLAIMED, turn.now)
    if task.status is Status.ON_THE_WAY:
        await reveals.record(turn.transaction, task, helper.id, Stage.SET_OFF, turn.now)
        resident = await people.get(turn.transaction, task.resident_id)
        lines += _last_details(task, secrets, doorstep_words.for_helper(secrets, resident, helper))
    else:
        if task.contact_at is None:
            by = await contact_wanted_by(turn, task)
            lines.append(T("details-contact-by", by=Window(by, by)))
        lines.append(T("details-next" if KINDS[task.kind].at_the_door else "details-next-phone"))
    return [
        Say(
            helper,
            lines,
            held_buttons(task),
            purpose=Purpose.ANSWER,
            protect=True,
            label=details_label(task),
        )
    ]


def _last_details(task: Task, secrets: Secrets, words: list[Line]) -> list[Line]:
    """Return what a helper sees at the last moment: the door, or the number to ring."""
    known = door_lines(secrets)
    if not KINDS[task.kind].at_the_door:
        shown = Paragraph(known) if known else T("details-no-phone")
        return [shown, *words, T("details-on-the-phone")]
    shown = Paragraph(known) if known else T("details-no-door")
    return [shown, *words, T("details-at-the-door")]


async def _headline(turn: Turn, task: Task) -> T:
    return T(
        "details-headline",
        kind=T(f"kind-{task.kind.value}"),
        window=window_of(task, await posting.home_of(turn, task)),
        reference=PublicName(task.reference),
    )


async def set_off(turn: PersonalTurn, task: Task) -> Outcome:
    """Show the door to a helper who is on the way, and tell the resident who saw what."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.SET_OFF, task):
        return await _cannot_set_off(turn, task)
    if not await tasks.set_off(turn.transaction, task, turn.person.id, turn.now):
        return await not_yours(turn, task)
    task = await tasks.get(turn.transaction, task.id)
    resident = await people.get(turn.transaction, task.resident_id)
    secrets = await tasks.secrets_of(turn.transaction, task)
    lines = _coming(turn.person, task, secrets)
    if not resident.rung:
        lines += doorstep_words.for_resident(task, secrets, resident, turn.person)
    told = await _told_resident(turn, task, secrets, lines)
    return Went(T("set-off-noted"), [*await details(turn, task, turn.person), told])


async def _cannot_set_off(turn: PersonalTurn, task: Task) -> Outcome:
    """Say why a helper may not set off; where their check has ended, what they can do about it."""
    if task.helper_id != turn.person.id or task.status is not Status.CLAIMED:
        return await not_yours(turn, task)
    ended = T("set-off-check-ended", reference=PublicName(task.reference))
    asked = await ask_for_check(turn)
    return Went(None, [Say(turn.person, (ended,), held_buttons(task)), *asked])


def _coming(helper: Person, task: Task, secrets: Secrets) -> list[Line]:
    name, reference = name_of(helper), PublicName(task.reference)
    said = "on-the-way" if KINDS[task.kind].at_the_door else "on-the-phone"
    lines: list[Line] = [Personal(said, name=name, reference=reference)]
    seen = seen_at_last(secrets)
    if seen.items:
        lines.append(Personal("on-the-way-sees", name=name, parts=seen))
    return lines


async def finish(turn: PersonalTurn, task: Task) -> Outcome:
    """Note that a helper has helped; what they were shown is closed again."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.FINISH, task) or not await tasks.finish(
        turn.transaction, task, turn.person.id, turn.now
    ):
        return await not_yours(turn, task)
    was = task
    task = await tasks.get(turn.transaction, task.id)
    await plan_for_closed_task(turn, task)
    closed = T("details-closed-done", reference=PublicName(task.reference))
    return Went(
        T("done-noted"),
        [
            shown_details.closed_details(turn.person, was, closed),
            await how_it_went.asked_of_helper(turn, task),
            await confirming.to_be_confirmed(turn, task),
            *await posting.cards_to_change(turn, task),
        ],
    )


async def closed_for_helper(turn: Turn, task: Task, text: T) -> list[Message]:
    """Return what closes the details in a helper's chat when somebody else ended the task."""
    if task.helper_id is None:
        return []
    helper = await people.get(turn.transaction, task.helper_id)
    lines = (text, *await shown_details.not_taken_back(turn, task))
    return [
        shown_details.closed_details(helper, task, text),
        Say(helper, lines, cost_buttons_on_the_way(task)),
    ]


TASK_TAPS: Final[TaskTaps] = {
    "off": of_claim(set_off),
    "done": of_claim(finish),
}
