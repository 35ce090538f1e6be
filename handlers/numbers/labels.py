"""What the numbers of a report are called, the same in words, picture and table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from handlers.numbers.counting import Owner, Place, Stands
from handlers.numbers.withholding import Told, Withheld
from handlers.texts import PublicName, T
from storage.model import ClosedAs

#: What is counted besides how things stand.
MEASURES: Final = (
    *("all", "half", "in-a-day"),
    *("there", "new", "checked", "active"),
    *("call-outs", "called", "yes", "wanted", "with-place"),
)
#: The parts of a report: panels of the picture, and what stands in the first column of the table.
PARTS: Final = (
    *("days", "whole", "kinds", "places", "owners"),
    *("wait-kinds", "wait-places", "why", "volunteers", "call-outs"),
)


def label(measure: str) -> T:
    """Return what a number is called: one of `MEASURES`, or how things stand."""
    return T(f"report-label-{measure}")


def part(name: str) -> T:
    """Return the heading of one of `PARTS`."""
    return T(f"report-part-{name}")


def value(number: Told) -> int | T:
    """Return a number as a reader sees it."""
    return T(f"report-withheld-{number.value}") if isinstance(number, Withheld) else number


def why(stands: Stands, closed_as: ClosedAs | None) -> T:
    """Return why something has ended."""
    return T(f"report-why-{(closed_as or stands).value}")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of neighbourhoods and of partner organisations, by their numbers."""

    places: Mapping[int, str]
    owners: Mapping[int, str]

    def of_place(self, place: Place) -> T | PublicName:
        """Return the name of a place; where there is none yet, whose it is to give it one."""
        if place.number is not None:
            return PublicName(self.places[place.number])
        if place.owner.number is None:
            return T("report-no-place")
        return T("report-no-place-of", organisation=PublicName(self.owners[place.owner.number]))

    def of_owner(self, owner: Owner) -> T | PublicName:
        """Return the name of an organisation."""
        if owner.number is None:
            return T("owner-scheme")
        return PublicName(self.owners[owner.number])
