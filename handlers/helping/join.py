"""Somebody who is not registered for a card's kind of help registers, and goes straight back."""

from dataclasses import dataclass, field
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.help_request import NAME_LIMIT
from handlers.dialogue import Conversation
from handlers.helping.helping import claim
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.outcomes import ClaimOutcome, NotChecked, NotRegistered, Refused, Went
from handlers.permissions import allowed
from handlers.questions import Write
from handlers.texts import T
from handlers.volunteering.checks import needs_check
from handlers.volunteering.guidance import Guidance
from handlers.volunteering.offer_news import of_offer
from storage import people, tasks, volunteers
from storage.model import Task
from storage.private import PrivateText
from storage.volunteers import Offer


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers; no task where nobody ever made it."""

    task: Task | None
    has_agreed: bool
    name: PrivateText | None = field(repr=False)


async def join(known: Known) -> PrivateText | None:
    """Return the name of somebody who said yes to the guidance, or None where they did not."""
    if known.task is None:
        return None
    also = () if known.has_agreed else (T("join-agree"),)
    if not await Guidance(known.task.kind, also):
        return None
    return known.name or await Write("volunteer-name", limit=NAME_LIMIT, one_line=True)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is the token of a task."""
    return Known(
        task=await tasks.with_token(turn.transaction, subject),
        has_agreed=turn.person.agreed_at is not None,
        name=turn.person.first_name,
    )


async def act(turn: PersonalTurn, known: Known, name: PrivateText | None) -> list[Message]:
    """Register whoever said yes, then claim for them what they had tapped."""
    if known.task is None:
        return [Say(turn.person, (T("request-unknown"),))]
    if name is None:
        return [Say(turn.person, (T("join-declined"),))]
    if not allowed(await actor_of(turn), Action.OFFER):
        return [Say(turn.person, (T("blocked-told"),))]
    await _register(turn, known.task, name)
    turn = turn.as_person(await people.get(turn.transaction, turn.person.id))
    outcome = await claim(turn, known.task)
    told = await _told(turn, known.task, outcome)
    # Whoever lacks a check is spoken of for that already.
    return told if isinstance(outcome, NotChecked) else [*told, *await of_offer(turn)]


async def _register(turn: PersonalTurn, task: Task, name: PrivateText) -> None:
    transaction, person = turn.transaction, turn.person
    await people.note_agreement(transaction, person, turn.now, health=None)
    if person.first_name is None:
        await people.set_name(transaction, person, name)
    if await volunteers.find(transaction, person.id) is not None:
        await volunteers.add_kind(transaction, person.id, task.kind, turn.now)
        return
    # All that the card named: only one of them would tell where the request comes from.
    areas = await posting.numbers_named(turn, task)
    # Whoever only took a card has not said that they may be asked.
    offer = Offer(frozenset({task.kind}), areas, asked_at_most="never")
    await volunteers.save(transaction, person.id, offer, turn.now)


async def _told(turn: PersonalTurn, task: Task, outcome: ClaimOutcome) -> list[Message]:
    match outcome:
        case Went(notice, messages):
            told = [] if notice is None else [Say(turn.person, (notice,))]
            return [*told, *messages]
        case Refused(reason, also):
            return [Say(turn.person, (reason, T("join-kept"))), *also]
        case NotChecked():
            return await needs_check(turn, task)
        case NotRegistered():
            raise AssertionError("whoever was registered in this transaction is registered")


JOIN: Final = Conversation("join", know, join, act)
