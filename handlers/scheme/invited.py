"""Somebody follows an invitation to a role, and says whether they agree."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.help_request import NAME_LIMIT
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.questions import Write, YesNo
from handlers.scheme.appointing import ask_whether_right
from handlers.scheme.inviting import written_day
from handlers.scheme.role_names import role_name
from handlers.start import menu
from handlers.texts import Line, T
from storage import invitations, people, roles
from storage.invitations import Invitation
from storage.private import PrivateText


class Spent(StrEnum):
    """Why an invitation cannot be taken up."""

    UNKNOWN = "unknown"
    USED = "used"
    USED_BY_YOU = "used-by-you"
    WAITS = "waits"
    NOT_YOU = "not-you"
    TOO_OLD = "too-old"
    YOUR_OWN = "your-own"
    HELD = "held"
    NOT_NOW = "not-now"


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the invitation, or why it cannot be taken up.

    `role` is what it is to, and `instead_of` what they hold that it would take the place of.
    """

    invitation: Invitation | Spent
    role: T | None = None
    instead_of: T | None = None
    name: PrivateText | None = field(default=None, repr=False)


class Accepted(BaseModel):
    """That somebody takes up an invitation, and their first name."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    name: PrivateText


async def invited(known: Known) -> Accepted | None:
    """Say what somebody is invited to, and ask whether they agree; None where they do not."""
    if isinstance(known.invitation, Spent) or known.role is None:
        return None
    says: list[Line] = [
        T("ask-invited", role=known.role),
        T(f"invited-to-{known.invitation.role.value}"),
    ]
    if known.instead_of is not None:
        says.append(T("invited-instead-of", role=known.instead_of))
    says.append(T("invited-kept"))
    if not await YesNo("invited", says=says, yes=T("button-accept"), no=T("button-decline")):
        return None
    name = known.name or await Write("own-name", limit=NAME_LIMIT, one_line=True)
    return Accepted(name=name)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is the token of an invitation."""
    found = await invitations.find(turn.transaction, subject)
    if found is None:
        return Known(Spent.UNKNOWN)
    spent = await _spent(turn, found)
    if spent is not None:
        return Known(spent)
    held = (await roles.held_by(turn.transaction, turn.person.id)).get(found.role)
    return Known(
        found,
        role=await role_name(turn, found.role, found.appointed),
        instead_of=None if held is None else await role_name(turn, found.role, held),
        name=turn.person.first_name,
    )


async def _spent(turn: PersonalTurn, found: Invitation) -> Spent | None:
    if found.used_by == turn.person.id:
        return _become_of(found)
    if found.used_by is not None:
        return Spent.USED
    if found.expires_at <= turn.now:
        return Spent.TOO_OLD
    if found.made_by == turn.person.id:
        return Spent.YOUR_OWN
    if not allowed(await actor_of(turn), Action.TAKE_UP_ROLE):
        return Spent.NOT_NOW
    held = await roles.held_by(turn.transaction, turn.person.id)
    return Spent.HELD if held.get(found.role) == found.appointed else None


def _become_of(used: Invitation) -> Spent:
    """Return what has become of an invitation that this person took up."""
    if used.answered_at is None:
        return Spent.WAITS
    if used.was_right is None:
        return Spent.TOO_OLD
    return Spent.USED_BY_YOU if used.was_right else Spent.NOT_YOU


async def take_up(turn: PersonalTurn, known: Known, accepted: Accepted | None) -> list[Message]:
    """Note that somebody agreed, and ask whoever invited them whether it is the right person."""
    invitation = known.invitation
    if isinstance(invitation, Spent):
        return [Say(turn.person, (T(f"invitation-{invitation.value}"),), menu())]
    if accepted is None:
        day = written_day(invitation.expires_at)
        return [Say(turn.person, (T("invited-declined", day=day),), menu())]
    if not await invitations.use(turn.transaction, invitation, turn.person.id, turn.now):
        return [Say(turn.person, (T("invitation-used"),), menu())]
    if turn.person.first_name is None:
        await people.set_name(turn.transaction, turn.person, accepted.name)
    person = await people.get(turn.transaction, turn.person.id)
    used = await invitations.find(turn.transaction, invitation.token)
    assert used is not None  # noqa: S101 - it was noted as used a few lines above
    return [
        Say(turn.person, (T("invited-thanks"),)),
        *await ask_whether_right(turn, used, person),
    ]


INVITED: Final = Conversation("invited", know, invited, take_up)
