"""Who saw my details? Told to whoever asked for help, as it was noted when each was shown them.

Helpers are called by their first name, those who look after the scheme by what they do. That
somebody reported a worry is told to nobody: each list says that such readers do not stand in it.
"""

from collections.abc import Sequence
from typing import Final

from handlers import posting
from handlers.actors import actor_of
from handlers.asking.whom import of_somebody, spoken_of
from handlers.cards import moment_of, references_of
from handlers.helping.task_buttons import page_button
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Press, Say
from handlers.outcomes import Outcome, Refused, Went
from handlers.permissions import Action, allowed
from handlers.phoned.kept import spoken
from handlers.tapping import TaskTaps
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from storage import people, reveals, tasks
from storage.model import Neighbourhood, Stage, Task
from storage.retention import periods
from storage.reveals import Reveal

#: How many lines are shown at most; what is older is left out.
MOST: Final = 30
#: How many finished requests are offered.
OFFERED: Final = 3
#: What a helper is shown; whatever else there is those see who look after the scheme.
OF_HELPERS: Final = frozenset({Stage.CLAIMED, Stage.SET_OFF})


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
        return Refused(T("not-your-request"))
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
    told = [await _line(turn, each, home) for each in seen[-MOST:]]
    return (
        T("saw-of", reference=references_of(places)),
        Paragraph(told) if told else T("saw-nobody"),
        T("saw-afterwards"),
        T("saw-not-taken-back"),
        T("saw-safety"),
        T("saw-kept", days=turn.house.keeps(periods.SEEN).days),
    )


async def _line(turn: Turn, seen: Reveal, home: Neighbourhood | None) -> Line:
    by = moment_of(seen.at, home)
    if seen.stage not in OF_HELPERS:
        return T(f"saw-by-{seen.stage}", by=by)
    helper = await people.get(turn.transaction, seen.person_id)
    if helper.first_name is None:
        # They have left, and were forgotten.
        return Personal(f"saw-{seen.stage}", name=T("saw-somebody"), by=by)
    return Personal(f"saw-{seen.stage}", name=helper.first_name, by=by)


TASK_TAPS: Final[TaskTaps] = {"saw": _shown}
