"""Volunteers are asked directly for a request that nobody takes, a few at a time.

Nobody is asked in their quiet hours, or more often than they chose, or twice for one request:
`storage.asks.ask` sees to that in the statement that notes it.
"""

from dataclasses import replace
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.deadlines import UNCLAIMED, zone_of
from handlers.helping import claiming
from handlers.house import PersonalTurn, Turn
from handlers.kinds import takes_check
from handlers.limits.taking import no_shows_of
from handlers.messages import ChangeSaid, Message
from handlers.outcomes import Outcome, Refused, Went
from handlers.permissions import allowed
from handlers.tapping import TaskTaps
from handlers.texts import PublicName, T
from handlers.waiting.asking import question
from handlers.waiting.matching import Wanted, fits
from storage import asks, due_work, people, volunteers
from storage.asks import Now
from storage.model import Reach, Status, Task
from storage.volunteers import PAGE

#: How many are asked at a time.
BATCH: Final = 3


async def asked(turn: Turn, task: Task) -> list[Message]:
    """Ask the next few volunteers who fit a task; empty where nobody can be asked just now."""
    now = await _now(turn, task)
    chosen = await _fitting(turn, task, BATCH, now)
    return [
        await question(turn, task, await people.get(turn.transaction, person_id))
        for person_id in chosen
        if await asks.ask(turn.transaction, task, person_id, now)
    ]


async def is_anybody_left(turn: Turn, task: Task) -> bool:
    """Say whether there is a volunteer who fits a task and could be asked, now or later."""
    return bool(await _fitting(turn, task, 1, None))


async def _fitting(turn: Turn, task: Task, most: int, now: Now | None) -> list[int]:
    """Return the numbers of those who fit a task, in the order in which they are asked."""
    zone = await zone_of(turn, task)
    wanted = Wanted(task.window_start, task.window_end, zone, task.language_wanted)
    # A check has to be good on the day of the visit, on the calendar of the place.
    day = task.window_end.astimezone(zone).date()
    # Who lives in one of the places that the card names is as near as who lives in another.
    at_home = await posting.numbers_named(turn, task)
    nearby = [each.id for each in await posting.areas_beside(turn, task)]
    found: list[int] = []
    page = PAGE
    read = 0
    while page == PAGE and len(found) < most:
        some = await volunteers.candidates(
            turn.transaction,
            task,
            nearby,
            at_home=at_home,
            check_on=day if takes_check(task.kind, task.level, turn.house.levels) else None,
            now=now,
            after=read,
            no_shows=no_shows_of(turn),
        )
        page, read = len(some), read + len(some)
        found += [each.person_id for each in some if fits(wanted, each.times, each.languages)]
    return found[:most]


async def _now(turn: Turn, task: Task) -> Now:
    local = turn.now.astimezone(await zone_of(turn, task))
    return Now(turn.now, local.date(), local.time(), turn.house.quiet_from, turn.house.quiet_until)


async def _may_answer(turn: PersonalTurn, task: Task) -> bool:
    was_asked = await asks.was_asked(turn.transaction, task, turn.person.id)
    return allowed(replace(await actor_of(turn), was_asked=was_asked), Action.ANSWER_ASK, task)


async def _yes(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    """Give a task to whoever was asked, as if they had tapped its card."""
    if not await _may_answer(turn, task):
        return Refused(T("not-allowed"))
    return Went(None, await claiming.claimed_in_private(turn, task))


async def _no(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    """Note a no, which nobody else hears of; once all have said so, the next ones are asked."""
    if not await _may_answer(turn, task):
        return Refused(T("not-allowed"))
    if not await asks.decline(turn.transaction, task, turn.person.id):
        return Went(T("ask-no-noted"), [])
    thanks = T("ask-no-thanks", reference=PublicName(task.reference))
    label = posting.ask_label(task, turn.person.id)
    if _is_asking(task) and not await asks.is_anybody_thinking(turn.transaction, task.id):
        await due_work.plan(turn.transaction, UNCLAIMED, task.id, turn.now)
    return Went(T("ask-no-noted"), [ChangeSaid(turn.person, label, (thanks,))])


def _is_asking(task: Task) -> bool:
    return task.status is Status.OPEN and task.reach is Reach.ASKING


TASK_TAPS: Final[TaskTaps] = {"ask-yes": _yes, "ask-no": _no}
