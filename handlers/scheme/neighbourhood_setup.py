"""What belongs to a neighbourhood is changed, one thing at a time."""

from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.questions import Choice, Choose, Confirm
from handlers.scheme.drawing import outline_of
from handlers.scheme.land import beside_others
from handlers.scheme.neighbourhood_questions import (
    Places,
    ask_adjacent,
    ask_homes,
    ask_name,
    ask_postcodes,
    shown_adjacent,
    shown_homes,
    shown_outline,
    shown_postcodes,
)
from handlers.scheme.new_neighbourhood import places_of
from handlers.scheme.time_zones import PickZone
from handlers.texts import Line, PublicName, T
from storage import neighbourhoods, tasks
from storage.model import Neighbourhood

#: What can be changed; the ids are kept, so that they stay the same over releases.
PARTS: Final = ("name", "postcodes", "outline", "homes", "adjacent", "time-zone")


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: all neighbourhoods, and those that this person may change."""

    places: Places
    theirs: tuple[Neighbourhood, ...]

    def beside(self, area: Neighbourhood) -> list[Neighbourhood]:
        """Return what may be named as lying beside one: theirs, and what has the same owner."""
        return [
            each
            for each in self.places.others(area)
            if each in self.theirs or each.organisation_id == area.organisation_id
        ]


class Setting(BaseModel):
    """What to set of which neighbourhood; all but one of the rest are None."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    area: Neighbourhood
    name: str | None = None
    postcodes: tuple[str, ...] | None = None
    outline: str | None = None
    homes: int | None = None
    adjacent: frozenset[int] | None = None
    time_zone: str | None = None


async def set_up_neighbourhood(known: Known) -> Setting | None:
    """Ask which neighbourhood, what of it, and the value; None where there is nothing to change."""
    if not known.theirs:
        return None
    areas = [Choice(str(each.id), each, PublicName(each.name)) for each in known.theirs]
    area = await Choose("neighbourhood-which", areas, columns=2)
    parts = [each for each in PARTS if each != "adjacent" or known.beside(area)]
    part = await Choose(
        "neighbourhood-part", [Choice(each, each, T(f"neighbourhood-{each}")) for each in parts]
    )
    setting = await _value(known, area, part)
    if setting == Setting(area=area):
        return setting
    heading = T("preview-neighbourhood", area=PublicName(setting.area.name))
    shows: list[Line] = [heading, _shown(known.places, setting)]
    await Confirm("preview-neighbourhood", shows=shows, send=T("button-save"))
    return setting


async def _value(known: Known, area: Neighbourhood, part: str) -> Setting:
    places = known.places
    match part:
        case "name":
            return Setting(area=area, name=await ask_name(places, area))
        case "postcodes":
            return Setting(area=area, postcodes=await ask_postcodes(places, area))
        case "outline":
            return Setting(area=area, outline=await outline_of(places.around(area)))
        case "homes":
            return Setting(area=area, homes=await ask_homes())
        case "adjacent":
            return Setting(area=area, adjacent=await ask_adjacent(known.beside(area)))
        case _:
            zones = {each.time_zone for each in places.everywhere}
            return Setting(area=area, time_zone=await PickZone("neighbourhood-time-zone", zones))


def _shown(places: Places, setting: Setting) -> T:
    if setting.name is not None:
        return T("neighbourhood-shows-name", area=PublicName(setting.name))
    if setting.postcodes is not None:
        return shown_postcodes(setting.postcodes)
    if setting.outline is not None:
        return shown_outline(setting.outline)
    if setting.homes is not None:
        return shown_homes(setting.homes)
    if setting.time_zone is not None:
        return T("neighbourhood-shows-time-zone", zone=PublicName(setting.time_zone))
    return shown_adjacent(places.everywhere, setting.adjacent or frozenset())


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use."""
    actor, places = await actor_of(turn), await places_of(turn)
    theirs = [each for each in places.everywhere if allowed(actor, Action.SET_UP, each)]
    return Known(places, tuple(theirs))


async def act(turn: PersonalTurn, known: Known, setting: Setting | None) -> list[Message]:
    """Set what was confirmed."""
    actor = await actor_of(turn)
    if setting is None:
        nothing = "neighbourhood-none" if allowed(actor, Action.SET_UP) else "not-allowed"
        return [Say(turn.person, (T(nothing),))]
    if not allowed(actor, Action.SET_UP, setting.area):
        return [Say(turn.person, (T("not-allowed"),))]
    if setting == Setting(area=setting.area):
        return [Say(turn.person, (T("setup-stays"), T("neighbourhood-next")))]
    transaction, area = turn.transaction, setting.area
    named_before = await posting.places_by_home(turn)
    name = setting.name or area.name
    if setting.name is not None:
        await neighbourhoods.rename(transaction, area.id, setting.name)
    if setting.postcodes is not None:
        await neighbourhoods.set_postcodes(transaction, area.id, list(setting.postcodes))
    if setting.adjacent is not None:
        # Those that they could not choose stay beside it.
        offered = {each.id for each in known.beside(area)}
        adjacent = setting.adjacent | (set(area.adjacent) - offered)
        await neighbourhoods.set_adjacent(transaction, area.id, sorted(adjacent))
    await neighbourhoods.change(
        transaction,
        area.id,
        homes=setting.homes,
        time_zone=setting.time_zone,
        outline=setting.outline,
    )
    lines: list[Line] = [T("neighbourhood-saved", area=PublicName(name))]
    if setting.outline is not None:
        lines += await beside_others(turn, area.id)
    messages: list[Message] = [Say(turn.person, (*lines, T("neighbourhood-next")))]
    if setting.name is not None:
        for task in await tasks.open_in(transaction, area.id):
            messages += await posting.cards_to_change(turn, task)
    return [*messages, *await posting.cards_named_anew(turn, named_before)]


NEIGHBOURHOOD: Final = Conversation("neighbourhood", know, set_up_neighbourhood, act)
