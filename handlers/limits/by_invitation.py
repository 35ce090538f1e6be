"""A scheme into which people are invited: who has come in, and what everybody else is told.

Nothing is kept of whoever has not, but the chat that they are answered in, for a day. Words of
danger and worries are heard whoever writes them.
"""

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from typing import Final

from handlers.call_outs.strangers import JOINING, why_not
from handlers.commands import command_of
from handlers.events import Place, Said, Sender, Tapped, ToChat
from handlers.helping.links import ASK_AT, ENTRY, INVITATION, OFFER_AT, lets_in, read_poster_word
from handlers.house import PersonalTurn, Turn
from handlers.limits import links_tried
from handlers.limits.coming_in import has_come_in, is_good
from handlers.limits.flood import is_urgent
from handlers.messages import (
    AnswerTap,
    Message,
    Say,
    SayInGroup,
    SayToStranger,
)
from handlers.safety.emergency_lines import written
from handlers.safety.whereabouts import zone_of_scheme
from handlers.start import HELLO
from handlers.texts import PublicName, T
from handlers.timed_work import TimedWork
from handlers.understanding.emergency import numbers_in
from storage import (
    bots,
    call_outs,
    chats,
    due_work,
    entry,
    invitations,
    neighbourhoods,
    people,
)

#: Timed work: forgetting the chat of somebody who never came in. Its subject is the chat.
STRANGER: Final = "stranger"
#: So long after they wrote.
FORGOTTEN_AFTER: Final = timedelta(days=1)
#: What somebody may write who has not come in, beside words of danger.
_COMMANDS: Final = frozenset({"worry", "report", "cancel", "mydata", "forget", "privacy"})
_CONVERSATIONS: Final = frozenset({"worry"})


class Standing(StrEnum):
    """How somebody stands to the scheme at the moment in which they do something."""

    INSIDE = "inside"
    #: What they do just now lets them in.
    COMES_IN = "comes-in"
    #: It lets them in once the link that they follow has counted them.
    FOLLOWS_LINK = "follows-link"
    OUTSIDE = "outside"


async def standing(turn: Turn, event: Tapped | ToChat) -> Standing:
    """Return how whoever did something stands to the scheme."""
    if not turn.house.by_invitation or event.sender.account in turn.house.owners:
        return Standing.INSIDE
    person = await people.find(turn.transaction, event.sender.account)
    if person is not None and await has_come_in(turn, person):
        return Standing.INSIDE
    if not event.place.is_private:
        is_ours = await _is_ours(turn, event.place)
        return Standing.COMES_IN if is_ours else Standing.OUTSIDE
    word = _word(event)
    if word is None or await _tried_too_many(turn, event.sender, word):
        return Standing.OUTSIDE
    return await _by_link(turn, word)


async def _tried_too_many(turn: Turn, sender: Sender, word: str) -> bool:
    chat_id = await chats.find(turn.transaction, sender.account)
    return chat_id is not None and await links_tried.are_too_many(turn, chat_id, word)


async def _is_ours(turn: Turn, place: Place) -> bool:
    chat_id = await chats.find(turn.transaction, place.chat)
    if chat_id is None:
        return False
    return bool(await neighbourhoods.groups_in_chat(turn.transaction, chat_id))


def _word(event: Tapped | ToChat) -> str | None:
    """Return the word of a link that somebody follows, or None where they do something else."""
    if not isinstance(event, Said):
        return None
    command = command_of(event.text.reveal())
    return command.rest if command is not None and command.name == "start" else None


async def _by_link(turn: Turn, word: str) -> Standing:
    transaction, now = turn.transaction, turn.now
    is_open = False
    if word.startswith(ENTRY):
        link = await entry.find_link(transaction, word.removeprefix(ENTRY))
        if link is not None and await is_good(turn, link):
            return Standing.FOLLOWS_LINK
    elif word.startswith(INVITATION):
        found = await invitations.find(transaction, word.removeprefix(INVITATION))
        is_open = found is not None and found.used_by is None and found.expires_at > now
    elif word.startswith(JOINING):
        call_out = await call_outs.with_token(transaction, word.removeprefix(JOINING))
        if call_out is not None and call_out.takes_strangers:
            is_open = await why_not(turn, call_out) is None
    elif word.startswith((ASK_AT, OFFER_AT)):
        poster = read_poster_word(word)
        everywhere = await neighbourhoods.all_of_them(transaction)
        is_there = any(each.id == poster.neighbourhood_id for each in everywhere)
        is_open = is_there and lets_in(turn, poster)
    return Standing.COMES_IN if is_open else Standing.OUTSIDE


def is_heard(event: Tapped | ToChat, asked: str | None) -> bool:
    """Say whether somebody outside is heard all the same, and so has to be known.

    `asked` is what they are being asked, if anything: what they began is not cut off.
    """
    if not event.place.is_private:
        return False
    if isinstance(event, Tapped):
        name = event.data.partition(":")[0]
        return name == "worry" or (asked is not None and name == "q")
    if is_urgent(event):
        return True
    command = command_of(event.text.reveal()) if isinstance(event, Said) else None
    if command is not None:
        return command.name in _COMMANDS
    return asked is not None


async def turned_away(turn: Turn, event: Tapped | ToChat) -> list[Message]:
    """Return what somebody is told who has not come in.

    Where they are known all the same, the turn is theirs; else nothing is known but their chat.
    """
    person = turn.person if isinstance(turn, PersonalTurn) else None
    language = person.language if person else turn.house.texts.nearest(event.sender.language)
    if isinstance(event, Tapped):
        return [AnswerTap(event.tap, language, T("outside-notice"), alert=True)]
    if not event.place.is_private:
        chat_id = await chats.remember(
            turn.transaction, event.place.chat, is_private=False, bot=turn.house.bot
        )
        notice = (T("outside-notice"),)
        return [SayInGroup(chat_id, event.place.thread, language, notice)]
    chat_id = person.chat_id if person else await _chat_of(turn, event.sender)
    word = _word(event)
    lines = await told(turn)
    if word and await links_tried.are_too_many(turn, chat_id, word):
        lines = (T("links-too-many"), *lines)
    elif word and word != HELLO:
        await links_tried.note(turn, chat_id, word)
        lines = (T("entry-over"), *lines)
    return [Say(person, lines) if person else SayToStranger(chat_id, language, lines)]


async def told(turn: Turn) -> Sequence[T]:
    """Return that one has to be invited, how to come in, and what to ring in danger."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    zone = zone_of_scheme(turn.house, everywhere)
    numbers = written(numbers_in(zone, turn.house.emergency))
    scheme, contact = turn.house.scheme, turn.house.contact_line
    hello = T("outside") if scheme is None else T("outside-scheme", scheme=PublicName(scheme))
    how = [T("outside-how")]
    if contact is not None:
        how.append(T("outside-contact", contact=PublicName(contact)))
    return (hello, *how, T("outside-safety", numbers=numbers))


async def _chat_of(turn: Turn, sender: Sender) -> int:
    chat_id = await chats.remember(
        turn.transaction, sender.account, is_private=True, bot=turn.house.bot
    )
    await bots.reach_by(turn.transaction, chat_id, turn.house.bot, turn.now)
    await due_work.plan_unless_planned(
        turn.transaction, STRANGER, chat_id, turn.now + FORGOTTEN_AFTER
    )
    return chat_id


async def _forget(turn: Turn, chat_id: int) -> list[Message]:
    if not await entry.forget_stranger(turn.transaction, chat_id):
        await due_work.plan(turn.transaction, STRANGER, chat_id, turn.now + FORGOTTEN_AFTER)
    return []


TIMED: Final[TimedWork] = {STRANGER: _forget}
