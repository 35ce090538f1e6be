"""A coordinator gives a request to somebody: to whoever said they could, or to another who fits."""

from dataclasses import replace
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.whom import to_resident
from handlers.deadlines import zone_of
from handlers.helping.helping import given
from handlers.helping.private_parts import name_of
from handlers.helping.shown_details import closed_details, not_taken_back
from handlers.helping.task_buttons import cost_buttons_on_the_way, page_button
from handlers.house import PersonalTurn, Turn
from handlers.kinds import takes_check
from handlers.messages import (
    Message,
    Press,
    PrivatePress,
    Say,
    number_carried,
)
from handlers.outcomes import Outcome, Refused, Went
from handlers.permissions import allowed
from handlers.tapping import TaskTaps
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from handlers.waiting.matching import Wanted, fits
from storage import assigning, people, relay, task_changes, tasks, volunteers
from storage.assigning import Able
from storage.model import Level, Person, Status, Task
from storage.outbox import Purpose

#: How many people are offered at a time.
OFFERED: Final = 8
_GIVEN_AWAY: Final = (Status.OPEN, Status.CLAIMED, Status.ON_THE_WAY)


async def _offered(turn: PersonalTurn, task: Task, detail: str) -> Outcome:
    """Show whom a request can be given to: first who said that they could do it."""
    if not allowed(await actor_of(turn), Action.ASSIGN, task):
        return Refused(T("not-allowed"))
    reference = PublicName(task.reference)
    if task.status not in _GIVEN_AWAY:
        return Refused(T("assign-not-now", reference=reference))
    start = number_carried(detail) or 0
    able = await _able(turn, task)
    some = list(enumerate(able[start : start + OFFERED], start + 1))
    back = (page_button(task),)
    if not some:
        return Went(None, [Say(turn.person, (T("assign-nobody", reference=reference),), (back,))])
    lines: list[Line] = [await _asked(turn, task)]
    buttons: list[tuple[Press | PrivatePress, ...]] = []
    for number, (each, fits_well) in some:
        person = await people.get(turn.transaction, each.person_id)
        lines.append(_described(number, person, each, fits_well=fits_well))
        label = Personal("assign-choose", number=number, name=name_of(person))
        data = f"give:{task.token}:{task.claim_number}:{each.person_id}"
        buttons.append((PrivatePress(label, data),))
    if len(able) > start + OFFERED:
        more = Press(T("button-assign-more"), f"assign:{task.token}:{start + OFFERED}")
        buttons.append((more,))
    return Went(None, [Say(turn.person, lines, (*buttons, back))])


async def _asked(turn: Turn, task: Task) -> Line:
    reference = PublicName(task.reference)
    if task.helper_id is None:
        return T("assign-whom", reference=reference)
    holder = name_of(await people.get(turn.transaction, task.helper_id))
    return Personal("assign-whom-instead", name=holder, reference=reference)


async def _able(turn: Turn, task: Task) -> list[tuple[Able, bool]]:
    """Return who may be given a task, and whether its time and language suit them; those first."""
    zone = await zone_of(turn, task)
    day = task.window_end.astimezone(zone).date()
    beside = (each.id for each in await posting.areas_beside(turn, task))
    nearby = {*beside, *await posting.numbers_named(turn, task)}
    found = await assigning.able(
        turn.transaction,
        task,
        nearby,
        day,
        needs_check=takes_check(task.kind, task.level, turn.house.levels),
    )
    wanted = Wanted(task.window_start, task.window_end, zone, task.language_wanted)
    fitting = [(each, fits(wanted, each.times, each.languages)) for each in found]
    return sorted(fitting, key=lambda each: (not each[0].said_so, not each[1]))


def _described(number: int, person: Person, able: Able, *, fits_well: bool) -> Line:
    said = "assign-said-so" if able.said_so else "assign-could-be-asked"
    lines: list[Line] = [
        Personal("assign-person", number=number, name=name_of(person)),
        T(said),
        T("assign-near" if able.is_near else "assign-next-door"),
        T("assign-holds", number=able.holds, limit=able.at_once),
    ]
    if not fits_well:
        lines.append(T("assign-other-times"))
    return Paragraph(lines)


async def _given(turn: PersonalTurn, task: Task, detail: str) -> Outcome:
    """Give a request to somebody, in the place of whoever has it; all is looked at again."""
    claim_number, _, number = detail.partition(":")
    person_id = number_carried(number)
    if not allowed(await actor_of(turn), Action.ASSIGN, task):
        return Refused(T("not-allowed"))
    reference = PublicName(task.reference)
    if claim_number != str(task.claim_number) or task.status not in _GIVEN_AWAY:
        return Refused(T("assign-changed", reference=reference))
    volunteer = None if person_id is None else await volunteers.find(turn.transaction, person_id)
    if volunteer is None:
        return Refused(T("choose-not-able"))
    helper = await people.get(turn.transaction, volunteer.person_id)
    if task.helper_id == helper.id:
        return Refused(T("assign-has-it", reference=reference))
    # Since they were shown, their check may have ended, or what they offer may have changed.
    wants = Action.OFFER_TO_BE_CHOSEN if task.level is Level.ASSIGNED else Action.CLAIM
    as_open = replace(task, status=Status.OPEN)
    if not allowed(await actor_of(turn.as_person(helper)), wants, as_open):
        return Refused(T("choose-not-able"))
    at_once = volunteer.tasks_at_once
    if not await task_changes.give_to(turn.transaction, task, helper.id, turn.now, at_once):
        return Refused(T("choose-holds-too-many"))
    return Went(T("choose-noted"), await _told(turn, task, helper))


async def _told(turn: PersonalTurn, was: Task, helper: Person) -> list[Message]:
    """Return what everybody hears of a request that somebody was just given."""
    reference = PublicName(was.reference)
    messages: list[Message] = []
    if was.helper_id is not None:
        messages += await _taken_from(turn, was, helper)
    messages.append(Say(helper, (T("chosen", reference=reference),)))
    messages += await given(turn, helper, was)
    done = Personal("chosen-to-owners", name=name_of(helper), reference=reference)
    return [*messages, Say(turn.person, (done,), ((page_button(was),),))]


async def _taken_from(turn: Turn, was: Task, helper: Person) -> list[Message]:
    """Return a kind word to whoever had a request, blaming nobody, and word to its resident."""
    assert was.helper_id is not None  # noqa: S101 - asked where somebody had it only
    await relay.close(turn.transaction, was.id, turn.now)
    before = await people.get(turn.transaction, was.helper_id)
    reference = PublicName(was.reference)
    lines = (
        T("reassigned-from-you", reference=reference),
        *await not_taken_back(turn, was),
    )
    task = await tasks.get(turn.transaction, was.id)
    instead = Personal(
        "reassigned", name=name_of(helper), other=name_of(before), reference=reference
    )
    return [
        closed_details(before, was, T("details-closed-reassigned", reference=reference)),
        Say(before, lines, cost_buttons_on_the_way(was), purpose=Purpose.NEWS),
        await to_resident(turn, task, (instead,)),
    ]


TASK_TAPS: Final[TaskTaps] = {"assign": _offered, "give": _given}
