"""Who holds what: owners see all of it, contacts their organisation's, everybody their own."""

from typing import Final

from handlers.actions import Action, Position
from handlers.actors import actor_of, area_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Press, Say, number_carried
from handlers.permissions import allowed
from handlers.scheme.appointing import (
    ask_others_instead,
    nobody_left,
    position_of,
    question_to,
    to_those_who_appoint,
)
from handlers.scheme.no_longer_theirs import taken_from
from handlers.scheme.role_names import role_name
from handlers.tapping import Taps
from handlers.texts import Line, Personal, T
from storage import invitations, outbox_states, people, roles
from storage.model import Role
from storage.outbox import Purpose
from storage.roles import CARING, Held

#: How many roles are shown at a time.
AT_A_TIME: Final = 20


async def listed(turn: PersonalTurn) -> list[Message]:
    """Return who holds what, as far as this person may end it, and who waits for their word."""
    waiting = await _waiting(turn)
    shown = await _shown(turn, after=0)
    if not shown and not waiting:
        may_invite = allowed(await actor_of(turn), Action.APPOINT)
        return [Say(turn.person, (T("roles-none" if may_invite else "roles-none-yours"),))]
    return [*shown, *waiting]


async def _shown(turn: PersonalTurn, after: int) -> list[Message]:
    """Return a message for each role, with a button that ends it, and one that shows more."""
    actor = await actor_of(turn)
    theirs = [
        each
        for each in await roles.all_held(turn.transaction)
        if each.id > after and allowed(actor, Action.END_ROLE, _position(each))
    ]
    messages: list[Message] = [await _line(turn, each) for each in theirs[:AT_A_TIME]]
    if len(theirs) > AT_A_TIME:
        more = Press(T("button-more-roles"), f"roles-more:{theirs[AT_A_TIME - 1].id}")
        rest = T("roles-more", number=len(theirs) - AT_A_TIME)
        messages.append(Say(turn.person, (rest,), ((more,),)))
    return messages


async def _line(turn: PersonalTurn, held: Held) -> Message:
    role, data = await _role(turn, held), f"role-end:{held.role.value}:{held.person.id}"
    if held.person.id == turn.person.id:
        own = Press(T("button-leave-role"), data)
        return Say(turn.person, (T("roles-held-yours", role=role),), ((own,),))
    line = Personal("roles-held", name=name_of(held.person), role=role)
    return Say(turn.person, (line,), ((Press(T("button-end-role"), data),),))


async def _waiting(turn: PersonalTurn) -> list[Message]:
    """Return the question about everybody who agreed and whom this person may appoint."""
    actor = await actor_of(turn)
    return [
        await question_to(
            turn,
            turn.person,
            each,
            await people.get(turn.transaction, each.used_by),
            Purpose.ANSWER,
        )
        for each in await invitations.waiting(turn.transaction)
        if each.used_by is not None and allowed(actor, Action.APPOINT, position_of(each))
    ]


async def _role(turn: Turn, held: Held) -> T:
    return await role_name(turn, held.role, held.appointed)


def _position(held: Held) -> Position:
    return Position(held.role, held.appointed.organisation_id, held.person.id)


async def _more(turn: PersonalTurn, rest: str) -> list[Message] | None:
    after = number_carried(rest)
    if after is None:
        return None
    return await _shown(turn, after) or [Say(turn.person, (T("roles-none-yours"),))]


async def _found(turn: PersonalTurn, rest: str) -> Held | None:
    """Return the role that a button speaks of, where this person may end it."""
    role, _, person = rest.partition(":")
    number = number_carried(person)
    if number is None or role not in set(Role):
        return None
    found = await roles.find(turn.transaction, number, Role(role))
    if found is None or not allowed(await actor_of(turn), Action.END_ROLE, _position(found)):
        return None
    return found


async def _not_there(turn: PersonalTurn, rest: str) -> list[Message]:
    """Return what is said of a role that has ended, or that somebody cannot end.

    It says nothing of who holds what.
    """
    was_own = rest.rpartition(":")[2] == str(turn.person.id)
    may_end = was_own or allowed(await actor_of(turn), Action.APPOINT)
    return [Say(turn.person, (T("role-ended-already" if may_end else "not-allowed"),))]


async def _asked_to_end(turn: PersonalTurn, rest: str) -> list[Message] | None:
    """Ask whether a role shall really end."""
    held = await _found(turn, rest)
    if held is None:
        return await _not_there(turn, rest)
    role = await _role(turn, held)
    if held.person.id == turn.person.id:
        leave = Press(T("button-leave-role-yes"), f"role-ended:{rest}")
        return [Say(turn.person, (T("role-leave-sure", role=role),), ((leave,),))]
    sure = Press(T("button-end-yes"), f"role-ended:{rest}")
    asked = Personal("role-end-sure", name=name_of(held.person), role=role)
    return [Say(turn.person, (asked,), ((sure,),))]


async def _end(turn: PersonalTurn, rest: str) -> list[Message] | None:
    """End a role; whoever held it hears of it, and everybody who appoints people to such a one."""
    held = await _found(turn, rest)
    if held is None:
        return await _not_there(turn, rest)
    before = await area_of(turn, {held.role: held.appointed})
    if not await roles.end(turn.transaction, held.person.id, held.role, turn.now):
        return await _not_there(turn, rest)
    # What has not reached them may be private to those whom they looked after.
    await outbox_states.give_up_waiting(turn.transaction, held.person.chat_id, turn.now)
    await taken_from(turn, held.person)
    is_own = held.person.id == turn.person.id
    role = await _role(turn, held)
    thanks: list[Line] = [T("role-left-yours" if is_own else "role-ended-yours", role=role)]
    if held.role in CARING:
        thanks.append(T("role-ended-next"))
    thanks.append(T("role-ended-open"))
    told: list[Line] = [
        Personal("role-left" if is_own else "role-ended", name=name_of(held.person), role=role)
    ]
    return [
        Say(held.person, thanks, purpose=Purpose.ANSWER if is_own else Purpose.NEWS),
        *await to_those_who_appoint(turn, _position(held), told),
        *await nobody_left(turn, before),
        *await ask_others_instead(turn, held.person),
    ]


TAPS: Final[Taps] = {"role-end": _asked_to_end, "role-ended": _end, "roles-more": _more}
