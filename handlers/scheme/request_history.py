"""What has happened with a request, for those who look after it: who had it, and who saw what.

Of what happened before it was handed over by another organisation they read nobody's name.
"""

from datetime import datetime
from typing import Final

from handlers import posting
from handlers.cards import moment_of
from handlers.helping.private_parts import name_of
from handlers.house import Turn
from handlers.partners.names import name_of_organisation
from handlers.texts import Line, Paragraph, Personal, T, Window
from storage import hand_overs, people, reveals, task_changes
from storage.model import Stage, Status, Task
from storage.private import PrivateText
from storage.reveals import Reveal

#: What it is called that somebody had a request and has it no longer.
HAD: Final = "had"
#: How many lines are shown at most; what is older is left out.
MOST: Final = 20
#: What those are shown who look after a request, whoever has it.
OF_READERS: Final = frozenset({Stage.RINGING, Stage.READ, Stage.OUTSIDE})
#: What is shown. That somebody was in danger, or is worried, is for safeguarding leads alone.
SHOWN: Final = frozenset(Stage) - {Stage.DANGER} - reveals.UNTOLD


async def history(turn: Turn, task: Task) -> Line:
    """Return what has happened with a request, the oldest first."""
    home = await posting.home_of(turn, task)
    moves = await hand_overs.moves_of(turn.transaction, task.request)
    named_from = max((each.moved_at for each in moves if each.moved_at), default=None)
    asked = "log-asked-by-phone" if task.by_phone else "log-asked"
    happened: list[tuple[datetime, Line]] = [
        (task.created_at, T(asked, by=moment_of(task.created_at, home)))
    ]
    for move in moves:
        if move.moved_at is not None:
            organisation = await name_of_organisation(turn, move.to_id)
            by = moment_of(move.moved_at, home)
            happened.append((move.moved_at, T("log-moved", organisation=organisation, by=by)))
    for each in _told_once(await reveals.of_task(turn.transaction, task)):
        if each.stage in SHOWN:
            name = await _name(turn, each.person_id, each.at, named_from)
            by = moment_of(each.at, home)
            happened.append((each.at, Personal(f"log-seen-{_what(task, each)}", name=name, by=by)))
    if task.opened_at is not None and task.opened_at > task.created_at:
        happened.append((task.opened_at, T("log-opened", by=moment_of(task.opened_at, home))))
    if task.closed_at is not None:
        by = moment_of(task.closed_at, home)
        happened.append((task.closed_at, await _closed(turn, task, by)))
    if task.confirmed_at is not None and task.closed_as is None:
        by = moment_of(task.confirmed_at, home)
        happened.append((task.confirmed_at, T("log-confirmed", by=by)))
    lines = [line for _, line in sorted(happened, key=lambda each: each[0])]
    return Paragraph([T("log"), *lines[-MOST:]])


def _told_once(some: list[Reveal]) -> list[Reveal]:
    """Return reveals without those of a coordinator who saw the same before."""
    found: dict[tuple[object, ...], Reveal] = {}
    for each in some:
        claim = None if each.stage in OF_READERS else each.claim_number
        found.setdefault((each.person_id, each.stage, claim), each)
    return list(found.values())


def _what(task: Task, reveal: Reveal) -> str:
    is_over = task.helper_id is None or reveal.claim_number != task.claim_number
    return HAD if reveal.stage is Stage.CLAIMED and is_over else reveal.stage.value


async def _name(
    turn: Turn, person_id: int, at: datetime, named_from: datetime | None
) -> PrivateText | T:
    if named_from is not None and at < named_from:
        return T("log-somebody")
    return name_of(await people.get(turn.transaction, person_id))


async def _closed(turn: Turn, task: Task, by: Window) -> Line:
    """Return why a request is finished, and who closed it where a coordinator did."""
    closer = await task_changes.closed_by(turn.transaction, task)
    if task.closed_as is not None and closer is not None:
        name = name_of(await people.get(turn.transaction, closer))
        return Personal("log-closed-by", name=name, why=T(f"closed-as-{task.closed_as}"), by=by)
    if task.status is Status.DONE:
        return T("log-done", by=by)
    return T("log-closed", by=by)
