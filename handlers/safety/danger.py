"""Words of danger: the emergency numbers come first, a lead is called, and everything goes on."""

from datetime import timedelta
from typing import Final

from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.phoned.draft import on_the_phone_with
from handlers.safety.emergency_lines import numbers_for, written
from handlers.safety.safeguarding import called, changed, readers_of, where
from handlers.texts import Line, Listed, PublicName, T
from handlers.understanding.danger import Danger, danger_in
from handlers.understanding.emergency import EmergencyNumbers
from storage import tasks, worries
from storage.model import Task
from storage.outbox import Purpose
from storage.private import PrivateText
from storage.worries import Worry

#: How long further words of the same person are added to the call that was made.
ONE_CALL: Final = timedelta(minutes=30)
#: How long after the numbers were said in full one line of them is enough.
SAID_LATELY: Final = timedelta(minutes=5)
#: How much of what was typed a lead is shown, in characters; a wording takes no more than 2,500.
SHOWN_AT_MOST: Final = 2000


async def noticed(turn: PersonalTurn, text: str) -> list[Message]:
    """Return what comes before the answer to something typed: nothing, unless it tells of danger.

    Nothing typed is held back: whoever heard it before hears it as well.
    """
    danger = danger_in(text)
    if danger is None:
        return []
    caller = await on_the_phone_with(turn)
    if caller is not None:
        # Whoever is in danger is the one on the phone, not the one who types.
        text = f"({caller.reveal()}) {text}"
    numbers = await numbers_for(turn)
    worry = await worries.latest_danger(turn.transaction, turn.person.id, turn.now - ONE_CALL)
    if worry is None:
        task = await _open_request(turn)
        worry = await worries.add(
            turn.transaction,
            turn.person,
            turn.now,
            task_id=None if task is None else task.id,
            words=_kept("", text),
            is_danger=True,
        )
        lines = await _in_full(turn, worry, danger, numbers)
        return [Say(turn.person, lines, purpose=Purpose.SAFETY), *await called(turn, worry)]
    before = await worries.words_of(turn.transaction, worry)
    words = _kept(before.reveal() if before else "", text)
    await worries.replace_words(turn.transaction, turn.person, worry, words, turn.now)
    if turn.now - worry.updated_at < SAID_LATELY:
        lines = [T("danger-ring-again", numbers=written(numbers)), *_crisis(danger, numbers)]
    else:
        lines = await _in_full(turn, worry, danger, numbers)
    return [Say(turn.person, lines, purpose=Purpose.SAFETY), *await changed(turn, worry)]


async def _open_request(turn: PersonalTurn) -> Task | None:
    """Return the newest request that somebody has a part in, asked for rather than held."""
    asked = await tasks.unfinished_of(turn.transaction, turn.person.id)
    held = await tasks.held_by(turn.transaction, turn.person.id)
    return max(asked or held, key=lambda task: task.id, default=None)


def _kept(before: str, text: str) -> PrivateText:
    newest = text[-SHOWN_AT_MOST:]
    if danger_in(newest) is None:
        newest = text[:SHOWN_AT_MOST]
    return PrivateText(f"{before}\n{newest}".strip()[-SHOWN_AT_MOST:])


async def _in_full(
    turn: PersonalTurn, worry: Worry, danger: Danger, numbers: EmergencyNumbers
) -> list[Line]:
    is_read = bool(await readers_of(turn, worry))
    lines: list[Line] = [T("danger-ring", numbers=written(numbers)), *_crisis(danger, numbers)]
    lines.append(T("danger-lead-called" if is_read else "danger-no-lead"))
    if is_read and await where(turn, worry):
        lines.append(T("danger-lead-sees"))
    return [*lines, T("danger-goes-on")]


def _crisis(danger: Danger, numbers: EmergencyNumbers) -> list[Line]:
    if danger is not Danger.SELF_HARM or not numbers.crisis:
        return []
    return [T("danger-crisis", numbers=Listed(tuple(map(PublicName, numbers.crisis))))]
