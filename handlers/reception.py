"""Where every event is heard first: it goes to the conversation or the tap that it is meant for.

What nothing understands gets a kind answer, never silence.
"""

from datetime import datetime

from handlers import conversations as rooms
from handlers import delivery, dialogue, group_reception, taps
from handlers.commands import command_of, obey
from handlers.conversation import Heard, NotWords, Spot, Words
from handlers.events import (
    AnonymousSaid,
    BotAdded,
    BotBlocked,
    BotRemoved,
    BotUnblocked,
    Edited,
    Event,
    GroupUpgraded,
    LocationShared,
    NothingToAnswer,
    PhotoSent,
    Place,
    Said,
    Sender,
    Tapped,
    ToChat,
    UnsupportedSent,
    person_of,
)
from handlers.house import House, PersonalTurn, Turn
from handlers.messages import Message, Say, keep
from handlers.start import menu
from handlers.texts import T
from storage import conversations, people
from storage.database import Transaction


async def receive(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    """Hear one event; everything that follows from it stands in the transaction."""
    turn = Turn(transaction, now, house)
    match event:
        case GroupUpgraded(old=old, new=new):
            await delivery.moved(transaction, old, new)
        case BotAdded() | BotRemoved():
            await keep(turn, await group_reception.membership_changed(turn, event))
        case AnonymousSaid():
            await keep(turn, await group_reception.anonymous_said(turn, event))
        case NothingToAnswer():
            pass
        case BotBlocked(sender=sender):
            person = await _person(turn, sender, is_private=True)
            await delivery.unreachable(transaction, person.person.chat_id, now, house)
        case BotUnblocked(sender=sender):
            await _person(turn, sender, is_private=True)
        case Said() | PhotoSent() | LocationShared() | Edited() | UnsupportedSent() if (
            not _is_for_us(event)
        ):
            # What neighbours say to each other is none of our business, nor is who they are.
            pass
        case Said() | PhotoSent() | Tapped() | LocationShared() | Edited() | UnsupportedSent():
            personal = await _person(turn, event.sender, is_private=event.place.is_private)
            await keep(turn, await _heard(personal, event))


def _is_for_us(event: ToChat) -> bool:
    if event.place.is_private:
        return True
    if not isinstance(event, Said):
        return False
    return event.reply_to is not None or command_of(event.text.reveal()) is not None


async def apologise(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    """Tell whoever caused an event that the fault is ours and what to do now."""
    account = person_of(event)
    person = await people.find(transaction, account) if account is not None else None
    if person is not None:
        turn = Turn(transaction, now, house)
        await keep(turn, [Say(person, (T("our-fault"),))])


async def _person(turn: Turn, sender: Sender, *, is_private: bool) -> PersonalTurn:
    """Return the turn of whoever did something, making them known where they are new."""
    known = await conversations.find_with_person(turn.transaction, sender.account)
    person, asked = known or (None, None)
    if person is None:
        language = turn.house.texts.nearest(sender.language)
        # A bot may not write to somebody first: until they do, what is meant for them waits.
        person = await people.add(
            turn.transaction, sender.account, language, turn.now, reachable=is_private
        )
    elif is_private and not person.reachable:
        await delivery.reachable_again(turn.transaction, person.chat_id, turn.now)
        person = await people.get(turn.transaction, person.id)
    return PersonalTurn(turn.transaction, turn.now, turn.house, person, asked)


async def _heard(turn: PersonalTurn, event: Tapped | ToChat) -> list[Message]:
    if isinstance(event, Tapped):
        return await taps.tapped(turn, event)
    if not event.place.is_private:
        return await group_reception.heard(turn, event)
    if isinstance(event, Edited):
        return [Say(turn.person, (T("edited"),))]
    if isinstance(event, Said):
        command = command_of(event.text.reveal())
        if command is not None:
            return await obey(turn, event.place, command)
        return await _answered(turn, event.place, Words(event.text.reveal(), turn.person.language))
    if isinstance(event, LocationShared):
        return await _answered(turn, event.place, Spot(event.latitude, event.longitude))
    return await _answered(turn, event.place, NotWords())


async def _answered(turn: PersonalTurn, place: Place, heard: Heard) -> list[Message]:
    """Take words as the answer to what was asked last, or else for a button typed out."""
    if turn.asked is not None:
        return await dialogue.hear(turn, rooms.CONVERSATIONS[turn.asked.name], turn.asked, heard)
    if isinstance(heard, Words):
        typed = await taps.typed(turn, heard)
        if typed is not None:
            return typed
        return [Say(turn.person, (T("not-understood"),), menu())]
    return [Say(turn.person, (T("not-words"),), menu())]
