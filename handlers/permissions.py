"""Who may do what. Every permission is asked here, and what is not listed is denied.

A button, a link or a name proves nothing; the sender's numeric account does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from handlers.kinds import takes_check
from storage.model import Check, Level, Person, Repeat, Role, Status, Task, Volunteer


class Action(StrEnum):
    """What somebody may want to do."""

    CLAIM = "claim"
    ANSWER_ASK = "answer-ask"
    OFFER_TO_BE_CHOSEN = "offer-to-be-chosen"
    SET_OFF = "set-off"
    CONFIRM_CONTACT = "confirm-contact"
    HAND_BACK = "hand-back"
    WRITE_TO_OTHER_SIDE = "write-to-other-side"
    LEAVE_NOTE = "leave-note"
    FINISH = "finish"
    SEE_REQUEST = "see-request"
    SEE_DOOR = "see-door"
    WITHDRAW = "withdraw"
    GIVE_ADDRESS = "give-address"
    CHOOSE_HELPER = "choose-helper"
    COMPLETE_REQUEST = "complete-request"
    RECORD_CHECK = "record-check"
    SET_UP = "set-up"
    CONFIRM_DONE = "confirm-done"
    DISPUTE = "dispute"
    SETTLE = "settle"
    SEND_THANKS = "send-thanks"
    SAY_HOW_IT_WENT = "say-how-it-went"
    SHARE_THOUGHT = "share-thought"
    APPROVE = "approve"
    APPOINT = "appoint"
    END_CONSENT = "end-consent"
    ASK_AS_COLLEAGUE = "ask-as-colleague"
    REPEAT = "repeat"
    ANSWER_WISH = "answer-wish"
    OPEN_REPEAT = "open-repeat"
    CHANGE_REPEAT = "change-repeat"
    END_REPEAT = "end-repeat"
    END_REPEAT_OF_OTHERS = "end-repeat-of-others"
    ASK_TO_TALK = "ask-to-talk"
    HAND_IN_COST = "hand-in-cost"
    DECIDE_COST = "decide-cost"
    READ_LEDGER = "read-ledger"
    READ_OWN_RECORD = "read-own-record"
    LEAVE = "leave"
    REPORT_WORRY = "report-worry"
    READ_WORRY = "read-worry"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the person, and what the service knows of them at this moment."""

    person: Person
    #: Where days are counted.
    zone: ZoneInfo
    is_owner: bool = False
    volunteer: Volunteer | None = None
    check: Check | None = None
    roles: frozenset[Role] = frozenset()
    #: Whether they hold the request that this is about, or held it before.
    was_helper: bool = False
    #: Whether they were asked directly for the task that this is about.
    was_asked: bool = False
    #: Whether they are on either side of the request that this is about, or were.
    took_part: bool = False
    #: Whether they are among those who may read the worry that this is about.
    reads_worry: bool = False


OfActor = Callable[[Actor], bool]
OfTask = Callable[[Actor, Task], bool]
OfRepeat = Callable[[Actor, Repeat], bool]

_UNFINISHED: Final = (Status.WITH_COORDINATOR, Status.OPEN, Status.CLAIMED, Status.ON_THE_WAY)
_HELD: Final = (Status.CLAIMED, Status.ON_THE_WAY)


def _is_owner(actor: Actor) -> bool:
    return actor.is_owner


def _is_volunteer(actor: Actor) -> bool:
    return actor.volunteer is not None


def _is_colleague(actor: Actor) -> bool:
    return Role.COLLEAGUE in actor.roles


def _reads_worry(actor: Actor) -> bool:
    return actor.reads_worry


def _anybody(actor: Actor) -> bool:
    return True


def _took_part(actor: Actor, task: Task) -> bool:
    return actor.took_part


def _helper_while(*statuses: Status) -> OfTask:
    return lambda actor, task: task.helper_id == actor.person.id and task.status in statuses


def _resident_while(*statuses: Status) -> OfTask:
    return lambda actor, task: task.resident_id == actor.person.id and task.status in statuses


def _either_side_while(*statuses: Status) -> OfTask:
    helper, resident = _helper_while(*statuses), _resident_while(*statuses)
    return lambda actor, task: helper(actor, task) or resident(actor, task)


def _resident_until_confirmed(actor: Actor, task: Task) -> bool:
    return _resident_while(Status.DONE)(actor, task) and task.confirmed_at is None


def _resident_once_confirmed(actor: Actor, task: Task) -> bool:
    return _resident_while(Status.DONE)(actor, task) and task.confirmed_at is not None


def _either_side_afterwards(actor: Actor, task: Task) -> bool:
    # Until a resident has said that it is done there is nothing to say about how it went.
    return _helper_while(Status.DONE)(actor, task) or _resident_once_confirmed(actor, task)


def _is_checked_for(actor: Actor, task: Task) -> bool:
    return is_checked_for(actor, task)


def _may_set_off(actor: Actor, task: Task) -> bool:
    # A check may end between the day on which a task is taken and the day of the visit.
    return _helper_while(Status.CLAIMED)(actor, task) and _is_checked_for(actor, task)


def _may_have_paid(actor: Actor, task: Task) -> bool:
    # Also whoever handed it back, or for whom it was closed or opened again: helping costs nobody.
    if task.helper_id == actor.person.id:
        return task.status is not Status.CLAIMED
    return actor.was_helper


def _neither_side(actor: Actor, task: Task) -> bool:
    # Whether they held it before is a fact of its own, which the caller looks up.
    return not task.is_finished and actor.person.id not in (task.helper_id, task.resident_id)


def is_checked_for(actor: Actor, task: Task) -> bool:
    """Say whether somebody has the check that a task takes, good on the day of the visit too."""
    if not takes_check(task.kind, task.level):
        return True
    day = task.window_end.astimezone(actor.zone).date()
    return actor.check is not None and actor.check.expires_on >= day


def _may_take(actor: Actor, task: Task) -> bool:
    if task.status is not Status.OPEN or task.resident_id == actor.person.id:
        return False
    if actor.volunteer is None or task.kind not in actor.volunteer.kinds:
        return False
    return _is_checked_for(actor, task)


def _may_claim(actor: Actor, task: Task) -> bool:
    return _may_take(actor, task) and task.level is not Level.ASSIGNED


def _may_be_chosen(actor: Actor, task: Task) -> bool:
    return _may_take(actor, task) and task.level is Level.ASSIGNED


#: What is allowed whatever it is about.
_ALWAYS: Final[Mapping[Action, OfActor]] = {
    Action.CHOOSE_HELPER: _is_owner,
    Action.COMPLETE_REQUEST: _is_owner,
    Action.RECORD_CHECK: _is_owner,
    Action.SET_UP: _is_owner,
    Action.SETTLE: _is_owner,
    Action.APPROVE: _is_owner,
    Action.APPOINT: _is_owner,
    Action.END_CONSENT: _is_owner,
    Action.END_REPEAT_OF_OTHERS: _is_owner,
    Action.DECIDE_COST: _is_owner,
    Action.READ_LEDGER: _is_owner,
    Action.READ_OWN_RECORD: _anybody,
    Action.LEAVE: _is_volunteer,
    Action.ASK_AS_COLLEAGUE: _is_colleague,
    Action.READ_WORRY: _reads_worry,
}
#: What is allowed where it is about nothing.
_ALONE: Final[Mapping[Action, OfActor]] = {Action.REPORT_WORRY: _anybody}
_TASKS: Final[Mapping[Action, OfTask]] = {
    Action.CLAIM: _may_claim,
    Action.OFFER_TO_BE_CHOSEN: _may_be_chosen,
    Action.ANSWER_ASK: lambda actor, task: actor.was_asked and task.resident_id != actor.person.id,
    Action.SET_OFF: _may_set_off,
    Action.CONFIRM_CONTACT: _helper_while(*_HELD),
    Action.HAND_BACK: _helper_while(*_HELD),
    Action.FINISH: _helper_while(*_HELD),
    Action.SEE_REQUEST: _helper_while(*_HELD),
    Action.SEE_DOOR: _helper_while(Status.ON_THE_WAY),
    Action.HAND_IN_COST: _may_have_paid,
    Action.ASK_TO_TALK: _helper_while(*Status),
    Action.LEAVE_NOTE: _neither_side,
    Action.WITHDRAW: _resident_while(*_UNFINISHED),
    Action.GIVE_ADDRESS: _resident_while(*_UNFINISHED),
    Action.REPEAT: _resident_while(Status.DONE),
    Action.CONFIRM_DONE: _resident_until_confirmed,
    Action.DISPUTE: _resident_until_confirmed,
    Action.SEND_THANKS: _resident_once_confirmed,
    Action.SAY_HOW_IT_WENT: _either_side_afterwards,
    Action.SHARE_THOUGHT: _either_side_afterwards,
    Action.WRITE_TO_OTHER_SIDE: _either_side_while(*_HELD),
    Action.REPORT_WORRY: _took_part,
}
_REPEATS: Final[Mapping[Action, OfRepeat]] = {
    # Whoever came, or was wished for, still may when it has ended.
    Action.ASK_TO_TALK: lambda actor, repeat: (
        actor.person.id in (repeat.helper_id, repeat.wished_id)
    ),
    Action.ANSWER_WISH: lambda actor, repeat: (
        not repeat.is_ended and repeat.wished_id == actor.person.id
    ),
    Action.OPEN_REPEAT: lambda actor, repeat: (
        not repeat.is_ended and repeat.resident_id == actor.person.id
    ),
    **dict.fromkeys(
        (Action.CHANGE_REPEAT, Action.END_REPEAT),
        lambda actor, repeat: (
            not repeat.is_ended and actor.person.id in (repeat.resident_id, repeat.helper_id)
        ),
    ),
}


def allowed(actor: Actor, action: Action, about: Task | Repeat | None = None) -> bool:
    """Say whether somebody may do something, to a task or weekly help where it is about one."""
    if action in _ALWAYS:
        return _ALWAYS[action](actor)
    match about:
        case None:
            return action in _ALONE and _ALONE[action](actor)
        case Task():
            return action in _TASKS and _TASKS[action](actor, about)
        case Repeat():
            return action in _REPEATS and _REPEATS[action](actor, about)
