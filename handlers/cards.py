"""Public cards: what a group may see of a request, made from closed answers only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from handlers.texts import ApprovedWords, Listed, Money, PublicLine, PublicName, T, Window
from handlers.understanding.money import currency_in
from storage.approvals import Approved
from storage.model import (
    Detail,
    Kind,
    Level,
    Need,
    Neighbourhood,
    Size,
    Status,
    Task,
    WhoPays,
)
from storage.rarity import NEEDS

#: Where no neighbourhood says otherwise.
DEFAULT_ZONE: Final = ZoneInfo("Europe/London")


class CardState(StrEnum):
    """What everybody may know of how a request stands."""

    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class PublicCard:
    """A request as a group sees it.

    No field holds text that its resident typed, but for a line that a coordinator approved.
    """

    token: str
    reference: PublicName
    state: CardState
    kind: Kind
    level: Level
    area: PublicName
    window: Window
    size: Size | None
    slot: int
    slots: int
    needs: frozenset[Need]
    language_wanted: str | None
    who_pays: WhoPays | None
    #: Up to how much is paid back; of no account where nothing is, None where it is left out.
    ceiling: Money | None
    line: Approved | None = None

    def lines(self) -> tuple[PublicLine, ...]:
        """Return the card as wordings, one to a line."""
        reference = T("card-reference", reference=self.reference)
        return (*self.description(), reference, T(f"card-{self.state.value}"))

    def description(self) -> tuple[PublicLine, ...]:
        """Return what is wanted, without how it stands."""
        lines = [
            T(f"kind-{self.kind.value}"),
            T("card-area", area=self.area),
            T("card-window", window=self.window),
        ]
        if self.size is not None:
            lines.append(T("card-size", size=T(f"size-{self.size.value}")))
        if self.slots > 1:
            lines.append(T("card-place", slot=self.slot, slots=self.slots))
        if self.needs:
            needs = tuple(T(f"need-{need.value}") for need in sorted(self.needs))
            lines.append(T("card-needs", needs=Listed(needs)))
        if self.language_wanted is not None:
            lines.append(T("card-language", language=T(f"language-{self.language_wanted}")))
        if self.who_pays is not None:
            lines.append(T("card-pays", pays=self._pays(self.who_pays)))
        if self.line is not None:
            lines.append(T("card-note", words=ApprovedWords(self.line)))
        return tuple(lines)

    def _pays(self, who_pays: WhoPays) -> T:
        if self.ceiling is None:
            return T("pays-back-unsaid")
        return T(f"pays-{who_pays.value}", ceiling=self.ceiling)


_STATES: Final = {
    Status.WITH_COORDINATOR: CardState.CLOSED,
    Status.OPEN: CardState.OPEN,
    Status.CLAIMED: CardState.TAKEN,
    Status.ON_THE_WAY: CardState.TAKEN,
    Status.DONE: CardState.DONE,
    Status.WITHDRAWN: CardState.CLOSED,
}


#: While a request stands so its card shows the line that was approved for it.
_WITH_LINE: Final = frozenset({CardState.OPEN, CardState.TAKEN})


def card_of(
    task: Task,
    neighbourhoods: list[Neighbourhood],
    fewest_homes: int,
    line: Approved | None = None,
) -> PublicCard:
    """Return the public card of a task that has a neighbourhood, with the line approved for it."""
    state = _STATES[task.status]
    home = next(each for each in neighbourhoods if each.id == task.neighbourhood_id)
    left_out = task.left_out
    return PublicCard(
        token=task.token,
        reference=PublicName(task.reference),
        state=state,
        kind=task.kind,
        level=task.level,
        area=area_of(task, neighbourhoods, fewest_homes),
        window=window_of(task, home),
        size=task.size,
        slot=task.slot,
        slots=task.slots,
        needs=frozenset(each for each in task.needs if NEEDS.get(each) not in left_out),
        language_wanted=None if Detail.LANGUAGE in left_out else task.language_wanted,
        who_pays=task.who_pays,
        ceiling=None if Detail.CEILING in left_out else ceiling_of(task, home),
        line=line if state in _WITH_LINE else None,
    )


def ceiling_of(task: Task, home: Neighbourhood) -> Money:
    """Return up to how much is paid back for a task, in the currency of its neighbourhood."""
    return Money.whole(task.ceiling or 0, currency_in(home.time_zone))


def references_of(places: Iterable[Task]) -> Listed:
    """Return the references of the tasks of a request."""
    return Listed(tuple(PublicName(each.reference) for each in places))


def window_of(task: Task, home: Neighbourhood | None) -> Window:
    """Return when help is wanted, in the time zone of the neighbourhood."""
    zone = ZoneInfo(home.time_zone) if home else DEFAULT_ZONE
    return Window(task.window_start.astimezone(zone), task.window_end.astimezone(zone))


def moment_of(moment: datetime, home: Neighbourhood | None) -> Window:
    """Return a moment in the time zone of a neighbourhood."""
    local = moment.astimezone(ZoneInfo(home.time_zone) if home else DEFAULT_ZONE)
    return Window(local, local)


def area_of(task: Task, neighbourhoods: list[Neighbourhood], fewest_homes: int) -> PublicName:
    """Return the place that a card may name: with enough homes to hide in."""
    named = places_named(task, neighbourhoods, fewest_homes)
    # In the order of the alphabet, so that the first name does not give the home away.
    return PublicName(" / ".join(sorted(each.name for each in named)))


def places_named(
    task: Task, neighbourhoods: list[Neighbourhood], fewest_homes: int
) -> list[Neighbourhood]:
    """Return the neighbourhoods that a task's card speaks of, and hangs in; its own comes first.

    Where homes or borders have changed since it was posted there may be more of them, and never
    fewer: what two versions of a card have in common would be smaller than either.
    """
    home = next((each for each in neighbourhoods if each.id == task.neighbourhood_id), None)
    if home is None:
        return []
    merged = merged_with(home, neighbourhoods, fewest_homes)
    if home.id not in task.named:
        return merged
    before = [each for each in neighbourhoods if each.id in task.named and each not in merged]
    return [*merged, *before]


def merged_with(
    home: Neighbourhood, neighbourhoods: list[Neighbourhood], fewest_homes: int
) -> list[Neighbourhood]:
    """Return the neighbourhoods that a new card speaks of: together large enough.

    A neighbourhood whose homes were never counted is taken for a large one. Those of another
    organisation come last; but to be hidden comes before everything.
    """
    by_id = {each.id: each for each in neighbourhoods}
    merged = [home]
    homes = home.homes
    waiting = list(home.adjacent)
    while homes is not None and homes < fewest_homes and waiting:
        own = (each for each in waiting if by_id[each].organisation_id == home.organisation_id)
        number = next(own, waiting[0])
        waiting.remove(number)
        next_one = by_id[number]
        if next_one in merged:
            continue
        merged.append(next_one)
        waiting.extend(next_one.adjacent)
        homes = None if next_one.homes is None else homes + next_one.homes
    return merged
