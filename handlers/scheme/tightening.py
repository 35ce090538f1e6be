"""Who may take a kind of help is changed: what that means for requests that are there already.

A stricter rule holds at once. What nobody has taken follows it, and whoever holds a request without
the check that it takes now sets off only once they have it. A looser rule is for new requests.
"""

from zoneinfo import ZoneInfo

from handlers import posting
from handlers.actions import Actor
from handlers.cards import DEFAULT_ZONE
from handlers.helping.task_buttons import held_buttons
from handlers.house import Turn
from handlers.kinds import looser_than
from handlers.looking_after import to_coordinators
from handlers.messages import Message, Press, Say
from handlers.permissions import is_checked_for
from handlers.settled import put, read
from handlers.texts import Line, Listed, Personal, PublicName, T
from storage import checks, people, volunteers
from storage.levels import tighten
from storage.model import Kind, Level, Person, Status, Task
from storage.outbox import Purpose
from storage.private import PrivateText


async def set_level(turn: Turn, kind: Kind, level: Level) -> tuple[list[Line], list[Message]]:
    """Set who may take a kind of help; returns what the owner reads, and word to others."""
    before, name = turn.house.levels[kind], T(f"kind-{kind.value}")
    levels = {**(await read(turn.transaction)).levels, kind: level}
    await put(turn.transaction, levels=levels)
    lines: list[Line] = [T("level-saved", kind=name, level=T(f"level-{level.value}"))]
    looser = looser_than(level)
    if before not in looser:
        return lines, []
    changed = await tighten(turn.transaction, kind, level, looser)
    messages: list[Message] = []
    for task in changed:
        if task.status is Status.OPEN:
            messages += await posting.cards_to_change(turn, task)
    if any(task.status is Status.OPEN for task in changed):
        lines.append(T("level-concerns-open"))
    unchecked = [task for task in changed if not await _may_set_off(turn, task, levels)]
    if unchecked:
        references = Listed(tuple(PublicName(task.reference) for task in unchecked))
        lines.append(T("level-concerns-held", references=references))
    for task in unchecked:
        messages += await _told_of_check(turn, task)
    return lines, messages


async def _may_set_off(turn: Turn, task: Task, levels: dict[Kind, Level]) -> bool:
    """Say whether the helper of a task, if one is about to set off, has the check it takes now."""
    if task.status is not Status.CLAIMED or task.helper_id is None:
        return True
    home = await posting.home_of(turn, task)
    zone = ZoneInfo(home.time_zone) if home else DEFAULT_ZONE
    helper = await people.get(turn.transaction, task.helper_id)
    actor = Actor(
        helper,
        zone,
        volunteer=await volunteers.find(turn.transaction, helper.id),
        check=await checks.check_of(turn.transaction, helper.id, turn.now.astimezone(zone).date()),
        levels={**turn.house.levels, **levels},
    )
    return is_checked_for(actor, task)


async def _told_of_check(turn: Turn, task: Task) -> list[Message]:
    """Return word to a helper, and to those who can record a check, that one is wanted now."""
    assert task.helper_id is not None  # noqa: S101 - asked for held tasks only
    helper = await people.get(turn.transaction, task.helper_id)
    kind, reference = T(f"kind-{task.kind.value}"), PublicName(task.reference)
    wanted = T("check-wanted-now", kind=kind, reference=reference)
    theirs = Personal("check-wanted-of", name=_name(helper), kind=kind, reference=reference)
    record = Press(T("button-record-check"), f"check:{helper.id}")
    return [
        Say(helper, (wanted,), held_buttons(task), purpose=Purpose.NEWS),
        *await to_coordinators(turn, task, (theirs,), ((record,),)),
    ]


def _name(helper: Person) -> PrivateText:
    return helper.first_name or PrivateText("…")
