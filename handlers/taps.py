"""Buttons: each is heard anew against how things stand today; what it carries proves nothing."""

from collections.abc import Awaitable, Callable
from typing import Final

from handlers import claiming, coordinating, current, dialogue, helping, my_requests
from handlers import conversations as rooms
from handlers.choose_language import offered, spoken_from_now
from handlers.conversation import Words
from handlers.events import Tapped
from handlers.helping import Outcome, Refused, Went
from handlers.house import PersonalTurn
from handlers.messages import AnswerTap, Message, Say
from handlers.start import menu
from handlers.texts import T, folded
from storage import tasks
from storage.model import Status, Task

HeldTap = Callable[[PersonalTurn, Task], Awaitable[Outcome]]
TaskTap = Callable[[PersonalTurn, Task, str], Awaitable[Outcome]]


def _of_claim(act: HeldTap) -> TaskTap:
    """Do something with a held task, unless the button belongs to an earlier claim of it."""

    async def tap(turn: PersonalTurn, task: Task, claim_number: str) -> Outcome:
        if claim_number != str(task.claim_number):
            return Refused(T("button-old"))
        return await act(turn, task)

    return tap


async def _withdraw(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    return await my_requests.withdraw(turn, task)


_HELD: Final[dict[str, HeldTap]] = {
    "off": helping.set_off,
    "back": helping.hand_back,
    "done": helping.finish,
}
_TASK_TAPS: Final[dict[str, TaskTap]] = {
    **{name: _of_claim(act) for name, act in _HELD.items()},
    "dropped": _withdraw,
    "kind": coordinating.give_kind,
    "area": coordinating.give_neighbourhood,
    "pick": coordinating.choose_helper,
}


async def tapped(turn: PersonalTurn, event: Tapped) -> list[Message]:
    """Do what a button stands for, or say why it no longer can be done."""
    name, _, rest = event.data.partition(":")
    if name == "claim":
        return await _claim(turn, event, rest)
    if not event.place.is_private:
        return [_unknown(turn, event)]
    if name == "q":
        return await _answer(turn, event, rest)
    if name in _TASK_TAPS:
        return await _task_tapped(turn, event, name, rest)
    done = await _done(turn, name, rest)
    if done is None:
        return [_unknown(turn, event)]
    return [AnswerTap(event.tap, turn.person.language), *done]


def _unknown(turn: PersonalTurn, event: Tapped) -> Message:
    return AnswerTap(event.tap, turn.person.language, T("button-unknown"), alert=True)


async def _claim(turn: PersonalTurn, event: Tapped, token: str) -> list[Message]:
    task = await tasks.with_token(turn.transaction, token)
    if task is None or event.place.is_private:
        # No card hangs in a private chat: such a button is a copy, perhaps of another group's card.
        return [_unknown(turn, event)]
    return await claiming.tapped_in_group(turn, event.place, event.tap, event.message, task)


async def _answer(turn: PersonalTurn, event: Tapped, data: str) -> list[Message]:
    """Take a button of a question as its answer; one of an earlier question is asked about anew."""
    stored = turn.asked
    if stored is None:
        notice = AnswerTap(event.tap, turn.person.language)
        return [notice, Say(turn.person, (T("button-old"),), menu())]
    conversation = rooms.CONVERSATIONS[stored.name]
    picked = dialogue.button_of(data, dialogue.state_of(stored))
    notice = AnswerTap(event.tap, turn.person.language)
    if picked is None:
        old = (T("button-of-earlier-question"),)
        return [notice, *await dialogue.ask_again(turn, conversation, stored, old)]
    return [notice, *await dialogue.hear(turn, conversation, stored, picked)]


async def _done(turn: PersonalTurn, name: str, rest: str) -> list[Message] | None:
    """Do what a button outside of conversations stands for; None where there is no such button."""
    if name == "menu":
        return await _menu(turn, rest)
    if name == "check":
        return await current.begin(turn, "check", rest)
    if name == "language" and rest in turn.house.texts.languages:
        in_it, answer = await spoken_from_now(turn, rest)
        return [*answer, *await current.asked_again(in_it)]
    task = await tasks.with_token(turn.transaction, rest)
    if task is None:
        return None
    if name == "where":
        return await _give_address(turn, task)
    if name == "drop":
        return await my_requests.asked_to_withdraw(turn, task)
    return None


async def _give_address(turn: PersonalTurn, task: Task) -> list[Message]:
    return await current.begin(turn, "address", task.token)


async def _task_tapped(turn: PersonalTurn, event: Tapped, name: str, rest: str) -> list[Message]:
    token, _, detail = rest.partition(":")
    task = await tasks.with_token(turn.transaction, token)
    if task is None:
        return [_unknown(turn, event)]
    outcome = await _TASK_TAPS[name](turn, task, detail)
    notice = outcome.notice if isinstance(outcome, Went) else None
    return [AnswerTap(event.tap, turn.person.language, notice), *_say(turn, outcome)]


async def _menu(turn: PersonalTurn, name: str) -> list[Message] | None:
    if name == "mine":
        return [*await my_requests.mine(turn), *await current.asked_again(turn)]
    if name == "language" and turn.asked is not None:
        return offered(turn)
    if name in ("ask", "offer", "language"):
        return await current.begin(turn, name)
    return None


def _say(turn: PersonalTurn, outcome: Outcome) -> list[Message]:
    match outcome:
        case Went(messages=messages):
            return messages
        case Refused(reason=reason):
            return [Say(turn.person, (reason,))]
        case _:
            return [Say(turn.person, (T("not-allowed"),))]


_TYPED: Final = {
    "button-set-off": ("off", Status.CLAIMED),
    "button-done": ("done", Status.ON_THE_WAY),
    "button-hand-back": ("back", None),
}


async def _withdraw_by_words(turn: PersonalTurn, task: Task) -> list[Message]:
    return _say(turn, await my_requests.withdraw(turn, task))


#: What a resident can say of their request.
_TYPED_BY_RESIDENTS: Final = {
    "button-give-address": _give_address,
    "button-withdraw": my_requests.asked_to_withdraw,
    "button-withdraw-yes": _withdraw_by_words,
}


async def typed(turn: PersonalTurn, words: Words) -> list[Message] | None:
    """Take typed words for the button that reads so; None where there is none.

    Where it may mean several tasks they are shown them all, each with its own buttons.
    """
    said = folded(words.text)
    meant = {button for button in _TYPED_BUTTONS if said == _label(turn, button, words.language)}
    for button in meant & _MENU_WORDS.keys():
        return await _menu(turn, _MENU_WORDS[button])
    for button in meant & _TYPED.keys():
        name, status = _TYPED[button]
        held = await tasks.held_by(turn.transaction, turn.person.id)
        able = [task for task in held if status in (None, task.status)]
        if len(able) == 1:
            return _say(turn, await _HELD[name](turn, able[0]))
    for button in meant & _TYPED_BY_RESIDENTS.keys():
        asked = await tasks.unfinished_of(turn.transaction, turn.person.id)
        if len(asked) == 1:
            return await _TYPED_BY_RESIDENTS[button](turn, asked[0])
    return await my_requests.mine(turn) if meant else None


def _label(turn: PersonalTurn, button: str, language: str) -> str:
    return folded(turn.house.texts.say(T(button), language))


_MENU_WORDS: Final = {
    "button-ask": "ask",
    "button-offer": "offer",
    "button-mine": "mine",
    "button-language": "language",
    "button-withdraw-no": "mine",
}
_TYPED_BUTTONS: Final = (*_MENU_WORDS, *_TYPED, *_TYPED_BY_RESIDENTS)
