"""Who acts, with everything that permissions are decided by."""

from handlers.cards import DEFAULT_ZONE
from handlers.house import PersonalTurn
from handlers.permissions import Actor
from storage import people, roles, volunteers


async def actor_of(turn: PersonalTurn) -> Actor:
    """Return the person of a turn as an actor, as things stand at this moment."""
    # A check is good up to the end of its last day, on the calendar of the place.
    today = turn.now.astimezone(DEFAULT_ZONE).date()
    return Actor(
        person=turn.person,
        is_owner=turn.person.account in turn.house.owners,
        volunteer=await volunteers.find(turn.transaction, turn.person.id),
        check=await people.check_of(turn.transaction, turn.person.id, today),
        roles=frozenset(await roles.held_by(turn.transaction, turn.person.id)),
    )
