"""Where every event is heard first: it goes to the conversation or the tap that it is meant for.

What nothing understands gets a kind answer, never silence.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from handlers import blocked, current, delivery, dialogue, group_reception, taps
from handlers import conversations as rooms
from handlers.asking import first_words
from handlers.commands import command_of, obey
from handlers.events import (
    AnonymousSaid,
    BotAdded,
    BotBlocked,
    BotRemoved,
    BotUnblocked,
    Edited,
    Event,
    FileProblem,
    FileSent,
    GroupUpgraded,
    LocationShared,
    NothingToAnswer,
    PhotoSent,
    Picture,
    PictureProblem,
    Place,
    Said,
    Sender,
    Tapped,
    TextFile,
    ToChat,
    UnsupportedSent,
    person_of,
)
from handlers.house import House, PersonalTurn, Turn
from handlers.limits import by_invitation
from handlers.limits.by_invitation import Standing
from handlers.limits.flood import is_for_us, is_urgent
from handlers.messages import AnswerTap, Message, Say
from handlers.outgoing import keep
from handlers.question import Heard, NotWords, Question, ShownFile, ShownPicture, Spot, Words
from handlers.relaying import relay
from handlers.safety import danger
from handlers.settled import settled
from handlers.start import menu
from handlers.texts import T
from storage import conversations, entry, people, pictures
from storage.conversations import Stored
from storage.database import Transaction
from storage.model import Person
from storage.private import PrivateText

#: How long a picture is kept that nobody has asked to keep longer: as long as what was begun.
PICTURE_KEPT: Final = timedelta(hours=24)


async def receive(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    """Hear one event; everything that follows from it stands in the transaction."""
    turn = Turn(transaction, now, await settled(transaction, house))
    match event:
        case GroupUpgraded(old=old, new=new):
            await delivery.moved(transaction, old, new)
        case BotAdded() | BotRemoved():
            await keep(turn, await group_reception.membership_changed(turn, event))
        case AnonymousSaid():
            await keep(turn, await group_reception.anonymous_said(turn, event))
        case NothingToAnswer():
            pass
        case BotBlocked(sender=sender) | BotUnblocked(sender=sender) if (
            await people.find(transaction, sender.account) is None
        ):
            # Of somebody who never wrote, or was forgotten and ends the chat, nothing is kept.
            pass
        case BotBlocked() | BotUnblocked():
            await _door(turn, event)
        case (
            Said() | PhotoSent() | FileSent() | LocationShared() | Edited() | UnsupportedSent()
        ) if not is_for_us(event):
            pass
        case (
            Said()
            | PhotoSent()
            | FileSent()
            | Tapped()
            | LocationShared()
            | Edited()
            | UnsupportedSent()
        ):
            await _hear(turn, event)


async def _door(turn: Turn, event: BotBlocked | BotUnblocked) -> None:
    """Hear that somebody closed or opened their chat with a bot, which says nothing of others."""
    known = await _person(turn, event.sender, is_private=False)
    if isinstance(event, BotBlocked):
        await keep(known, await delivery.blocked(known))
    else:
        await delivery.opened_again(turn, known.person)


async def _hear(turn: Turn, event: Tapped | ToChat) -> None:
    """Hear what somebody did, unless they have not come in where people are invited.

    In a group only one bot hears words; a press is on a message of the bot that hears of it.
    """
    is_said = not isinstance(event, Tapped) and not event.place.is_private
    if is_said and not await group_reception.is_heard(turn, event.place.chat):
        return
    standing = await by_invitation.standing(turn, event)
    if standing is Standing.OUTSIDE:
        await _hear_outside(turn, event)
        return
    known = await conversations.find_with_person(turn.transaction, event.sender.account)
    if known is None and _is_of_before(event):
        await keep(turn, _of_before(turn, event))
        return
    personal = await _known_or_new(turn, event.sender, known, is_private=event.place.is_private)
    if standing is Standing.COMES_IN:
        await entry.admit(turn.transaction, personal.person, turn.now)
    await keep(personal, await _heard(personal, event))


def _is_of_before(event: Tapped | ToChat) -> bool:
    """Say whether somebody unknown touches what stands in their chat from when they were known.

    That is no new beginning: a second tap on the yes to being forgotten would make them known
    again. Words of danger and worries are heard all the same.
    """
    match event:
        case Tapped(data=data):
            return event.place.is_private and not data.startswith("worry:")
        case Edited():
            return event.place.is_private and not is_urgent(event)
        case _:
            return False


def _of_before(turn: Turn, event: Tapped | ToChat) -> list[Message]:
    if not isinstance(event, Tapped):
        return []
    language = turn.house.texts.nearest(event.sender.language)
    return [AnswerTap(event.tap, language, T("forgotten-tapped"), alert=True)]


async def _hear_outside(turn: Turn, event: Tapped | ToChat) -> None:
    """Hear of somebody who has not come in what keeps people safe, and tell them how to."""
    known = await conversations.find_with_person(turn.transaction, event.sender.account)
    asked = None if known is None or known[1] is None else known[1].name
    if not by_invitation.is_heard(event, asked):
        if known is not None:
            turn = await _person(turn, event.sender, is_private=event.place.is_private)
        await keep(turn, await by_invitation.turned_away(turn, event))
        return
    personal = await _person(turn, event.sender, is_private=True)
    if asked is None and not isinstance(event, Tapped) and is_urgent(event):
        first = await _danger(personal, event)
        await keep(personal, [*first, *await by_invitation.turned_away(personal, event)])
        return
    await keep(personal, await _heard(personal, event))


async def wants_picture(
    transaction: Transaction, event: PhotoSent, now: datetime, house: House
) -> bool:
    """Say whether anybody would do something with a photo, so that it has to be fetched."""
    known = await conversations.find_with_person(transaction, event.sender.account)
    if known is None:
        return False
    turn = PersonalTurn(transaction, now, await settled(transaction, house), *known)
    question = await _question(turn)
    if question is not None and question.takes_pictures:
        return True
    return await relay.wants_picture(turn, event)


async def wants_file(
    transaction: Transaction, event: FileSent, now: datetime, house: House
) -> bool:
    """Say whether a file may answer what was asked last, so that it has to be fetched."""
    known = await conversations.find_with_person(transaction, event.sender.account)
    if known is None:
        return False
    turn = PersonalTurn(transaction, now, await settled(transaction, house), *known)
    question = await _question(turn)
    return question is not None and question.takes_files


async def _question(turn: PersonalTurn) -> Question[Any] | None:
    """Return what somebody was asked last, if anything."""
    asked = turn.asked
    if asked is None:
        return None
    return await dialogue.question_of(turn, rooms.CONVERSATIONS[asked.name], asked)


async def apologise(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    """Tell whoever caused an event that the fault is ours and what to do now."""
    account = person_of(event)
    person = await people.find(transaction, account) if account is not None else None
    if person is not None:
        turn = PersonalTurn(transaction, now, await settled(transaction, house), person)
        place = getattr(event, "place", None)
        if isinstance(place, Place) and place.is_private and not _is_there(turn, person):
            person = await delivery.there_now(turn, person)
        await keep(turn, [Say(person, (T("our-fault"),))])


async def _person(turn: Turn, sender: Sender, *, is_private: bool) -> PersonalTurn:
    """Return the turn of whoever did something, making them known where they are new."""
    known = await conversations.find_with_person(turn.transaction, sender.account)
    return await _known_or_new(turn, sender, known, is_private=is_private)


async def _known_or_new(
    turn: Turn, sender: Sender, known: tuple[Person, Stored | None] | None, *, is_private: bool
) -> PersonalTurn:
    person, asked = known or (None, None)
    if person is None:
        language = turn.house.texts.nearest(sender.language)
        # A bot may not write to somebody first: until they do, what is meant for them waits.
        bot = turn.house.bot
        person = await people.add(
            turn.transaction, sender.account, language, turn.now, reachable=is_private, bot=bot
        )
    elif is_private and not _is_there(turn, person):
        person = await delivery.there_now(turn, person)
    people.note_seen(turn.transaction, person, turn.now)
    return PersonalTurn(turn.transaction, turn.now, turn.house, person, asked)


def _is_there(turn: Turn, person: Person) -> bool:
    """Say whether somebody is reached by the bot to which they wrote just now."""
    return person.reachable and person.bot == turn.house.bot


async def _heard(turn: PersonalTurn, event: Tapped | ToChat) -> list[Message]:
    refused = await blocked.kept_out(turn, event)
    if isinstance(event, Tapped):
        return await taps.tapped(turn, event) if refused is None else refused
    if not event.place.is_private:
        return await group_reception.heard(turn, event) if refused is None else refused
    # Words of danger are heard whoever writes them.
    first = await _danger(turn, event)
    return [*first, *(await _heard_in_private(turn, event) if refused is None else refused)]


async def _danger(turn: PersonalTurn, event: ToChat) -> list[Message]:
    """Return what comes first where something typed tells of danger."""
    match event:
        case (
            Said(text=typed)
            | PhotoSent(caption=PrivateText() as typed)
            | FileSent(caption=PrivateText() as typed)
            | Edited(text=PrivateText() as typed)
        ):
            return await danger.noticed(turn, typed.reveal())
        case _:
            return []


async def _heard_in_private(turn: PersonalTurn, event: ToChat) -> list[Message]:
    if isinstance(event, Edited):
        return await relay.edited(turn, event.message) or [Say(turn.person, (T("edited"),))]
    if isinstance(event, Said):
        command = command_of(event.text.reveal())
        if command is not None:
            return await obey(turn, event.place, command)
    return await _sent(turn, event)


async def _sent(turn: PersonalTurn, event: ToChat) -> list[Message]:
    """Hear what somebody sent that is no command: below a quote, or else for what was asked."""
    quoted = await relay.quoted(turn, event)
    if quoted is not None:
        return await _below_quote(turn, event, quoted)
    steps_in_front = turn.asked is not None and turn.asked.name in rooms.NEVER_WAITING
    if not steps_in_front and await relay.is_writing(turn):
        # The question that waits is asked again once they have finished writing.
        turn = replace(turn, asked=None)
    if isinstance(event, Said):
        return await _answered(turn, event, Words(event.text.reveal(), turn.person.language))
    if isinstance(event, LocationShared):
        return await _answered(turn, event, Spot(event.latitude, event.longitude))
    if isinstance(event, PhotoSent | FileSent) and turn.asked is not None:
        return await _shown(turn, event, turn.asked)
    return await _answered(turn, event, NotWords())


async def _shown(turn: PersonalTurn, event: PhotoSent | FileSent, asked: Stored) -> list[Message]:
    """Take a photo or a file as the answer to what was asked last, where that takes one."""
    question = await _question(turn)
    if question is not None and question.takes_pictures and isinstance(event, PhotoSent):
        return await _picture_shown(turn, event, asked)
    if question is not None and question.takes_files and isinstance(event, FileSent):
        return await _file_shown(turn, event, asked)
    return await _answered(turn, event, NotWords())


async def _picture_shown(turn: PersonalTurn, event: PhotoSent, asked: Stored) -> list[Message]:
    match event.picture:
        case Picture(content=content):
            number = await pictures.keep(
                turn.transaction, turn.person.key, content, turn.now, turn.now + PICTURE_KEPT
            )
            return await _answered(turn, event, ShownPicture(number))
        case PictureProblem() as problem:
            return await _not_taken(turn, asked, T(f"picture-{problem}"))
        case None:
            # It was not wanted yet when it came.
            return await _answered(turn, event, NotWords())


async def _file_shown(turn: PersonalTurn, event: FileSent, asked: Stored) -> list[Message]:
    if isinstance(event.content, TextFile):
        return await _answered(turn, event, ShownFile(event.content.text.reveal()))
    # None where it was not wanted yet when it came.
    problem = event.content or FileProblem.NOT_FETCHED
    return await _not_taken(turn, asked, T(f"file-{problem}"))


async def _not_taken(turn: PersonalTurn, asked: Stored, why: T) -> list[Message]:
    return await current.ask_again(turn, asked, (why,))


async def _below_quote(turn: PersonalTurn, event: ToChat, quoted: relay.Quoted) -> list[Message]:
    """Pass on what was written below a quote, unless it means a button of the quoted message."""
    if isinstance(event, Said) and not quoted.was_relayed:
        typed = await taps.typed(turn, Words(event.text.reveal(), turn.person.language))
        if typed is not None:
            return typed
    passed_on = await relay.answer_quoted(turn, event, quoted)
    return [*passed_on, *await current.asked_again(turn)]


async def _answered(turn: PersonalTurn, event: ToChat, heard: Heard) -> list[Message]:
    """Take words as the answer to what was asked last, or else for a button typed out."""
    if turn.asked is not None:
        return await current.hear(turn, turn.asked, heard)
    if isinstance(heard, Words):
        typed = await taps.typed(turn, heard)
        if typed is not None:
            return typed
    passed_on = await relay.heard(turn, event)
    if passed_on is not None:
        return passed_on
    if isinstance(heard, Words):
        begun = await first_words.heard(turn, heard)
        if begun is not None:
            return begun
    not_heard = "not-understood" if isinstance(heard, Words) else "not-words"
    return [Say(turn.person, (T(not_heard),), menu())]
