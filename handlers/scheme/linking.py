"""A group, or one topic of it, is linked to a neighbourhood, whose cards it shows from then on."""

from collections.abc import Sequence
from typing import Final

from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.announcing import caught_up
from handlers.delivery import reachable_again
from handlers.events import Place, Tapped
from handlers.house import PersonalTurn
from handlers.messages import AnswerTap, Buttons, Message, Press, Say, SayInGroup, number_carried
from handlers.names import tidy_name
from handlers.permissions import allowed
from handlers.safety.whereabouts import zone_of_scheme
from handlers.scheme.neighbourhood_questions import problem_of_name
from handlers.texts import PublicLine, PublicName, T
from storage import chats, neighbourhoods
from storage.model import Group, Neighbourhood

#: What a button carries that links the group in which it stands: this and a neighbourhood.
LINK: Final = "link"
#: Of neighbourhoods that are offered as buttons.
MOST_OFFERED: Final = 12
COLUMNS: Final = 2
_Said = tuple[Sequence[PublicLine], Buttons]


async def link(turn: PersonalTurn, place: Place, name: str) -> list[Message]:
    """Let a group carry the cards of the neighbourhood of that name, made where it is new.

    Without a name, those that somebody may choose are offered.
    """
    if place.is_private:
        return [Say(turn.person, (T("link-in-group"),))]
    actor = await actor_of(turn)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    theirs = [each for each in everywhere if allowed(actor, Action.SET_UP, each)]
    name = tidy_name(name)
    if not theirs and not allowed(actor, Action.SET_UP):
        return [await _said_there(turn, place, (T("link-not-allowed"),))]
    if not name:
        return [await _said_there(turn, place, *_offered(theirs))]
    problem = problem_of_name(name)
    if problem is not None:
        return [await _said_there(turn, place, (problem, T("link-again")))]
    area = next((each for each in everywhere if each.name.casefold() == name.casefold()), None)
    if area is None:
        return await _made_and_linked(turn, place, actor, name)
    return await _linked(turn, place, actor, area)


async def tapped(turn: PersonalTurn, event: Tapped, rest: str) -> list[Message]:
    """Link the group in which somebody tapped the name of a neighbourhood."""
    number = number_carried(rest)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    area = next((each for each in everywhere if each.id == number), None)
    actor = await actor_of(turn)
    language = turn.person.language
    if area is None:
        return [AnswerTap(event.tap, language, T("button-unknown"), alert=True)]
    if not allowed(actor, Action.SET_UP, area):
        return [AnswerTap(event.tap, language, T("link-not-allowed"), alert=True)]
    return [
        AnswerTap(event.tap, language),
        *await _linked(turn, event.place, actor, area),
    ]


def _offered(theirs: Sequence[Neighbourhood]) -> _Said:
    if not theirs:
        return (T("link-how-first"),), ()
    buttons = [Press(PublicName(each.name), f"{LINK}:{each.id}") for each in theirs[:MOST_OFFERED]]
    rows = [buttons[start : start + COLUMNS] for start in range(0, len(buttons), COLUMNS)]
    return (T("link-which"), T("link-how")), rows


async def _made_and_linked(
    turn: PersonalTurn, place: Place, actor: Actor, name: str
) -> list[Message]:
    """Link a group to a neighbourhood that is made for it, if they may make one."""
    if not allowed(actor, Action.SET_UP):
        return [await _said_there(turn, place, (T("link-unknown-name", area=PublicName(name)),))]
    held = await _held_by_others(turn, place, actor)
    if held is not None:
        return [held]
    zone = zone_of_scheme(turn.house, await neighbourhoods.all_of_them(turn.transaction))
    # For whom of several it is made can be chosen in private, with /setup.
    partners = [each for each in actor.area.whole if each is not None]
    is_own = actor.is_owner or None in actor.area.whole
    organisation = None if is_own else min(partners)
    number = await neighbourhoods.make(turn.transaction, name, zone, turn.now, organisation)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    area = next(each for each in everywhere if each.id == number)
    return await _linked(turn, place, actor, area, is_new=True)


async def _linked(
    turn: PersonalTurn, place: Place, actor: Actor, area: Neighbourhood, *, is_new: bool = False
) -> list[Message]:
    """Link a group to a neighbourhood that they may set up, unless another one holds it."""
    if not allowed(actor, Action.SET_UP, area) and not is_new:
        return [await _said_there(turn, place, (T("link-not-yours", area=PublicName(area.name)),))]
    held_by_others = await _held_by_others(turn, place, actor)
    if held_by_others is not None:
        return [held_by_others]
    chat_id = await chats.remember(
        turn.transaction, place.chat, is_private=False, bot=turn.house.bot
    )
    before = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    here, held = await _held(turn, place)
    language = here.language if here else turn.person.language
    elsewhere = next((group for group in before if group.neighbourhood_id == area.id), None)
    said = _what_happened(area, held, is_new=is_new)
    if held is None and elsewhere is not None:
        # Who writes it again in a topic means that topic, and nobody wants each card twice.
        await neighbourhoods.move_within_chat(turn.transaction, elsewhere.id, place.thread)
        said = T("link-moved-within", area=PublicName(area.name))
    else:
        await neighbourhoods.link_group(turn.transaction, chat_id, place.thread, area.id, language)
    lines = [said, *await _elsewhere(turn, area)]
    said_there = await _said_there(turn, place, lines, language=language)
    now = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    linked = [group for group in now if group.thread == place.thread]
    return [said_there, *await caught_up(turn, linked)]


async def _held(turn: PersonalTurn, place: Place) -> tuple[Group | None, Neighbourhood | None]:
    """Return the link that a group or topic has by now, and what it shows the cards of."""
    chat_id = await chats.remember(
        turn.transaction, place.chat, is_private=False, bot=turn.house.bot
    )
    groups = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    here = next((group for group in groups if group.thread == place.thread), None)
    if here is None:
        return None, None
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return here, next(each for each in everywhere if each.id == here.neighbourhood_id)


async def _held_by_others(turn: PersonalTurn, place: Place, actor: Actor) -> Message | None:
    """Return what is said where a group shows the cards of what others look after."""
    _, held = await _held(turn, place)
    if held is None or allowed(actor, Action.SET_UP, held):
        return None
    said = T("link-held-by-other", area=PublicName(held.name))
    return await _said_there(turn, place, (said,))


def _what_happened(area: Neighbourhood, held: Neighbourhood | None, *, is_new: bool) -> T:
    name = PublicName(area.name)
    if held is not None and held.id == area.id:
        return T("link-already", area=name)
    if held is not None:
        return T("link-moved", area=name, before=PublicName(held.name))
    return T("link-made" if is_new else "link-done", area=name)


async def _elsewhere(turn: PersonalTurn, area: Neighbourhood) -> list[PublicLine]:
    """Say where else cards of the neighbourhood appear, and what is still to be said of it."""
    lines: list[PublicLine] = []
    groups = await neighbourhoods.groups_of(turn.transaction, area.id)
    if len(groups) > 1:
        lines.append(T("link-several", number=len(groups), area=PublicName(area.name)))
    if not area.postcodes and area.outline is None:
        lines.append(T("link-next"))
    return lines


async def _said_there(
    turn: PersonalTurn,
    place: Place,
    lines: Sequence[PublicLine],
    buttons: Buttons = (),
    *,
    language: str | None = None,
) -> Message:
    chat_id = await chats.remember(
        turn.transaction, place.chat, is_private=False, bot=turn.house.bot
    )
    # The right to write may have come back without a word of it.
    await reachable_again(turn.transaction, chat_id, turn.now)
    return SayInGroup(chat_id, place.thread, language or turn.person.language, lines, buttons)
