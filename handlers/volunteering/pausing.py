"""A volunteer pauses until a day, or leaves; nobody whom they had promised help is forgotten."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.cards import DEFAULT_ZONE
from handlers.days import PickDay, full_day
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.questions import YesNo
from handlers.texts import Line, Listed, PublicName, T
from handlers.volunteering.leaving import left
from storage import tasks, volunteers
from storage.model import Task

LONGEST: Final = relativedelta(years=1)
#: How long a pause is offered to be.
OFFERED: Final = (timedelta(weeks=1), timedelta(weeks=2), timedelta(weeks=4))


@dataclass(frozen=True, slots=True)
class Known:
    """What both conversations may use besides the answers: what the volunteer has taken."""

    today: date
    is_volunteer: bool
    held: tuple[Task, ...]

    @property
    def references(self) -> Listed:
        """What they have taken, by its references."""
        return Listed(tuple(PublicName(task.reference) for task in self.held))


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what both conversations may use."""
    return Known(
        today=turn.now.astimezone(DEFAULT_ZONE).date(),
        is_volunteer=await volunteers.find(turn.transaction, turn.person.id) is not None,
        held=tuple(await tasks.held_by(turn.transaction, turn.person.id)),
    )


async def pause(known: Known) -> date | None:
    """Ask until which day somebody wants to be left in peace."""
    if not known.is_volunteer:
        return None
    offers = [(known.today + each, full_day(known.today + each)) for each in OFFERED]
    return await PickDay(
        "pause-until", known.today, known.today + LONGEST, T("problem-pause-too-far"), offers
    )


async def act_on_pause(turn: PersonalTurn, known: Known, until: date | None) -> list[Message]:
    """Note the pause; what they have taken stays theirs, and they are told so."""
    is_noted = until is not None and await volunteers.pause(turn.transaction, turn.person.id, until)
    if until is None or not is_noted:
        return [Say(turn.person, (T("profile-none"),))]
    lines: list[Line] = [T("paused", day=full_day(until))]
    if known.held:
        lines.append(T("paused-still-yours", references=known.references))
    return [Say(turn.person, lines)]


async def leave(known: Known) -> bool:
    """Say what leaving means, and ask whether that is wished."""
    if not known.is_volunteer:
        return False
    lines: list[Line] = [T("ask-leave")]
    if known.held:
        lines.append(T("leave-reopens", references=known.references))
    no = T("button-leave-no")
    return await YesNo("leave", says=lines, yes=T("button-leave"), no=no)


async def act_on_leave(turn: PersonalTurn, known: Known, wished: bool) -> list[Message]:  # noqa: FBT001 - the result of the script
    """Open again what they had taken, tell whoever waits for it, and forget what they offered."""
    if known.is_volunteer and not wished:
        return [Say(turn.person, (T("left-not"),))]
    if not allowed(await actor_of(turn), Action.LEAVE):
        return [Say(turn.person, (T("profile-none"),))]
    return await left(turn)


PAUSE: Final = Conversation("pause", know, pause, act_on_pause)
LEAVE: Final = Conversation("leave", know, leave, act_on_leave)
