"""What crosses from one side of a task to the other: plain words and clean photos, nothing else.

Whatever could carry an identity is refused, with the reason and with what to do instead.
"""

from collections.abc import Sequence
from typing import Final

from handlers.events import (
    FileSent,
    LocationShared,
    PhotoSent,
    Picture,
    PictureProblem,
    Said,
    ToChat,
    UnsupportedSent,
)
from handlers.helping import unreached
from handlers.helping.task_buttons import worry_button
from handlers.house import PersonalTurn
from handlers.looking_after import coordinators_for
from handlers.messages import Buttons, Message, Press, Say
from handlers.relaying.relay_sides import Side
from handlers.texts import Line, Personal, T, can_be_seen, without_turns
from handlers.understanding.sensitive_words import mentions_keys_or_money
from storage import outbox_changes, pictures, relay, rings, tasks
from storage.private import PrivateText
from storage.relay import Quote, Sent
from storage.retention.periods import HELD_BACK, RELAY

#: In units of UTF-16, as the app counts; leaves room for a name and a word that it comes again.
LONGEST_TEXT: Final = 3_900
LONGEST_CAPTION: Final = 850
_BYTES_OF_UNIT: Final = 2


async def read(turn: PersonalTurn, event: ToChat) -> Sent | T:
    """Return what may cross of something that was sent, or why it may not."""
    match event:
        case Said(is_forward=True) | PhotoSent(is_forward=True):
            return T("relay-no-forward")
        case Said(text=text):
            words = _plain(text)
            return _problem(words, LONGEST_TEXT) or Sent(event.message, words, bot=turn.house.bot)
        case PhotoSent(is_album=True):
            return T("relay-no-album")
        case PhotoSent():
            return await _photo(turn, event)
        case FileSent():
            return T("relay-no-file")
        case LocationShared():
            return T("relay-no-location")
        case UnsupportedSent(kind=kind):
            return T(f"relay-no-{kind.value}")
        case _:
            return T("relay-no-other")


async def _photo(turn: PersonalTurn, event: PhotoSent) -> Sent | T:
    caption = _plain(event.caption) if event.caption else None
    if caption is not None and not can_be_seen(caption.reveal()):
        caption = None
    problem = _problem(caption, LONGEST_CAPTION) if caption else None
    if problem is not None:
        return problem
    if not isinstance(event.picture, Picture):
        # None where nobody had asked for it when it came: a claim was just on its way.
        return T(f"picture-{(event.picture or PictureProblem.NOT_FETCHED).value}")
    number = await pictures.keep(
        turn.transaction,
        turn.person.key,
        event.picture.content,
        turn.now,
        turn.now + HELD_BACK.default,
    )
    return Sent(event.message, caption, number, turn.house.bot)


def _plain(text: PrivateText) -> PrivateText:
    return text.with_words(without_turns(text.reveal().replace("\x00", "")).strip())


def _problem(words: PrivateText, limit: int) -> T | None:
    text = words.reveal()
    if not can_be_seen(text):
        return T("relay-empty")
    length = _length(words)
    return T("relay-too-long", limit=limit, length=length) if length > limit else None


async def refused(turn: PersonalTurn, event: ToChat, reason: T) -> list[Message]:
    """Say why something was not passed on; of what came together, with the first one only."""
    if not isinstance(event, PhotoSent | FileSent) or not event.is_album:
        return [Say(turn.person, (reason,))]
    label = f"album:{turn.person.id}:{turn.now:%j%H%M}"
    is_said = await outbox_changes.labelled(turn.transaction, label)
    return [] if is_said else [Say(turn.person, (reason,), label=label)]


async def pass_on(
    turn: PersonalTurn, side: Side, sent: Sequence[Sent], *, answers: Quote | None = None
) -> list[Message]:
    """Hand what was sent to the other side, and tell whoever sent it what becomes of it.

    `answers` is the message of the other's chat that is quoted.
    """
    if side.other.rung and any(each.picture is not None for each in sent):
        return [Say(turn.person, (Personal("relay-rung-no-photo", name=side.name),), stop_button())]
    if side.other.rung and (too_much := await _too_much_to_ring(turn, side, sent)) is not None:
        return [Say(turn.person, (too_much,), stop_button())]
    messages = [await _delivery(turn, side, each, answers) for each in sent]
    is_told = side.other.reachable or side.other.rung
    if not side.is_resident and is_told:
        await tasks.note_contact(turn.transaction, side.task, turn.person.id, turn.now)
    words = " \n ".join(each.words.reveal() for each in sent if each.words)
    if is_told:
        said = "relay-rung-sent" if side.other.rung else "relay-sent"
        lines: list[Line] = [Personal(said, name=side.name)]
    else:
        lines, to_others = await _waits(turn, side)
        messages += to_others
    lines += _advice(side, words)
    if await relay.let_go(turn.transaction, turn.person.id):
        # They were asked whom it is for, and went on with something else.
        lines.append(T("relay-held-forgotten"))
    return [*messages, Say(turn.person, lines, stop_button())]


async def _too_much_to_ring(
    turn: PersonalTurn, side: Side, sent: Sequence[Sent]
) -> Personal | None:
    """Return why something is more than can be told in one call, or None where it can be."""
    waiting = await rings.waiting_for(turn.transaction, side.other.id, side.task.id)
    before = None if waiting is None else waiting.passed_on
    new = [each.words for each in sent if each.words]
    total = sum(_length(each) for each in (before, *new) if each)
    if total <= rings.LONGEST_PASSED_ON:
        return None
    if before is not None:
        return Personal("relay-rung-too-much", name=side.name)
    return Personal("relay-rung-too-long", name=side.name, limit=rings.LONGEST_PASSED_ON)


def _length(words: PrivateText) -> int:
    """Return how long words are as apps count them."""
    return len(words.reveal().encode("utf-16-le", errors="surrogatepass")) // _BYTES_OF_UNIT


def stop_button() -> Buttons:
    """Return the button that ends writing to the other side."""
    return ((Press(T("button-stop-writing"), "hush:"),),)


async def _delivery(turn: PersonalTurn, side: Side, sent: Sent, answers: Quote | None) -> Message:
    message = await relay.add(
        turn.transaction, side.task, turn.person, side.other.id, sent, turn.now
    )
    if sent.picture is not None:
        await pictures.keep_longer(turn.transaction, sent.picture, turn.now + RELAY.longest)
    said = "relay-from" if sent.picture is None else "relay-from-photo"
    lines: list[Line] = [Personal(said, name=side.own_name)]
    if sent.words is not None:
        lines.append(sent.words)
    return Say(
        side.other,
        lines,
        ((Press(T("button-answer"), f"answer:{side.stamp}"), worry_button(side.task)),),
        protect=True,
        label=message.label,
        picture=sent.picture,
        reply_to=answers,
        is_passed_on=True,
    )


async def _waits(turn: PersonalTurn, side: Side) -> tuple[list[Line], list[Message]]:
    """Return what is said of somebody whom nothing reaches: to the writer, and to others."""
    told = "relay-waits-told" if await coordinators_for(turn, side.task) else "relay-waits-not-told"
    lines: list[Line] = [
        Personal("relay-waits", name=side.name, reference=side.reference),
        Personal(told, name=side.name),
    ]
    return lines, await unreached.lost(turn, side.other)


def _advice(side: Side, words: str) -> list[Line]:
    """Return a word of advice to whoever wrote of something that had better not be written here."""
    if mentions_keys_or_money(words):
        return [T("relay-advice-resident" if side.is_resident else "relay-advice-helper")]
    return []
