"""Who holds what: owners see it, and can end it."""

from typing import Final

from handlers import posting
from handlers.actors import actor_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say, number_carried
from handlers.permissions import Action, allowed
from handlers.scheme.inviting import role_name
from handlers.tapping import Taps
from handlers.texts import Personal, T
from storage import roles
from storage.model import Role
from storage.outbox import Purpose
from storage.roles import Held


async def listed(turn: PersonalTurn) -> list[Message]:
    """Return who holds what, one message for each, with a button that ends it."""
    if not allowed(await actor_of(turn), Action.APPOINT):
        return [Say(turn.person, (T("not-allowed"),))]
    held = await roles.all_held(turn.transaction)
    if not held:
        return [Say(turn.person, (T("roles-none"),))]
    return [
        Say(
            turn.person,
            (Personal("roles-held", name=name_of(each.person), role=_role(each)),),
            ((Press(T("button-end-role"), f"role-end:{each.role.value}:{each.person.id}"),),),
        )
        for each in held
    ]


def _role(held: Held) -> T:
    return role_name(held.role, held.organisation)


async def _found(turn: PersonalTurn, rest: str) -> Held | None:
    """Return the role that a button speaks of, or None where nobody holds it (any more)."""
    role, _, person = rest.partition(":")
    number = number_carried(person)
    for each in await roles.all_held(turn.transaction):
        if each.role.value == role and each.person.id == number:
            return each
    return None


async def _asked_to_end(turn: PersonalTurn, rest: str) -> list[Message] | None:
    """Ask whether a role shall really end."""
    if not allowed(await actor_of(turn), Action.APPOINT):
        return [Say(turn.person, (T("not-allowed"),))]
    held = await _found(turn, rest)
    if held is None:
        return [Say(turn.person, (T("role-ended-already"),))]
    sure = Press(T("button-end-yes"), f"role-ended:{rest}")
    asked = Personal("role-end-sure", name=name_of(held.person), role=_role(held))
    return [Say(turn.person, (asked,), ((sure,),))]


async def _end(turn: PersonalTurn, rest: str) -> list[Message] | None:
    """End a role; whoever held it and every owner hear of it."""
    if not allowed(await actor_of(turn), Action.APPOINT):
        return [Say(turn.person, (T("not-allowed"),))]
    held = await _found(turn, rest)
    if held is None or not await roles.end(
        turn.transaction, held.person.id, Role(held.role), turn.now
    ):
        return [Say(turn.person, (T("role-ended-already"),))]
    thanks = T("role-ended-yours", role=_role(held))
    told = Personal("role-ended", name=name_of(held.person), role=_role(held))
    return [
        Say(held.person, (thanks,), purpose=Purpose.NEWS),
        *await posting.to_owners(turn, (told,)),
    ]


TAPS: Final[Taps] = {"role-end": _asked_to_end, "role-ended": _end}
