"""What roles are called, with what they are held for."""

from handlers.house import Turn
from handlers.texts import Listed, PublicName, T
from storage import neighbourhoods, roles
from storage.model import Role
from storage.roles import Appointed


async def role_name(turn: Turn, role: Role, appointed: Appointed) -> T:
    """Return what a role is called, such as "Coordinator for Albion"."""
    partners = dict(await roles.organisations_by_name(turn.transaction))
    number = appointed.organisation_id
    places = tuple(
        PublicName(each.name)
        for each in await neighbourhoods.all_of_them(turn.transaction)
        if each.id in appointed.neighbourhoods
    )
    return role_called(role, None if number is None else partners[number], places)


def role_called(role: Role, organisation: str | None, places: tuple[PublicName, ...] = ()) -> T:
    """Return what a role for an organisation is called; None is the scheme's own."""
    if places and organisation is not None:
        partner = PublicName(organisation)
        return T("role-coordinator-at-of", areas=Listed(places), organisation=partner)
    if places:
        return T("role-coordinator-at", areas=Listed(places))
    if organisation is not None:
        return T(f"role-{role.value}-of", organisation=PublicName(organisation))
    if role is Role.COORDINATOR:
        return T("role-coordinator-of-all")
    return T(f"role-{role.value}")
