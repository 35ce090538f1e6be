"""The buttons below whatever is said about a request: what its helper and its resident can do."""

from handlers.messages import Buttons, Press
from handlers.texts import T
from storage.model import Status, Task


def held_buttons(task: Task) -> Buttons:
    """Return what the helper of a task can do with it next."""
    stamp = f"{task.token}:{task.claim_number}"
    hand_back = Press(T("button-hand-back"), f"back:{stamp}")
    if task.status is Status.CLAIMED:
        return ((Press(T("button-set-off"), f"off:{stamp}"),), (hand_back,))
    return ((Press(T("button-done"), f"done:{stamp}"),), (hand_back,))


def resident_buttons(task: Task, *, is_incomplete: bool) -> Buttons:
    """Return what a resident can do with a request that is not finished."""
    rows: list[list[Press]] = []
    if is_incomplete:
        rows.append([Press(T("button-give-address"), f"where:{task.token}")])
    rows.append([Press(T("button-withdraw"), f"drop:{task.token}")])
    return rows
