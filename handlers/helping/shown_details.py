"""The private parts of a request in the chats of those who were shown them, and their way back.

What its helper was shown is found by `details_label`, what those who look after it were shown by
`read_label`. Both are taken back: the helper's when their claim ends, the others' when the request
is finished, and when they look after it no longer.
"""

from collections.abc import Sequence

from handlers.helping.private_parts import details_label, read_label
from handlers.house import Turn
from handlers.messages import Message, PrivateButtons, Say, TakeSaidBack
from handlers.outgoing import keep
from handlers.texts import Line, PublicName, T
from storage import outbox_changes, people, relay, reveals
from storage.model import Person, Stage, Task
from storage.outbox import Purpose
from storage.retention import periods


async def shown_to_reader(
    turn: Turn,
    task: Task,
    reader: Person,
    lines: Sequence[Line],
    buttons: PrivateButtons = (),
    purpose: Purpose = Purpose.ANSWER,
    stage: Stage = Stage.READ,
) -> Say:
    """Return private parts of a request for somebody who looks after it; that is noted."""
    await reveals.record(turn.transaction, task, reader.id, stage, turn.now)
    label = read_label(task, reader)
    return Say(reader, lines, buttons, purpose=purpose, protect=True, label=label)


def closed_details(helper: Person, task: Task, text: T) -> Message:
    """Return what takes back all that a helper was shown of a task; `text` stays of what is old."""
    return TakeSaidBack(helper, details_label(task), (text,))


async def taken_from_readers(turn: Turn, task: Task) -> None:
    """Take back what those were shown of a task who look after it, or did."""
    for label, chat_id in await outbox_changes.labelled_within(
        turn.transaction, f"details:{task.id}:read:"
    ):
        reader = await people.with_chat(turn.transaction, chat_id)
        if reader is not None:
            await keep(turn, [TakeSaidBack(reader, label, (gone(task),), Purpose.NEWS)])


async def taken_from_both_sides(turn: Turn) -> None:
    """Take back what both sides of requests wrote to each other, where it was forgotten."""
    for label, chat_id in await outbox_changes.labelled_within(
        turn.transaction, outbox_changes.FORGOTTEN
    ):
        reader = await people.with_chat(turn.transaction, chat_id)
        if reader is not None:
            words = (T("relay-gone"),)
            await keep(turn, [TakeSaidBack(reader, label, words, Purpose.NEWS)])


def gone(task: Task) -> T:
    """Return what stands in the place of private parts that can only be written over."""
    return T("details-gone", reference=PublicName(task.reference))


async def not_taken_back(turn: Turn, task: Task) -> list[Line]:
    """Return what a helper hears, once for each claim, about what no service can take back."""
    lines: list[Line] = [T("details-not-taken-back")]
    if await relay.was_written(turn.transaction, task):
        lines.append(T("details-relay-stays", days=turn.house.keeps(periods.RELAY).days))
    return lines
