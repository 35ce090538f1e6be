"""What those who look after the scheme do with a tap: complete a request, choose its helper."""

from typing import Final

from handlers import crowds, posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.announcing import announced, places_for
from handlers.deadlines import plan_for_open_task
from handlers.helping.helping import given
from handlers.house import PersonalTurn
from handlers.kinds import level_of
from handlers.looking_after import to_coordinators
from handlers.messages import Message, Say, number_carried
from handlers.outcomes import Refused, Went
from handlers.permissions import allowed
from handlers.tapping import TaskTaps
from handlers.texts import Personal, PublicName, T
from handlers.understanding.sensitive_words import mentions_keys_or_money
from storage import interests, people, task_changes, tasks, volunteers
from storage.model import Kind, Level, Status, Task
from storage.private import PrivateText


async def give_kind(turn: PersonalTurn, task: Task, kind: str) -> Went | Refused:
    """Give a request its kind; who may take it follows from that."""
    if not allowed(await actor_of(turn), Action.COMPLETE_REQUEST, task):
        return Refused(T("not-allowed"))
    if kind not in set(Kind) - {Kind.SOMETHING_ELSE}:
        return Refused(T("button-unknown"))
    secrets = await tasks.secrets_of(turn.transaction, task)
    typed = (secrets.words, secrets.entry_notes, secrets.door, secrets.street)
    sensitive = mentions_keys_or_money(" \n ".join(each.reveal() for each in typed if each))
    level = level_of(Kind(kind), turn.house.levels, mentions_keys_or_money=sensitive)
    if not await task_changes.give_kind(turn.transaction, task, Kind(kind), level):
        return Refused(T("complete-already"))
    return await _completed(turn, task)


async def give_neighbourhood(turn: PersonalTurn, task: Task, number: str) -> Went | Refused:
    """Give a request its neighbourhood."""
    if not allowed(await actor_of(turn), Action.COMPLETE_REQUEST, task):
        return Refused(T("not-allowed"))
    if number not in {str(each.id) for each in await places_for(turn, task)}:
        return Refused(T("button-unknown"))
    if not await task_changes.give_neighbourhood(turn.transaction, task, int(number)):
        return Refused(T("complete-already"))
    return await _completed(turn, task)


async def _completed(turn: PersonalTurn, task: Task) -> Went:
    await crowds.settle(turn, await tasks.get(turn.transaction, task.id))
    is_open = await task_changes.open_up(turn.transaction, task)
    messages: list[Message] = []
    for place in await tasks.of_request(turn.transaction, task):
        await plan_for_open_task(turn, place)
        messages += await announced(turn, place)
    task = await tasks.get(turn.transaction, task.id)
    if is_open and await posting.is_shown(turn, task):
        messages.append(await posting.now_shown(turn, task))
    return Went(T("complete-noted"), messages)


async def choose_helper(turn: PersonalTurn, task: Task, number: str) -> Went | Refused:
    """Give an assigned task to somebody who said that they could do it."""
    if not allowed(await actor_of(turn), Action.CHOOSE_HELPER, task):
        return Refused(T("not-allowed"))
    reference = PublicName(task.reference)
    person_id = number_carried(number)
    if task.level is not Level.ASSIGNED or person_id is None:
        return Refused(T("button-unknown"))
    volunteer = await volunteers.find(turn.transaction, person_id)
    if volunteer is None or not await interests.has(turn.transaction, task, person_id):
        return Refused(T("button-unknown"))
    if task.status is not Status.OPEN:
        return Refused(T("choose-already", reference=reference))
    helper = await people.get(turn.transaction, person_id)
    # Since they said so, their check may have ended, or what they offer may have changed.
    if not allowed(await actor_of(turn.as_person(helper)), Action.OFFER_TO_BE_CHOSEN, task):
        return Refused(T("choose-not-able"))
    if not await tasks.claim(turn.transaction, task, person_id, turn.now, volunteer.tasks_at_once):
        return Refused(T("choose-holds-too-many"))
    chosen = Personal(
        "chosen-to-owners", name=helper.first_name or PrivateText("…"), reference=reference
    )
    messages: list[Message] = [Say(helper, (T("chosen", reference=reference),))]
    messages += await given(turn, helper, task)
    messages += await to_coordinators(turn, task, (chosen,))
    return Went(T("choose-noted"), messages)


TASK_TAPS: Final[TaskTaps] = {
    "kind": give_kind,
    "area": give_neighbourhood,
    "pick": choose_helper,
}
