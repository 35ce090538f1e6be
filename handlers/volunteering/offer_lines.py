"""What somebody offers, as lines: for themself, and for those who look after it."""

from collections.abc import Iterable
from typing import Final

from handlers.house import Turn
from handlers.texts import Line, Listed, PublicName, T
from storage import neighbourhoods
from storage.model import Kind, Volunteer

#: When somebody can help; the ids are kept, so that they stay the same over releases.
TIMES: Final = (
    *("weekday-morning", "weekday-afternoon", "weekday-evening"),
    *("weekend-morning", "weekend-afternoon", "weekend-evening"),
)


def named(prefix: str, ids: Iterable[str]) -> Listed:
    """Return the wordings of some ids, as a list."""
    return Listed(tuple(T(f"{prefix}-{each}") for each in ids))


async def offered(turn: Turn, volunteer: Volunteer) -> list[Line]:
    """Return what somebody offers, a line for each part."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    areas = [each for each in everywhere if each.id in volunteer.neighbourhoods]
    kinds = named("kind", (each.value for each in Kind if each in volunteer.kinds))
    lines: list[Line] = []
    if areas:
        names = Listed(tuple(PublicName(each.name) for each in areas))
        lines.append(T("offer-shows-areas", areas=names))
    lines.append(T("offer-shows-kinds", kinds=kinds))
    times = [each for each in TIMES if each in volunteer.times]
    if times:
        lines.append(T("offer-shows-times", times=named("time", times)))
    if volunteer.languages:
        spoken = named("language", sorted(volunteer.languages))
        lines.append(T("offer-shows-languages", languages=spoken))
    lines += [
        T("offer-shows-car" if volunteer.has_car else "offer-shows-no-car"),
        T("offer-shows-at-once", number=volunteer.tasks_at_once),
        T("offer-shows-asked", asked=T(f"asked-{volunteer.asked_at_most}")),
    ]
    return lines
