"""Somebody who looks after a volunteer records what they have seen of them, or takes it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.days import PickDay, full_day
from handlers.dialogue import Conversation
from handlers.entering import Enter
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.looking_after import neutral_for, people_of
from handlers.messages import Message, Say, number_carried
from handlers.permissions import allowed
from handlers.questions import Choice, Choose, Confirm
from handlers.texts import Line, Paragraph, Personal, T
from handlers.volunteering import check_expiry, offer_word
from storage import checks, people, volunteers
from storage.checks import NEEDED, Seen
from storage.model import Checked, Person
from storage.outbox import Purpose

OFFERED_YEARS: Final = (1, 2, 3)
MOST_YEARS: Final = 5
#: What may have been seen at once, by the ids of the buttons.
SEEN: Final[Mapping[str, tuple[Checked, ...]]] = {
    "both": NEEDED,
    **{each.value: (each,) for each in Checked},
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers; nobody where they offer no help.

    `refused` is why whoever asks may not record a check of them.
    """

    today: date
    volunteer: Person | None = field(repr=False)
    standing: Mapping[Checked, Seen] = field(default_factory=dict)
    changes: int | None = None
    refused: T | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """What is no longer good."""

    what: Checked


async def record_check(known: Known) -> tuple[Seen, ...] | Ended | None:
    """Ask what was seen; of a background check, the day on it and until when it is good."""
    if known.volunteer is None or known.refused is not None:
        return None
    chosen: str = await _what(known, known.volunteer)
    if chosen not in SEEN:
        return await _ended(known.volunteer, Checked(chosen.removeprefix(_ENDS)))
    seen = tuple(
        [
            await _background(known.today) if each is Checked.BACKGROUND else Seen(each)
            for each in SEEN[chosen]
        ]
    )
    shown = (Personal("preview-check", name=name_of(known.volunteer)), Paragraph(described(seen)))
    await Confirm("preview-check", shows=shown, send=T("button-save"))
    return seen


_ENDS: Final = "end-"


def _what(known: Known, volunteer: Person) -> Choose[str]:
    says: list[Line] = [Personal("ask-check-what", name=name_of(volunteer))]
    if known.standing:
        says = [T("check-so-far"), Paragraph(described(tuple(known.standing.values()))), *says]
    choices = [Choice(each, each, T(f"button-seen-{each}")) for each in SEEN]
    choices += [
        Choice(f"{_ENDS}{each}", f"{_ENDS}{each}", T(f"button-check-end-{each.value}"))
        for each in known.standing
    ]
    return Choose("check-what", choices, says=says)


async def _ended(volunteer: Person, what: Checked) -> Ended:
    sure = Personal("check-end-sure", name=name_of(volunteer), what=T(f"seen-{what.value}"))
    await Confirm("check-end", shows=(sure, T("check-end-follows")), send=T("button-check-end-yes"))
    return Ended(what)


async def _background(today: date) -> Seen:
    issued = await PickDay(
        "check-issued",
        today - relativedelta(years=MOST_YEARS),
        today,
        T("problem-check-in-future"),
        [(today, T("day-today"))],
        too_early=T("problem-check-too-old", years=MOST_YEARS),
    )
    return Seen(Checked.BACKGROUND, issued, await last_day(today, issued))


def last_day(today: date, issued: date) -> Enter[date]:
    """Ask for the last day of a check, with buttons or typed ("31 May 2027")."""
    days = [(years, issued + relativedelta(years=years)) for years in OFFERED_YEARS]
    return PickDay(
        "check-until",
        today,
        today + relativedelta(years=MOST_YEARS),
        T("problem-day-too-far", years=MOST_YEARS),
        [
            (day, T("years-until", years=years, day=full_day(day)))
            for years, day in days
            if day >= today
        ],
    )


def described(seen: tuple[Seen, ...]) -> list[Line]:
    """Return what was seen, a line for each."""
    return [_described(each) for each in seen]


def _described(seen: Seen) -> Line:
    what = T(f"seen-{seen.what.value}")
    if seen.expires_on is None:
        return T("seen-line", what=what)
    if seen.issued_on is None:
        return T("seen-line-until", what=what, day=full_day(seen.expires_on))
    first, last = full_day(seen.issued_on), full_day(seen.expires_on)
    return T("seen-line-dated", what=what, first=first, last=last)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use.

    The subject is the number of a person, and behind a colon how much had been recorded of
    them when it began.
    """
    number, _, changes = subject.partition(":")
    volunteer = await _volunteer(turn, number)
    if volunteer is None:
        return Known(turn.now.date(), None)
    today = await check_expiry.today_of(turn, volunteer)
    refused = await _why_not(turn, volunteer)
    standing = {} if refused else await checks.standing_of(turn.transaction, volunteer.id)
    return Known(today, volunteer, standing, number_carried(changes), refused)


async def _volunteer(turn: PersonalTurn, number: str) -> Person | None:
    """Return the person if there is one who offers help."""
    person_id = number_carried(number)
    if person_id is None or await volunteers.find(turn.transaction, person_id) is None:
        return None
    return await people.get(turn.transaction, person_id)


async def _why_not(turn: PersonalTurn, volunteer: Person) -> T | None:
    about = await people_of(turn, volunteer)
    if not allowed(await actor_of(turn), Action.RECORD_CHECK, about):
        return T("not-allowed")
    if volunteer.id == turn.person.id and await neutral_for(turn, about, {volunteer.id}):
        return T("check-not-your-own")
    return None


async def act(
    turn: PersonalTurn, known: Known, result: tuple[Seen, ...] | Ended | None
) -> list[Message]:
    """Record what was seen, or take it back, and tell the volunteer what follows."""
    if known.volunteer is None or result is None:
        return [Say(turn.person, (known.refused or T("check-nobody"),))]
    if isinstance(result, Ended):
        return await _taken_back(turn, known.volunteer, result.what)
    if not await checks.record(
        turn.transaction,
        known.volunteer.id,
        turn.person.id,
        turn.now,
        *result,
        changes=known.changes,
    ):
        return [Say(turn.person, (Personal("check-meanwhile", name=name_of(known.volunteer)),))]
    await check_expiry.plan(turn, known.volunteer)
    if not await offer_word.wants_check(turn, known.volunteer):
        volunteer_id, reader_id = known.volunteer.id, turn.person.id
        await volunteers.note_reviewed(turn.transaction, volunteer_id, reader_id, turn.now)
        await offer_word.close(turn, known.volunteer)
    recorded = Personal("check-recorded", name=name_of(known.volunteer))
    return [
        Say(turn.person, (recorded, Paragraph(described(result)))),
        await _told(turn, known.volunteer, result),
    ]


async def _told(turn: PersonalTurn, volunteer: Person, seen: tuple[Seen, ...]) -> Message:
    """Tell a volunteer what was recorded, and what they may take from now on or still lack."""
    today = await check_expiry.today_of(turn, volunteer)
    check = await checks.check_of(turn.transaction, volunteer.id, today)
    if check is None:
        lines = (T("check-seen-yours"), Paragraph(described(seen)), T("check-not-complete"))
        return Say(volunteer, lines, purpose=Purpose.NEWS)
    yours = T("check-recorded-yours", day=full_day(check.expires_on))
    if check.expires_on == date.max:
        yours = T("check-recorded-yours-for-good")
    return Say(volunteer, (yours,), purpose=Purpose.NEWS)


async def _taken_back(turn: PersonalTurn, volunteer: Person, what: Checked) -> list[Message]:
    if not await checks.end(turn.transaction, volunteer.id, turn.person.id, turn.now, what):
        return [Say(turn.person, (Personal("check-meanwhile", name=name_of(volunteer)),))]
    ended = Personal("check-ended", name=name_of(volunteer), what=T(f"seen-{what.value}"))
    said: list[Message] = [Say(turn.person, (ended,))]
    if what not in NEEDED:
        return said
    return [*said, *await check_expiry.taken_back(turn, volunteer)]


RECORD_CHECK: Final = Conversation("check", know, record_check, act)
