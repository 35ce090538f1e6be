"""Owners appoint people by a link that works once; whoever opens it confirms that they agree."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from handlers import posting
from handlers.actors import actor_of
from handlers.asking.help_request import NAME_LIMIT
from handlers.cards import DEFAULT_ZONE
from handlers.dialogue import Conversation
from handlers.entering import Enter
from handlers.helping.links import INVITATION
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.names import has_plain_signs, tidy_name
from handlers.permissions import Action, allowed
from handlers.questions import Choice, Choose, Confirm, Write, YesNo
from handlers.start import menu
from handlers.texts import Day, Line, Personal, PublicName, T
from storage import people, roles
from storage.model import Role
from storage.private import PrivateText
from storage.roles import Invitation

LASTS: Final = timedelta(days=7)
TOKEN_LENGTH: Final = 16
#: In characters.
ORGANISATION_LIMIT: Final = 64
SIGNS_IN_ORGANISATIONS: Final = "&,/()"


def role_name(role: Role, organisation: str | None) -> T:
    """Return what a role is called."""
    if organisation is None:
        return T(f"role-{role.value}")
    return T(f"role-{role.value}-of", organisation=PublicName(organisation))


# --- Making a link -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Organisations:
    """The names of the partner organisations there are, by their numbers."""

    names: tuple[tuple[int, str], ...]


class Appointment(BaseModel):
    """What somebody is to be invited to, and for which organisation where it is for one."""

    model_config = ConfigDict(frozen=True)

    role: Role
    organisation: str | None = None


async def invite(known: Organisations) -> Appointment:
    """Ask what somebody is to be invited to."""
    choices = [Choice(each.value, each, T(f"role-{each.value}")) for each in Role]
    role = await Choose("invite-role", choices)
    organisation = await _organisation(known) if role is Role.COLLEAGUE else None
    shows = (T("preview-invite", role=role_name(role, organisation)), T("invite-lasts"))
    await Confirm("preview-invite", shows=shows, send=T("button-make-link"))
    return Appointment(role=role, organisation=organisation)


async def _organisation(known: Organisations) -> str:
    choices: list[Choice[str | None]] = [
        Choice(str(number), name, PublicName(name)) for number, name in known.names
    ]
    if choices:
        new: Choice[str | None] = Choice("new", None, T("button-new-organisation"))
        chosen = await Choose("invite-organisation", [*choices, new])
        if chosen is not None:
            return chosen
    name: str = await Enter("organisation-name", _read_organisation)
    return name


def _read_organisation(text: str) -> str | T:
    name = tidy_name(text)
    if len(name) > ORGANISATION_LIMIT:
        return T("problem-too-long", limit=ORGANISATION_LIMIT, length=len(name))
    if not has_plain_signs(name, SIGNS_IN_ORGANISATIONS):
        return T("problem-organisation-signs")
    return name


async def know_organisations(turn: PersonalTurn, subject: str) -> Organisations:
    """Read the partner organisations there are."""
    return Organisations(tuple(await roles.organisations_by_name(turn.transaction)))


async def make_link(
    turn: PersonalTurn, known: Organisations, appointment: Appointment
) -> list[Message]:
    """Keep the invitation, and show its link to the owner to pass on."""
    if not allowed(await actor_of(turn), Action.APPOINT):
        return [Say(turn.person, (T("not-allowed"),))]
    number = None
    if appointment.organisation is not None:
        number = await roles.make_organisation(turn.transaction, appointment.organisation, turn.now)
    token = turn.house.token(TOKEN_LENGTH)
    expires_at = turn.now + LASTS
    made = Invitation(token, appointment.role, number, turn.person.id, expires_at)
    await roles.invite(turn.transaction, made, turn.now)
    link = turn.house.private_chat_link(INVITATION + token)
    return [
        Say(
            turn.person,
            (
                T(
                    "invite-made",
                    role=role_name(appointment.role, appointment.organisation),
                    day=_day(expires_at),
                ),
                PublicName(link),
            ),
        )
    ]


def _day(moment: datetime) -> Day:
    return Day(moment.astimezone(DEFAULT_ZONE).date())


# --- Following a link ----------------------------------------------------------------------------


class Spent(StrEnum):
    """Why an invitation cannot be taken up."""

    UNKNOWN = "unknown"
    USED = "used"
    USED_BY_YOU = "used-by-you"
    TOO_OLD = "too-old"
    YOUR_OWN = "your-own"


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the invitation, or why it cannot be taken up."""

    invitation: Invitation | Spent
    organisation: str | None = None
    name: PrivateText | None = field(default=None, repr=False)


class Accepted(BaseModel):
    """That somebody takes up an invitation, and their first name."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    name: PrivateText


async def invited(known: Known) -> Accepted | None:
    """Say what somebody is invited to, and ask whether they agree; None where they do not."""
    if isinstance(known.invitation, Spent):
        return None
    role = known.invitation.role
    says = (
        T("ask-invited", role=role_name(role, known.organisation)),
        T(f"invited-to-{role.value}"),
        T("invited-kept"),
    )
    if not await YesNo("invited", says=says, yes=T("button-accept"), no=T("button-decline")):
        return None
    name = known.name or await Write("own-name", limit=NAME_LIMIT, one_line=True)
    return Accepted(name=name)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is the token of an invitation."""
    found = await roles.invitation(turn.transaction, subject)
    spent = _spent(turn, found)
    if spent is not None or found is None:
        return Known(spent or Spent.UNKNOWN)
    names = dict(await roles.organisations_by_name(turn.transaction))
    organisation = names[found.organisation_id] if found.organisation_id else None
    return Known(found, organisation, turn.person.first_name)


def _spent(turn: PersonalTurn, invitation: Invitation | None) -> Spent | None:
    if invitation is None:
        return Spent.UNKNOWN
    if invitation.used_by is not None:
        return Spent.USED_BY_YOU if invitation.used_by == turn.person.id else Spent.USED
    if invitation.expires_at <= turn.now:
        return Spent.TOO_OLD
    return Spent.YOUR_OWN if invitation.made_by == turn.person.id else None


async def take_up(turn: PersonalTurn, known: Known, accepted: Accepted | None) -> list[Message]:
    """Appoint whoever agreed, and tell every owner."""
    invitation = known.invitation
    if isinstance(invitation, Spent):
        return [Say(turn.person, (T(f"invitation-{invitation.value}"),), menu())]
    if accepted is None:
        day = _day(invitation.expires_at)
        return [Say(turn.person, (T("invited-declined", day=day),), menu())]
    if not await roles.take_up(turn.transaction, invitation, turn.person.id, turn.now):
        return [Say(turn.person, (T("invitation-used"),), menu())]
    if turn.person.first_name is None:
        await people.set_name(turn.transaction, turn.person, accepted.name)
    role = role_name(invitation.role, known.organisation)
    told = Personal("invited-to-owners", name=accepted.name, role=role)
    lines: tuple[Line, ...] = (
        T("invited-thanks", role=role),
        T(f"invited-next-{invitation.role.value}"),
    )
    return [Say(turn.person, lines), *await posting.to_owners(turn, (told,))]


INVITE: Final = Conversation("invite", know_organisations, invite, make_link)
INVITED: Final = Conversation("invited", know, invited, take_up)
