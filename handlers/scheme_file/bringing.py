"""What a scheme has set as a file, and a file brought into a scheme. Nothing is ever deleted."""

from collections.abc import Iterator, Mapping
from typing import Any

from handlers.house import Turn
from handlers.messages import Message
from handlers.safety.whereabouts import zone_of_scheme
from handlers.scheme.limit_questions import LIMITS
from handlers.scheme.scheme_questions import Part
from handlers.scheme.tightening import set_level
from handlers.scheme_file.shape import Area, Emergency, Rules, SchemeFile
from handlers.scheme_file.toml import WrongFileError
from handlers.settled import put, read, settled
from handlers.understanding.emergency import EmergencyNumbers
from storage import neighbourhoods, roles
from storage.database import Transaction
from storage.model import Neighbourhood
from storage.neighbourhoods import PostcodeTakenError

#: Which settings show that a part of the set-up was gone through.
_SHOWN_BY = {
    Part.NAME: ("scheme",),
    Part.TIME_ZONE: ("time_zone",),
    Part.QUIET_HOURS: ("quiet_from",),
    Part.CALL_OUTS: ("agreement_above",),
    Part.FEW_HOMES: ("fewest_homes", "rare_below"),
    Part.LIMITS: tuple(LIMITS),
}


async def taken_out(transaction: Transaction) -> SchemeFile:
    """Return everything that a scheme has set."""
    found = await read(transaction)
    everywhere = await neighbourhoods.all_of_them(transaction)
    owners = dict(await roles.organisations_by_name(transaction))
    names = {each.id: each.name for each in everywhere}
    rules = {name: getattr(found, name) for name in Rules.model_fields}
    return SchemeFile(
        rules=Rules(**rules),
        levels=found.levels,
        emergency={
            country: Emergency(**{name: getattr(numbers, name) for name in Emergency.model_fields})
            for country, numbers in sorted(found.emergency.items())
        },
        organisations=tuple(owners.values()),
        neighbourhoods=tuple(_area(each, owners, names) for each in everywhere),
    )


def _area(area: Neighbourhood, owners: Mapping[int, str], names: Mapping[int, str]) -> Area:
    return Area(
        name=area.name,
        organisation=None if area.organisation_id is None else owners[area.organisation_id],
        time_zone=area.time_zone,
        homes=area.homes,
        postcodes=area.postcodes or None,
        beside=tuple(sorted(names[each] for each in area.adjacent)) or None,
        outline=area.outline,
    )


async def brought_in(turn: Turn, file: SchemeFile) -> list[Message]:
    """Set everything that stands in a file, and return what those hear whom it concerns.

    Raises WrongFileError where it does not go together with what there is.
    """
    await put(turn.transaction, **_rules(file))
    messages: list[Message] = []
    for kind, level in file.levels.items():
        as_it_is = Turn(turn.transaction, turn.now, await settled(turn.transaction, turn.house))
        if as_it_is.house.levels[kind] is not level:
            _, told = await set_level(as_it_is, kind, level)
            messages += told
    found = await read(turn.transaction)
    await put(turn.transaction, levels={**found.levels, **file.levels})
    numbers = {country: _numbers(each) for country, each in file.emergency.items()}
    await put(turn.transaction, emergency={**found.emergency, **numbers})
    for name in file.organisations:
        await roles.make_organisation(turn.transaction, name, turn.now)
    await _Areas(turn, file).bring_in()
    walked = tuple(dict.fromkeys((*found.walked, *_gone_through(file))))
    await put(turn.transaction, walked=walked)
    return messages


def _rules(file: SchemeFile) -> dict[str, Any]:
    return {name: each for name, each in file.rules if each is not None}


def _numbers(given: Emergency) -> EmergencyNumbers:
    return EmergencyNumbers(**dict(given))


def _gone_through(file: SchemeFile) -> Iterator[Part]:
    given = _rules(file)
    for part, names in _SHOWN_BY.items():
        if any(name in given for name in names):
            yield part
    for part, has in (
        (Part.EMERGENCY, file.emergency),
        (Part.NEIGHBOURHOODS, file.neighbourhoods),
        (Part.KINDS, file.levels),
    ):
        if has:
            yield part


class _Areas:
    """Brings the neighbourhoods of a file in."""

    def __init__(self, turn: Turn, file: SchemeFile) -> None:
        self._turn = turn
        self._file = file
        self._known: dict[str, Neighbourhood] = {}

    async def bring_in(self) -> None:
        """Make and change them, then what is only known once all are there."""
        await self._look()
        self._check_names()
        for area in self._file.neighbourhoods:
            await self._make_or_change(area)
        await self._look()
        await self._give_postcodes()
        await self._put_beside()

    async def _look(self) -> None:
        everywhere = await neighbourhoods.all_of_them(self._turn.transaction)
        self._known = {each.name.casefold(): each for each in everywhere}

    def _check_names(self) -> None:
        listed = [area.name.casefold() for area in self._file.neighbourhoods]
        for area in self._file.neighbourhoods:
            if listed.count(area.name.casefold()) > 1:
                raise WrongFileError(f"{area.name} stands in the file twice; keep one of them")
            for other in area.beside or ():
                if other.casefold() not in {*listed, *self._known}:
                    raise WrongFileError(
                        f"{area.name} lies beside {other}, which is not known; mend its spelling"
                        " or add it"
                    )

    async def _make_or_change(self, area: Area) -> None:
        transaction = self._turn.transaction
        owners = {name: number for number, name in await roles.organisations_by_name(transaction)}
        if area.organisation is not None and area.organisation not in owners:
            raise WrongFileError(
                f"{area.name} belongs to {area.organisation}, which is not known; add it to"
                " organisations"
            )
        owner = None if area.organisation is None else owners[area.organisation]
        known = self._known.get(area.name.casefold())
        if known is None:
            everywhere = list(self._known.values())
            house = await settled(transaction, self._turn.house)
            zone = area.time_zone or zone_of_scheme(house, everywhere)
            number = await neighbourhoods.make(transaction, area.name, zone, self._turn.now, owner)
        else:
            number = known.id
            if area.organisation is not None and known.organisation_id != owner:
                raise WrongFileError(
                    f"{area.name} belongs to somebody else here; give it away in chat, where those"
                    " whom it concerns are told, or take its organisation out of the file"
                )
            await neighbourhoods.rename(transaction, number, area.name)
        await neighbourhoods.change(
            transaction, number, homes=area.homes, time_zone=area.time_zone, outline=area.outline
        )

    async def _give_postcodes(self) -> None:
        given = {
            self._known[area.name.casefold()].id: list(area.postcodes)
            for area in self._file.neighbourhoods
            if area.postcodes is not None
        }
        # All are free first, so that two may exchange theirs.
        for number in given:
            await neighbourhoods.set_postcodes(self._turn.transaction, number, [])
        for number, prefixes in given.items():
            try:
                await neighbourhoods.set_postcodes(self._turn.transaction, number, prefixes)
            except PostcodeTakenError as error:
                raise WrongFileError(
                    f"the postcode {error.prefix} belongs to two neighbourhoods; take it away from"
                    " one of them"
                ) from None

    async def _put_beside(self) -> None:
        """Being beside each other holds both ways; what the file says nothing of stays."""
        said = {
            self._known[area.name.casefold()].id: {
                self._known[other.casefold()].id for other in area.beside
            }
            for area in self._file.neighbourhoods
            if area.beside is not None
        }
        for number, others in said.items():
            back = {other for other, theirs in said.items() if number in theirs}
            await neighbourhoods.set_adjacent(self._turn.transaction, number, sorted(others | back))


def differences(before: SchemeFile, after: SchemeFile) -> list[str]:
    """Return what is another thing after a file was brought in, one line for each."""
    was, now = before.model_dump(mode="json"), after.model_dump(mode="json")
    lines = [
        *_changed("", was["rules"], now["rules"]),
        *_changed("levels: ", was["levels"], now["levels"]),
        *_changed("emergency: ", was["emergency"], now["emergency"]),
    ]
    lines += [f"organisation {name}: new" for name in _new(was, now, "organisations")]
    areas = {each["name"].casefold(): each for each in was["neighbourhoods"]}
    for area in now["neighbourhoods"]:
        known = areas.get(area["name"].casefold())
        if known is None:
            lines.append(f"neighbourhood {area['name']}: new")
        else:
            lines += _changed(f"neighbourhood {area['name']}: ", known, area)
    return lines


def _new(was: Mapping[str, Any], now: Mapping[str, Any], name: str) -> list[str]:
    return [each for each in now[name] if each not in was[name]]


def _changed(what: str, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name):
            yield f"{what}{name}: {_shown(was.get(name))} → {_shown(now.get(name))}"


def _shown(value: Any) -> str:
    match value:
        case None:
            return "not set"
        case str() if value.startswith("{"):
            return "an outline"
        case list():
            return ", ".join(value) or "none"
        case dict():
            return "; ".join(f"{name} {_shown(each)}" for name, each in value.items() if each)
        case _:
            return str(value)
