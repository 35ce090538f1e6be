"""Who may do what. Every permission is asked here, and what is not listed is denied.

A button, a link or a name proves nothing; the sender's numeric account does.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from handlers.kinds import takes_check
from storage.model import Check, Level, Person, Status, Task, Volunteer


class Action(StrEnum):
    """What somebody may want to do."""

    CLAIM = "claim"
    OFFER_TO_BE_CHOSEN = "offer-to-be-chosen"
    SET_OFF = "set-off"
    HAND_BACK = "hand-back"
    FINISH = "finish"
    SEE_REQUEST = "see-request"
    SEE_DOOR = "see-door"
    WITHDRAW = "withdraw"
    GIVE_ADDRESS = "give-address"
    CHOOSE_HELPER = "choose-helper"
    COMPLETE_REQUEST = "complete-request"
    RECORD_CHECK = "record-check"
    SET_UP = "set-up"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the person, and what the service knows of them at this moment."""

    person: Person
    is_owner: bool = False
    volunteer: Volunteer | None = None
    check: Check | None = None


_OWNERS: Final = frozenset(
    {Action.CHOOSE_HELPER, Action.COMPLETE_REQUEST, Action.RECORD_CHECK, Action.SET_UP}
)
_HELPERS: Final = {
    Action.SET_OFF: {Status.CLAIMED},
    Action.HAND_BACK: {Status.CLAIMED, Status.ON_THE_WAY},
    Action.FINISH: {Status.CLAIMED, Status.ON_THE_WAY},
    Action.SEE_REQUEST: {Status.CLAIMED, Status.ON_THE_WAY},
    Action.SEE_DOOR: {Status.ON_THE_WAY},
}
_RESIDENTS: Final = {
    Action.WITHDRAW: set(Status) - {Status.DONE, Status.WITHDRAWN},
    Action.GIVE_ADDRESS: set(Status) - {Status.DONE, Status.WITHDRAWN},
}


def allowed(actor: Actor, action: Action, task: Task | None = None) -> bool:
    """Say whether somebody may do something, to a task where the action is about one."""
    if action in _OWNERS:
        return actor.is_owner
    if task is None:
        return False
    if action in _HELPERS:
        return task.helper_id == actor.person.id and task.status in _HELPERS[action]
    if action in _RESIDENTS:
        return task.resident_id == actor.person.id and task.status in _RESIDENTS[action]
    if action is Action.CLAIM:
        return _may_take(actor, task) and task.level is not Level.ASSIGNED
    if action is Action.OFFER_TO_BE_CHOSEN:
        return _may_take(actor, task) and task.level is Level.ASSIGNED
    return False


def _may_take(actor: Actor, task: Task) -> bool:
    if task.status is not Status.OPEN or task.resident_id == actor.person.id:
        return False
    if actor.volunteer is None or task.kind not in actor.volunteer.kinds:
        return False
    return actor.check is not None or not takes_check(task.kind, task.level)
