"""An owner sets up a scheme: the first time part by part, later whatever they choose.

Every part is saved as soon as it is answered, so that nothing is lost wherever somebody stops.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers import dialogue, posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.questions import YesNo
from handlers.safety.whereabouts import zone_of_scheme
from handlers.scheme.new_neighbourhood import founding, make, places_of
from handlers.scheme.scheme_questions import ASKED, LATER, Given, Part, Scheme, Stricter
from handlers.scheme.setup_menu import menu
from handlers.scheme.tightening import set_level
from handlers.settled import put, read, settled
from handlers.texts import Line, Listed, PublicName, T
from storage import neighbourhoods

#: Stands before a part that is asked for the first time, with the others after it.
FIRST: Final = "first:"
#: What is said before a part that begins something new.
_INTRODUCED: Final = {
    Part.NEIGHBOURHOODS: T("setup-now-neighbourhoods"),
    Part.KINDS: T("setup-now-rules"),
}
#: What is asked first of all.
BEGINNING: Final = f"{FIRST}{Part.NAME.value}"


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use; `part` is None where somebody may not set it up."""

    part: Part | None
    is_first: bool
    scheme: Scheme


async def set_up(known: Known) -> Given:
    """Ask for one part of a scheme."""
    part, places = known.part, known.scheme.places
    if part is None:
        return None
    if known.is_first and part is Part.NEIGHBOURHOODS and places.everywhere:
        areas = Listed(tuple(PublicName(each.name) for each in places.everywhere))
        says = (T("ask-neighbourhood-more", areas=areas),)
        if not await YesNo("neighbourhood-more", says=says):
            return None
    return await ASKED[part](known.scheme)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is a part."""
    name = subject.removeprefix(FIRST)
    part = Part(name) if name in list(Part) else None
    actor = await actor_of(turn)
    if part is not None and not allowed(actor, _wanted(part)):
        part = None
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    scheme = Scheme(
        turn.house,
        await places_of(turn),
        zone_of_scheme(turn.house, everywhere),
        await founding(turn),
    )
    return Known(part, subject.startswith(FIRST), scheme)


def _wanted(part: Part) -> Action:
    return Action.SET_UP if part is Part.NEIGHBOURHOODS else Action.CONFIGURE


async def act(turn: PersonalTurn, known: Known, given: Given) -> list[Message]:
    """Save what was said of a part, and go on with the next one, or with the menu."""
    part = known.part
    if part is None:
        return [Say(turn.person, (T("not-allowed"),))]
    named_before = await posting.places_by_home(turn)
    lines, messages = await _saved(turn, known, given)
    may_follow = given is not None and part in (Part.NEIGHBOURHOODS, Part.KINDS)
    if known.is_first and not may_follow:
        walked = (await read(turn.transaction)).walked
        await put(turn.transaction, walked=tuple(dict.fromkeys((*walked, part))))
    turn = replace(turn, house=await settled(turn.transaction, turn.house))
    messages += await posting.cards_named_anew(turn, named_before)
    if known.is_first:
        return [*await _next(turn, known, lines), *messages]
    return [await menu(turn, lines or (T("setup-stays"),)), *messages]


async def _saved(
    turn: PersonalTurn, known: Known, given: Given
) -> tuple[list[Line], list[Message]]:
    match given:
        case None:
            return [], []
        case Stricter(kind=kind, level=level):
            return await set_level(turn, kind, level)
        case tuple():
            return await make(turn, given), []
        case _:
            await put(turn.transaction, **given)
            lines: list[Line] = [T("setup-saved")]
            if "time_zone" in given:
                lines += await _moved_along(turn, known.scheme.time_zone, given["time_zone"])
            return lines, []


async def _moved_along(turn: PersonalTurn, before: str, after: str) -> list[Line]:
    """Change the time zone of neighbourhoods that had the old one of the scheme."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    moved = [each for each in everywhere if each.time_zone == before != after]
    if not moved:
        return []
    await neighbourhoods.change_time_zone(turn.transaction, before, after)
    areas = Listed(tuple(PublicName(each.name) for each in moved))
    return [T("setup-zone-moved", areas=areas)]


async def _next(turn: PersonalTurn, known: Known, before: Sequence[Line]) -> list[Message]:
    part = await first_left(turn)
    if part is None:
        return [await menu(turn, (*before, T("setup-first-done")))]
    is_new = part in _INTRODUCED and part is not known.part
    introduced = (*before, _INTRODUCED[part]) if is_new else before
    return await dialogue.begin(turn, SETUP, f"{FIRST}{part.value}", introduced)


async def first_left(turn: PersonalTurn) -> Part | None:
    """Return the first part that nobody has gone through yet."""
    walked = (await read(turn.transaction)).walked
    return next((part for part in Part if part not in (*walked, *LATER)), None)


async def first_subject(turn: PersonalTurn) -> str | None:
    """Return what an owner is asked first who has not gone through everything; else None."""
    part = await first_left(turn)
    may = allowed(await actor_of(turn), Action.CONFIGURE)
    return f"{FIRST}{part.value}" if part is not None and may else None


SETUP: Final = Conversation("setup", know, set_up, act)
