"""Who acts, with everything that permissions are decided by."""

from handlers.house import PersonalTurn
from handlers.permissions import Actor
from handlers.safety.whereabouts import zone_of_person
from storage import people, roles, volunteers


async def actor_of(turn: PersonalTurn) -> Actor:
    """Return the person of a turn as an actor, as things stand at this moment."""
    # A check is good up to the end of its last day, on the calendar of the place.
    zone = await zone_of_person(turn)
    today = turn.now.astimezone(zone).date()
    return Actor(
        person=turn.person,
        zone=zone,
        is_owner=turn.person.account in turn.house.owners,
        volunteer=await volunteers.find(turn.transaction, turn.person.id),
        check=await people.check_of(turn.transaction, turn.person.id, today),
        roles=frozenset(await roles.held_by(turn.transaction, turn.person.id)),
    )
