"""What volunteers offer is looked at: seen, checked, or kindly declined; each is settled once."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final

from handlers.actions import Action, Everywhere
from handlers.actors import actor_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.looking_after import (
    Word,
    neutral_for,
    people_of,
    sight_of,
    to_coordinators,
)
from handlers.messages import Message, Press, Say, moment_carried, number_carried
from handlers.permissions import allowed
from handlers.tapping import Taps
from handlers.texts import Personal, T
from handlers.volunteering.leaving import forgotten
from handlers.volunteering.offer_word import (
    close,
    kinds_with_check,
    label,
    stamp_of,
    word_of,
)
from storage import people, volunteers
from storage.model import Person, Volunteer
from storage.outbox import Purpose

#: What is done with an offer that may be settled by whoever tapped.
_Settle = Callable[[PersonalTurn, Person, Volunteer], Awaitable[list[Message]]]


async def _with_offer(turn: PersonalTurn, carried: str, act: _Settle) -> list[Message] | None:
    """Do something with an offer, unless it was settled, withdrawn or widened since."""
    number, _, stamp = carried.partition(":")
    person_id = number_carried(number)
    offer = None if person_id is None else await volunteers.find(turn.transaction, person_id)
    if person_id is None:
        return None
    if offer is None:
        return [Say(turn.person, (T("check-nobody"),))]
    volunteer = await people.get(turn.transaction, person_id)
    about = await people_of(turn, volunteer)
    if not allowed(await actor_of(turn), Action.REVIEW_OFFER, about):
        return [Say(turn.person, (T("not-allowed"),))]
    if person_id == turn.person.id and await neutral_for(turn, about, {person_id}):
        return [Say(turn.person, (T("check-not-your-own"),))]
    if offer.reviewed_at is not None:
        return [_already(turn, volunteer)]
    if stamp and stamp_of(offer) != carried:
        word = await word_of(turn, volunteer)
        changed = Word((T("offer-changed-since"), *word.lines), word.buttons)
        return [changed.to(turn.person, label=label(volunteer, turn.person))]
    return await act(turn, volunteer, offer)


def _already(turn: PersonalTurn, volunteer: Person) -> Message:
    return Say(turn.person, (Personal("offer-settled-already", name=name_of(volunteer)),))


async def _seen(turn: PersonalTurn, carried: str) -> list[Message] | None:
    return await _with_offer(turn, carried, _note_seen)


async def _note_seen(turn: PersonalTurn, volunteer: Person, offer: Volunteer) -> list[Message]:
    if not await volunteers.note_reviewed(
        turn.transaction, volunteer.id, turn.person.id, turn.now, offered_at=offer.offered_at
    ):
        return [_already(turn, volunteer)]
    await close(turn, volunteer)
    return [Say(turn.person, (Personal("offer-seen-noted", name=name_of(volunteer)),))]


async def _unsuitable(turn: PersonalTurn, carried: str) -> list[Message] | None:
    return await _with_offer(turn, carried, _ask_whether)


async def _ask_whether(turn: PersonalTurn, volunteer: Person, offer: Volunteer) -> list[Message]:
    """Say what declining means before it is done."""
    buttons = (
        (Press(T("button-offer-decline"), f"offer-decline:{stamp_of(offer)}"),),
        (Press(T("button-offer-block"), f"block:{volunteer.id}"),),
        (Press(T("button-offer-seen"), f"offer-seen:{stamp_of(offer)}"),),
    )
    return [Say(turn.person, (Personal("offer-decline-sure", name=name_of(volunteer)),), buttons)]


async def _decline(turn: PersonalTurn, carried: str) -> list[Message] | None:
    return await _with_offer(turn, carried, _forget)


async def _forget(turn: PersonalTurn, volunteer: Person, offer: Volunteer) -> list[Message]:
    """Forget what somebody offered, with a kind word to them.

    Those hear of it who look after other places where they offered help as well.
    """
    await close(turn, volunteer)
    actor = await actor_of(turn)
    elsewhere = frozenset() if actor.is_owner else offer.neighbourhoods - actor.area.numbers
    told: list[Message] = []
    if elsewhere:
        line = Personal("offer-no-to-others", name=name_of(volunteer))
        told = await to_coordinators(turn, Everywhere(elsewhere), (line,))
    return [
        *told,
        Say(turn.person, (Personal("offer-no-noted", name=name_of(volunteer)),)),
        *await forgotten(turn, volunteer, is_wish=False),
        Say(volunteer, (T("offer-no-thanks"),), purpose=Purpose.NEWS),
    ]


async def _all_seen(turn: PersonalTurn, carried: str) -> list[Message] | None:
    """Note all offers as seen that take no check and were there when the button was shown."""
    seconds = moment_carried(carried)
    actor = await actor_of(turn)
    # No button was ever shown later than now: such a one is forged.
    if seconds is None or seconds > turn.now.timestamp():
        return None
    if not allowed(actor, Action.READ_QUEUE):
        return [Say(turn.person, (T("not-allowed"),))]
    number = await volunteers.note_all_reviewed(
        turn.transaction,
        sight_of(actor),
        kinds_with_check(turn),
        turn.person.id,
        turn.now,
        until=datetime.fromtimestamp(seconds, UTC),
    )
    return [Say(turn.person, (T("offers-seen-noted", number=number),))]


TAPS: Final[Taps] = {
    "offer-seen": _seen,
    "offer-no": _unsuitable,
    "offer-decline": _decline,
    "offers-seen": _all_seen,
}
