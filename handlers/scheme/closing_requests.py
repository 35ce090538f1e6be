"""A coordinator closes a request with a reason: each hears of it in words that fit the reason."""

from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.closing import close, told_of_closing
from handlers.asking.whom import to_resident
from handlers.cards import references_of
from handlers.deadlines import UNCONFIRMED
from handlers.helping.private_parts import name_of
from handlers.helping.task_buttons import page_button
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.outcomes import Outcome, Refused, Went
from handlers.permissions import allowed
from handlers.tapping import TaskTaps
from handlers.texts import Line, Personal, PublicName, T
from handlers.weekly.bereavement import mourn
from storage import due_work, people, repeats, task_changes, tasks
from storage.model import ClosedAs, Task
from storage.outbox import Purpose
from storage.private import PrivateText

#: The reasons that a coordinator may give; a request is handed over in another way.
REASONS: Final = (
    ClosedAs.NOT_NEEDED,
    ClosedAs.FULFILLED,
    ClosedAs.COULD_NOT_HELP,
    ClosedAs.DUPLICATE,
    ClosedAs.OUT_OF_AREA,
)
#: What stands in a button in the place of a reason where somebody has died, asked and confirmed.
DIED, DIED_INDEED = "died", "died-yes"


async def _asked_why(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    """Ask for the reason; nothing is closed yet."""
    refused = await _refused(turn, task)
    if refused is not None:
        return refused
    places = await tasks.unfinished_places(turn.transaction, task)
    lines: list[Line] = [T("close-why", reference=references_of(places))]
    held = [each for each in places if each.helper_id is not None]
    for each in held:
        assert each.helper_id is not None  # noqa: S101 - only those with a helper are listed
        helper = await people.get(turn.transaction, each.helper_id)
        lines.append(Personal("close-helper-hears", name=name_of(helper)))
    rows = [
        (Press(T(f"button-close-{reason}"), f"closed:{task.token}:{reason}"),) for reason in REASONS
    ]
    died = (Press(T("button-close-died"), f"closed:{task.token}:{DIED}"),)
    return Went(None, [Say(turn.person, lines, (*rows, died, (_kept(task),)))])


def _kept(task: Task) -> Press:
    return Press(T("button-close-not"), f"page:{task.token}")


async def _refused(turn: PersonalTurn, task: Task) -> Refused | None:
    if not allowed(await actor_of(turn), Action.CLOSE_REQUEST, task):
        return Refused(T("not-allowed"))
    if not await tasks.unfinished_places(turn.transaction, task):
        return Refused(T("close-already", reference=PublicName(task.reference)))
    return None


async def _closed(turn: PersonalTurn, task: Task, reason: str) -> Outcome:
    """Close a request for a reason, unless somebody was faster."""
    refused = await _refused(turn, task)
    if refused is not None:
        return refused
    if reason in (DIED, DIED_INDEED):
        return await _died(turn, task, is_sure=reason == DIED_INDEED)
    if reason not in REASONS:
        return Refused(T("button-unknown"))
    places = await tasks.unfinished_places(turn.transaction, task)
    others_hear = await _close(turn, task, ClosedAs(reason))
    if others_hear is None:
        return Refused(T("close-already", reference=PublicName(task.reference)))
    references = references_of(places)
    to_them = T(f"closed-{reason}", reference=references)
    told = await to_resident(turn, task, (to_them,), purpose=Purpose.NEWS)
    said = "close-noted-by-phone" if task.by_phone else "close-noted"
    noted = T(said, reference=references, why=T(f"closed-as-{reason}"))
    answer = await _with_weekly(turn, task, noted)
    return Went(None, [answer, told, *others_hear])


async def _close(turn: PersonalTurn, task: Task, reason: ClosedAs) -> list[Message] | None:
    if reason is not ClosedAs.FULFILLED:
        return await close(turn, task, reason, turn.person.id)
    places = await tasks.unfinished_places(turn.transaction, task)
    if not await task_changes.close_as_done(turn.transaction, task, turn.person.id, turn.now):
        return None
    messages = await told_of_closing(turn, places, reason)
    for each in places:
        # A coordinator has said that it is done: nobody is asked any more.
        await due_work.drop(turn.transaction, each.id, *UNCONFIRMED)
    return messages


async def _with_weekly(turn: PersonalTurn, task: Task, noted: Line) -> Message:
    """Return that it is closed; where it comes every week, with the way to end that too."""
    page = (page_button(task),)
    repeat = None if task.repeat_id is None else await repeats.get(turn.transaction, task.repeat_id)
    if repeat is None or repeat.is_ended:
        return Say(turn.person, (noted,), (page,))
    end = (Press(T("button-weekly-end"), f"weekly:{repeat.token}"),)
    return Say(turn.person, (noted, T("close-weekly-goes-on")), (end, page))


async def _died(turn: PersonalTurn, task: Task, *, is_sure: bool) -> Outcome:
    """End all that was going on for somebody who has died, once a coordinator has said it twice."""
    secrets = await tasks.secrets_of(turn.transaction, task)
    name = secrets.first_name or PrivateText("…")
    if not is_sure:
        sure = (Press(T("button-weekly-died-yes"), f"closed:{task.token}:{DIED_INDEED}"),)
        asked = Personal("bereaved-sure", name=name)
        return Went(None, [Say(turn.person, (asked,), (sure, (_kept(task),)))])
    resident = await people.get(turn.transaction, task.resident_id)
    noted = Say(turn.person, (Personal("bereaved-noted", name=name),))
    return Went(None, [noted, *await mourn(turn, resident, task.helped_id, name)])


TASK_TAPS: Final[TaskTaps] = {"close": _asked_why, "closed": _closed}
