"""What both sides read of a request that was handed over: from whom it came, or where it went."""

from handlers.actions import Actor
from handlers.cards import moment_of
from handlers.house import Turn
from handlers.looking_after import Word
from handlers.messages import Press
from handlers.partners.names import name_of_organisation, organisation_of
from handlers.scheme.request_history import history
from handlers.texts import Line, Personal, PublicName, T
from storage import hand_overs, tasks
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
    lines: list[Line] = [line, await history(turn, task)]
    note = (await tasks.secrets_of(turn.transaction, task)).handover_note
    if note is not None:
        lines.append(Personal("details-note", note=note))
    return Word(lines, buttons)


async def gone_to(turn: Turn, actor: Actor, task: Task) -> T | None:
    """Return where a request went, for those who looked after it before; None for anybody else."""
    area = actor.area
    sent = await hand_overs.some_sent(turn.transaction, task.request, list(area.organisations))
    if sent is None or sent.moved_at is None:
        return None
    if sent.neighbourhood_id is not None and sent.neighbourhood_id not in area.numbers:
        return None
    return T(
        "handed-over",
        reference=PublicName(task.reference),
        organisation=await name_of_organisation(turn, sent.to_id),
        by=moment_of(sent.moved_at, None),
    )
