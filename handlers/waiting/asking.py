"""What a volunteer reads who is asked directly for a request."""

from collections.abc import Sequence

from handlers import posting
from handlers.house import Turn
from handlers.messages import Buttons, ChangeSaid, Message, Press, Say
from handlers.texts import Line, Paragraph, T
from storage import asks, people
from storage.model import Person, Status, Task
from storage.outbox import Purpose


async def question(turn: Turn, task: Task, volunteer: Person) -> Message:
    """Return the question whether a volunteer takes a task."""
    return Say(
        volunteer,
        await _lines(turn, task),
        _buttons(task),
        purpose=Purpose.NEWS,
        label=posting.ask_label(task, volunteer.id),
    )


async def _lines(turn: Turn, task: Task) -> Sequence[Line]:
    return (T("ask-directly"), await _shown(turn, task), T("ask-directly-free"))


async def _shown(turn: Turn, task: Task) -> Paragraph:
    """Return what a group may see of a task: whoever is asked sees no more before they say yes."""
    card = await posting.card_as_it_is(turn, task)
    return Paragraph((*card.description(), T("card-reference", reference=card.reference)))


def _buttons(task: Task) -> Buttons:
    return (
        (Press(T("button-claim"), f"ask-yes:{task.token}"),),
        (Press(T("button-not-this-time"), f"ask-no:{task.token}"),),
    )


async def as_they_read_now(turn: Turn, task: Task) -> list[Message]:
    """Return what brings up to date what was asked of those who have not answered."""
    if task.status is not Status.OPEN:
        return []
    lines = await _lines(turn, task)
    return [
        ChangeSaid(
            await people.get(turn.transaction, number),
            posting.ask_label(task, number),
            lines,
            _buttons(task),
            purpose=Purpose.NEWS,
        )
        for number in await asks.thinking(turn.transaction, task.id)
    ]
