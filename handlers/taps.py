"""Buttons: each is heard anew against how things stand today; what it carries proves nothing.

A module with buttons of its own names them in a table, and the table here: one line.
"""

from typing import Final

from handlers import current, dialogue
from handlers.afterwards import (
    approving,
    confirming,
    costs,
    how_it_went,
    reciprocity,
    thanks,
    thoughts,
)
from handlers.asking import consent_taps, my_requests, who_saw
from handlers.call_outs import agreeing, replying, roster, stopping, unknown_sends
from handlers.card_line import on_card, writing
from handlers.choose_language import offered, spoken_from_now
from handlers.events import Place, Tapped
from handlers.forgetting import for_whom
from handlers.helping import claiming, handing_back, helping, staying_in_touch
from handlers.house import PersonalTurn
from handlers.keeping import mydata, privacy, staying
from handlers.limits import asking_for_more, lifting
from handlers.messages import AnswerTap, Message, Say
from handlers.numbers import report_taps
from handlers.outcomes import Begins, Outcome, Refused, Went
from handlers.partners import answering, handing_over, received
from handlers.phoned import calls
from handlers.question import Words
from handlers.queue import reading
from handlers.relaying import relay
from handlers.safety import holding, safeguarding
from handlers.scheme import (
    appointing,
    assigning,
    blocking,
    closing_requests,
    coordinating,
    linking,
    reopening_requests,
    request_page,
    role_list,
    setup_menu,
)
from handlers.scheme.scheme_questions import Part
from handlers.start import MENU, menu
from handlers.tapping import Tap, TaskTap
from handlers.texts import T, folded
from handlers.volunteering import check_taps, profile, reviewing
from handlers.waiting import direct_asks
from handlers.weekly import bereavement, weekly_care, weekly_taps
from storage import bots, chats, shown_buttons, tasks
from storage.shown_buttons import ShownButton

_TASK_TAPS: Final[dict[str, TaskTap]] = {
    **helping.TASK_TAPS,
    **direct_asks.TASK_TAPS,
    **confirming.TASK_TAPS,
    **how_it_went.TASK_TAPS,
    **thanks.TASK_TAPS,
    **thoughts.TASK_TAPS,
    **weekly_taps.TASK_TAPS,
    **handing_back.TASK_TAPS,
    **staying_in_touch.TASK_TAPS,
    **my_requests.TASK_TAPS,
    **who_saw.TASK_TAPS,
    **writing.TASK_TAPS,
    **on_card.TASK_TAPS,
    **coordinating.TASK_TAPS,
    **request_page.TASK_TAPS,
    **assigning.TASK_TAPS,
    **closing_requests.TASK_TAPS,
    **reopening_requests.TASK_TAPS,
    **handing_over.TASK_TAPS,
    **received.TASK_TAPS,
    **costs.TASK_TAPS,
    **relay.TASK_TAPS,
    **mydata.TASK_TAPS,
}


#: Buttons with which a resident has had their say, or a coordinator who has just rung them.
_RESIDENTS_WORD: Final = frozenset({"confirm", "disputed", "dropped"})


async def tapped(turn: PersonalTurn, event: Tapped) -> list[Message]:
    """Do what a button stands for, or say why it no longer can be done."""
    if "\0" in event.data:
        # No button of ours holds it, and not every database takes it.
        return [_unknown(turn, event)]
    name, _, rest = event.data.partition(":")
    if name == "claim":
        return await _claim(turn, event, rest)
    if not event.place.is_private:
        if name == linking.LINK:
            return await linking.tapped(turn, event, rest)
        return [_unknown(turn, event)]
    if name == "q":
        return await _answer(turn, event, rest)
    done = await _done(turn, name, rest)
    if done is None:
        return [_unknown(turn, event)]
    notice, messages = done
    return [AnswerTap(event.tap, turn.person.language, notice), *messages]


def _unknown(turn: PersonalTurn, event: Tapped) -> Message:
    return AnswerTap(event.tap, turn.person.language, T("button-unknown"), alert=True)


async def _claim(turn: PersonalTurn, event: Tapped, token: str) -> list[Message]:
    task = await tasks.with_token(turn.transaction, token)
    if task is None or event.place.is_private:
        # No card hangs in a private chat: such a button is a copy, perhaps of another group's card.
        return [_unknown(turn, event)]
    number = event.message
    if number is not None and await _is_of_another_bot(turn, event.place):
        # Cards are known by the numbers of the bot to which the group belongs.
        number = None
    return await claiming.tapped_in_group(turn, event.place, event.tap, number, task)


async def _is_of_another_bot(turn: PersonalTurn, place: Place) -> bool:
    """Say whether a group is reached by another bot than the one that hears of a press there."""
    if len(turn.house.bots) == 1:
        return False
    chat_id = await chats.find(turn.transaction, place.chat)
    if chat_id is None:
        return False
    bot, _ = await bots.of_chat(turn.transaction, chat_id)
    return bot != turn.house.bot


async def _answer(turn: PersonalTurn, event: Tapped, data: str) -> list[Message]:
    """Take a button of a question as its answer; one of an earlier question is asked about anew."""
    stored = turn.asked
    if stored is None:
        notice = AnswerTap(event.tap, turn.person.language)
        return [notice, Say(turn.person, (T("button-old"),), menu())]
    picked = dialogue.button_of(data, dialogue.state_of(stored))
    notice = AnswerTap(event.tap, turn.person.language)
    if picked is None:
        old = (T("button-of-earlier-question"),)
        return [notice, *await current.ask_again(turn, stored, old)]
    return [notice, *await current.hear(turn, stored, picked)]


async def _done(turn: PersonalTurn, name: str, rest: str) -> tuple[T | None, list[Message]] | None:
    """Do what a button outside of questions stands for; None where there is no such button.

    Returns a short notice, where there is one, and what is said.
    """
    if name in _TAPS:
        messages = await _TAPS[name](turn, rest)
        return None if messages is None else (None, messages)
    if name not in _TASK_TAPS:
        return None
    token, _, detail = rest.partition(":")
    task = await tasks.with_token(turn.transaction, token)
    if task is None:
        return None
    outcome = await _TASK_TAPS[name](turn, task, detail)
    if task.by_phone and name in _RESIDENTS_WORD and isinstance(outcome, Went):
        await calls.answered(turn, task)
    if isinstance(outcome, Begins):
        return None, await current.begin(turn, outcome.conversation, outcome.subject)
    notice = outcome.notice if isinstance(outcome, Went) else None
    return notice, _say(turn, outcome)


def _say(turn: PersonalTurn, outcome: Outcome) -> list[Message]:
    match outcome:
        case Went(messages=messages):
            return messages
        case Refused(reason=reason, also=also):
            return [Say(turn.person, (reason,)), *also]
        case _:
            return [Say(turn.person, (T("not-allowed"),))]


async def _menu(turn: PersonalTurn, name: str) -> list[Message] | None:
    if name == "mine":
        return [*await my_requests.mine(turn), *await current.asked_again(turn)]
    if name == "language" and turn.asked is not None:
        return offered(turn)
    if name in ("ask", "offer", "language", "pause", "leave", "name"):
        return await current.begin(turn, name)
    return None


async def _language(turn: PersonalTurn, language: str) -> list[Message] | None:
    if language not in turn.house.texts.languages:
        return None
    in_it, answer = await spoken_from_now(turn, language)
    return [*answer, *await current.asked_again(in_it)]


async def _worry(turn: PersonalTurn, token: str) -> list[Message]:
    return await current.begin(turn, "worry", token)


async def _setup(turn: PersonalTurn, part: str) -> list[Message] | None:
    if part in setup_menu.OF_THEIR_OWN:
        return await current.begin(turn, part)
    return await current.begin(turn, "setup", part) if part in list(Part) else None


#: Buttons that carry no task.
_TAPS: Final[dict[str, Tap]] = {
    **costs.TAPS,
    **approving.TAPS,
    **reciprocity.TAPS,
    **profile.TAPS,
    **relay.TAPS,
    **consent_taps.TAPS,
    **role_list.TAPS,
    **appointing.TAPS,
    **weekly_taps.TAPS,
    **weekly_care.TAPS,
    **bereavement.TAPS,
    **answering.TAPS,
    "menu": _menu,
    "language": _language,
    setup_menu.SETUP: _setup,
    "worry": _worry,
    **safeguarding.TAPS,
    **for_whom.TAPS,
    **holding.TAPS,
    **check_taps.TAPS,
    **staying.TAPS,
    **privacy.TAPS,
    **reviewing.TAPS,
    **reading.TAPS,
    **agreeing.TAPS,
    **replying.TAPS,
    **stopping.TAPS,
    **unknown_sends.TAPS,
    **roster.TAPS,
    **calls.TAPS,
    **blocking.TAPS,
    **report_taps.TAPS,
    **lifting.TAPS,
    **asking_for_more.TAPS,
}


async def typed(turn: PersonalTurn, words: Words) -> list[Message] | None:
    """Take typed words, or a number, for the button that they mean; None where they mean none.

    A number means a button of the newest message. Words that stand on buttons of several tasks
    are answered with all of them, each with its own buttons.
    """
    said = folded(words.text)
    shown = await shown_buttons.newest(turn.transaction, turn.person.id)
    meant = {each.data: None for row in shown for each in row if folded(each.label) == said}
    numbered = _numbered(shown[0]) if shown else {}
    if not meant and said in numbered:
        meant = {numbered[said]: None}
    if len(meant) > 1:
        return await my_requests.mine(turn)
    for data in meant or _menu_button(turn, said, words.language):
        name, _, rest = data.partition(":")
        done = await _done(turn, name, rest)
        if done is None:
            return None
        notice, messages = done
        return messages or [Say(turn.person, (notice or T("not-understood"),))]
    return None


def _numbered(shown: list[ShownButton]) -> dict[str, str]:
    """Return what the numbers mean that somebody may type for the buttons of a message.

    Below words of a neighbour they mean what they say: "two" may be how many loaves.
    """
    if any(each.data.startswith(relay.WITHIN) for each in shown):
        return {}
    return {str(number): each.data for number, each in enumerate(shown, 1)}


def _menu_button(turn: PersonalTurn, said: str, language: str) -> list[str]:
    """Return the button of the menu that words mean, also for somebody who was not shown it."""
    texts = turn.house.texts
    return [data for label, data in MENU if folded(texts.say(label, language)) == said]
