"""Too much at once of one person: what is heard all the same, and what they are told."""

from datetime import datetime

from handlers.commands import command_of
from handlers.events import (
    Edited,
    Event,
    FileSent,
    LocationShared,
    NothingToAnswer,
    PhotoSent,
    Said,
    ToChat,
    UnsupportedSent,
    person_of,
)
from handlers.house import House, PersonalTurn
from handlers.messages import Say
from handlers.outgoing import keep
from handlers.settled import settled
from handlers.texts import T
from handlers.understanding.danger import danger_in
from storage import people
from storage.database import Transaction
from storage.private import PrivateText


def concerns_us(event: Event) -> bool:
    """Say whether anything is done about an event; nothing is even kept of any other."""
    match event:
        case NothingToAnswer():
            return False
        case Said() | PhotoSent() | FileSent() | LocationShared() | Edited() | UnsupportedSent():
            return is_for_us(event)
        case _:
            return True


def is_for_us(event: ToChat) -> bool:
    """Say whether words are meant for the service.

    What neighbours say to each other is none of our business, nor is who they are.
    """
    if event.place.is_private:
        return True
    if not isinstance(event, Said):
        return False
    return event.reply_to is not None or command_of(event.text.reveal()) is not None


def is_urgent(event: Event) -> bool:
    """Say whether somebody writes words of danger, which are looked at however much they write."""
    match event:
        case (
            Said(text=typed)
            | PhotoSent(caption=PrivateText() as typed)
            | FileSent(caption=PrivateText() as typed)
            | Edited(text=PrivateText() as typed)
        ):
            return event.place.is_private and danger_in(typed.reveal()) is not None
        case _:
            return False


async def too_much(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    """Tell somebody that some of what they sent was left out."""
    account = person_of(event)
    person = None if account is None else await people.find(transaction, account)
    if person is not None:
        turn = PersonalTurn(transaction, now, await settled(transaction, house), person)
        await keep(turn, [Say(person, (T("too-much-at-once"),))])
