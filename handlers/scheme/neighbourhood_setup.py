"""An owner links a group to a neighbourhood, and sets what belongs to a neighbourhood."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict

from handlers.actors import actor_of
from handlers.announcing import caught_up
from handlers.cards import DEFAULT_ZONE
from handlers.conversation import Option
from handlers.delivery import reachable_again
from handlers.dialogue import Conversation
from handlers.entering import Enter
from handlers.events import Place
from handlers.house import PersonalTurn
from handlers.messages import Message, Say, SayInGroup
from handlers.names import has_plain_signs, tidy_name
from handlers.permissions import Action, allowed
from handlers.questions import Choice, Choose, ChooseSeveral, Confirm, PickNumber
from handlers.texts import Line, Listed, PublicLine, PublicName, T
from handlers.understanding.outline import OutlineProblem, parse_outline
from handlers.understanding.postcodes import PostcodeListProblem, parse_postcode_list
from storage import chats, neighbourhoods
from storage.model import Group, Neighbourhood

#: In characters.
NAME_LIMIT: Final = 40
MOST_HOMES: Final = 100_000


# --- A group and its neighbourhood ---------------------------------------------------------------


async def link(turn: PersonalTurn, place: Place, name: str) -> list[Message]:
    """Let a group carry the cards of the neighbourhood of that name, made where it is new."""
    if place.is_private:
        return [Say(turn.person, (T("link-in-group"),))]
    chat_id = await chats.remember(turn.transaction, place.chat, is_private=False)
    # The right to write may have come back without a word of it.
    await reachable_again(turn.transaction, chat_id, turn.now)
    before = await _linked(turn, chat_id, place.thread)
    language = before.language if before else turn.person.language
    lines = await _link(turn, place, chat_id, name, before, language)
    said = SayInGroup(chat_id, place.thread, language, lines)
    now = await _linked(turn, chat_id, place.thread)
    return [said] if now is None else [said, *await caught_up(turn, [now])]


async def _linked(turn: PersonalTurn, chat_id: int, thread: int | None) -> Group | None:
    groups = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    return next((group for group in groups if group.thread == thread), None)


async def _link(
    turn: PersonalTurn,
    place: Place,
    chat_id: int,
    name: str,
    before: Group | None,
    language: str,
) -> Sequence[PublicLine]:
    if not allowed(await actor_of(turn), Action.SET_UP):
        return (T("link-owners-only"),)
    name = tidy_name(name)
    problem = _problem_of_name(name)
    if problem:
        return (problem,)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    oldest = min(everywhere, key=lambda each: each.id, default=None)
    zone = oldest.time_zone if oldest else DEFAULT_ZONE.key
    number = await neighbourhoods.make(turn.transaction, name, zone, turn.now)
    await neighbourhoods.link_group(turn.transaction, chat_id, place.thread, number, language)
    names = {each.id: PublicName(each.name) for each in everywhere}
    area = names.get(number, PublicName(name))
    said = T("link-done" if number in names else "link-made", area=area)
    if before and before.neighbourhood_id != number:
        said = T("link-moved", area=area, before=names[before.neighbourhood_id])
    return (said, T("link-next"))


def _problem_of_name(name: str) -> T | None:
    if not name:
        return T("link-how")
    if len(name) > NAME_LIMIT:
        return T("link-name-too-long", limit=NAME_LIMIT, length=len(name))
    return None if has_plain_signs(name) else T("link-name-signs")


# --- What belongs to a neighbourhood -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers."""

    neighbourhoods: tuple[Neighbourhood, ...]


class Setting(BaseModel):
    """What to set of which neighbourhood; all but one of the last five are None."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    area: Neighbourhood
    postcodes: tuple[str, ...] | None = None
    outline: str | None = None
    homes: int | None = None
    adjacent: frozenset[int] | None = None
    time_zone: str | None = None


def _read_zone(text: str) -> str | T:
    return _zones().get(_spelled(text)) or T("problem-time-zone")


@cache
def _zones() -> dict[str, str]:
    """Return the name of every time zone that belongs to a place, by its spelling."""
    return {_spelled(name): name for name in available_timezones() if "/" in name}


def _spelled(zone: str) -> str:
    """Return the name of a time zone without what people write in more ways than one."""
    return "/".join("_".join(part.split()) for part in zone.casefold().split("/"))


async def set_up_neighbourhood(known: Known) -> Setting | None:
    """Ask which neighbourhood, what of it, and the value; nothing where there is none yet."""
    if not known.neighbourhoods:
        return None
    areas = [Choice(str(each.id), each, PublicName(each.name)) for each in known.neighbourhoods]
    area = await Choose("neighbourhood-which", areas, columns=2)
    others = [each for each in known.neighbourhoods if each.id != area.id]
    parts = ["postcodes", "outline", "homes", "time-zone"]
    if others:
        parts.insert(3, "adjacent")
    part = await Choose(
        "neighbourhood-part", [Choice(each, each, T(f"neighbourhood-{each}")) for each in parts]
    )
    setting = await _value(known, area, part)
    await Confirm("preview-neighbourhood", shows=_preview(known, setting), send=T("button-save"))
    return setting


async def _value(known: Known, area: Neighbourhood, part: str) -> Setting:
    others = [each for each in known.neighbourhoods if each.id != area.id]
    if part == "postcodes":
        postcodes = await Enter(
            "neighbourhood-postcodes", lambda text: _read_postcodes(text, others)
        )
        return Setting(area=area, postcodes=postcodes)
    if part == "outline":
        outline = await Enter("neighbourhood-outline", _read_outline, takes_files=True)
        return Setting(area=area, outline=outline)
    if part == "homes":
        homes = await PickNumber("neighbourhood-homes", lowest=1, highest=MOST_HOMES)
        return Setting(area=area, homes=homes)
    if part == "adjacent":
        choices = [Choice(str(each.id), each.id, PublicName(each.name)) for each in others]
        adjacent = await ChooseSeveral("neighbourhood-adjacent", choices, at_least=0)
        return Setting(area=area, adjacent=adjacent)
    zones = sorted({DEFAULT_ZONE.key, *(each.time_zone for each in known.neighbourhoods)})
    offers = [Option(zone, PublicName(zone)) for zone in zones]
    zone = await Enter("neighbourhood-time-zone", _read_zone, offers)
    return Setting(area=area, time_zone=zone)


def _read_postcodes(text: str, others: Sequence[Neighbourhood]) -> tuple[str, ...] | T:
    listed = parse_postcode_list(text)
    if isinstance(listed, PostcodeListProblem):
        return T(f"problem-postcodes-{listed.value}")
    for other in others:
        for prefix in listed:
            if prefix in other.postcodes:
                return T(
                    "problem-postcode-taken",
                    postcode=PublicName(prefix),
                    area=PublicName(other.name),
                )
    return tuple(listed)


def _read_outline(text: str) -> str | T:
    outline = parse_outline(text)
    return T(f"problem-outline-{outline.value}") if isinstance(outline, OutlineProblem) else outline


def _preview(known: Known, setting: Setting) -> list[Line]:
    heading = T("preview-neighbourhood", area=PublicName(setting.area.name))
    return [heading, _shown(known, setting)]


def _shown(known: Known, setting: Setting) -> T:
    if setting.postcodes is not None:
        listed = Listed(tuple(PublicName(prefix) for prefix in setting.postcodes))
        return T("neighbourhood-shows-postcodes", postcodes=listed)
    if setting.outline is not None:
        return T("neighbourhood-shows-outline")
    if setting.homes is not None:
        return T("neighbourhood-shows-homes", homes=setting.homes)
    if setting.time_zone is not None:
        return T("neighbourhood-shows-time-zone", zone=PublicName(setting.time_zone))
    chosen = setting.adjacent or frozenset()
    names = tuple(PublicName(each.name) for each in known.neighbourhoods if each.id in chosen)
    if not names:
        return T("neighbourhood-shows-none-adjacent")
    return T("neighbourhood-shows-adjacent", areas=Listed(names))


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use."""
    return Known(tuple(await neighbourhoods.all_of_them(turn.transaction)))


async def act(turn: PersonalTurn, known: Known, setting: Setting | None) -> list[Message]:
    """Set what was confirmed."""
    if not allowed(await actor_of(turn), Action.SET_UP):
        return [Say(turn.person, (T("not-allowed"),))]
    if setting is None:
        return [Say(turn.person, (T("neighbourhood-none"),))]
    transaction, area = turn.transaction, setting.area
    if setting.postcodes is not None:
        await neighbourhoods.set_postcodes(transaction, area.id, list(setting.postcodes))
    if setting.adjacent is not None:
        await neighbourhoods.set_adjacent(transaction, area.id, sorted(setting.adjacent))
    await neighbourhoods.change(
        transaction,
        area.id,
        homes=setting.homes,
        time_zone=setting.time_zone,
        outline=setting.outline,
    )
    saved = T("neighbourhood-saved", area=PublicName(area.name))
    return [Say(turn.person, (saved, T("neighbourhood-next")))]


NEIGHBOURHOOD: Final = Conversation("neighbourhood", know, set_up_neighbourhood, act)
