"""Resident and helper write to each other through the service, neither knowing the other's account.

What somebody writes goes to the other side where they quote a message of it; while they have
chosen to write there; or while an exchange is going on and it is clear whom they mean. Where it is
not clear they are asked, and what they wrote is kept until they say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from handlers import current
from handlers.dialogue import RECALLED_AFTER
from handlers.events import PhotoSent, Said, ToChat
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, PrivateButtons, Say
from handlers.outcomes import Outcome, Refused, Went
from handlers.relaying.relay_crossing import pass_on, read, refused, stop_button
from handlers.relaying.relay_over import over
from handlers.relaying.relay_sides import Side, live, side_of
from handlers.tapping import Taps, TaskTaps
from handlers.texts import Line, Paragraph, Personal, T, folded
from storage import conversations, relay, tasks
from storage.model import Task
from storage.relay import Choice, Quote, RelayMessage, Sent

#: What the buttons begin with that stand below words of an exchange.
WITHIN: Final = ("answer:", "hush:")
#: How long an exchange is taken to go on after the last word of it.
GOES_ON: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What somebody quoted: a task as it was claimed then, and what to quote to the other side."""

    task: Task
    claim_number: int
    was_relayed: bool
    answers: Quote | None = None


@dataclass(frozen=True, slots=True)
class _Over:
    """They write to somebody with whom it is over."""

    task: Task


@dataclass(frozen=True, slots=True)
class _Unclear:
    """They may mean more than one side, or none."""


# --- Quoting -------------------------------------------------------------------------------------


async def quoted(turn: PersonalTurn, event: ToChat) -> Quoted | None:
    """Return what somebody quotes, where that belongs to an exchange."""
    number = getattr(event, "reply_to", None)
    if not isinstance(number, int):
        return None
    own = await relay.written_as(turn.transaction, turn.person.id, turn.house.bot, number)
    if own is not None:
        answers = await relay.delivered_as(turn.transaction, own)
        return await _quoted(turn, own, answers)
    chat_id, bot = turn.person.chat_id, turn.house.bot
    label = await relay.label_of(turn.transaction, chat_id, bot, number)
    if label is None:
        return None
    theirs = await relay.labelled(turn.transaction, label)
    if theirs is not None:
        return await _quoted(turn, theirs, theirs.as_written)
    found = await _task_of(turn, label)
    return None if found is None else Quoted(*found, was_relayed=False)


async def _task_of(turn: PersonalTurn, label: str) -> tuple[Task, int] | None:
    """Return the task, and the number of its claim, that a message with a label is about."""
    match label.split(":"):
        case ["write", token, claim_number]:
            task = await tasks.with_token(turn.transaction, token)
            return None if task is None else (task, int(claim_number))
        case ["details", number, claim_number]:
            return await tasks.get(turn.transaction, int(number)), int(claim_number)
        case _:
            return None


async def _quoted(turn: PersonalTurn, message: RelayMessage, answers: Quote | None) -> Quoted:
    task = await tasks.get(turn.transaction, message.task_id)
    return Quoted(task, message.claim_number, was_relayed=True, answers=answers)


async def answer_quoted(turn: PersonalTurn, event: ToChat, about: Quoted) -> list[Message]:
    """Pass on what somebody wrote below a quote."""
    side = await side_of(turn, about.task)
    is_live = side is not None and about.task.claim_number == about.claim_number
    if side is None or not is_live:
        return await _not_passed_on(turn, event, about.task)
    sent = await read(turn, event)
    if isinstance(sent, T):
        return await refused(turn, event, sent)
    return await pass_on(turn, side, [sent], answers=about.answers)


# --- Without a quote -----------------------------------------------------------------------------


async def is_writing(turn: PersonalTurn) -> bool:
    """Say whether somebody began to write to the other side after they were last asked anything.

    A question is asked once more when it has waited long; from then on words answer that.
    """
    if turn.asked is None:
        return False
    choice = await relay.choice_of(turn.transaction, turn.person.id)
    if choice is None or choice.task_id is None:
        return False
    asked_at = turn.asked.updated_at
    return asked_at <= choice.at and turn.now - asked_at < RECALLED_AFTER


async def heard(turn: PersonalTurn, event: ToChat) -> list[Message] | None:
    """Pass on what somebody sent; None where they have nobody to write to."""
    meant = await _meant(turn)
    if meant is None:
        return None
    if isinstance(event, Said) and folded(event.text.reveal()) in _words_of_stopping(turn):
        return await _stopped(turn, "")
    if isinstance(meant, _Over):
        await relay.choose(turn.transaction, turn.person.id, None, turn.now)
        return await _not_passed_on(turn, event, meant.task)
    sent = await read(turn, event)
    if isinstance(sent, T):
        return await refused(turn, event, sent)
    if isinstance(meant, _Unclear):
        await relay.hold(turn.transaction, turn.person, sent, turn.now)
        return [await _asked_whom(turn, await live(turn))]
    return await pass_on(turn, meant, [sent])


def _words_of_stopping(turn: PersonalTurn) -> set[str]:
    labels = (T("button-stop-writing"), T("button-stop"))
    return {folded(turn.house.texts.say(label, turn.person.language)) for label in labels}


async def _meant(turn: PersonalTurn) -> Side | _Over | _Unclear | None:
    """Return whom plain words are meant for, as far as that can be told."""
    sides = await live(turn)
    choice = await relay.choice_of(turn.transaction, turn.person.id)
    newest = await relay.newest(turn.transaction, turn.person.id)
    latest = _latest(choice, newest)
    if latest is None or turn.now - latest.at >= GOES_ON or latest.task_id is None:
        return _Unclear() if sides else None
    side = next((each for each in sides if each.is_of(latest)), None)
    if side is None:
        return _Over(await tasks.get(turn.transaction, latest.task_id))
    if len(sides) == 1 or _is_settled(turn, side, choice, newest):
        return side
    return _Unclear()


def _latest(choice: Choice | None, newest: RelayMessage | None) -> Choice | RelayMessage | None:
    """Return what happened last: what they chose, or what was passed on from them or to them."""
    both = [each for each in (choice, newest) if each is not None]
    return max(both, key=lambda each: each.at, default=None)


def _is_settled(
    turn: PersonalTurn, side: Side, choice: Choice | None, newest: RelayMessage | None
) -> bool:
    """Say whether they chose a side of several, and nobody from another has written since."""
    if choice is None or not side.is_of(choice) or turn.now - choice.at >= GOES_ON:
        return False
    return newest is None or newest.at <= choice.at or side.is_of(newest)


async def _asked_whom(turn: PersonalTurn, sides: list[Side], before: Sequence[Line] = ()) -> Say:
    """Ask whom that is for which was kept."""
    named = [
        Personal(
            "relay-whom-side",
            name=side.name,
            kind=T(f"kind-{side.task.kind.value}"),
            reference=side.reference,
        )
        for side in sides
    ]
    asked: list[Line] = [T("relay-whom"), Paragraph(named)] if named else [T("relay-kept")]
    buttons: PrivateButtons = [
        *([side.choice("towards")] for side in sides),
        [Press(T("button-new-request"), "fresh:")],
        [Press(T("button-for-nobody"), "unsay:")],
    ]
    return Say(turn.person, (*before, *asked), buttons)


async def _not_passed_on(turn: PersonalTurn, event: ToChat, task: Task) -> list[Message]:
    """Tell somebody that it is over, keep what they wrote, and say what they can do with it."""
    lines = (*over(turn, task), T("relay-not-passed-on"))
    sides = await live(turn)
    sent = await read(turn, event) if isinstance(event, Said) else None
    # Somebody who helped, and now has nobody to write to, needs no request to be made of it.
    has_use = bool(sides) or task.resident_id == turn.person.id
    if not isinstance(sent, Sent) or not has_use:
        return [Say(turn.person, lines)]
    await relay.hold(turn.transaction, turn.person, sent, turn.now)
    return [await _asked_whom(turn, sides, lines)]


async def edited(turn: PersonalTurn, message: int) -> list[Message] | None:
    """Say that a change was not passed on; None where the message itself never was."""
    written = await relay.written_as(turn.transaction, turn.person.id, turn.house.bot, message)
    if written is None:
        return None
    task = await tasks.get(turn.transaction, written.task_id)
    side = await side_of(turn, task)
    if side is None or not side.is_of(written):
        return [Say(turn.person, (*over(turn, task), T("relay-edit-not-passed-on")))]
    return [Say(turn.person, (Personal("relay-edited", name=side.name),))]


async def wants_picture(turn: PersonalTurn, event: PhotoSent) -> bool:
    """Say whether a photo would be passed on, or kept until it is known to whom."""
    if event.is_forward or event.is_album:
        return False
    return bool(await live(turn))


# --- Buttons -------------------------------------------------------------------------------------


async def _begin_writing(turn: PersonalTurn, task: Task, claim_number: str) -> Outcome:
    """Let what somebody writes from now on go to the other side of a task."""
    side = await side_of(turn, task)
    if side is None or claim_number != str(task.claim_number):
        return Refused(over(turn, task)[0])
    await relay.choose(turn.transaction, turn.person.id, task, turn.now)
    line = Personal("relay-writing", name=side.name, reference=side.reference)
    return Went(None, [Say(turn.person, (line, T("relay-writing-how")), stop_button())])


async def _towards(turn: PersonalTurn, task: Task, claim_number: str) -> Outcome:
    """Hand what was kept to the side that was chosen for it."""
    held = await relay.held_of(turn.transaction, turn.person.id)
    begun = await _begin_writing(turn, task, claim_number)
    side = await side_of(turn, task)
    if not held or side is None or isinstance(begun, Refused):
        return begun
    await relay.let_go(turn.transaction, turn.person.id)
    return Went(None, await pass_on(turn, side, held))


async def _stopped(turn: PersonalTurn, _rest: str) -> list[Message]:
    """Let nothing go to the other side any more; a question that waits is asked again."""
    await relay.choose(turn.transaction, turn.person.id, None, turn.now)
    return [Say(turn.person, (T("relay-stopped"),)), *await current.asked_again(turn)]


async def _new_request(turn: PersonalTurn, _rest: str) -> list[Message]:
    """Begin a request with what was kept; it is kept on while another question waits."""
    held = await relay.held_of(turn.transaction, turn.person.id)
    words = "\n".join(each.words.reveal() for each in held if each.words)
    if await conversations.load(turn.transaction, turn.person) is None:
        await relay.let_go(turn.transaction, turn.person.id)
    return await current.begin(turn, "ask", answers={"words": words} if words else None)


async def _for_nobody(turn: PersonalTurn, _rest: str) -> list[Message]:
    """Forget what was kept."""
    await relay.let_go(turn.transaction, turn.person.id)
    return [Say(turn.person, (T("relay-unsaid"),)), *await current.asked_again(turn)]


TASK_TAPS: Final[TaskTaps] = {
    "write": _begin_writing,
    "answer": _begin_writing,
    "towards": _towards,
}
TAPS: Final[Taps] = {"hush": _stopped, "fresh": _new_request, "unsay": _for_nobody}
