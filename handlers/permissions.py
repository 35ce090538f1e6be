"""Who may do what. Every permission is asked here, and what is not listed is denied.

A button, a link or a name proves nothing; the sender's numeric account does.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from handlers.kinds import takes_check
from storage.model import Check, Level, Person, Repeat, RepeatStatus, Role, Status, Task, Volunteer


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
    is_owner: bool = False
    volunteer: Volunteer | None = None
    check: Check | None = None
    roles: frozenset[Role] = frozenset()
    #: Whether they were asked directly for the task that this is about.
    was_asked: bool = False
    #: Whether they are on either side of the request that this is about, or were.
    took_part: bool = False
    #: Whether they are among those who may read the worry that this is about.
    reads_worry: bool = False


_OWNERS: Final = frozenset(
    {
        Action.CHOOSE_HELPER,
        Action.COMPLETE_REQUEST,
        Action.RECORD_CHECK,
        Action.SET_UP,
        Action.SETTLE,
        Action.APPROVE,
        Action.APPOINT,
        Action.END_CONSENT,
        Action.END_REPEAT_OF_OTHERS,
        Action.DECIDE_COST,
        Action.READ_LEDGER,
    }
)
_VOLUNTEERS: Final = frozenset({Action.READ_OWN_RECORD, Action.LEAVE})
#: Everybody may say what worries them, about a request where they had a part in it.
_WORRIES: Final = frozenset({Action.REPORT_WORRY, Action.READ_WORRY})
_HELPERS: Final = {
    Action.SET_OFF: {Status.CLAIMED},
    Action.CONFIRM_CONTACT: {Status.CLAIMED, Status.ON_THE_WAY},
    Action.HAND_BACK: {Status.CLAIMED, Status.ON_THE_WAY},
    Action.FINISH: {Status.CLAIMED, Status.ON_THE_WAY},
    Action.SEE_REQUEST: {Status.CLAIMED, Status.ON_THE_WAY},
    Action.SEE_DOOR: {Status.ON_THE_WAY},
    Action.HAND_IN_COST: {Status.ON_THE_WAY, Status.DONE},
}
_RESIDENTS: Final = {
    Action.WITHDRAW: set(Status) - {Status.DONE, Status.WITHDRAWN},
    Action.GIVE_ADDRESS: set(Status) - {Status.DONE, Status.WITHDRAWN},
    Action.REPEAT: {Status.DONE},
}
#: What follows when a helper has said that it is done; some of it only until that is confirmed,
#: some of it on both sides.
_UNCONFIRMED: Final = frozenset({Action.CONFIRM_DONE, Action.DISPUTE})
_BOTH_SIDES: Final = frozenset({Action.SAY_HOW_IT_WENT, Action.SHARE_THOUGHT})
_AFTERWARDS: Final = _UNCONFIRMED | _BOTH_SIDES | {Action.SEND_THANKS}


def allowed(actor: Actor, action: Action, about: Task | Repeat | None = None) -> bool:
    """Say whether somebody may do something, to a task or weekly help where it is about one."""
    if action in _OWNERS:
        return actor.is_owner
    if action is Action.ASK_AS_COLLEAGUE:
        return Role.COLLEAGUE in actor.roles
    if isinstance(about, Repeat):
        return _allowed_with_repeat(actor, action, about)
    task = about
    if action in _VOLUNTEERS:
        return actor.volunteer is not None
    if action in _WORRIES:
        return actor.reads_worry if action is Action.READ_WORRY else task is None or actor.took_part
    if task is None:
        return False
    if action in _HELPERS:
        return task.helper_id == actor.person.id and task.status in _HELPERS[action]
    if action in _RESIDENTS:
        return task.resident_id == actor.person.id and task.status in _RESIDENTS[action]
    if action is Action.ANSWER_ASK:
        return actor.was_asked and task.resident_id != actor.person.id
    if action is Action.LEAVE_NOTE:
        # Whether they held it before is a fact of its own, which the caller looks up.
        return not task.is_finished and actor.person.id not in (task.helper_id, task.resident_id)
    if action in _AFTERWARDS:
        return _may_afterwards(actor, action, task)
    if action is Action.ASK_TO_TALK:
        return task.helper_id == actor.person.id
    if action is Action.WRITE_TO_OTHER_SIDE:
        is_held = task.status in (Status.CLAIMED, Status.ON_THE_WAY)
        return is_held and actor.person.id in (task.resident_id, task.helper_id)
    if action is Action.CLAIM:
        return _may_take(actor, task) and task.level is not Level.ASSIGNED
    if action is Action.OFFER_TO_BE_CHOSEN:
        return _may_take(actor, task) and task.level is Level.ASSIGNED
    return False


def _allowed_with_repeat(actor: Actor, action: Action, repeat: Repeat) -> bool:
    if action is Action.ASK_TO_TALK:
        # Whoever came, or was wished for, still may when it has ended.
        return actor.person.id in (repeat.helper_id, repeat.wished_id)
    if repeat.status is RepeatStatus.ENDED:
        return False
    if action is Action.ANSWER_WISH:
        return repeat.wished_id == actor.person.id
    if action is Action.OPEN_REPEAT:
        return repeat.resident_id == actor.person.id
    if action in (Action.CHANGE_REPEAT, Action.END_REPEAT):
        return actor.person.id in (repeat.resident_id, repeat.helper_id)
    return False


def _may_afterwards(actor: Actor, action: Action, task: Task) -> bool:
    if task.status is not Status.DONE:
        return False
    if task.resident_id == actor.person.id:
        # Until a resident has said that it is done there is nothing to say about how it went.
        return (task.confirmed_at is None) is (action in _UNCONFIRMED)
    return task.helper_id == actor.person.id and action in _BOTH_SIDES


def _may_take(actor: Actor, task: Task) -> bool:
    if task.status is not Status.OPEN or task.resident_id == actor.person.id:
        return False
    if actor.volunteer is None or task.kind not in actor.volunteer.kinds:
        return False
    return actor.check is not None or not takes_check(task.kind, task.level)
