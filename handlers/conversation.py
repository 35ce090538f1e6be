"""The conversation engine: a coroutine that awaits questions and look-ups, and nothing else.

What is stored of a conversation is its answers, by the key of their question. To take a turn the
coroutine is run from its start over them and stops at the first question without a valid answer.
So it survives restarts, *Back* drops the last answer, *change one answer* replaces one, and an
answer that is no longer valid is asked for again.

Everything that affects where a conversation stands lives in this file; what a question is, in
`question.py`.
"""

import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, JsonValue

from handlers.question import (
    Again,
    Answered,
    Heard,
    LookUp,
    NotWords,
    NotYet,
    Option,
    Picked,
    Question,
    StaleAnswerError,
    Words,
)
from handlers.texts import Line, T, Texts, folded

R = TypeVar("R")

SKIP: Final = "skip"
BACK: Final = "back"
STOP: Final = "stop"
CHANGE: Final = "change"
CONTROLS: Final = (SKIP, BACK, STOP, CHANGE)
#: The key under which an answer to "which answer shall be changed?" is understood.
WHICH: Final = "which"


class ConversationError(Exception):
    """A conversation's coroutine broke a rule of the engine; says which conversation and rule."""


class _ChangeWhich(Question[str]):
    """Which answer shall be changed? Asked by the engine itself."""

    key = WHICH
    columns = 2

    def __init__(self, answered: Sequence[Question[Any]]) -> None:
        self._answered = answered

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return (T("change-which"),)

    def options(self, partial: JsonValue) -> Sequence[Option]:
        return [Option(question.key, question.title) for question in self._answered]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if isinstance(heard, Picked):
            return Answered(heard.option)
        return Again(T("problem-choose"))

    def restore(self, stored: JsonValue) -> str:
        return str(stored)


# --- Where a conversation stands -----------------------------------------------------------------


class Interrupted(BaseModel):
    """A conversation that another one stepped in front of, to be gone on with after it."""

    model_config = ConfigDict(frozen=True)

    name: str
    started_at: datetime
    state: "State"


class State(BaseModel):
    """What is stored of a conversation. `nonce` and `turn` tell its buttons from any others."""

    model_config = ConfigDict(frozen=True)

    nonce: str
    #: What the conversation is about, where it is about something: the token of a task.
    subject: str = ""
    turn: int = 0
    answers: dict[str, JsonValue] = {}
    partial: JsonValue = None
    choosing_change: bool = False
    #: The answer that is being changed and what it was, so that *Back* can bring it back.
    changing: tuple[str, JsonValue] | None = None
    interrupted: Interrupted | None = None

    def __repr__(self) -> str:
        return f"State(turn={self.turn})"

    @property
    def stamp(self) -> str:
        """What the buttons of this turn carry."""
        return f"{self.nonce}{self.turn}"


@dataclass(frozen=True, slots=True)
class Paused(Generic[R]):
    """The coroutine waits for a question; `path` holds the questions answered before it."""

    question: Question[Any]
    path: tuple[Question[Any], ...]
    stale: T | None
    #: What has to be looked up before it is asked.
    wanted: tuple[LookUp[Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Returned(Generic[R]):
    """The coroutine has all its answers."""

    result: R


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask this next. `again` says why, where the last thing heard was no answer.

    `changed` is set where only the buttons of the question already asked look different now.
    """

    state: State
    question: Question[Any]
    can_go_back: bool
    again: T | None = None
    changed: bool = False
    #: What has to be looked up before it is asked: see `found`.
    wanted: tuple[LookUp[Any], ...] = ()

    def options(self) -> list[Option]:
        """Return every button: the question's own, then the engine's."""
        own = list(self.question.options(self.state.partial))
        if self.question.optional:
            own.append(Option(SKIP, T("button-skip")))
        if self.can_go_back:
            own.append(Option(BACK, T("button-back")))
        own.append(Option(STOP, T("button-stop")))
        return own


@dataclass(frozen=True, slots=True)
class Complete(Generic[R]):
    """Every question is answered; act on the result."""

    result: R


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person stopped."""


Script = Callable[[], Coroutine[Question[Any], Any, R]]
Outcome = Ask | Complete[R] | Stopped


class _Run(Generic[R]):
    """A conversation that runs over its answers: as far as they go, and on with more of them."""

    def __init__(self, script: Script[R]) -> None:
        self._coroutine = script()
        self._path: list[Question[Any]] = []
        self._looked_up: list[LookUp[Any]] = []
        self._awaited: Question[Any] | LookUp[Any] | None = None

    def over(self, answers: Mapping[str, JsonValue]) -> Paused[R] | Returned[R]:
        """Go on up to the first question without a valid answer, as `replay` does."""
        try:
            awaited = self._awaited or self._send(None)
            while isinstance(awaited, LookUp) or awaited.key in answers:
                try:
                    answer = awaited.restore(answers.get(awaited.key))
                except StaleAnswerError as stale:
                    assert isinstance(awaited, Question)  # noqa: S101 - a look-up is never stale
                    return self._paused(awaited, answers, stale.reason)
                if isinstance(awaited, LookUp):
                    self._looked_up.append(awaited)
                else:
                    self._path.append(awaited)
                awaited = self._send(answer)
        except StopIteration as end:
            return Returned(end.value)
        return self._paused(awaited, answers)

    def close(self) -> None:
        """Go on no more."""
        self._coroutine.close()

    def _send(self, answer: Any) -> Question[Any] | LookUp[Any]:
        self._awaited = _checked(self._coroutine.send(answer), (*self._path, *self._looked_up))
        return self._awaited

    def _paused(
        self, question: Question[Any], answers: Mapping[str, JsonValue], stale: T | None = None
    ) -> Paused[R]:
        wanted = (each for each in self._looked_up if not each.is_known(answers.get(each.key)))
        return Paused(question, tuple(self._path), stale, tuple(wanted))


def replay(script: Script[R], answers: Mapping[str, JsonValue]) -> Paused[R] | Returned[R]:
    """Run a conversation over its stored answers, up to the first question without a valid one.

    Raises ConversationError where the coroutine awaits anything but a question, or asks twice
    under one key.
    """
    with closing(_Run(script)) as run:
        return run.over(answers)


def _checked(
    awaited: object, path: Sequence[Question[Any] | LookUp[Any]]
) -> Question[Any] | LookUp[Any]:
    if not isinstance(awaited, Question | LookUp):
        raise ConversationError(
            f"a conversation may await questions and look-ups only, and this one awaits "
            f"{type(awaited).__name__}; do it before the conversation or after it"
        )
    if awaited.key in (question.key for question in path) or awaited.key in (*CONTROLS, WHICH):
        raise ConversationError(f"the key {awaited.key!r} is used twice in one conversation")
    return awaited


def begin(script: Script[R], nonce: str, subject: str = "", **known: Any) -> Outcome[R]:
    """Start a conversation; `nonce` is a short random word that its buttons will carry.

    `known` are other fields of its state that are known from the start, such as `answers`.
    """
    return _ask_next(script, State(nonce=nonce, subject=subject, **known))


def resume(script: Script[R], state: State) -> Outcome[R]:
    """Ask again what was asked last."""
    return _ask_next(script, state)


def found(script: Script[R], asked: Ask, stored: Mapping[str, JsonValue]) -> Outcome[R]:
    """Ask the same in the light of what was looked up, as it is stored, by its keys."""
    answers = {**asked.state.answers, **stored}
    return _ask_next(script, asked.state.model_copy(update={"answers": answers}), asked.again)


def take_turn(script: Script[R], state: State, heard: Heard, texts: Texts) -> Outcome[R]:
    """Take what a person did in answer to the last question, and return what follows."""
    with closing(_Run(script)) as run:
        return _take_turn(run, script, state, heard, texts)


def _take_turn(
    run: _Run[R], script: Script[R], state: State, heard: Heard, texts: Texts
) -> Outcome[R]:
    paused = run.over(state.answers)
    if isinstance(paused, Returned):
        return Complete(paused.result)
    question = _ChangeWhich(paused.path) if state.choosing_change else paused.question
    asked = Ask(state, question, can_go_back=_can_go_back(state, paused))
    was_tapped = isinstance(heard, Picked)
    heard = _as_option(heard, asked, texts)
    if paused.stale is not None and heard != Picked(STOP):
        # What they did was meant for a later question than the one that has to be asked anew.
        return _ask_next(script, state.model_copy(update={"choosing_change": False}))
    if isinstance(heard, Picked) and heard.option in CONTROLS:
        return _control(script, state, paused, heard.option)
    made = question.hear(heard, state.partial)
    if isinstance(made, Again):
        return _ask_next(script, state, again=made.reason)
    if isinstance(made, NotYet):
        changed = state.model_copy(update={"partial": made.partial})
        # Typed words are answered below them, where a screen reader finds the answer.
        return Ask(changed, question, asked.can_go_back, changed=was_tapped)
    if state.choosing_change:
        return _ask_next(script, _without(state, str(made.stored)))
    also = {key: _added(state.answers.get(key), given) for key, given in made.also.items()}
    answers = {**state.answers, **also, question.key: made.stored}
    state = state.model_copy(update={"answers": answers, "partial": None, "changing": None})
    # With more words in an earlier answer, all that was asked since may be another question.
    return _ask_next(script, state) if also else _next(run.over(answers), state)


def _added(before: JsonValue, given: JsonValue) -> JsonValue:
    if isinstance(before, str) and isinstance(given, str) and given not in before:
        return f"{before}\n{given}"
    return given if before is None or not isinstance(given, str) else before


def _as_option(heard: Heard, asked: Ask, texts: Texts) -> Heard:
    """Take a typed number or the typed words of a button for the button."""
    options = asked.options()
    if isinstance(heard, Picked):
        known = heard.option in (option.id for option in options)
        return heard if known else NotWords()
    if not isinstance(heard, Words):
        return heard
    typed = folded(heard.text)
    for option in options:
        if typed and typed == folded(texts.say(option.label, heard.language)):
            return Picked(option.id)
    if not asked.question.numbered:
        return heard
    own = [option for option in options if option.id not in CONTROLS or option.id == CHANGE]
    if re.fullmatch(r"[1-9]\d?", typed, re.ASCII) and int(typed) <= len(own):
        return Picked(own[int(typed) - 1].id)
    return heard


def _control(script: Script[R], state: State, paused: Paused[R], control: str) -> Outcome[R]:
    if control == STOP:
        return Stopped()
    if control == CHANGE and len(paused.path) == 1:
        return _ask_next(script, _without(state, paused.path[0].key))
    if control == CHANGE:
        return _ask_next(script, state.model_copy(update={"choosing_change": True}))
    if control == SKIP:
        answers = {**state.answers, paused.question.key: None}
        return _ask_next(
            script, state.model_copy(update={"answers": answers, "partial": None, "changing": None})
        )
    if state.choosing_change:
        return _ask_next(script, state.model_copy(update={"choosing_change": False}))
    if state.changing is not None:
        key, stored = state.changing
        return _ask_next(
            script,
            state.model_copy(
                update={
                    "answers": {**state.answers, key: stored},
                    "partial": None,
                    "changing": None,
                }
            ),
        )
    last = paused.path[-1].key if paused.path else None
    answers = {key: stored for key, stored in state.answers.items() if key != last}
    return _ask_next(script, state.model_copy(update={"answers": answers, "partial": None}))


def _without(state: State, key: str) -> State:
    answers = {name: stored for name, stored in state.answers.items() if name != key}
    return state.model_copy(
        update={
            "answers": answers,
            "partial": None,
            "choosing_change": False,
            "changing": (key, state.answers.get(key)),
        }
    )


def _can_go_back(state: State, paused: Paused[R]) -> bool:
    return bool(paused.path) or state.choosing_change or state.changing is not None


def _ask_next(script: Script[R], state: State, again: T | None = None) -> Outcome[R]:
    return _next(replay(script, state.answers), state, again)


def _next(paused: Paused[R] | Returned[R], state: State, again: T | None = None) -> Outcome[R]:
    if isinstance(paused, Returned):
        return Complete(paused.result)
    answers = state.answers
    if paused.stale is not None:
        answers = {key: kept for key, kept in answers.items() if key != paused.question.key}
    state = state.model_copy(update={"turn": state.turn + 1, "answers": answers})
    question = _ChangeWhich(paused.path) if state.choosing_change else paused.question
    return Ask(
        state,
        question,
        can_go_back=_can_go_back(state, paused),
        again=again or paused.stale,
        wanted=paused.wanted,
    )
