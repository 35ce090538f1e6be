"""The question to a resident whether their request may go to another organisation."""

from collections.abc import Sequence

from handlers.house import Turn
from handlers.partners.names import name_of_organisation
from handlers.texts import PublicName, T
from storage.hand_overs import HandOver
from storage.model import Task


async def question_lines(turn: Turn, made: HandOver, task: Task) -> Sequence[T]:
    """Return what a resident is asked, and what follows from their answer."""
    organisation = await name_of_organisation(turn, made.to_id)
    reference = PublicName(task.reference)
    return (
        T("hand-over-question", reference=reference, organisation=organisation),
        T("hand-over-not-before"),
    )
