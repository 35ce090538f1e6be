"""A helper may say when they come, within the time that the resident asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.cards import window_of
from handlers.deadlines import zone_of
from handlers.dialogue import Conversation
from handlers.helping.private_parts import name_of
from handlers.helping.task_buttons import held_buttons, towards_helper
from handlers.house import PersonalTurn
from handlers.kinds import KINDS
from handlers.messages import Message, Say, number_carried
from handlers.permissions import allowed
from handlers.question import (
    Again,
    Answered,
    Heard,
    NotYet,
    Option,
    Question,
    StaleAnswerError,
    Words,
)
from handlers.texts import Line, Personal, PublicName, T, Window
from handlers.understanding.when import TimeProblem, understand_when
from handlers.understanding.when_reading import read_when
from handlers.understanding.when_windows import (
    DAY_END,
    DAY_START,
    QUARTER,
    is_before,
    later,
    moment_of,
)
from handlers.understanding.words import known_language
from handlers.when_and_where import PickedTime, PickTime
from storage import people, tasks
from storage.model import Task
from storage.outbox import Purpose

#: How many times to come are offered on buttons, at most.
MOST_OFFERS: Final = 6
HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the task, and its window in local time."""

    task: Task
    window: Window
    now: datetime
    zone: ZoneInfo


class PickArrival(Question[PickedTime | None]):
    """Pick a time within a window, or *Skip*."""

    columns = 2

    def __init__(
        self, key: str, window: Window, *, now: datetime, zone: ZoneInfo, says: Sequence[Line]
    ) -> None:
        self.key = key
        self._now, self._zone, self._window = now, zone, window
        self._time = PickTime(key, now=now, zone=zone, says=says)

    @property
    def optional(self) -> bool:
        return True

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return self._time.lines(partial)

    def options(self, partial: JsonValue) -> Sequence[Option]:
        return [
            Option(
                f"{int(start.timestamp())}-{int(end.timestamp())}",
                T("window-hours", window=Window(start, end)),
            )
            for start, end in arrivals(self._window, self._zone)
            if is_before(later(self._now, QUARTER, self._zone), end)
        ]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if not isinstance(heard, Words):
            return self._time.hear(heard, partial)
        # "At four" means four o'clock on the day of the window.
        names_day = read_when(heard.text, known_language(heard.language)).names_day
        seen_from = self._now if names_day else max(self._now, self._window.start, key=_moment)
        made = understand_when(heard.text, heard.language, seen_from, self._zone)
        if isinstance(made, TimeProblem):
            return Again(T(f"problem-time-{made.value}"))
        start = max(made.start, self._window.start, key=_moment)
        end = min(made.end, self._window.end, key=_moment)
        if not is_before(start, end):
            return Again(T("problem-time-outside", window=self._window))
        return Answered([int(_moment(start)), int(_moment(end))])

    def restore(self, stored: JsonValue) -> PickedTime | None:
        if stored is None:
            return None
        picked = self._time.restore(stored)
        if is_before(picked.start, self._window.start) or is_before(self._window.end, picked.end):
            # The window was another one when they answered.
            raise StaleAnswerError(T("problem-time-outside", window=self._window))
        return picked


def arrivals(window: Window, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    """Return the parts of a window that are offered: hours of a day, or else days."""
    start, end = window.start, window.end
    if start.date() != end.date():
        return _days(window, zone)
    step = HOUR
    while is_before(later(start, step * MOST_OFFERS, zone), end):
        step += HOUR
    parts = []
    while is_before(start, end):
        after = min(later(start, step, zone), end, key=_moment)
        parts.append((start, after))
        start = after
    return parts


def _days(window: Window, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    parts = []
    for ahead in range(MOST_OFFERS):
        day = window.start.date() + timedelta(days=ahead)
        start = max(moment_of(day, DAY_START, zone), window.start, key=_moment)
        end = min(moment_of(day, DAY_END, zone), window.end, key=_moment)
        if is_before(start, end):
            parts.append((start, end))
    return parts


def _moment(local: datetime) -> float:
    """Return what two times of one zone are compared by while the clocks go back."""
    return local.timestamp()


async def say_when_coming(known: Known | T) -> PickedTime | None:
    """Ask when the helper comes, unless there is no time left to choose from."""
    if isinstance(known, T):
        return None
    at_the_door = KINDS[known.task.kind].at_the_door
    asks = T(
        "ask-coming" if at_the_door else "ask-coming-phone",
        reference=PublicName(known.task.reference),
    )
    return await PickArrival("coming", known.window, now=known.now, zone=known.zone, says=(asks,))


async def know(turn: PersonalTurn, subject: str) -> Known | T:
    """Return what is to know of `token:claim number`, or why there is nothing to ask."""
    token, _, claim = subject.partition(":")
    task = await tasks.with_token(turn.transaction, token)
    if task is None:
        return T("request-unknown")
    reference = PublicName(task.reference)
    is_theirs = allowed(await actor_of(turn), Action.CONFIRM_CONTACT, task)
    if not is_theirs or number_carried(claim) != task.claim_number:
        return T("not-yours", reference=reference)
    zone = await zone_of(turn, task)
    window = window_of(task, await posting.home_of(turn, task))
    if not is_before(later(turn.now, QUARTER, zone), window.end):
        return T("contact-thanks", reference=reference)
    return Known(task, window, turn.now, zone)


async def act(turn: PersonalTurn, known: Known | T, picked: PickedTime | None) -> list[Message]:
    """Keep when the helper comes, and tell the resident."""
    if isinstance(known, T):
        return [Say(turn.person, (known,))]
    task, reference = known.task, PublicName(known.task.reference)
    if picked is None:
        thanks = T("contact-thanks", reference=reference)
        return [Say(turn.person, (thanks,), held_buttons(task))]
    kept = await tasks.note_coming(turn.transaction, task, turn.person.id, picked.start, picked.end)
    assert kept  # noqa: S101 - `know` looked at the task in this transaction
    window = Window(picked.start, picked.end)
    resident = await people.get(turn.transaction, task.resident_id)
    says = "coming-to-resident" if KINDS[task.kind].at_the_door else "coming-phone"
    told = Personal(says, name=name_of(turn.person), window=window, reference=reference)
    return [
        Say(
            turn.person,
            (T("coming-noted", window=window, reference=reference),),
            held_buttons(task),
        ),
        Say(resident, (told,), (towards_helper(task),), purpose=Purpose.NEWS),
    ]


CONTACT: Final = Conversation("contact", know, say_when_coming, act)
