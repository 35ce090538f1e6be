"""Volunteers whom somebody has to look at: what they offer, a check to make, one that ends."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from handlers.actions import About
from handlers.house import PersonalTurn
from handlers.looking_after import people_of
from handlers.messages import Say
from handlers.queue.from_tables import source
from handlers.queue.item import Sort
from handlers.volunteering import check_expiry, offer_word
from storage import checks, people, queue_sorts
from storage.queue import Waiting

#: So long before a check ends, and after it has, it stands in the queue.
AHEAD: Final = max(check_expiry.REMINDED)
BEHIND: Final = timedelta(days=14)

_Shown = tuple[About | None, Say]


async def _offer(turn: PersonalTurn, number: int) -> _Shown:
    volunteer = await people.get(turn.transaction, number)
    word = await offer_word.word_of(turn, volunteer)
    label = offer_word.label(volunteer, turn.person)
    return await people_of(turn, volunteer), word.to(turn.person, label=label)


async def _check(turn: PersonalTurn, number: int) -> _Shown:
    person_id = await checks.person_of(turn.transaction, number)
    volunteer = await people.get(turn.transaction, person_id)
    word = await check_expiry.running_out(turn, volunteer)
    return await people_of(turn, volunteer), word.to(turn.person)


def _offers(*, need_check: bool) -> Callable[[PersonalTurn], Waiting]:
    def waiting_in(turn: PersonalTurn) -> Waiting:
        return queue_sorts.offers(offer_word.kinds_with_check(turn), need_check=need_check)

    return waiting_in


SOURCES: Final = (
    source(Sort.CHECK_WANTED, _offer, _offers(need_check=True)),
    source(Sort.OFFER, _offer, _offers(need_check=False)),
    source(Sort.CHECK, _check, lambda _turn: queue_sorts.checks_running_out(AHEAD, BEHIND)),
)
