"""What a resident says to a hand-over, or does not: it goes on, stays, or is asked once more."""

from collections.abc import Sequence
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.announcing import announced
from handlers.asking.whom import to_resident, to_speaker
from handlers.deadlines import plan_for_open_task, when_awake
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import coordinators_for
from handlers.messages import ChangeSaid, Message, Say, number_carried
from handlers.outgoing import keep
from handlers.partners import received
from handlers.partners.handing_over import ANSWERED_WITHIN, ASKED, question, question_label
from handlers.partners.moving import before_moving, leaves
from handlers.partners.names import Name, name_of_organisation
from handlers.permissions import allowed
from handlers.phoned import calls
from handlers.tapping import Taps
from handlers.texts import Line, Personal, PublicName, T
from handlers.timed_work import TimedWork
from storage import due_work, hand_overs, outbox_changes, people, tasks
from storage.hand_overs import HandOver
from storage.model import Person, Task
from storage.outbox import Purpose
from storage.private import PrivateText


async def _yes(turn: PersonalTurn, number: str) -> list[Message] | None:
    return await _answered(turn, number, agreed=True)


async def _no(turn: PersonalTurn, number: str) -> list[Message] | None:
    return await _answered(turn, number, agreed=False)


async def _found(turn: Turn, number: str) -> HandOver | None:
    hand_over_id = number_carried(number)
    return None if hand_over_id is None else await hand_overs.find(turn.transaction, hand_over_id)


async def _request_of(turn: Turn, hand_over: HandOver) -> tuple[Task, list[Task]]:
    """Return the task that stands for a request, and those of its tasks that are not finished."""
    first = await tasks.with_token(turn.transaction, hand_over.request)
    assert first is not None  # noqa: S101 - a request bears the token of its first task
    places = await tasks.unfinished_places(turn.transaction, first)
    return (places[0] if places else first), places


async def _answered(turn: PersonalTurn, number: str, *, agreed: bool) -> list[Message] | None:
    """Take the answer of a resident, unless the question is over."""
    hand_over = await _found(turn, number)
    if hand_over is None:
        return None
    task, places = await _request_of(turn, hand_over)
    if not allowed(await actor_of(turn), Action.ANSWER_HAND_OVER, task):
        return [Say(turn.person, (T("not-allowed"),))]
    reference = PublicName(task.reference)
    waiting = await _who_waits(turn, hand_over, task)
    is_for_another = turn.person.id != task.resident_id
    if is_for_another and turn.person.id not in {each.id for each in waiting}:
        waiting.append(turn.person)
    if not await _over(turn, hand_over, agreed=agreed if places else None, by=turn.person):
        return [Say(turn.person, (T("hand-over-over", reference=reference),))]
    if task.by_phone:
        await calls.answered(turn, task)
    organisation = await name_of_organisation(turn, hand_over.to_id)
    if not places:
        return [await to_speaker(turn, task, (T("hand-over-closed", reference=reference),))]
    if agreed:
        return await _agreed(turn, hand_over, places, organisation, waiting)
    said = T("hand-over-stays", reference=reference, organisation=organisation)
    refused = Personal(
        "hand-over-refused",
        name=await _resident_name(turn, task),
        organisation=organisation,
        reference=reference,
    )
    return [*await _to_resident_here(turn, task, said), *_to_waiting(waiting, refused)]


async def _over(
    turn: Turn, hand_over: HandOver, *, agreed: bool | None, by: Person | None = None
) -> bool:
    await due_work.drop(turn.transaction, hand_over.id, ASKED)
    return await hand_overs.answer(
        turn.transaction, hand_over, turn.now, agreed=agreed, by=None if by is None else by.id
    )


async def _who_waits(turn: Turn, hand_over: HandOver, task: Task) -> list[Person]:
    """Return who hears what came of it: those who look after it, and an owner who asked."""
    found = {each.id: each for each in await coordinators_for(turn, task)}
    asker = await people.get(turn.transaction, hand_over.asked_by)
    if asker.account in turn.house.owners:
        found[asker.id] = asker
    return list(found.values())


def _to_waiting(waiting: Sequence[Person], *lines: Line) -> list[Message]:
    return [Say(each, lines, purpose=Purpose.NEWS) for each in waiting]


async def _to_resident_here(turn: PersonalTurn, task: Task, *lines: Line) -> list[Message]:
    """Return the answer to a resident; whoever has just rung them hears what all others hear."""
    if turn.person.id != task.resident_id:
        return []
    return [await to_speaker(turn, task, lines)]


async def _resident_name(turn: Turn, task: Task) -> PrivateText:
    return name_of(await people.get(turn.transaction, task.resident_id))


async def _agreed(
    turn: PersonalTurn,
    hand_over: HandOver,
    places: Sequence[Task],
    organisation: Name,
    waiting: Sequence[Person],
) -> list[Message]:
    """Give the request to the other organisation, all in one: or leave it if it is being helped."""
    task, reference = places[0], PublicName(places[0].reference)
    name = await _resident_name(turn, task)
    await before_moving(turn, places)
    if not await hand_overs.move(turn.transaction, hand_over, places, turn.now):
        taken = T("hand-over-taken", reference=reference, organisation=organisation)
        noted = Personal(
            "hand-over-taken-noted", name=name, organisation=organisation, reference=reference
        )
        return [*await _to_resident_here(turn, task, taken), *_to_waiting(waiting, noted)]
    stays = (T("hand-over-weekly-stays"),) if task.repeat_id is not None else ()
    thanks = T("hand-over-thanks", reference=reference, organisation=organisation)
    agreed = Personal("hand-over-agreed", name=name, organisation=organisation, reference=reference)
    messages: list[Message] = [
        *await _to_resident_here(turn, task, thanks, *stays),
        *_to_waiting(waiting, agreed, *stays),
    ]
    for was in places:
        messages += await leaves(turn, was)
        now_theirs = await tasks.get(turn.transaction, was.id)
        await plan_for_open_task(turn, now_theirs)
        messages += await announced(turn, now_theirs)
    await received.plan_reminder(turn, hand_over, task)
    return messages


async def _taken_back(turn: PersonalTurn, number: str) -> list[Message] | None:
    """Let a coordinator take the question back that they had put to a resident."""
    hand_over = await _found(turn, number)
    if hand_over is None:
        return None
    task, _ = await _request_of(turn, hand_over)
    if not allowed(await actor_of(turn), Action.HAND_OVER, task):
        return [Say(turn.person, (T("not-allowed"),))]
    reference = PublicName(task.reference)
    if not await _over(turn, hand_over, agreed=None):
        return [Say(turn.person, (T("hand-over-over", reference=reference),))]
    return [
        Say(turn.person, (T("hand-over-stopped", reference=reference),)),
        *await _question_closed(turn, hand_over, task),
    ]


async def _question_closed(
    turn: Turn, hand_over: HandOver, task: Task, said: T | None = None
) -> list[Message]:
    resident = await people.get(turn.transaction, task.resident_id)
    over = said or T("hand-over-over", reference=PublicName(task.reference))
    if resident.rung:
        await calls.question_over(turn, task, over)
        return []
    return [ChangeSaid(resident, question_label(hand_over), (over,))]


async def question_over(turn: Turn, task: Task) -> list[Message]:
    """Let go of a question that is open about a request, because it was settled in another way."""
    hand_over = await hand_overs.asked_about(turn.transaction, task.request)
    if hand_over is None:
        return []
    await _over(turn, hand_over, agreed=None)
    return await _question_closed(turn, hand_over, task)


async def _still_asked(turn: Turn, number: int) -> list[Message]:
    """Ask a resident once more who has not answered, and later let the question go.

    Whoever is rung has not been reached yet; their call waits, and those who make it are reminded.
    """
    hand_over = await hand_overs.find(turn.transaction, number)
    if hand_over is None or not hand_over.is_open:
        return []
    task, places = await _request_of(turn, hand_over)
    if not places:
        await _over(turn, hand_over, agreed=None)
        return await _question_closed(turn, hand_over, task)
    if turn.now < hand_over.asked_at + 2 * ANSWERED_WITHIN:
        due_at = await when_awake(turn, task, hand_over.asked_at + 2 * ANSWERED_WITHIN)
        await due_work.plan(turn.transaction, ASKED, hand_over.id, due_at)
        if task.by_phone:
            return []
        below = T("hand-over-asked-below", reference=PublicName(task.reference))
        closed = await _question_closed(turn, hand_over, task, below)
        await keep(turn, closed)
        await outbox_changes.drop_label(turn.transaction, question_label(hand_over))
        return [await question(turn, hand_over, task, T("hand-over-once-more"))]
    waiting = await _who_waits(turn, hand_over, task)
    await _over(turn, hand_over, agreed=None)
    organisation = await name_of_organisation(turn, hand_over.to_id)
    reference = PublicName(task.reference)
    noted = Personal(
        "hand-over-unanswered-noted",
        name=await _resident_name(turn, task),
        organisation=organisation,
        reference=reference,
    )
    told = _to_waiting(waiting, noted)
    if task.by_phone:
        return [*told, *await _question_closed(turn, hand_over, task)]
    unanswered = T("hand-over-unanswered", reference=reference)
    return [
        *await _question_closed(turn, hand_over, task),
        await to_resident(turn, task, (unanswered,), purpose=Purpose.NEWS),
        *told,
    ]


TAPS: Final[Taps] = {
    "handover-yes": _yes,
    "handover-no": _no,
    "handover-stop": _taken_back,
}
TIMED: Final[TimedWork] = {ASKED: _still_asked}
