"""Leading somebody through a conversation: from a stored state to a message, and back again."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Generic, TypeVar

from pydantic import JsonValue

from handlers import conversation as engine
from handlers.conversation import Ask, Complete, Interrupted, State
from handlers.house import PersonalTurn
from handlers.messages import ChangeSaid, Message, Press, PrivateButtons, PrivatePress, Say
from handlers.question import Heard, Option, Picked, Question
from handlers.texts import Line, Personal, T
from storage import conversations, due_work
from storage.conversations import Stored
from storage.private import PrivateText

K = TypeVar("K")
R = TypeVar("R")

#: Timed work that looks after a conversation which was left half-way.
DRAFT: Final = "draft"
RECALLED_AFTER: Final = timedelta(hours=1)
FORGOTTEN_AFTER: Final = timedelta(hours=24)
NONCE_LENGTH: Final = 4
STOPPED: Final = T("stopped")


#: Says why something may not begin, given its subject and answers; None where it may.
WhyNot = Callable[[PersonalTurn, str, Mapping[str, JsonValue]], Awaitable[list[Message] | None]]


@dataclass(frozen=True, slots=True)
class Conversation(Generic[K, R]):
    """A conversation: what it has to know, what it asks, and what is done with the answers.

    `know` reads what the script may use, given the subject; `script` awaits questions and returns
    a result; `act` does what the result asks for and returns what to say. `why_not` returns what is
    said in its place where it may not begin, given the subject and what is answered already.
    """

    name: str
    know: Callable[[PersonalTurn, str], Awaitable[K]]
    script: Callable[[K], Coroutine[Question[Any], Any, R]]
    act: Callable[[PersonalTurn, K, R], Awaitable[Sequence[Message]]]
    why_not: WhyNot | None = None
    #: What is said once somebody has stopped it.
    stopped: T = STOPPED


Conversations = dict[str, Conversation[Any, Any]]


async def begin(
    turn: PersonalTurn,
    conversation: Conversation[Any, Any],
    subject: str = "",
    before: Sequence[Line] = (),
    *,
    answers: Mapping[str, JsonValue] | None = None,
    interrupting: Stored | None = None,
) -> list[Message]:
    """Start a conversation, in the place of any that was going on; `before` is said first.

    `answers` are known already, by the keys of their questions. What it is `interrupting` is kept
    for `interrupted_by`.
    """
    if conversation.why_not is not None:
        refused = await conversation.why_not(turn, subject, answers or {})
        if refused is not None:
            return refused
    known = await conversation.know(turn, subject)
    nonce = turn.house.token(NONCE_LENGTH)
    outcome = engine.begin(
        lambda: conversation.script(known),
        nonce,
        subject,
        answers=dict(answers or {}),
        interrupted=None if interrupting is None else _interrupted(interrupting),
    )
    if isinstance(outcome, Ask):
        await due_work.plan(turn.transaction, DRAFT, turn.person.id, turn.now + RECALLED_AFTER)
    return await _follow(turn, conversation, known, outcome, started=None, before=before)


async def hear(
    turn: PersonalTurn, conversation: Conversation[Any, Any], stored: Stored, heard: Heard
) -> list[Message]:
    """Take what a person did in answer to the question they were asked last."""
    state = state_of(stored)
    if turn.now - stored.updated_at >= RECALLED_AFTER:
        # They were recalled and went on: if they stop once more, they are recalled once more.
        await due_work.plan(turn.transaction, DRAFT, turn.person.id, turn.now + RECALLED_AFTER)
    known = await conversation.know(turn, state.subject)
    outcome = engine.take_turn(lambda: conversation.script(known), state, heard, turn.house.texts)
    return await _follow(turn, conversation, known, outcome, started=stored)


def _interrupted(stored: Stored) -> Interrupted:
    return Interrupted(name=stored.name, started_at=stored.started_at, state=state_of(stored))


async def ask_again(
    turn: PersonalTurn,
    conversation: Conversation[Any, Any],
    stored: Stored,
    before: Sequence[Line] = (),
    *,
    is_recall: bool = False,
) -> list[Message]:
    """Ask again what was asked last; `before` is said first.

    A recall is the service's own doing and does not count as news of the person.
    """
    state = state_of(stored)
    known = await conversation.know(turn, state.subject)
    outcome = engine.resume(lambda: conversation.script(known), state)
    updated_at = stored.updated_at if is_recall else None
    return await _follow(
        turn,
        conversation,
        known,
        outcome,
        started=stored,
        before=before,
        updated_at=updated_at,
    )


async def question_of(
    turn: PersonalTurn, conversation: Conversation[Any, Any], stored: Stored
) -> Question[Any] | None:
    """Return what was asked last; None where nothing more has to be asked."""
    state = state_of(stored)
    known = await conversation.know(turn, state.subject)
    outcome = engine.resume(lambda: conversation.script(known), state)
    return outcome.question if isinstance(outcome, Ask) else None


def state_of(stored: Stored) -> State:
    """Return the state that was kept of a conversation."""
    return State.model_validate_json(stored.state.reveal())


def interrupted_by(stored: Stored, now: datetime) -> Stored | None:
    """Return the conversation that this one stepped in front of, as it was left."""
    interrupted = state_of(stored).interrupted
    if interrupted is None:
        return None
    state = PrivateText(interrupted.state.model_dump_json(exclude_defaults=True))
    return Stored(interrupted.name, interrupted.started_at, now, state)


def button_of(data: str, state: State) -> Picked | None:
    """Return the option that a button means, or None where it belongs to an earlier question."""
    stamp, _, option = data.partition(":")
    return Picked(option) if stamp == state.stamp else None


async def _follow(
    turn: PersonalTurn,
    conversation: Conversation[Any, Any],
    known: Any,
    outcome: engine.Outcome[Any],
    *,
    started: Stored | None,
    before: Sequence[Line] = (),
    updated_at: datetime | None = None,
) -> list[Message]:
    outcome = await _looked_up(turn, conversation, known, outcome)
    if isinstance(outcome, Ask):
        conversations.save(
            turn.transaction,
            turn.person,
            Stored(
                name=conversation.name,
                started_at=started.started_at if started else turn.now,
                updated_at=updated_at or turn.now,
                state=PrivateText(outcome.state.model_dump_json(exclude_defaults=True)),
            ),
        )
        return [_asked(turn, outcome, before)]
    await conversations.forget(turn.transaction, turn.person)
    if isinstance(outcome, Complete):
        return list(await conversation.act(turn, known, outcome.result))
    return [Say(turn.person, (conversation.stopped,))]


async def _looked_up(
    turn: PersonalTurn,
    conversation: Conversation[Any, Any],
    known: Any,
    outcome: engine.Outcome[Any],
) -> engine.Outcome[Any]:
    """Return the outcome once all that it wants to have looked up is known."""
    if not isinstance(outcome, Ask) or not outcome.wanted:
        return outcome
    stored = {each.key: each.stored(await each.find(turn)) for each in outcome.wanted}
    return engine.found(lambda: conversation.script(known), outcome, stored)


def _asked(turn: PersonalTurn, ask: Ask, before: Sequence[Line]) -> Message:
    again = (ask.again,) if ask.again else ()
    lines = (*before, *again, *ask.question.lines(ask.state.partial))
    buttons = _rows(ask)
    label = f"ask:{turn.person.id}:{ask.state.stamp}"
    if ask.changed:
        return ChangeSaid(turn.person, label, lines, buttons)
    return Say(
        turn.person,
        lines,
        buttons,
        label=label if ask.question.changes_in_place else None,
    )


def _rows(ask: Ask) -> PrivateButtons:
    """Return the question's own buttons in its columns, then the engine's in one row."""
    options = ask.options()
    own = [each for each in options if each.id not in _LAST_ROW]
    last = [each for each in options if each.id in _LAST_ROW]
    columns = ask.question.columns
    rows = [own[start : start + columns] for start in range(0, len(own), columns)]
    return [[_press(ask.state, option) for option in row] for row in (*rows, last)]


_LAST_ROW: Final = (engine.SKIP, engine.BACK, engine.STOP)


def _press(state: State, option: Option) -> Press | PrivatePress:
    data = f"q:{state.stamp}:{option.id}"
    if isinstance(option.label, Personal):
        return PrivatePress(option.label, data)
    return Press(option.label, data)
