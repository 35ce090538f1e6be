"""Weekly help pauses until a day, or the volunteer of a pair is away until then."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.days import full_day, understand_day
from handlers.deadlines import zone_of
from handlers.dialogue import Conversation
from handlers.entering import Enter
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.question import Option
from handlers.texts import Day, Personal, T
from handlers.weekly import weekly
from handlers.weekly.weekly_sides import (
    as_it_stands,
    helper_away,
    stays_or_not,
    still_yours,
    to_helper,
)
from storage import repeats
from storage.model import Repeat

LONGEST: Final = relativedelta(years=1)
#: How many weeks a pause is offered to last.
OFFERED: Final = (2, 4, 8)


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: today, and the first day that a pause can leave out."""

    repeat: Repeat
    today: date
    next_day: date


async def pause(known: Known | T) -> date | None:
    """Ask for the last day of a pause, which has to leave out one time at least."""
    if isinstance(known, T):
        return None
    ends = [known.next_day + timedelta(weeks=weeks, days=-1) for weeks in OFFERED]
    offers = [Option(day.isoformat(), full_day(day)) for day in ends]
    until: date = await Enter("weekly-pause", lambda text: _read(known, text), offers)
    return until


def _read(known: Known, text: str) -> date | T:
    day = understand_day(text)
    if day is None:
        return T("problem-day-not-understood")
    if day < known.today:
        return T("problem-day-past")
    if day < known.next_day:
        return T("problem-weekly-pause-too-short", day=Day(known.next_day))
    return T("problem-weekly-pause-too-far") if day > known.today + LONGEST else day


async def know(turn: PersonalTurn, token: str) -> Known | T:
    """Read what the conversation may use, or why there is nothing to pause."""
    repeat = await repeats.with_token(turn.transaction, token)
    if repeat is None or not allowed(await actor_of(turn), Action.CHANGE_REPEAT, repeat):
        return T("weekly-settled")
    today = turn.now.astimezone(await zone_of(turn, repeat)).date()
    return Known(repeat, today, (await weekly.soonest(turn, repeat)).start.date())


async def act(turn: PersonalTurn, known: Known | T, until: date | None) -> list[Message]:
    """Note the pause, tell the other side, and ask about what was arranged already."""
    if isinstance(known, T):
        return [Say(turn.person, (known,))]
    assert until is not None  # noqa: S101 - the script asked for it
    repeat, noted = known.repeat, T("weekly-pause-noted")
    if turn.person.id != repeat.resident_id:
        told = Personal("weekly-helper-away", name=name_of(turn.person), day=Day(until))
        said = await helper_away(turn, repeat, until, noted, told)
        task = await weekly.coming(turn, repeat)
        is_theirs = task is not None and task.helper_id == turn.person.id
        return [*said, still_yours(turn.person, task)] if task and is_theirs else said
    await weekly.plan(turn, repeat, await weekly.soonest(turn, repeat, until), until)
    name = await weekly.helped_name(turn, repeat)
    return [
        await as_it_stands(turn, repeat, noted),
        *await to_helper(
            turn, repeat, Personal("weekly-paused-for-helper", name=name, day=Day(until))
        ),
        *await stays_or_not(turn, turn.person, repeat),
    ]


PAUSE_WEEKLY: Final = Conversation("pause-weekly", know, pause, act)
