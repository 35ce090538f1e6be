"""What was handed over to an organisation: it places it, settles it outside, or gives it back."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.announcing import announced
from handlers.asking.closing import close
from handlers.asking.whom import to_resident
from handlers.deadlines import plan_for_open_task, when_awake
from handlers.helping.private_parts import door_lines, request_lines
from handlers.helping.shown_details import shown_to_reader
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import to_coordinators
from handlers.messages import Message, Press, Say
from handlers.outcomes import Outcome, Refused, Went
from handlers.partners.history import came_from
from handlers.partners.moving import before_moving, leaves
from handlers.partners.names import name_of_organisation, organisation_of
from handlers.permissions import allowed
from handlers.tapping import TaskTaps
from handlers.texts import Paragraph, PublicName, T
from handlers.timed_work import TimedWork
from storage import due_work, hand_overs, neighbourhoods, tasks
from storage.hand_overs import HandOver
from storage.model import ClosedAs, Secrets, Stage, Status, Task
from storage.outbox import Purpose

#: Timed work: a request that was handed over, until those who got it have done something with it.
RECEIVED: Final = "handed-over"
#: After so long the owners hear of it, and after as long again once more.
OWNERS_HEAR_AFTER: Final = timedelta(days=2)


async def plan_reminder(turn: Turn, hand_over: HandOver, task: Task) -> None:
    """Look again later whether anything was done with a request that was handed over."""
    due_at = await when_awake(turn, task, turn.now + OWNERS_HEAR_AFTER)
    await due_work.plan(turn.transaction, RECEIVED, hand_over.id, due_at)


async def _still_waits(turn: Turn, number: int) -> list[Message]:
    """Tell the owners of a request with which nobody has done anything; the others know by now."""
    hand_over = await hand_overs.find(turn.transaction, number)
    assert hand_over is not None  # noqa: S101 - hand-overs are never deleted
    task = await tasks.with_token(turn.transaction, hand_over.request)
    assert task is not None  # noqa: S101 - a request bears the token of its first task
    places = await tasks.unfinished_places(turn.transaction, task)
    waits = [each for each in places if each.status is Status.WITH_COORDINATOR]
    is_newest = (await hand_overs.moves_of(turn.transaction, task.request))[-1].id == number
    if not waits or not is_newest:
        return []
    await plan_reminder(turn, hand_over, waits[0])
    organisation = await name_of_organisation(turn, hand_over.to_id)
    reference = PublicName(waits[0].reference)
    line = T("hand-over-waits", reference=reference, organisation=organisation)
    return await posting.to_owners(turn, (line,))


# --- Given back ----------------------------------------------------------------------------------


async def _given_back(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    """Give a request back to those who handed it over; its resident hears of it."""
    if not allowed(await actor_of(turn), Action.HAND_OVER, task):
        return Refused(T("not-allowed"))
    came, reference = await came_from(turn, task), PublicName(task.reference)
    if came is None:
        return Refused(T("hand-over-nothing-to-give-back", reference=reference))
    places = await tasks.unfinished_places(turn.transaction, task)
    await before_moving(turn, places)
    place = await _where_it_was(turn, came)
    if not await hand_overs.give_back(
        turn.transaction, came, places, place, turn.person.id, turn.now
    ):
        return Refused(T("hand-over-held", reference=reference))
    await due_work.drop(turn.transaction, came.id, RECEIVED)
    here = await name_of_organisation(turn, came.to_id)
    there = await name_of_organisation(turn, came.from_id)
    done = T("hand-over-given-back", reference=reference, organisation=there)
    return Went(None, [Say(turn.person, (done,)), *await _returned(turn, places, here, there)])


async def _where_it_was(turn: Turn, came: HandOver) -> int | None:
    """Return the neighbourhood where a request was, if it still is theirs from whom it came."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return next(
        (
            each.id
            for each in everywhere
            if each.id == came.neighbourhood_id and each.organisation_id == came.from_id
        ),
        None,
    )


async def _returned(
    turn: Turn, places: Sequence[Task], here: PublicName | T, there: PublicName | T
) -> list[Message]:
    messages: list[Message] = []
    for was in places:
        messages += await leaves(turn, was)
        task = await tasks.get(turn.transaction, was.id)
        await plan_for_open_task(turn, task)
        messages += await announced(turn, task)
    task = await tasks.get(turn.transaction, places[0].id)
    reference = PublicName(task.reference)
    told = T("hand-over-back-to-resident", reference=reference, here=here, there=there)
    back = T("hand-over-came-back", reference=reference, organisation=here)
    return [
        await to_resident(turn, task, (told,), purpose=Purpose.NEWS),
        *await to_coordinators(turn, task, (back,)),
        *messages,
    ]


# --- Settled outside -----------------------------------------------------------------------------


async def _asked_outside(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    """Ask whether a request shall be closed here because the organisation sees to it itself."""
    if not allowed(await actor_of(turn), Action.HAND_OVER, task):
        return Refused(T("not-allowed"))
    reference = PublicName(task.reference)
    if not _can_be_found(await tasks.secrets_of(turn.transaction, task)):
        return Refused(T("hand-over-outside-unreachable", reference=reference))
    sure = T("hand-over-outside-sure", reference=reference)
    yes = Press(T("button-hand-over-outside-yes"), f"handover-settled:{task.token}")
    return Went(None, [Say(turn.person, (sure,), ((yes,),))])


def _can_be_found(secrets: Secrets) -> bool:
    return secrets.phone is not None or None not in (secrets.street, secrets.door)


async def _outside(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    """Close a request that its organisation sees to itself, outside of this service."""
    if not allowed(await actor_of(turn), Action.HAND_OVER, task):
        return Refused(T("not-allowed"))
    reference = PublicName(task.reference)
    if await came_from(turn, task) is None:
        return Refused(T("hand-over-closed", reference=reference))
    organisation = await name_of_organisation(turn, await organisation_of(turn, task))
    secrets = await tasks.secrets_of(turn.transaction, task)
    if not _can_be_found(secrets):
        return Refused(T("hand-over-outside-unreachable", reference=reference))
    closed = await close(turn, task, ClosedAs.HANDED_OVER, turn.person.id)
    if closed is None:
        return Refused(T("hand-over-closed", reference=reference))
    told = T("hand-over-outside-to-resident", reference=reference, organisation=organisation)
    shown = Paragraph([*request_lines(secrets), *door_lines(secrets)])
    where = (T("hand-over-outside-noted", reference=reference), shown, T("hand-over-outside-where"))
    noted = await shown_to_reader(turn, task, turn.person, where, stage=Stage.OUTSIDE)
    return Went(
        None, [noted, await to_resident(turn, task, (told,), purpose=Purpose.NEWS), *closed]
    )


TASK_TAPS: Final[TaskTaps] = {
    "handover-back": _given_back,
    "handover-outside": _asked_outside,
    "handover-settled": _outside,
}
TIMED: Final[TimedWork] = {RECEIVED: _still_waits}
