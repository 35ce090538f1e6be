"""Weekly help as both sides see it: when it comes next, who comes, and what they can do with it."""

from datetime import date, datetime, timedelta
from typing import Final

from handlers.deadlines import zone_of
from handlers.helping.private_parts import name_of
from handlers.helping.task_buttons import again_buttons, can_be_weekly
from handlers.house import PersonalTurn, Turn
from handlers.kinds import takes_check
from handlers.messages import Buttons, Message, Press, Say
from handlers.texts import Day, Line, Paragraph, Personal, PublicName, T, Window
from handlers.weekly.weekly_times import arranged_at, first_of, next_of, next_time, time_after
from storage import checks, due_work, people, repeats, tasks, volunteers
from storage.model import Person, Repeat, RepeatStatus, Task
from storage.private import PrivateText
from storage.retention.periods import REQUESTS

#: Timed work: weekly help whose next week is to be arranged.
WEEKLY: Final = "weekly"


async def next_window(turn: Turn, repeat: Repeat) -> Window:
    """Return the next time of weekly help for which nothing has been arranged."""
    return next_of(repeat, await zone_of(turn, repeat))


async def unfinished(turn: Turn, repeat: Repeat) -> Task | None:
    """Return what was made of weekly help and is not finished; there is one at most."""
    made = await tasks.of_repeat(turn.transaction, repeat.id)
    return next((each for each in made if not each.is_finished), None)


async def coming(turn: Turn, repeat: Repeat) -> Task | None:
    """Return what is arranged already and neither done nor over."""
    task = await unfinished(turn, repeat)
    return task if task is not None and task.window_end > turn.now else None


async def coming_window(turn: Turn, repeat: Repeat) -> Window:
    """Return the time that is meant when somebody speaks of the next one."""
    zone = await zone_of(turn, repeat)
    task = await coming(turn, repeat)
    if task is None:
        return next_of(repeat, zone)
    return Window(task.window_start.astimezone(zone), task.window_end.astimezone(zone))


async def soonest(turn: Turn, repeat: Repeat, paused_until: date | None = None) -> Window:
    """Return the first time that can still be arranged well ahead and was not arranged before."""
    first = first_of(repeat, await zone_of(turn, repeat))
    found = next_time(first, turn.now, paused_until)
    made = await tasks.of_repeat(turn.transaction, repeat.id)
    if made and found.start <= made[0].window_start:
        return time_after(first, made[0].window_start + timedelta(days=1))
    return found


async def week_after(turn: Turn, repeat: Repeat) -> Window:
    """Return the time a week after the next one."""
    first = first_of(repeat, await zone_of(turn, repeat))
    return time_after(first, repeat.next_start + timedelta(days=1))


async def plan(
    turn: Turn, repeat: Repeat, window: Window, paused_until: date | None = None
) -> None:
    """Set the next time of weekly help, and look at it in good time."""
    await repeats.move_to(turn.transaction, repeat, window.start, window.end, paused_until)
    await due_work.plan(turn.transaction, WEEKLY, repeat.id, max(arranged_at(window), turn.now))


async def can_come(turn: Turn, person_id: int, repeat: Repeat | Task, day: date) -> Person | None:
    """Return a volunteer who may give such help on a day and is not away; otherwise None."""
    person = await people.get(turn.transaction, person_id)
    volunteer = await volunteers.find(turn.transaction, person_id)
    if volunteer is None or repeat.kind not in volunteer.kinds or not person.reachable:
        return None
    if volunteer.paused_until is not None and day <= volunteer.paused_until:
        return None
    check = await checks.check_of(turn.transaction, person_id, day)
    if check is None and takes_check(repeat.kind, repeat.level, turn.house.levels):
        return None
    return person


async def helped_name(turn: Turn, repeat: Repeat) -> PrivateText:
    """Return the first name of whoever is helped every week."""
    secrets = await repeats.secrets_of(turn.transaction, repeat)
    return secrets.first_name or PrivateText("…")


async def person_name(turn: Turn, person_id: int) -> PrivateText:
    """Return how somebody wants to be called."""
    return name_of(await people.get(turn.transaction, person_id))


async def shown(turn: PersonalTurn) -> list[Message]:
    """Return the weekly help that somebody has or gives, and what could become weekly help."""
    mine = await repeats.of_resident(turn.transaction, turn.person.id)
    given = await repeats.of_helper(turn.transaction, turn.person.id)
    messages = [await standing(turn, turn.person, each) for each in (*mine, *given)]
    return [*messages, *await _offered(turn)]


async def standing(turn: Turn, to: Person, repeat: Repeat, *before: Line) -> Message:
    """Return how weekly help stands, for one side, with what they can do; `before` is said first.

    Buttons carry the day that they mean, so that one tapped twice skips one week.
    """
    about: list[Line] = [T("weekly-headline", kind=T(f"kind-{repeat.kind.value}"))]
    if repeat.status is not RepeatStatus.CHOOSING:
        about.append(T("weekly-next", window=await coming_window(turn, repeat)))
    if repeat.helped_id is not None and to.id == repeat.resident_id:
        about.insert(1, Personal("mine-for", person=await helped_name(turn, repeat)))
    headline = Paragraph(about)
    is_resident = to.id == repeat.resident_id
    line = await (_for_resident if is_resident else _for_helper)(turn, repeat)
    return Say(to, (*before, headline, line), await buttons_for(turn, to, repeat))


async def buttons_for(turn: Turn, to: Person, repeat: Repeat) -> Buttons:
    """Return what one side can do with weekly help."""
    window = await coming_window(turn, repeat)
    if to.id == repeat.resident_id:
        return _residents_buttons(repeat, window)
    return _helpers_buttons(repeat, window, turn.now)


async def _for_resident(turn: Turn, repeat: Repeat) -> Line:
    if repeat.status is RepeatStatus.CHOOSING:
        return T("weekly-shall-anybody")
    if repeat.paused_until is not None:
        return T("weekly-paused", day=Day(repeat.paused_until))
    if repeat.wished_id is not None:
        return Personal("weekly-no-answer-yet", name=await person_name(turn, repeat.wished_id))
    if repeat.helper_id is None:
        return T("weekly-anybody")
    name = await person_name(turn, repeat.helper_id)
    until = _away_until(repeat, turn.now)
    if until is not None:
        return Personal("weekly-helper-away", name=name, day=Day(until))
    return Personal("weekly-with-helper", name=name)


async def _for_helper(turn: Turn, repeat: Repeat) -> Line:
    name = await helped_name(turn, repeat)
    if repeat.wished_id is not None:
        return Personal("weekly-wished", name=name)
    if repeat.paused_until is not None:
        return Personal("weekly-paused-for-helper", name=name, day=Day(repeat.paused_until))
    until = _away_until(repeat, turn.now)
    if until is not None:
        return Personal("weekly-you-are-away", name=name, day=Day(until))
    return Personal("weekly-you-help", name=name)


def _away_until(repeat: Repeat, now: datetime) -> date | None:
    """Return the last day on which the volunteer is away, or None where they are not."""
    until = repeat.helper_away_until
    return until if until is not None and now.date() <= until else None


def press(label: T, verb: str, repeat: Repeat, detail: str = "") -> Press:
    """Return a button about weekly help."""
    data = f"repeat:{verb}:{repeat.token}"
    return Press(label, f"{data}:{detail}" if detail else data)


def choosing_buttons(repeat: Repeat) -> Buttons:
    """Return what a resident can say whose volunteer does not come every week (any more)."""
    anybody = press(T("button-weekly-anybody"), "anybody", repeat)
    return ((anybody,), (press(T("button-weekly-end"), "end", repeat),))


def _residents_buttons(repeat: Repeat, window: Window) -> Buttons:
    if repeat.status is RepeatStatus.CHOOSING:
        return choosing_buttons(repeat)
    return _changing(repeat, window, is_paused=repeat.paused_until is not None)


def _helpers_buttons(repeat: Repeat, window: Window, now: datetime) -> Buttons:
    if repeat.wished_id is not None:
        return wish_buttons(repeat)
    if repeat.paused_until is not None:
        return ((press(T("button-weekly-end"), "end", repeat),),)
    return _changing(repeat, window, is_paused=_away_until(repeat, now) is not None)


def wish_buttons(repeat: Repeat) -> Buttons:
    """Return what a volunteer can say who is wished for."""
    yes = press(T("button-weekly-yes"), "yes", repeat)
    return ((yes,), (press(T("button-weekly-once"), "no", repeat),))


def _changing(repeat: Repeat, window: Window, *, is_paused: bool) -> Buttons:
    end = press(T("button-weekly-end"), "end", repeat)
    if is_paused:
        return ((press(T("button-weekly-go-on"), "on", repeat),), (end,))
    skip = press(T("button-weekly-skip"), "skip", repeat, window.start.date().isoformat())
    return ((skip,), (press(T("button-weekly-pause"), "pause", repeat),), (end,))


async def _offered(turn: PersonalTurn) -> list[Message]:
    """Offer to have again every week what somebody was helped with last."""
    since = turn.now - turn.house.keeps(REQUESTS)
    for task in await tasks.helped_lately(turn.transaction, turn.person.id, since):
        if not can_be_weekly(task):
            continue
        if await repeats.of_request(turn.transaction, task.token) is not None:
            continue
        kind, reference = T(f"kind-{task.kind.value}"), PublicName(task.reference)
        line = T("again-offered", kind=kind, reference=reference)
        return [Say(turn.person, (line,), again_buttons(task))]
    return []
