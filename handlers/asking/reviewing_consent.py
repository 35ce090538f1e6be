"""Whether somebody who is asked for still agrees: asked again from the review date on."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from handlers import dialogue
from handlers.actions import People
from handlers.asking.asking_for_others import consent, how_they_agreed, still_agrees
from handlers.asking.closing import close
from handlers.cards import DEFAULT_ZONE
from handlers.dialogue import Conversation
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import Word, to_coordinators
from handlers.messages import Message, Press, Say, number_carried
from handlers.questions import YesNo
from handlers.texts import Day, Line, Listed, Personal, PublicName, T
from handlers.timed_work import TimedWork
from handlers.weekly.weekly_ending import ended_for
from storage import due_work, helped_people, neighbourhoods, people, tasks
from storage.helped_people import Consent, HelpedPerson
from storage.model import ConsentHow, Task
from storage.outbox import Purpose

#: Timed work: the day has come on which somebody is to be asked again whether they agree.
REVIEW: Final = "consent-review"
#: Timed work: whoever asks for them has not said whether they still agree.
UNANSWERED: Final = "consent-unanswered"
#: When on the day of the review it is asked, by the clock on the wall.
ASKED_AT: Final = time(10)
ANSWERED_WITHIN: Final = timedelta(days=14)
#: How long a coordinator is left to find out before they are reminded.
REMINDED_AFTER: Final = timedelta(days=30)


class Answer(StrEnum):
    """What came of a review besides that they still agree."""

    #: Whom it was about is asked for no longer, or by somebody else.
    GONE = "gone"
    END = "end"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: whom it is about, and what is open for them."""

    now: datetime
    person: HelpedPerson | None
    open: tuple[Task, ...] = ()


async def review_consent(known: Known) -> ConsentHow | Answer:
    """Ask whether somebody still agrees and how they said so, or whether it shall end."""
    if known.person is None:
        return Answer.GONE
    name = known.person.first_name
    if await still_agrees(known.person):
        return await how_they_agreed(name)
    is_over = await YesNo(
        "consent-end", says=_end_words(known.person, known.open), yes=T("button-end-yes")
    )
    return Answer.END if is_over else Answer.LEAVE


def _end_words(person: HelpedPerson, open_tasks: tuple[Task, ...]) -> list[Line]:
    lines: list[Line] = [Personal("ask-consent-end", person=person.first_name)]
    if open_tasks:
        references = Listed(tuple(PublicName(task.reference) for task in open_tasks))
        lines.append(T("consent-end-closes", references=references))
    return lines


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is the number of a person helped."""
    person = await still_asked_for(turn, subject)
    if person is None or person.requester_id != turn.person.id:
        return Known(turn.now, None)
    zone = await _zone_of(turn, person)
    return Known(turn.now.astimezone(zone), person, tuple(await open_for(turn, person)))


async def still_asked_for(turn: Turn, number: str) -> HelpedPerson | None:
    """Return the person of that number if they are still asked for."""
    helped_id = number_carried(number)
    person = await helped_people.find(turn.transaction, helped_id) if helped_id else None
    return None if person is None or person.ended_at is not None else person


async def open_for(turn: Turn, person: HelpedPerson) -> list[Task]:
    """Return the requests for somebody that are not finished."""
    asked = await tasks.unfinished_of(turn.transaction, person.requester_id)
    return [task for task in asked if task.helped_id == person.id]


async def act(turn: PersonalTurn, known: Known, answer: ConsentHow | Answer) -> list[Message]:
    """Note the answer; where somebody does not agree any more, close what is open for them."""
    if known.person is None:
        return [Say(turn.person, (T("consent-gone"),))]
    name = known.person.first_name
    if answer is Answer.LEAVE:
        return [Say(turn.person, (Personal("consent-left", person=name),))]
    if isinstance(answer, ConsentHow):
        given = consent(answer, known.now)
        await renew(turn, known.person.id, given)
        return [
            Say(turn.person, (Personal("consent-kept", person=name, day=Day(given.review_on)),))
        ]
    ended = await end(turn, known.person) or []
    return [Say(turn.person, (Personal("consent-ended", person=name),)), *ended]


async def no_longer(turn: PersonalTurn, person: HelpedPerson) -> list[Message]:
    """Ask whether it shall end for somebody who does not agree any more."""
    return await dialogue.begin(turn, CONSENT, str(person.id), answers={"they-agree": "no"})


async def plan(turn: Turn, helped_id: int, given: Consent) -> None:
    """Have it asked on the review date whether somebody still agrees."""
    at = datetime.combine(given.review_on, ASKED_AT, given.at.tzinfo)
    await due_work.drop(turn.transaction, helped_id, UNANSWERED)
    await due_work.plan(turn.transaction, REVIEW, helped_id, at)


async def renew(turn: Turn, helped_id: int, given: Consent) -> None:
    """Note that somebody still agrees, and when they are asked next."""
    if await helped_people.renew(turn.transaction, helped_id, given):
        await plan(turn, helped_id, given)


async def end(turn: Turn, person: HelpedPerson) -> list[Message] | None:
    """Let nobody ask for a person any more, and close what is open for them.

    Returns what helpers and groups hear of it; None where that was so before.
    """
    if not await helped_people.end(turn.transaction, person.id, turn.now):
        return None
    await due_work.drop(turn.transaction, person.id, REVIEW, UNANSWERED)
    messages = await ended_for(turn, person.id, person.requester_id)
    for task in await open_for(turn, person):
        messages += await close(turn, task) or []
    return messages


async def ended_by_coordinator(turn: PersonalTurn, number: str) -> list[Message]:
    """End what nobody answered for, tell whoever asked, and return what is said."""
    person = await still_asked_for(turn, number)
    if person is None:
        return [Say(turn.person, (T("consent-gone"),))]
    requester = await people.get(turn.transaction, person.requester_id)
    name, helped = name_of(requester), person.first_name
    if turn.now.astimezone(await _zone_of(turn, person)).date() < person.review_on:
        return [Say(turn.person, (Personal("consent-renewed", name=name, person=helped),))]
    closed = await end(turn, person) or []
    noted = Personal("consent-ended-noted", name=name, person=helped)
    told = Personal("consent-ended-for-you", person=helped)
    return [
        Say(turn.person, (noted,)),
        Say(requester, (told,), purpose=Purpose.NEWS),
        *closed,
    ]


async def _zone_of(turn: Turn, person: HelpedPerson) -> ZoneInfo:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    home = next((each for each in everywhere if each.id == person.neighbourhood_id), None)
    return ZoneInfo(home.time_zone) if home else DEFAULT_ZONE


async def _review(turn: Turn, helped_id: int) -> list[Message]:
    """The review date has come: ask whoever asks for them, once."""
    person = await helped_people.find(turn.transaction, helped_id)
    if person is None or person.ended_at is not None:
        return []
    await due_work.plan(turn.transaction, UNANSWERED, helped_id, turn.now + ANSWERED_WITHIN)
    requester = await people.get(turn.transaction, person.requester_id)
    asked = Personal("consent-review", person=person.first_name, day=Day(person.consent_at.date()))
    buttons = (
        (Press(T("button-they-still-agree"), f"still-yes:{helped_id}"),),
        (Press(T("button-they-do-not"), f"still-no:{helped_id}"),),
    )
    return [Say(requester, (asked,), buttons, purpose=Purpose.NEWS)]


async def _unanswered(turn: Turn, helped_id: int) -> list[Message]:
    """Nobody has said whether somebody still agrees: those who look after the scheme hear of it."""
    person = await helped_people.find(turn.transaction, helped_id)
    if person is None or person.ended_at is not None:
        return []
    await due_work.plan(turn.transaction, UNANSWERED, helped_id, turn.now + REMINDED_AFTER)
    word = await unanswered_word(turn, person)
    about = People.at(person.neighbourhood_id)
    return await to_coordinators(turn, about, word.lines, word.buttons)


async def unanswered_word(turn: Turn, person: HelpedPerson) -> Word:
    """Return what is asked of a coordinator who can find out whether somebody still agrees."""
    requester = await people.get(turn.transaction, person.requester_id)
    line = Personal("consent-unanswered", name=name_of(requester), person=person.first_name)
    finish = Press(T("button-end-asking"), f"consent-end:{person.id}")
    return Word((line,), ((finish,),))


CONSENT: Final = Conversation("consent", know, review_consent, act)
TIMED: Final[TimedWork] = {REVIEW: _review, UNANSWERED: _unanswered}
