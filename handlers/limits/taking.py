"""How much a volunteer may take, and what they hear who took as much as they may for now."""

from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.limits import lifting
from handlers.messages import Message
from handlers.outcomes import Refused
from handlers.safety.whereabouts import zone_of_person
from handlers.texts import Personal, T, Window
from storage import limits
from storage.limits import Claiming, NoShows, Reached
from storage.model import Task


def limits_of(turn: Turn) -> Claiming:
    """Return how much anybody may take at this moment."""
    house = turn.house
    return Claiming(house.claims_a_day, house.reveals_a_day, no_shows_of(turn))


def no_shows_of(turn: Turn) -> NoShows:
    """Return how often anybody may have been missed at this moment."""
    return NoShows(turn.house.no_shows_at_most, turn.now)


async def why_not_take(turn: PersonalTurn, task: Task) -> Refused | None:
    """Return the limit that keeps whoever acts from taking a task, or None where none does."""
    found = await limits.why_not(turn.transaction, task, turn.person.id, limits_of(turn))
    if found is None:
        return None
    if found.what is Reached.NO_SHOWS:
        return Refused(T("limit-talk-first"))
    until = found.until.astimezone(await zone_of_person(turn))
    by = Window(until, until)
    if found.what is None:
        return Refused(T("limit-claims", number=turn.house.claims_a_day, by=by))
    reason = T("limit-reveals", number=turn.house.reveals_a_day, by=by)
    return Refused(reason, await _asked_about(turn))


async def why_not_be_chosen(turn: PersonalTurn) -> Refused | None:
    """Return why whoever acts cannot say that they could do something; None where they can."""
    until = await limits.missed_too_often(turn.transaction, turn.person.id, no_shows_of(turn))
    return None if until is None else Refused(T("limit-talk-first"))


async def _asked_about(turn: PersonalTurn) -> list[Message]:
    """Return word to those who look after a volunteer who has seen many requests in a day."""
    seen, kept = await limits.seen_lately(turn.transaction, turn.person.id, turn.now)
    name = name_of(turn.person)
    line = Personal("limit-reveals-to-coordinators", name=name, number=seen, taken=kept)
    how = T("limit-reveals-settle")
    return await lifting.word_of(turn, turn.person, Reached.REVEALS, (line, how)) or []
