"""Reading the queue: how much waits, then the most urgent things, each with what settles it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.actions import About, Action, Actor, Everywhere, People
from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.looking_after import party_of, sight_of
from handlers.messages import Message, Press, Say
from handlers.permissions import allowed, looks_after
from handlers.queue.item import Cursor, Item, Sort, Source, cursor_of
from handlers.queue.sources import SOURCES
from handlers.tapping import Taps
from handlers.texts import Line, Listed, Paragraph, PublicName, T
from storage import neighbourhoods, roles
from storage.model import Neighbourhood, Repeat, Task
from storage.queue import Mark, Sight

#: How many things are shown at a time.
SHOWN: Final = 5


async def queue(turn: PersonalTurn) -> list[Message]:
    """Return how much waits for the person of the turn, and the most urgent of it."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.READ_QUEUE):
        return [Say(turn.person, (T("not-allowed"),))]
    sight = await _sight(turn, actor)
    counts = {each.sort: await each.count(turn, sight) for each in SOURCES}
    total = sum(counts.values())
    if not total:
        return [Say(turn.person, (T("queue-empty"),))]
    lines = (T("queue-waits", number=total), Paragraph(counted(counts)))
    overview = Say(turn.person, lines, _overview_buttons(turn, counts))
    return [overview, *await _shown(turn, actor, sight, None, total)]


def counted(counts: dict[Sort, int]) -> list[T]:
    """Return a line for each sort of which something waits, the most urgent first."""
    return [T(f"queue-sort-{sort.value}", number=counts[sort]) for sort in Sort if counts.get(sort)]


def _overview_buttons(turn: PersonalTurn, counts: dict[Sort, int]) -> Sequence[Sequence[Press]]:
    """Return a button for what can be settled all at once."""
    number = counts[Sort.OFFER]
    if number <= 1:
        return ()
    until = int(turn.now.timestamp())
    return ((Press(T("button-offers-seen", number=number), f"offers-seen:{until}"),),)


async def _sight(turn: PersonalTurn, actor: Actor) -> Sight:
    """Return what somebody sees, without their own things where somebody else can decide."""
    return replace(sight_of(actor), party=await party_of(turn, turn.person))


async def _more(turn: PersonalTurn, carried: str) -> list[Message] | None:
    """Return what comes after what somebody has been shown; the whole where that is nothing."""
    if not carried:
        return await queue(turn)
    cursor = cursor_of(carried)
    if cursor is None:
        return None
    actor = await actor_of(turn)
    if not allowed(actor, Action.READ_QUEUE):
        return [Say(turn.person, (T("not-allowed"),))]
    return await _shown(turn, actor, await _sight(turn, actor), cursor, None)


async def _shown(
    turn: PersonalTurn, actor: Actor, sight: Sight, after: Cursor | None, total: int | None
) -> list[Message]:
    """Return the next things, and a button for more where there is more."""
    found = await _next(turn, sight, after)
    messages: list[Message] = []
    for _, item in found[:SHOWN]:
        if item.about is None or looks_after(actor, item.about):
            messages += await _placed(turn, actor, item)
    if len(found) > SHOWN:
        source, last = found[SHOWN - 1]
        more = Press(T("button-queue-more"), f"queue:{Cursor(source.sort, last.mark).carried()}")
        messages.append(Say(turn.person, (T("queue-there-is-more"),), ((more,),)))
    elif total is None or total > 1:
        messages.append(Say(turn.person, (T("queue-that-is-all"),)))
    return messages


async def _next(
    turn: PersonalTurn, sight: Sight, after: Cursor | None
) -> list[tuple[Source, Item]]:
    """Return the next things in the order of the queue, one more than is shown if there is one."""
    order = list(Sort)
    found: list[tuple[Source, Item]] = []
    for source in SOURCES:
        mark: Mark | None = None
        if after is not None:
            if order.index(source.sort) < order.index(after.sort):
                continue
            mark = after.mark if source.sort is after.sort else None
        wanted = SHOWN + 1 - len(found)
        found += [(source, item) for item in await source.some(turn, sight, wanted, mark)]
        if len(found) > SHOWN:
            break
    return found


async def _placed(turn: PersonalTurn, actor: Actor, item: Item) -> list[Message]:
    """Return a thing with the name of its place before it, for whoever looks after several."""
    if not actor.is_owner and len(actor.area.numbers) <= 1:
        return list(item.shown)
    line = await _place(turn, item.about)
    if line is None:
        return list(item.shown)
    return [replace(each, lines=(line, *each.lines)) for each in item.shown]


async def _place(turn: PersonalTurn, about: About | None) -> Line | None:
    """Return where something is, and whose it is where it is a partner's."""
    numbers = _numbers(about)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    places = [each for each in everywhere if each.id in numbers]
    names = dict(await roles.organisations_by_name(turn.transaction))
    organisation = names.get(_organisation_of(about, places) or 0)
    areas = Listed(tuple(PublicName(each.name) for each in places))
    if organisation is None:
        return T("queue-place", areas=areas) if places else None
    if not places:
        return T("queue-place-of", organisation=PublicName(organisation))
    return T("queue-places-of", areas=areas, organisation=PublicName(organisation))


def _numbers(about: About | None) -> frozenset[int]:
    match about:
        case Task(neighbourhood_id=int(number)) | Repeat(neighbourhood_id=number):
            return frozenset({number})
        case Neighbourhood(id=number):
            return frozenset({number})
        case People(neighbourhoods=numbers) | Everywhere(neighbourhoods=numbers):
            return numbers
        case _:
            return frozenset()


def _organisation_of(about: About | None, places: Sequence[Neighbourhood]) -> int | None:
    if isinstance(about, Task) and about.organisation_id is not None:
        return about.organisation_id
    return next((each.organisation_id for each in places if each.organisation_id), None)


TAPS: Final[Taps] = {"queue": _more}
