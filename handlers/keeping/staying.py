"""Whoever has not been here for long is asked whether they stay; without a word they are forgotten.

Nobody with a role is meant, and nobody for whom anything goes on. Who never agreed to anything goes
without a word.
"""

from typing import Final

from handlers import posting
from handlers.forgetting import doing_it
from handlers.house import PersonalTurn, Turn
from handlers.keeping.readable import lasting
from handlers.messages import Message, Press, Say
from handlers.start import menu
from handlers.tapping import Taps
from handlers.texts import T
from handlers.timed_work import TimedWork
from storage import due_work, erasing, holds, people, silent_people
from storage.outbox import Purpose
from storage.retention import periods

#: Timed work: to ask whom nobody has seen for long, and to forget who never answered; no subject.
SILENT: Final = "silent-people"
#: The button of whoever stays; that they pressed it is all it takes.
STAY: Final = "stay-here"


async def _ask_and_forget(turn: Turn, _subject: int) -> list[Message]:
    """Ask some who were silent for long whether they stay, and forget some who never answered."""
    await silent_people.begin_to_count(turn.transaction, turn.now)
    left_out = {each.id for each in await posting.owners_of(turn)}
    left_out |= set(await holds.held(turn.transaction, turn.now))
    messages: list[Message] = []
    strangers_since = turn.now - periods.NEVER_AGREED.default
    for number in await silent_people.never_agreed(turn.transaction, strangers_since, left_out):
        await doing_it.begin(turn, await people.get(turn.transaction, number))
    asked_before = turn.now - periods.ASKED_TO_STAY.default
    for number in await silent_people.unanswered(turn.transaction, asked_before, left_out):
        last_word = await doing_it.begin(turn, await people.get(turn.transaction, number))
        messages += [] if last_word is None else [last_word]
    messages += await _ask(turn, left_out)
    await _nobody_asks_for_them(turn)
    return messages


async def _ask(turn: Turn, left_out: set[int]) -> list[Message]:
    silent = await silent_people.silent(
        turn.transaction,
        turn.now - turn.house.keeps(periods.VOLUNTEERS),
        turn.now - turn.house.keeps(periods.RESIDENTS),
        left_out,
    )
    answer_within = lasting(periods.ASKED_TO_STAY.default.days)
    lines = (T("stay-asked"), T("stay-otherwise", kept=answer_within))
    buttons = ((Press(T("button-stay"), f"{STAY}:"),),)
    messages: list[Message] = []
    for number in silent:
        await silent_people.note_asked(turn.transaction, number, turn.now)
        person = await people.get(turn.transaction, number)
        messages.append(Say(person, lines, buttons, purpose=Purpose.NEWS))
    return messages


async def _nobody_asks_for_them(turn: Turn) -> None:
    """Forget some whom nobody asks for any more."""
    ended_before = turn.now - periods.NOT_ASKED_FOR.default
    for number in await silent_people.not_asked_for(turn.transaction, ended_before):
        await erasing.erase_helped_person(turn.transaction, number, turn.now)
        await due_work.plan(turn.transaction, doing_it.FORGOTTEN, 0, turn.now)


async def _stays(turn: PersonalTurn, _detail: str) -> list[Message]:
    return [Say(turn.person, (T("stay-noted"),), menu())]


TAPS: Final[Taps] = {STAY: _stays}
TIMED: Final[TimedWork] = {SILENT: _ask_and_forget}
