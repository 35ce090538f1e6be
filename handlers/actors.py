"""Who acts, with everything that permissions are decided by."""

from collections.abc import Mapping

from handlers.actions import NOTHING, Actor, Area
from handlers.house import PersonalTurn, Turn
from handlers.safety.whereabouts import zone_of_person
from storage import blocks, checks, neighbourhoods, roles, volunteers
from storage.model import Role
from storage.roles import CARING, Appointed


async def actor_of(turn: PersonalTurn) -> Actor:
    """Return the person of a turn as an actor, as things stand at this moment."""
    # A check is good up to the end of its last day, on the calendar of the place.
    zone = await zone_of_person(turn)
    today = turn.now.astimezone(zone).date()
    held = await roles.held_by(turn.transaction, turn.person.id)
    return Actor(
        person=turn.person,
        zone=zone,
        is_owner=turn.person.account in turn.house.owners,
        volunteer=await volunteers.find(turn.transaction, turn.person.id),
        check=await checks.check_of(turn.transaction, turn.person.id, today),
        levels=turn.house.levels,
        roles=frozenset(held),
        area=await area_of(turn, held),
        contact_of=held[Role.CONTACT].organisation_id if Role.CONTACT in held else None,
        is_blocked=await blocks.is_blocked(turn.transaction, turn.person.id),
    )


async def area_of(turn: Turn, held: Mapping[Role, Appointed]) -> Area:
    """Return what somebody looks after by the roles that they hold."""
    caring = [each for role, each in held.items() if role in CARING]
    if not caring:
        return NOTHING
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return Area(
        numbers=frozenset(
            place.id
            for place in everywhere
            # What was handed to another organisation since is that one's.
            if any(
                place.organisation_id == each.organisation_id
                and (not each.neighbourhoods or place.id in each.neighbourhoods)
                for each in caring
            )
        ),
        organisations=frozenset(each.organisation_id for each in caring),
        whole=frozenset(each.organisation_id for each in caring if not each.neighbourhoods),
    )
