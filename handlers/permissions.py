"""Who may do what. Every permission is asked here, and what is not listed is denied.

A button, a link or a name proves nothing; the sender's numeric account does.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from handlers.actions import NOTHING, About, Action, Actor, Everywhere, People, Position
from handlers.kinds import takes_check
from storage.model import Level, Neighbourhood, Repeat, Role, Status, Task

OfActor = Callable[[Actor], bool]
OfTask = Callable[[Actor, Task], bool]
OfRepeat = Callable[[Actor, Repeat], bool]
OfAnything = Callable[[Actor, About | None], bool]

_UNFINISHED: Final = (Status.WITH_COORDINATOR, Status.OPEN, Status.CLAIMED, Status.ON_THE_WAY)
_HELD: Final = (Status.CLAIMED, Status.ON_THE_WAY)


def _is_owner(actor: Actor) -> bool:
    return actor.is_owner


def _is_volunteer(actor: Actor) -> bool:
    return actor.volunteer is not None


def looks_after(actor: Actor, about: About | None) -> bool:
    """Say whether something is in the hands of somebody: of an owner it always is.

    About nothing, whether anything is.
    """
    if actor.is_owner:
        return True
    area = actor.area
    match about:
        case None:
            return bool(area.organisations)
        case Task(neighbourhood_id=None, organisation_id=organisation):
            return organisation in area.organisations
        case Task(neighbourhood_id=number) | Repeat(neighbourhood_id=number):
            return number in area.numbers
        case Neighbourhood(id=number):
            return number in area.numbers
        case People(neighbourhoods=numbers):
            return bool(numbers & area.numbers) if numbers else None in area.organisations
        case Everywhere(neighbourhoods=numbers):
            return bool(numbers) and numbers <= area.numbers
        case Position():
            return False


def _looks_after_any(actor: Actor, about: About | None) -> bool:
    # Where it is about nothing, the list that follows shows what is in their hands only.
    return looks_after(actor, about)


def _reads_queue(actor: Actor, about: About | None) -> bool:
    # Leads find the worries there that they may read, and nothing else.
    return Role.LEAD in actor.roles or looks_after(actor, about)


def _looks_after(actor: Actor, about: About | None) -> bool:
    return about is not None and looks_after(actor, about)


def _sets_up(actor: Actor, about: About | None) -> bool:
    # What is new is made by those who look after everything of an organisation.
    return actor.is_owner or (
        bool(actor.area.whole) if about is None else looks_after(actor, about)
    )


#: What a contact may appoint people to, for their own organisation.
APPOINTED_BY_CONTACTS: Final = frozenset({Role.COORDINATOR, Role.COLLEAGUE})


def _appoints(actor: Actor, about: About | None) -> bool:
    if about is None:
        return actor.is_owner or actor.contact_of is not None
    # Nobody says of themself that they are the right person.
    return (
        isinstance(about, Position)
        and about.holder_id != actor.person.id
        and _decides_about(actor, about)
    )


def _invites(actor: Actor, about: About | None) -> bool:
    return about is None and (looks_after(actor, None) or _appoints(actor, None))


def _ends_role(actor: Actor, about: About | None) -> bool:
    return isinstance(about, Position) and (
        about.holder_id == actor.person.id or _decides_about(actor, about)
    )


def _decides_about(actor: Actor, position: Position) -> bool:
    return actor.is_owner or (
        actor.contact_of is not None
        and position.organisation_id == actor.contact_of
        and position.role in APPOINTED_BY_CONTACTS
    )


def _is_colleague(actor: Actor) -> bool:
    return Role.COLLEAGUE in actor.roles


def _leads_or_owns(actor: Actor) -> bool:
    return actor.is_owner or Role.LEAD in actor.roles


def _reads_worry(actor: Actor) -> bool:
    return actor.reads_worry


def _anybody(actor: Actor) -> bool:
    return True


def _took_part(actor: Actor, task: Task) -> bool:
    return actor.took_part


def _helper_while(*statuses: Status) -> OfTask:
    return lambda actor, task: task.helper_id == actor.person.id and task.status in statuses


def speaks_for_resident(actor: Actor, task: Task) -> bool:
    """Say whether somebody's word is that of a resident: their own, or told on the phone.

    A coordinator who helps with the request themself does not speak for its other side as well.
    """
    if task.resident_id == actor.person.id:
        return True
    return task.by_phone and task.helper_id != actor.person.id and looks_after(actor, task)


def _resident_while(*statuses: Status) -> OfTask:
    return lambda actor, task: speaks_for_resident(actor, task) and task.status in statuses


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


def _may_take_line_off(actor: Actor, task: Task) -> bool:
    # Whoever looks after a request sees to it that nothing hangs there that should not.
    is_theirs = speaks_for_resident(actor, task) or looks_after(actor, task)
    return is_theirs and task.status in _UNFINISHED


def _may_set_off(actor: Actor, task: Task) -> bool:
    # A check may end between the day on which a task is taken and the day of the visit.
    return _helper_while(Status.CLAIMED)(actor, task) and _is_checked_for(actor, task)


def _may_have_paid(actor: Actor, task: Task) -> bool:
    # Also whoever handed it back, or for whom it was closed or opened again: helping costs nobody.
    if task.helper_id == actor.person.id:
        return task.status is not Status.CLAIMED
    return actor.was_helper


def _held_it_before(actor: Actor, task: Task) -> bool:
    is_neither_side = actor.person.id not in (task.helper_id, task.resident_id)
    return actor.was_helper and not task.is_finished and is_neither_side


def is_checked_for(actor: Actor, task: Task) -> bool:
    """Say whether somebody has the check that a task takes, good on the day of the visit too."""
    if not takes_check(task.kind, task.level, actor.levels):
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
    Action.CONFIGURE: _is_owner,
    Action.ASK: _anybody,
    Action.OFFER: _anybody,
    Action.READ_OWN_RECORD: _anybody,
    Action.READ_OWN_DATA: _anybody,
    Action.CHANGE_OWN_DATA: _anybody,
    Action.LEAVE: _is_volunteer,
    Action.TAKE_UP_ROLE: _anybody,
    Action.ASK_AS_COLLEAGUE: _is_colleague,
    Action.READ_WORRY: _reads_worry,
    Action.READ_HOLDS: _leads_or_owns,
}
#: What those may do who look after what it is about, and owners.
_CARING: Final[Mapping[Action, OfAnything]] = {
    Action.CHOOSE_HELPER: _looks_after,
    Action.COMPLETE_REQUEST: _looks_after,
    Action.RECORD_CHECK: _looks_after_any,
    Action.SETTLE: _looks_after,
    Action.APPROVE: _looks_after_any,
    Action.END_CONSENT: _looks_after_any,
    Action.END_REPEAT_OF_OTHERS: _looks_after_any,
    Action.DECIDE_COST: _looks_after,
    Action.READ_LEDGER: _looks_after_any,
    Action.READ_QUEUE: _reads_queue,
    Action.REVIEW_OFFER: _looks_after,
    Action.TAKE_BY_PHONE: _looks_after_any,
    Action.TELL_BY_PHONE: _looks_after,
    Action.FORGET_BY_PHONE: _looks_after,
    Action.READ_REQUEST: _looks_after,
    Action.READ_DATA_OF: _looks_after,
    Action.CLOSE_REQUEST: _looks_after,
    Action.REOPEN_REQUEST: _looks_after,
    Action.ASSIGN: _looks_after,
    Action.HAND_OVER: _looks_after,
    Action.BLOCK: _looks_after,
    Action.LIFT_LIMIT: _looks_after,
    Action.MAKE_ENTRY_LINK: _looks_after_any,
    Action.INVITE: _invites,
    Action.CALL_OUT: _looks_after_any,
    Action.READ_NUMBERS: _looks_after_any,
    Action.MAKE_POSTER: _looks_after_any,
    Action.SET_UP: _sets_up,
    Action.APPOINT: _appoints,
    Action.END_ROLE: _ends_role,
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
    Action.LEAVE_NOTE: _held_it_before,
    Action.ANSWER_HAND_OVER: _resident_while(*Status),
    Action.SEE_WHO_SAW: _resident_while(*Status),
    Action.WITHDRAW: _resident_while(*_UNFINISHED),
    Action.GIVE_ADDRESS: _resident_while(*_UNFINISHED),
    Action.ADD_LINE: _resident_while(Status.OPEN),
    Action.TAKE_LINE_OFF: _may_take_line_off,
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


#: What somebody may do even while they are blocked.
_WHILE_BLOCKED: Final = frozenset(
    {
        Action.REPORT_WORRY,
        Action.READ_OWN_RECORD,
        Action.READ_OWN_DATA,
        Action.CHANGE_OWN_DATA,
        Action.WITHDRAW,
        Action.SEE_WHO_SAW,
    }
)


def allowed(actor: Actor, action: Action, about: About | None = None) -> bool:
    """Say whether somebody may do something, and to what where it is about anything."""
    if actor.is_blocked and not actor.is_owner:
        if action not in _WHILE_BLOCKED:
            return False
        # Nothing is in their hands meanwhile.
        actor = replace(actor, area=NOTHING, roles=frozenset(), contact_of=None)
    if action in _ALWAYS:
        return _ALWAYS[action](actor)
    if action in _CARING:
        return _CARING[action](actor, about)
    match about:
        case None:
            return action in _ALONE and _ALONE[action](actor)
        case Task():
            return action in _TASKS and _TASKS[action](actor, about)
        case Repeat():
            return action in _REPEATS and _REPEATS[action](actor, about)
        case _:
            return False
