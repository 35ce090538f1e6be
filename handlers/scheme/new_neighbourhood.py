"""A neighbourhood is described step by step, and made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict

from handlers.actions import Actor
from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.questions import Choice, Choose, Confirm
from handlers.safety.whereabouts import zone_of_scheme
from handlers.scheme.drawing import outline_of
from handlers.scheme.land import beside_others
from handlers.scheme.neighbourhood_questions import (
    Places,
    TownMap,
    ask_adjacent,
    ask_homes,
    ask_name_or_map,
    ask_postcodes,
    shown_adjacent,
    shown_homes,
    shown_outline,
    shown_postcodes,
)
from handlers.skipping import OrSkip
from handlers.texts import Line, Listed, Paragraph, PublicName, T
from handlers.understanding.geography import hectares
from storage import neighbourhoods, roles
from storage.model import Neighbourhood

#: Of what is said of overlaps and gaps after a map of many neighbourhoods.
MOST_OF_LAND: Final = 10


@dataclass(frozen=True, slots=True)
class Founding:
    """What a new neighbourhood is described with.

    `owners` are the organisations for which it may be made, with their names; None is the scheme's
    own.
    """

    places: Places
    owners: tuple[tuple[int | None, str | None], ...] = ((None, None),)

    def beside(self) -> list[Neighbourhood]:
        """Return what may be named as lying beside it: all that belongs to those owners."""
        numbers = dict(self.owners)
        return [each for each in self.places.everywhere if each.organisation_id in numbers]


class NewNeighbourhood(BaseModel):
    """All that was said of a new neighbourhood; what was skipped is None."""

    model_config = ConfigDict(frozen=True)

    name: str
    organisation_id: int | None = None
    postcodes: tuple[str, ...] | None = None
    outline: str | None = None
    homes: int | None = None
    adjacent: frozenset[int] | None = None


async def describe(known: Founding) -> tuple[NewNeighbourhood, ...]:
    """Ask for all that belongs to a neighbourhood, or for a map of several; nothing if skipped."""
    places = known.places
    name = await OrSkip(ask_name_or_map(places))
    if name is None:
        return ()
    if isinstance(name, TownMap):
        return await _each_of(known, name)
    new = NewNeighbourhood(
        name=name,
        organisation_id=await _owner(known),
        postcodes=await OrSkip(ask_postcodes(places)),
        outline=await outline_of(places.around(None)),
        homes=await OrSkip(ask_homes()),
        adjacent=await OrSkip(ask_adjacent(known.beside())) if known.beside() else None,
    )
    await Confirm("preview-new-neighbourhood", shows=_preview(known, new), send=T("button-save"))
    return (new,)


async def _each_of(known: Founding, town: TownMap) -> tuple[NewNeighbourhood, ...]:
    """Ask whether a neighbourhood shall be made of every area of a map."""
    organisation_id = await _owner(known)
    areas: list[Line] = [
        T("map-shows-area", area=PublicName(name), hectares=max(1, round(hectares(outline))))
        for name, outline in town.outlines.items()
    ]
    shows: list[Line] = [T("preview-map"), Paragraph(areas)]
    if town.was_turned:
        shows.append(T("map-was-turned"))
    await Confirm("preview-map", shows=shows, send=T("button-save"))
    return tuple(
        NewNeighbourhood(name=name, organisation_id=organisation_id, outline=outline)
        for name, outline in town.outlines.items()
    )


async def _owner(known: Founding) -> int | None:
    if len(known.owners) == 1:
        return known.owners[0][0]
    choices = [
        Choice(
            str(number or "scheme"),
            number,
            T("owner-scheme") if name is None else PublicName(name),
        )
        for number, name in known.owners
    ]
    owner: int | None = await Choose("neighbourhood-owner", choices)
    return owner


def _preview(known: Founding, new: NewNeighbourhood) -> list[Line]:
    shows: list[Line] = []
    owner = dict(known.owners)[new.organisation_id]
    if owner is not None:
        shows.append(T("neighbourhood-shows-owner", organisation=PublicName(owner)))
    if new.postcodes is not None:
        shows.append(shown_postcodes(new.postcodes))
    if new.outline is not None:
        shows.append(shown_outline(new.outline))
    if new.homes is not None:
        shows.append(shown_homes(new.homes))
    if new.adjacent is not None:
        shows.append(shown_adjacent(known.places.everywhere, new.adjacent))
    if not shows:
        shows.append(T("neighbourhood-shows-name-only"))
    return [T("preview-new-neighbourhood", area=PublicName(new.name)), Paragraph(shows)]


async def places_of(turn: PersonalTurn) -> Places:
    """Read what is known of the scheme's neighbourhoods."""
    everywhere = tuple(await neighbourhoods.all_of_them(turn.transaction))
    return Places(everywhere, turn.house.time_zone)


async def founding(turn: PersonalTurn) -> Founding:
    """Read what a new neighbourhood may be described with."""
    actor = await actor_of(turn)
    names: dict[int | None, str | None] = {None: None}
    names |= dict(await roles.organisations_by_name(turn.transaction))
    return Founding(
        await places_of(turn),
        tuple((number, name) for number, name in names.items() if _founds_for(actor, number)),
    )


def _founds_for(actor: Actor, organisation_id: int | None) -> bool:
    return actor.is_owner or organisation_id in actor.area.whole


async def make(turn: PersonalTurn, described: Sequence[NewNeighbourhood]) -> list[Line]:
    """Make neighbourhoods, and return what there is to say of them."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    zone = zone_of_scheme(turn.house, everywhere)
    made = {new.name: await _made(turn, new, zone) for new in described}
    there = [name for name, number in made.items() if number is None]
    lines: list[Line] = [T("problem-name-there", area=PublicName(name)) for name in there]
    if len(there) < len(made):
        names = tuple(PublicName(name) for name in made if name not in there)
        lines.append(T("neighbourhoods-made", areas=Listed(names), number=len(names)))
    land: list[Line] = []
    for number in made.values():
        said = [] if number is None else await beside_others(turn, number)
        # A gap between two of them is there for both.
        land += [line for line in said if line not in land]
    return [*lines, *land[:MOST_OF_LAND]]


async def _made(turn: PersonalTurn, new: NewNeighbourhood, zone: str) -> int | None:
    transaction = turn.transaction
    number = await neighbourhoods.make_new(
        transaction, new.name, zone, turn.now, new.organisation_id
    )
    if number is None:
        return None
    if new.postcodes is not None:
        await neighbourhoods.set_postcodes(transaction, number, list(new.postcodes))
    if new.adjacent is not None:
        await neighbourhoods.set_adjacent(transaction, number, sorted(new.adjacent))
    await neighbourhoods.change(transaction, number, homes=new.homes, outline=new.outline)
    return number
