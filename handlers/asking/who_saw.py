"""Who saw my details? Told to whoever asked for help, as it was noted when each was shown them.

Helpers are called by their first name, those who look after the scheme by what they do. That
somebody reported a worry is told to nobody: each list says that such readers do not stand in it.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.whom import of_somebody, spoken_of
from handlers.cards import moment_of, references_of
from handlers.helping.private_parts import seen_at_first, seen_at_last
from handlers.helping.task_buttons import page_button
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Press, Say
from handlers.outcomes import Outcome, Refused, Went
from handlers.permissions import allowed
from handlers.phoned.kept import spoken
from handlers.tapping import TaskTaps
from handlers.texts import Line, Listed, Paragraph, Personal, PublicName, T
from storage import people, reveals, tasks
from storage.model import Neighbourhood, Secrets, Stage, Task
from storage.private import PrivateText
from storage.retention import periods
from storage.reveals import Reveal

#: How many lines are shown at most; what is older is left out.
MOST: Final = 30
#: How many finished requests are offered.
OFFERED: Final = 3
#: What a helper is shown; whatever else there is those see who look after the scheme.
OF_HELPERS: Final = frozenset({Stage.CLAIMED, Stage.SET_OFF})


_EVERYTHING: Final = Secrets(**{each.name: PrivateText("…") for each in fields(Secrets)})


def button(task: Task) -> Press:
    """Return the button with which somebody sees who saw the details of their request."""
    return Press(T("button-who-saw", reference=PublicName(task.reference)), f"saw:{task.token}")


async def of_finished(turn: PersonalTurn) -> list[Message]:
    """Return the way to the same list of requests that are over, as long as it is kept."""
    found = await reveals.closed_and_shown(turn.transaction, turn.person.id, OFFERED)
    if not found:
        return []
    over = [await tasks.get(turn.transaction, number) for number in found]
    return [Say(turn.person, (T("saw-of-finished"),), [(button(task),) for task in over])]


async def _shown(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    if not allowed(await actor_of(turn), Action.SEE_WHO_SAW, task):
        return Refused(T("not-allowed"))
    lines = of_somebody(await _lines(turn, task), await spoken_of(turn, task), turn.house.texts)
    if turn.person.id == task.resident_id:
        return Went(None, [Say(turn.person, lines)])
    resident = await people.get(turn.transaction, task.resident_id)
    to_be_told = (T("ring-tell"), spoken(turn, resident, await _lines(turn, task)))
    return Went(None, [Say(turn.person, to_be_told, ((page_button(task),),))])


async def _lines(turn: Turn, task: Task) -> Sequence[Line]:
    places = await tasks.of_request(turn.transaction, task)
    home = await posting.home_of(turn, task)
    seen = [
        each
        for place in places
        for each in await reveals.of_task(turn.transaction, place)
        if each.stage not in reveals.UNTOLD and each.person_id != task.resident_id
    ]
    seen.sort(key=lambda each: each.at)
    secrets = await tasks.secrets_of(turn.transaction, task)
    lines = [await _line(turn, each, home, secrets) for each in seen]
    told = [line for line in lines if line is not None][-MOST:]
    # Nobody knows any more which parts there were.
    all_there_may_be = (T("saw-forgotten"),) if told and secrets == Secrets() else ()
    return (
        T("saw-of", reference=references_of(places)),
        Paragraph(told) if told else T("saw-nobody"),
        *all_there_may_be,
        T("saw-afterwards"),
        T("saw-not-taken-back"),
        T("saw-safety"),
        T("saw-kept", days=turn.house.keeps(periods.SEEN).days),
    )


async def _line(
    turn: Turn, seen: Reveal, home: Neighbourhood | None, secrets: Secrets
) -> Line | None:
    """Return who saw what and when; None where there was nothing to see at that stage."""
    by = moment_of(seen.at, home)
    if seen.stage not in (*OF_HELPERS, Stage.READ):
        return T(f"saw-by-{seen.stage}", by=by)
    parts = _parts(seen.stage, secrets)
    if not parts.items:
        return None
    if seen.stage is Stage.READ:
        return T("saw-read", by=by, parts=parts)
    helper = await people.get(turn.transaction, seen.person_id)
    # Without a name where they have left, and were forgotten.
    name = helper.first_name or T("saw-somebody")
    return Personal(f"saw-{seen.stage}", name=name, by=by, parts=parts)


def _parts(stage: Stage, secrets: Secrets) -> Listed:
    """Return what there is to see at a stage; all that there may have been once it is forgotten."""
    if secrets == Secrets():
        secrets = _EVERYTHING
    return seen_at_last(secrets) if stage is Stage.SET_OFF else seen_at_first(secrets)


TASK_TAPS: Final[TaskTaps] = {"saw": _shown}
