"""An owner records that they have seen a volunteer's identity and background check."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from dateutil.relativedelta import relativedelta

from handlers.actors import actor_of
from handlers.cards import DEFAULT_ZONE
from handlers.conversation import Option
from handlers.dialogue import Conversation
from handlers.entering import Enter
from handlers.house import PersonalTurn
from handlers.messages import Message, Say, number_carried
from handlers.permissions import Action, allowed
from handlers.questions import Confirm
from handlers.texts import Day, Personal, PublicName, T
from handlers.understanding.words import fold, languages, tokens, words_of
from storage import people, volunteers
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
    offers = [
        Option(day.isoformat(), T("years-until", years=years, day=full_day(day)))
        for years, day in days
    ]
    return Enter("check-until", lambda text: _read_last_day(text, today), offers)


def _read_last_day(text: str, today: date) -> date | T:
    day = understand_day(text)
    if day is None:
        return T("problem-day-not-understood")
    if day < today:
        return T("problem-day-past")
    if day > today + relativedelta(years=MOST_YEARS):
        return T("problem-day-too-far", years=MOST_YEARS)
    return day


def full_day(day: date) -> T:
    """Return a day as a wording, with its year."""
    # Not as a number, which would be grouped: 2,027.
    return T("full-day", day=Day(day), year=PublicName(str(day.year)))


def understand_day(text: str) -> date | None:
    """Return the day that was typed as `2027-05-31`, `31/05/2027` or `31 May 2027`, or None."""
    found = [token.group() for token in tokens(fold(text)) if token.group().isalnum()]
    parts = [part for part in found if part.isdigit() or part in _months()]
    if len(parts) != 3 or any(len(part) > 4 for part in parts if part.isdigit()):
        return None
    if len(parts[0]) == 4 and parts[0].isdigit():
        parts.reverse()
    first, second, year = parts
    if first in _months():
        first, second = second, first
    if not (first.isdigit() and len(year) == 4 and year.isdigit()):
        return None
    try:
        return date(int(year), _months().get(second) or int(second), int(first))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its names in every language that has a list."""
    return {
        fold(name): number
        for language in languages()
        for number, names in enumerate(words_of(language, "when")["lists"]["months"], start=1)
        for name in names
    }


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
    await people.record_check(
        turn.transaction, volunteer.id, turn.person.id, turn.now, expires_on=until
    )
    return [
        Say(turn.person, (Personal("check-recorded", name=_name(volunteer), day=day),)),
        Say(volunteer, (T("check-recorded-yours", day=day),), purpose=Purpose.NEWS),
    ]


RECORD_CHECK: Final = Conversation("check", know, record_check, act)
