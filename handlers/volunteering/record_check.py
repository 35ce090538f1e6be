"""An owner records that they have seen a volunteer's identity and background check."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from handlers.actors import actor_of
from handlers.cards import DEFAULT_ZONE
from handlers.days import PickDay, full_day
from handlers.dialogue import Conversation
from handlers.entering import Enter
from handlers.house import PersonalTurn
from handlers.messages import Message, Say, number_carried
from handlers.permissions import Action, allowed
from handlers.questions import Confirm
from handlers.texts import Personal, T
from storage import checks, people, volunteers
from storage.model import Person
from storage.outbox import Purpose
from storage.private import PrivateText

OFFERED_YEARS: Final = (1, 2, 3)
MOST_YEARS: Final = 5


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers; nobody where they offer no help."""

    today: date
    volunteer: Person | None = field(repr=False)


def last_day(today: date) -> Enter[date]:
    """Ask for the last day of a check, with buttons or typed ("31 May 2027")."""
    days = [(years, today + relativedelta(years=years)) for years in OFFERED_YEARS]
    return PickDay(
        "check-until",
        today,
        today + relativedelta(years=MOST_YEARS),
        T("problem-day-too-far", years=MOST_YEARS),
        [(day, T("years-until", years=years, day=full_day(day))) for years, day in days],
    )


async def record_check(known: Known) -> date | None:
    """Ask until which day a check is good."""
    if known.volunteer is None:
        return None
    until = await last_day(known.today)
    shows = Personal("preview-check", name=_name(known.volunteer), day=full_day(until))
    await Confirm("preview-check", shows=(shows,), send=T("button-save"))
    return until


def _name(person: Person) -> PrivateText:
    return person.first_name or PrivateText("…")


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is the number of a person."""
    return Known(
        today=turn.now.astimezone(DEFAULT_ZONE).date(), volunteer=await _volunteer(turn, subject)
    )


async def _volunteer(turn: PersonalTurn, number: str) -> Person | None:
    """Return the person if there is one who offers help."""
    person_id = number_carried(number)
    if person_id is None or await volunteers.find(turn.transaction, person_id) is None:
        return None
    return await people.get(turn.transaction, person_id)


async def act(turn: PersonalTurn, known: Known, until: date | None) -> list[Message]:
    """Record the check, and tell the volunteer what they may take from now on."""
    if not allowed(await actor_of(turn), Action.RECORD_CHECK):
        return [Say(turn.person, (T("not-allowed"),))]
    if known.volunteer is None or until is None:
        return [Say(turn.person, (T("check-nobody"),))]
    volunteer, day = known.volunteer, full_day(until)
    await checks.record_check(
        turn.transaction, volunteer.id, turn.person.id, turn.now, expires_on=until
    )
    return [
        Say(turn.person, (Personal("check-recorded", name=_name(volunteer), day=day),)),
        Say(volunteer, (T("check-recorded-yours", day=day),), purpose=Purpose.NEWS),
    ]


RECORD_CHECK: Final = Conversation("check", know, record_check, act)
