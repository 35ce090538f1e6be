"""Whoever tries link after link that leads nowhere is asked to wait: they may be guessing."""

import logging
from typing import Final

from handlers.call_outs.strangers import JOINING
from handlers.helping.links import (
    ASK_AT,
    ENTRY,
    INVITATION,
    OFFER_AT,
    PREFIX,
    lets_in,
    read_poster_word,
    task_behind,
)
from handlers.house import PersonalTurn, Turn
from handlers.start import HELLO
from storage import call_outs, entry, invitations

_LOG = logging.getLogger(__name__)

#: So many links that lead nowhere may be tried within an hour; no other is looked at then.
MOST_TRIED: Final = 10


async def are_too_many(turn: Turn, chat_id: int, word: str) -> bool:
    """Say whether a word is not even looked at, because so many before it led nowhere."""
    if _is_plain(turn, word):
        return False
    return await entry.wrong_links_tried(turn.transaction, chat_id, turn.now) >= MOST_TRIED


async def note(turn: Turn, chat_id: int, word: str) -> None:
    """Count a word that leads nowhere."""
    if _is_plain(turn, word):
        return
    tried = await entry.note_wrong_link(turn.transaction, chat_id, turn.now)
    if tried == MOST_TRIED:
        about = {"row": chat_id, "count": tried}
        _LOG.warning("links that lead nowhere are tried in a chat", extra=about)


def _is_plain(turn: Turn, word: str) -> bool:
    """Say whether a word is no secret, and so not worth guessing."""
    if not word.startswith((ASK_AT, OFFER_AT)):
        return word == HELLO
    poster = read_poster_word(word)
    # Where people are invited, the end of it lets in.
    is_made_up = bool(poster.code) and not lets_in(turn, poster)
    return not (turn.house.by_invitation and is_made_up)


async def is_known(turn: PersonalTurn, word: str) -> bool:
    """Say whether a word leads whoever acts somewhere, though perhaps not any more."""
    transaction = turn.transaction
    if word.startswith(PREFIX):
        return await task_behind(turn, word) is not None
    if word.startswith(INVITATION):
        token = word.removeprefix(INVITATION)
        return await invitations.find(transaction, token) is not None
    if word.startswith(ENTRY):
        return await entry.find_link(transaction, word.removeprefix(ENTRY)) is not None
    if word.startswith(JOINING):
        return await call_outs.with_token(transaction, word.removeprefix(JOINING)) is not None
    return _is_plain(turn, word)
