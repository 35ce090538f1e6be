"""What is said to somebody without an app: kept until a coordinator has told them on the phone.

A wording `x` that speaks of buttons or of writing has a sister `x-rung`, to be read on the phone.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from handlers.house import Turn
from handlers.texts import Line, Paragraph, Personal, T, Texts, owners_in
from storage import due_work, rings, silence, tasks
from storage.model import Person, Task
from storage.private import PrivateText

#: Timed work: those who look after somebody without an app are asked to ring them.
RING: Final = "ring"


async def keep(
    turn: Turn,
    to: Person,
    lines: Sequence[Line],
    about: Task | None,
    buttons: Iterable[str],
    *,
    is_urgent: bool,
    is_passed_on: bool = False,
) -> None:
    """Have somebody told on the phone what would be written to anybody else.

    Where it is not said what it is about, the request that one of its `buttons` carries is meant.
    """
    if to.chat_id in await silence.chats_in_peace(turn.transaction):
        return
    words = spoken(turn, to, lines)
    if not words:
        return
    task = await _task(turn, about, buttons)
    number = await rings.put(
        turn.transaction,
        to,
        words,
        turn.now,
        task=task,
        is_urgent=is_urgent,
        is_passed_on=is_passed_on,
    )
    await due_work.plan(turn.transaction, RING, number, turn.now)


def spoken(turn: Turn, to: Person, lines: Sequence[Line]) -> PrivateText:
    """Return what is said to somebody on the phone, in their language."""
    texts = turn.house.texts
    said = texts.say_all([_on_the_phone(each, texts) for each in lines], to.language)
    return PrivateText(said, owners_in(lines))


async def _task(turn: Turn, about: Task | None, buttons: Iterable[str]) -> Task | None:
    if about is not None:
        # As it stands by now: what is said of it may have been put together before it changed.
        return await tasks.get(turn.transaction, about.id)
    for data in buttons:
        token = data.split(":")[1:2]
        task = await tasks.with_token(turn.transaction, *token) if token else None
        if task is not None:
            return task
    return None


def _on_the_phone(line: Line, texts: Texts) -> Line:
    """Return a line as it is read on the phone, where its wording has a sister for that."""
    match line:
        case Paragraph(lines=lines):
            return Paragraph([_on_the_phone(each, texts) for each in lines])
        case T() | Personal() if texts.has(f"{line.id}-rung"):
            return Personal(f"{line.id}-rung", **line.arguments)
        case _:
            return line
