"""Owners and contacts invite people to a role, by a link that works once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict

from handlers.actions import Action, Position
from handlers.actors import actor_of
from handlers.bot_links import link_to_bot
from handlers.cards import DEFAULT_ZONE
from handlers.dialogue import Conversation
from handlers.entering import Enter
from handlers.helping.links import INVITATION
from handlers.house import PersonalTurn
from handlers.limits import entry_links
from handlers.limits.entry_links import EntryWanted, TakenBack
from handlers.messages import Message, Say
from handlers.names import read_organisation
from handlers.permissions import APPOINTED_BY_CONTACTS, allowed
from handlers.questions import Choice, Choose, ChooseSeveral, Confirm
from handlers.scheme.role_names import role_called, role_name
from handlers.texts import Day, PublicName, T
from storage import invitations, neighbourhoods, roles
from storage.entry import Purpose
from storage.invitations import Invitation
from storage.model import Neighbourhood, Role

LASTS: Final = timedelta(days=7)
TOKEN_LENGTH: Final = 16
#: In characters.

#: The roles in the order in which they are offered.
OFFERED: Final = (Role.COORDINATOR, Role.LEAD, Role.CONTACT, Role.COLLEAGUE)


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the partner organisations and the neighbourhoods there are.

    A contact invites for `only`, the organisation that they act for; an owner for any. Whoever
    looks after something makes links for residents and volunteers, whether they appoint or not.
    """

    partners: tuple[tuple[int, str], ...] = ()
    places: tuple[Neighbourhood, ...] = ()
    only: int | None = None
    may_appoint: bool = True
    may_make_links: bool = True


class Appointment(BaseModel):
    """What somebody is to be invited to; without places it is for all of the organisation's.

    `partner` is the name of a partner organisation, or None for the scheme's own.
    """

    model_config = ConfigDict(frozen=True)

    role: Role
    partner: str | None = None
    places: frozenset[int] = frozenset()


#: What came of it; None where somebody may invite nobody.
Wanted = Appointment | EntryWanted | TakenBack | None


async def invite(known: Known) -> Wanted:
    """Ask what somebody is to be invited to, for whom and where."""
    choices = [*_roles(known), *_links(known)]
    if not choices:
        return None
    wanted = await Choose("invite-role", choices)
    match wanted:
        case Role():
            return await _appointment(known, wanted)
        case Purpose():
            return await entry_links.describe(wanted)
        case _:
            return await entry_links.take_back()


def _roles(known: Known) -> list[Choice[Role | Purpose | None]]:
    if not known.may_appoint:
        return []
    offered = [each for each in OFFERED if known.only is None or each in APPOINTED_BY_CONTACTS]
    return [Choice(each.value, each, T(f"role-{each.value}")) for each in offered]


def _links(known: Known) -> list[Choice[Role | Purpose | None]]:
    """Return what lets residents and volunteers in; None stands for taking all of it back."""
    if not known.may_make_links:
        return []
    links: list[Choice[Role | Purpose | None]] = [
        Choice(each.value, each, T(f"button-invite-{each.value}")) for each in Purpose
    ]
    return [*links, Choice("take-back", None, T("button-invite-take-back"))]


async def _appointment(known: Known, role: Role) -> Appointment:
    partner = await _partner(known, role)
    places = await _places(known, partner) if role is Role.COORDINATOR else frozenset()
    named = tuple(PublicName(each.name) for each in known.places if each.id in places)
    shows = (
        T("preview-invite", role=role_called(role, partner, named)),
        T("invite-lasts"),
        T("invite-asked-back"),
    )
    await Confirm("preview-invite", shows=shows, send=T("button-make-link"))
    return Appointment(role=role, partner=partner, places=places)


async def _partner(known: Known, role: Role) -> str | None:
    """Return the name of the partner organisation that it is for; None is the scheme's own."""
    if known.only is not None:
        return dict(known.partners)[known.only]
    if role is Role.LEAD or (role is Role.COORDINATOR and not known.partners):
        return None
    there = [Choice(str(number), name, PublicName(name)) for number, name in known.partners]
    if role is Role.COORDINATOR:
        own: Choice[str | None] = Choice("own", None, T("button-the-scheme"))
        found: str | None = await Choose("invite-organisation", [own, *there])
        return found
    if there:
        new: Choice[str | None] = Choice("new", None, T("button-new-organisation"))
        chosen: str | None = await Choose("invite-organisation", [*there, new])
        if chosen is not None:
            return chosen
    name: str = await Enter("organisation-name", read_organisation)
    return name


async def _places(known: Known, partner: str | None) -> frozenset[int]:
    """Return the neighbourhoods that a coordinator is to look after; none stands for all."""
    number = next((number for number, name in known.partners if name == partner), None)
    owned = [each for each in known.places if each.organisation_id == number]
    if not owned:
        return frozenset()
    everywhere = Choice("all", value=True, label=T("button-all-neighbourhoods"))
    some = Choice("some", value=False, label=T("button-some-neighbourhoods"))
    if await Choose("invite-everywhere", [everywhere, some]):
        return frozenset()
    choices = [Choice(str(each.id), each.id, PublicName(each.name)) for each in owned]
    return await ChooseSeveral("invite-places", choices)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use."""
    actor = await actor_of(turn)
    return Known(
        partners=tuple(await roles.organisations_by_name(turn.transaction)),
        places=tuple(await neighbourhoods.all_of_them(turn.transaction)),
        only=None if actor.is_owner else actor.contact_of,
        may_appoint=allowed(actor, Action.APPOINT),
        may_make_links=allowed(actor, Action.MAKE_ENTRY_LINK),
    )


async def make_link(turn: PersonalTurn, known: Known, wanted: Wanted) -> list[Message]:
    """Keep the invitation, and show its link to whoever asked for it to pass on."""
    match wanted:
        case None:
            return [Say(turn.person, (T("not-allowed"),))]
        case Appointment():
            return await _invitation(turn, wanted)
        case _:
            return await entry_links.make(turn, wanted)


async def _invitation(turn: PersonalTurn, appointment: Appointment) -> list[Message]:
    actor = await actor_of(turn)
    if not allowed(actor, Action.APPOINT):
        return [Say(turn.person, (T("not-allowed"),))]
    partner = await _number_of(turn, appointment.partner)
    if not allowed(actor, Action.APPOINT, Position(appointment.role, partner)):
        return [Say(turn.person, (T("not-allowed"),))]
    made = Invitation(
        token=turn.house.token(TOKEN_LENGTH),
        role=appointment.role,
        organisation_id=partner,
        made_by=turn.person.id,
        expires_at=turn.now + LASTS,
        neighbourhoods=appointment.places,
    )
    await invitations.make(turn.transaction, made, turn.now)
    role = await role_name(turn, made.role, made.appointed)
    link = await link_to_bot(turn, INVITATION + made.token, partner)
    lines = (T("invite-made", role=role, day=written_day(made.expires_at)), PublicName(link))
    return [Say(turn.person, lines)]


async def _number_of(turn: PersonalTurn, partner: str | None) -> int | None:
    """Return the number of a partner organisation, making it where an owner named a new one."""
    if partner is None:
        return None
    return await roles.make_organisation(turn.transaction, partner, turn.now)


def written_day(moment: datetime) -> Day:
    """Return the day of a moment, as it is said where nobody's neighbourhood is meant."""
    return Day(moment.astimezone(DEFAULT_ZONE).date())


INVITE: Final = Conversation("invite", know, invite, make_link)
