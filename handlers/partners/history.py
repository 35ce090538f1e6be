"""What those read to whom a request was handed over: from whom it came, and what happened so far.

They read nobody's name: who helped before is somebody else's volunteer.
"""

from handlers.cards import moment_of
from handlers.house import Turn
from handlers.looking_after import Word
from handlers.messages import Press
from handlers.partners.names import name_of_organisation, organisation_of
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from storage import hand_overs, reveals, tasks
from storage.hand_overs import HandOver
from storage.model import Task


async def came_from(turn: Turn, task: Task) -> HandOver | None:
    """Return the hand-over by which a request came to those who have it, or None."""
    moves = await hand_overs.moves_of(turn.transaction, task.request)
    if not moves or not moves[-1].agreed or task.is_finished:
        return None
    return moves[-1] if moves[-1].to_id == await organisation_of(turn, task) else None


async def from_others(turn: Turn, task: Task) -> Word | None:
    """Return what to say of a request that was handed over, and what can be done with it."""
    came = await came_from(turn, task)
    if came is None:
        return None
    line = T(
        "handed-over-to-you",
        reference=PublicName(task.reference),
        organisation=await name_of_organisation(turn, came.from_id),
        kind=T(f"kind-{task.kind.value}"),
    )
    buttons = (
        (Press(T("button-hand-over-outside"), f"handover-outside:{task.token}"),),
        (Press(T("button-hand-over-back"), f"handover-back:{task.token}"),),
    )
    return Word((line, *await history(turn, task)), buttons)


async def history(turn: Turn, task: Task) -> list[Line]:
    """Return when a request was made, taken and handed on, and the note for its next helper."""
    happened = [(task.created_at, T("history-asked", by=moment_of(task.created_at, None)))]
    happened += [
        (at, T("history-claimed", by=moment_of(at, None)))
        for at in await reveals.claims_of(turn.transaction, task)
    ]
    for move in await hand_overs.moves_of(turn.transaction, task.request):
        assert move.moved_at is not None  # noqa: S101 - only those that took place are read
        organisation = await name_of_organisation(turn, move.to_id)
        by = moment_of(move.moved_at, None)
        moved = T("history-moved", organisation=organisation, by=by)
        happened.append((move.moved_at, moved))
    lines: list[Line] = [
        Paragraph([line for _, line in sorted(happened, key=lambda each: each[0])])
    ]
    note = (await tasks.secrets_of(turn.transaction, task)).handover_note
    if note is not None:
        lines.append(Personal("details-note", note=note))
    return lines
