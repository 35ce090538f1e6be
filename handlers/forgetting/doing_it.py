"""Somebody is forgotten: at once, or as far as that can be until what holds it is over."""

from datetime import datetime, timedelta
from typing import Final

from handlers.afterwards.reciprocity import ASK_TO_OFFER
from handlers.asking.reviewing_consent import REVIEW, UNANSWERED
from handlers.cards import DEFAULT_ZONE
from handlers.days import full_day
from handlers.deadlines import FORGET, UNCONFIRMED
from handlers.dialogue import DRAFT
from handlers.forgetting.winding_up import taken_back, taken_from, wind_up
from handlers.house import Turn
from handlers.messages import Buttons, Message, Press, Say
from handlers.outgoing import keep
from handlers.scheme.appointing import APPOINTMENT
from handlers.texts import T
from handlers.timed_work import TimedWork
from handlers.volunteering.check_expiry import EXPIRY
from handlers.volunteering.offer_news import GATHERED, MORE
from storage import conversations, due_work, forgetting, helped_people, holds, people, tasks
from storage.forgetting import LATER
from storage.model import Person
from storage.outbox import Purpose

#: Timed work: the keys of those who were forgotten are destroyed; it has no subject.
FORGOTTEN: Final = "forgotten"
#: Timed work: another key for what stays for moments, and the end of the former; without subject.
NEW_TRANSIT: Final = "new-transit"
FORMER_TRANSIT: Final = "former-transit"
#: Timed work: a chat of which nothing is known once the last word to it has left.
FAREWELL: Final = "farewell"

#: For how long the last word to somebody is tried, and how often it is looked whether it has left.
FAREWELL_TRIED: Final = timedelta(hours=1)
LOOKED_AFTER: Final = timedelta(minutes=1)

#: What may be planned by the number of somebody, of a request of theirs, of somebody they ask for.
_OF_PERSON: Final = (DRAFT, MORE, GATHERED, EXPIRY, APPOINTMENT, LATER)
_OF_REQUEST: Final = (*UNCONFIRMED, ASK_TO_OFFER, FORGET)
_OF_HELPED: Final = (REVIEW, UNANSWERED)


async def begin(turn: Turn, person: Person, asked_by: Person | None = None) -> Message | None:
    """Forget somebody, now or as soon as nothing has to be kept, and return the last word to them.

    None where nothing can be sent to them. `asked_by` is who had it done for somebody who is rung.
    """
    # Of what is said to others nothing may be sealed with the key of whoever goes.
    turn = Turn(turn.transaction, turn.now, turn.house)
    until = await holds.held_until(turn.transaction, person.id, turn.now)
    if until is None:
        return await _forget(turn, person, asked_by)
    await keep(turn, await wind_up(turn, person))
    await keep(turn, await taken_from(turn, person.chat_id, person))
    await conversations.forget(turn.transaction, person)
    await due_work.plan(turn.transaction, LATER, person.id, until)
    if person.rung:
        return None
    return Say(person, (T("forget-begun"), T("forget-held-until", day=_day(until))), _stay())


def _day(moment: datetime) -> T:
    return full_day(moment.astimezone(DEFAULT_ZONE).date())


def _stay() -> Buttons:
    return ((Press(T("button-forget-stay"), "forget-stay:"),),)


async def _forget(turn: Turn, person: Person, asked_by: Person | None = None) -> Message | None:
    await keep(turn, await wind_up(turn, person))
    await keep(turn, await taken_back(turn, person))
    await plan_nothing_more(turn, person)
    by = None if asked_by is None else asked_by.id
    farewell = await forgetting.forget(turn.transaction, person, turn.now, by)
    await due_work.plan(turn.transaction, FORGOTTEN, 0, turn.now)
    if farewell is None:
        return None
    private_to_others = await taken_from(turn, farewell.chat_id, farewell)
    await keep(turn, private_to_others)
    due_at = turn.now + LOOKED_AFTER
    await due_work.plan(turn.transaction, FAREWELL, farewell.chat_id, due_at)
    also = [T("forgotten-taken-from-you")] if private_to_others else []
    return Say(farewell, (T("forgotten"), *also, T("forget-cannot")))


async def plan_nothing_more(turn: Turn, person: Person) -> None:
    """Take back whatever is planned about somebody, their requests, and whom they ask for."""
    await due_work.drop(turn.transaction, person.id, *_OF_PERSON)
    for task in await tasks.asked_for_by(turn.transaction, person.id):
        await due_work.drop(turn.transaction, task.id, *_OF_REQUEST)
    for helped in await helped_people.asked_for_by(turn.transaction, person.id):
        await due_work.drop(turn.transaction, helped.id, *_OF_HELPED)


async def stays(turn: Turn, person: Person) -> bool:
    """Forget somebody no more who was to be forgotten later; False where they were not."""
    if not await due_work.is_planned(turn.transaction, LATER, person.id):
        return False
    await due_work.drop(turn.transaction, person.id, LATER)
    return True


# --- By the clock --------------------------------------------------------------------------------


async def _later(turn: Turn, person_id: int) -> list[Message]:
    """Forget somebody now that nothing has to be kept; where it still has, say until when."""
    person = await people.with_number(turn.transaction, person_id)
    if person is None:
        return []
    until = await holds.held_until(turn.transaction, person_id, turn.now)
    if until is None:
        last = await _forget(turn, person)
        return [] if last is None else [last]
    await due_work.plan(turn.transaction, LATER, person_id, until)
    if person.rung:
        return []
    longer = T("forget-held-longer", day=_day(until))
    return [Say(person, (longer,), _stay(), purpose=Purpose.NEWS)]


async def _destroy(turn: Turn, _nothing: int) -> list[Message]:
    await forgetting.destroy_keys(turn.transaction, turn.now)
    await due_work.plan(turn.transaction, NEW_TRANSIT, 0, turn.now)
    return []


async def _begin_new_transit(turn: Turn, _nothing: int) -> list[Message]:
    if await due_work.is_planned(turn.transaction, FORMER_TRANSIT, 0):
        # The former one of before goes first; what is sealed with the present one goes after it.
        await due_work.plan(turn.transaction, NEW_TRANSIT, 0, turn.now + LOOKED_AFTER)
        return []
    forgetting.begin_new_transit(turn.transaction)
    await due_work.plan(turn.transaction, FORMER_TRANSIT, 0, turn.now)
    return []


async def _end_former_transit(turn: Turn, _nothing: int) -> list[Message]:
    if not await forgetting.end_former_transit(turn.transaction, turn.now):
        await due_work.plan(turn.transaction, FORMER_TRANSIT, 0, turn.now)
    return []


async def _farewell(turn: Turn, chat_id: int) -> list[Message]:
    """Forget a chat once the last word to it has left, and after a while in any case."""
    since = await forgetting.unsaid_since(turn.transaction, chat_id)
    if since is not None and turn.now < since + FAREWELL_TRIED:
        await due_work.plan(turn.transaction, FAREWELL, chat_id, turn.now + LOOKED_AFTER)
        return []
    await forgetting.end_farewell(turn.transaction, chat_id, turn.now)
    return []


TIMED: Final[TimedWork] = {
    FORGOTTEN: _destroy,
    NEW_TRANSIT: _begin_new_transit,
    FORMER_TRANSIT: _end_former_transit,
    FAREWELL: _farewell,
    LATER: _later,
}
