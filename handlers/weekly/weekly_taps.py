"""The buttons of weekly help: each is heard against how it stands today."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from handlers import current, posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.closing import close
from handlers.cards import window_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.outcomes import Begins, Outcome, Refused
from handlers.permissions import allowed
from handlers.tapping import Taps, TaskTaps
from handlers.texts import Personal, T
from handlers.weekly import again, weekly, weekly_ending, weekly_pause, weekly_wish
from handlers.weekly.weekly_ending import settled
from handlers.weekly.weekly_sides import as_it_stands, helper_away, still_yours, to_helper
from storage import people, repeats
from storage.model import Person, Repeat, Task
from storage.outbox import Purpose

#: Who tapped, the weekly help that the button means, and what else it carried.
WeeklyTap = Callable[[PersonalTurn, Repeat, str], Awaitable[list[Message]]]


async def _begin(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    known = await again.know(turn, task.token)
    if isinstance(known, T):
        return Refused(known)
    return Begins(again.AGAIN.name, task.token)


def _of_both(change: WeeklyTap) -> WeeklyTap:
    """Let either side change weekly help, and nobody else."""

    async def tap(turn: PersonalTurn, repeat: Repeat, detail: str) -> list[Message]:
        if not allowed(await actor_of(turn), Action.CHANGE_REPEAT, repeat):
            return [settled(turn.person)]
        return await change(turn, repeat, detail)

    return tap


async def _skip(turn: PersonalTurn, repeat: Repeat, day: str) -> list[Message]:
    """Leave out the next time; a button of an earlier week leaves out no other."""
    window = await weekly.coming_window(turn, repeat)
    if day != window.start.date().isoformat():
        return [await as_it_stands(turn, repeat, T("weekly-skipped-before"))]
    task = await weekly.coming(turn, repeat)
    if turn.person.id != repeat.resident_id:
        return await _skip_as_helper(turn, repeat, task)
    if task is not None:
        return await _close(turn, repeat, task)
    await weekly.plan(turn, repeat, await weekly.week_after(turn, repeat))
    name = await weekly.helped_name(turn, repeat)
    told = Personal("weekly-skipped-for-helper", name=name, window=window)
    return [
        await as_it_stands(turn, repeat, T("weekly-skipped", window=window)),
        *await to_helper(turn, repeat, told),
    ]


async def _close(turn: PersonalTurn, repeat: Repeat, task: Task) -> list[Message]:
    """Close what was arranged for the week already; its helper is told as of any request."""
    messages = await close(turn, task)
    if messages is None:
        return [await as_it_stands(turn, repeat, T("weekly-skipped-before"))]
    window = window_of(task, await posting.home_of(turn, task))
    return [await as_it_stands(turn, repeat, T("weekly-skipped", window=window)), *messages]


async def _skip_as_helper(turn: PersonalTurn, repeat: Repeat, task: Task | None) -> list[Message]:
    """Let others come once in the place of a volunteer."""
    if task is not None and task.helper_id == turn.person.id:
        return [still_yours(turn.person, task)]
    window = await weekly.coming_window(turn, repeat)
    until = window.start.date()
    if task is not None or until == repeat.helper_away_until:
        return [await as_it_stands(turn, repeat, T("weekly-skipped-before"))]
    told = Personal("weekly-helper-skips", name=name_of(turn.person), window=window)
    return await helper_away(turn, repeat, until, T("weekly-you-skip", window=window), told)


async def _go_on(turn: PersonalTurn, repeat: Repeat, _detail: str) -> list[Message]:
    """End a pause at once."""
    if turn.person.id != repeat.resident_id:
        return await _come_again(turn, repeat)
    if repeat.paused_until is None:
        return [await as_it_stands(turn, repeat)]
    window = await weekly.soonest(turn, repeat)
    await weekly.plan(turn, repeat, window)
    name = await weekly.helped_name(turn, repeat)
    told = Personal("weekly-goes-on-for-helper", name=name, window=window)
    return [
        await as_it_stands(turn, repeat, T("weekly-goes-on")),
        *await to_helper(turn, repeat, told),
    ]


async def _come_again(turn: PersonalTurn, repeat: Repeat) -> list[Message]:
    if repeat.helper_away_until is None:
        return [await as_it_stands(turn, repeat)]
    await repeats.helper_is_away(turn.transaction, repeat, turn.person.id, None)
    resident = await people.get(turn.transaction, repeat.resident_id)
    told = Personal("weekly-helper-back", name=name_of(turn.person))
    return [
        await as_it_stands(turn, repeat, T("weekly-goes-on")),
        Say(resident, (told,), purpose=Purpose.NEWS),
    ]


async def _keep(turn: PersonalTurn, repeat: Repeat, _detail: str) -> list[Message]:
    """Leave everything as it is after all."""
    return [await as_it_stands(turn, repeat)]


async def _pause(turn: PersonalTurn, repeat: Repeat, _detail: str) -> list[Message]:
    return await current.begin(turn, weekly_pause.PAUSE_WEEKLY.name, repeat.token)


async def _open_to_anybody(turn: PersonalTurn, repeat: Repeat, _detail: str) -> list[Message]:
    """Go on with anybody, once a resident has said that this is all right."""
    if not allowed(await actor_of(turn), Action.OPEN_REPEAT, repeat):
        return [settled(turn.person)]
    if not await repeats.open_to_anybody(turn.transaction, repeat):
        return [await as_it_stands(turn, repeat)]
    await weekly.plan(turn, repeat, await weekly.soonest(turn, repeat))
    return [await as_it_stands(turn, repeat, T("weekly-opened"))]


_DOES: Final[Mapping[str, WeeklyTap]] = {
    "yes": weekly_wish.wish_granted,
    "no": weekly_wish.wish_declined,
    "anybody": _open_to_anybody,
    "skip": _of_both(_skip),
    "pause": _of_both(_pause),
    "on": _of_both(_go_on),
    "end": weekly_ending.sure,
    "ended": weekly_ending.end,
    "keep": _of_both(_keep),
    "stays": weekly_ending.stays,
}


#: What a resident may say on the phone.
_ON_THE_PHONE: Final = frozenset({"anybody", "skip", "on", "end", "ended", "keep", "stays"})


async def _tapped(turn: PersonalTurn, data: str) -> list[Message] | None:
    verb, _, rest = data.partition(":")
    token, _, detail = rest.partition(":")
    repeat = await repeats.with_token(turn.transaction, token)
    if repeat is None or verb not in _DOES:
        return None
    resident = await people.get(turn.transaction, repeat.resident_id)
    if verb not in _ON_THE_PHONE or not await _speaks_for(turn, repeat, resident):
        return await _DOES[verb](turn, repeat, detail)
    said = await _DOES[verb](turn.as_person(resident), repeat, detail)
    return [_to_speaker(turn, each, resident) for each in said]


async def _speaks_for(turn: PersonalTurn, repeat: Repeat, resident: Person) -> bool:
    """Say whether a coordinator has rung a resident who has no app, and answers for them."""
    is_party = turn.person.id in (resident.id, repeat.helper_id, repeat.wished_id)
    if is_party or not resident.rung:
        return False
    return allowed(await actor_of(turn), Action.TELL_BY_PHONE, repeat)


def _to_speaker(turn: PersonalTurn, message: Message, resident: Person) -> Message:
    """Return what a resident would read, for whoever has them on the phone."""
    if isinstance(message, Say) and message.to.id == resident.id:
        return replace(message, to=turn.person)
    return message


TASK_TAPS: Final[TaskTaps] = {"again": _begin}
TAPS: Final[Taps] = {"repeat": _tapped}
