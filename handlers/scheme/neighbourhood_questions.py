"""The questions about a neighbourhood, asked of a new one and of one that is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.entering import Enter
from handlers.names import has_plain_signs, tidy_name
from handlers.questions import Choice, ChooseSeveral, PickNumber
from handlers.scheme.drawing import NAME_LIMIT, Surroundings, plain_name, read_drawing
from handlers.texts import Listed, PublicName, T
from handlers.understanding.geography import hectares
from handlers.understanding.postcodes import PostcodeListProblem, parse_postcode_list
from storage.model import Neighbourhood

MOST_HOMES: Final = 100_000


@dataclass(frozen=True, slots=True)
class Places:
    """What is known of a scheme's neighbourhoods; `time_zone` is None where nobody has said it."""

    everywhere: tuple[Neighbourhood, ...]
    time_zone: str | None = None

    def others(self, area: Neighbourhood | None) -> list[Neighbourhood]:
        """Return the neighbourhoods besides one; besides a new one, all of them."""
        return [each for each in self.everywhere if area is None or each.id != area.id]

    def around(self, area: Neighbourhood | None) -> Surroundings:
        """Return what the outline of a neighbourhood is compared with."""
        zone = self.time_zone if area is None else area.time_zone
        return Surroundings.of(self.others(area), zone if self.time_zone else None)


@dataclass(frozen=True, slots=True)
class TownMap:
    """Areas of a map by their names; `was_turned` says that longitude and latitude were swapped."""

    outlines: Mapping[str, str]
    was_turned: bool


def ask_name(places: Places, area: Neighbourhood | None = None) -> Enter[str]:
    """Return the question for a name that no other neighbourhood has."""
    return Enter("neighbourhood-name", lambda text: _read_name(text, places.others(area)))


def _read_name(text: str, others: Sequence[Neighbourhood]) -> str | T:
    name = tidy_name(text)
    there = next((each for each in others if each.name.casefold() == name.casefold()), None)
    if there is not None:
        return T("problem-name-there", area=PublicName(there.name))
    return problem_of_name(name) or name


def ask_name_or_map(places: Places) -> Enter[str | TownMap]:
    """Return the question for the name of a new neighbourhood, or for a map of several.

    Of a map those areas are taken that have a name which no neighbourhood has yet.
    """
    taken = {each.name.casefold() for each in places.everywhere}

    def read(text: str) -> str | TownMap | T:
        if text.lstrip("\ufeff")[:1] not in {"{", "["}:
            return _read_name(text, places.everywhere)
        drawing = read_drawing(text, places.around(None))
        if isinstance(drawing, T):
            return drawing
        named: dict[str, tuple[str, str]] = {}
        for area in drawing.areas:
            name = plain_name(area)
            if name is not None and name.casefold() not in taken:
                named.setdefault(name.casefold(), (name, area.outline))
        if not named:
            return T("problem-map-names")
        return TownMap(dict(named.values()), drawing.was_turned)

    return Enter("new-neighbourhood-name", read, takes_files=True)


def problem_of_name(name: str) -> T | None:
    """Return what is wrong with a tidy name, or None where it will do."""
    if len(name) > NAME_LIMIT:
        return T("problem-name-too-long", limit=NAME_LIMIT, length=len(name))
    return None if has_plain_signs(name) else T("problem-name-signs")


def ask_postcodes(places: Places, area: Neighbourhood | None = None) -> Enter[tuple[str, ...]]:
    """Return the question for postcodes that no other neighbourhood has."""
    others = places.others(area)
    return Enter("neighbourhood-postcodes", lambda text: _read_postcodes(text, others))


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


def ask_homes() -> PickNumber:
    """Return the question for the number of homes."""
    return PickNumber("neighbourhood-homes", lowest=1, highest=MOST_HOMES)


def ask_adjacent(others: Sequence[Neighbourhood]) -> ChooseSeveral[int]:
    """Return the question for the neighbourhoods beside one, by their numbers."""
    choices = [Choice(str(each.id), each.id, PublicName(each.name)) for each in others]
    return ChooseSeveral("neighbourhood-adjacent", choices, at_least=0)


# --- How the answers are shown -------------------------------------------------------------------


def shown_postcodes(postcodes: Sequence[str]) -> T:
    """Return postcodes as they are shown before they are saved."""
    listed = Listed(tuple(PublicName(prefix) for prefix in postcodes))
    return T("neighbourhood-shows-postcodes", postcodes=listed)


def shown_outline(outline: str) -> T:
    """Return an outline as it is shown: by its size."""
    return T("neighbourhood-shows-outline", hectares=max(1, round(hectares(outline))))


def shown_homes(homes: int) -> T:
    """Return the number of homes as it is shown."""
    return T("neighbourhood-shows-homes", homes=homes)


def shown_adjacent(everywhere: Sequence[Neighbourhood], adjacent: frozenset[int]) -> T:
    """Return the neighbourhoods beside one as they are shown."""
    names = tuple(PublicName(each.name) for each in everywhere if each.id in adjacent)
    if not names:
        return T("neighbourhood-shows-none-adjacent")
    return T("neighbourhood-shows-adjacent", areas=Listed(names))
