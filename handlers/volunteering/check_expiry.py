"""A check runs out: its volunteer and those who look after them are reminded in good time.

On the day after its last day, or when it is taken back, what takes a check is taken away kindly.
"""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.days import full_day
from handlers.deadlines import zone_of
from handlers.helping.private_parts import name_of
from handlers.helping.taken_back import opened_again
from handlers.helping.task_buttons import cost_buttons_on_the_way
from handlers.house import PersonalTurn, Turn
from handlers.kinds import takes_check
from handlers.looking_after import Word, deciders_for, people_of
from handlers.messages import Message, Press, Say
from handlers.safety.whereabouts import zone_of_person
from handlers.texts import Line, Listed, Personal, PublicName, T
from handlers.timed_work import TimedWork
from storage import checks, due_work, people, tasks, volunteers
from storage.model import Person, Status, Task
from storage.outbox import Purpose

#: Timed work: a check that is about to run out, or has.
EXPIRY: Final = "check-expiry"
#: How long before its last day a check is spoken of.
REMINDED: Final = (timedelta(days=60), timedelta(days=14))
#: When on such a day, by the clock on the wall.
SAID_AT: Final = time(10)
_DAY: Final = timedelta(days=1)


async def plan(turn: Turn, volunteer: Person) -> None:
    """Look at the check of a volunteer when it is next to be spoken of; where none ends, never."""
    await due_work.drop(turn.transaction, volunteer.id, EXPIRY)
    last = await checks.last_day_of(turn.transaction, volunteer.id)
    if last is None:
        return
    zone = await _zone(turn, volunteer)
    days = [*(last - each for each in REMINDED), last + _DAY]
    moments = [datetime.combine(day, SAID_AT, zone) for day in days]
    ahead = [moment for moment in moments if moment > turn.now]
    if ahead:
        await due_work.plan(turn.transaction, EXPIRY, volunteer.id, ahead[0])


async def _zone(turn: Turn, volunteer: Person) -> ZoneInfo:
    return await zone_of_person(PersonalTurn(turn.transaction, turn.now, turn.house, volunteer))


async def today_of(turn: Turn, volunteer: Person) -> date:
    """Return what day it is where a volunteer lives."""
    return turn.now.astimezone(await _zone(turn, volunteer)).date()


async def _look(turn: Turn, person_id: int) -> list[Message]:
    """Remind of a check that ends soon, or see to what it was for."""
    last = await checks.last_day_of(turn.transaction, person_id)
    if last is None:
        return []
    volunteer = await people.get(turn.transaction, person_id)
    await plan(turn, volunteer)
    if await volunteers.find(turn.transaction, person_id) is None:
        return []
    if await today_of(turn, volunteer) > last:
        return await _over(turn, volunteer, last)
    yours = T("check-ends-soon", day=full_day(last))
    return [
        Say(volunteer, (yours,), purpose=Purpose.NEWS),
        *await _to_coordinators(turn, volunteer, await running_out(turn, volunteer)),
    ]


async def running_out(turn: Turn, volunteer: Person) -> Word:
    """Return what is to be done about a check that ends soon, or has ended."""
    last = await checks.last_day_of(turn.transaction, volunteer.id)
    name, today = name_of(volunteer), await today_of(turn, volunteer)
    if last is None:
        line = Personal("check-over-to-coordinators", name=name)
    else:
        said = "check-ends-to-coordinators" if last >= today else "check-ended-to-coordinators"
        line = Personal(said, name=name, day=full_day(last))
    return Word((line,), ((Press(T("button-record-check"), f"check:{volunteer.id}"),),))


async def _over(turn: Turn, volunteer: Person, last: date) -> list[Message]:
    """Take away what a volunteer has taken for a day on which their check is over."""

    async def is_after(task: Task) -> bool:
        day = task.window_end.astimezone(await zone_of(turn, task)).date()
        return task.status is Status.CLAIMED and day > last

    held = [each for each in await _held_with_check(turn, volunteer) if await is_after(each)]
    return await _taken_away(turn, volunteer, held, T("check-over", day=full_day(last)))


async def taken_back(turn: Turn, volunteer: Person) -> list[Message]:
    """Take away all that takes a check from a volunteer whose check is no longer good."""
    await plan(turn, volunteer)
    held = await _held_with_check(turn, volunteer)
    return await _taken_away(turn, volunteer, held, T("check-no-longer-good"))


async def _held_with_check(turn: Turn, volunteer: Person) -> list[Task]:
    held = await tasks.held_by(turn.transaction, volunteer.id)
    return [each for each in held if takes_check(each.kind, each.level, turn.house.levels)]


async def _taken_away(turn: Turn, volunteer: Person, held: list[Task], why: T) -> list[Message]:
    """Open tasks again, and tell everybody once what that means for them."""
    messages: list[Message] = []
    gone: list[Task] = []
    for task in held:
        if await tasks.release(turn.transaction, task, volunteer.id):
            gone.append(task)
            closed = T("details-closed-check", reference=PublicName(task.reference))
            messages += await opened_again(turn, volunteer, task, closed)
    references = Listed(tuple(PublicName(task.reference) for task in gone))
    lines: list[Line] = [why]
    word = await running_out(turn, volunteer)
    to_others: list[Line] = list(word.lines)
    if gone:
        lines.append(T("check-over-given-back", references=references))
        to_others.append(T("check-over-open-again", references=references))
    lines.append(T("check-over-thanks"))
    buttons = [row for task in gone for row in cost_buttons_on_the_way(task)]
    return [
        Say(volunteer, lines, buttons, purpose=Purpose.NEWS),
        *messages,
        *await _to_coordinators(turn, volunteer, Word(to_others, word.buttons)),
    ]


async def _to_coordinators(turn: Turn, volunteer: Person, word: Word) -> list[Message]:
    about = await people_of(turn, volunteer)
    return [word.to(each, Purpose.NEWS) for each in await deciders_for(turn, about, {volunteer.id})]


TIMED: Final[TimedWork] = {EXPIRY: _look}
