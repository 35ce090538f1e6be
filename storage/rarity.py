"""How many different people share what could tell whose a request is.

Only requests that somebody took are counted: whoever has several accounts cannot make themself a
crowd by asking.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Boolean, ColumnElement, Select, and_, literal_column, not_, or_, select, text

from storage.database import Transaction
from storage.model import Detail, Need
from storage.tables import tasks
from storage.tables.tasks import TELLING

#: Needs that could tell whose a request is.
NEEDS: Final = {
    Need.STEP_FREE: Detail.STEP_FREE,
    Need.HEAVY_LIFTING: Detail.HEAVY_LIFTING,
    Need.DOG: Detail.DOG,
}

#: One for each other person: which of the details each of their requests shares.
Crowd = Sequence[frozenset[frozenset[Detail]]]


@dataclass(frozen=True, slots=True)
class Details:
    """What of a request could tell whose it is, with the language and the amount that it wants."""

    which: frozenset[Detail]
    language: str | None = None
    ceiling: int | None = None


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom a request is for: a resident, or somebody they ask for; neither where they are new."""

    resident_id: int | None = None
    helped_id: int | None = None


async def crowd(
    transaction: Transaction,
    places: Collection[int],
    since: datetime,
    details: Details,
    whose: Whose,
) -> Crowd:
    """Return who else asked in these places since a moment for something with the same details.

    A resident is one person, and so is each of those whom they ask for.
    """
    found: dict[tuple[int | None, int | None], set[frozenset[Detail]]] = {}
    for row in await transaction.connection.execute(_asked(places, since, details, whose)):
        shared = frozenset(NEEDS[Need(each)] for each in row.needs if Need(each) in NEEDS)
        if row.language_wanted == details.language:
            shared |= {Detail.LANGUAGE}
        if row.ceiling == details.ceiling:
            shared |= {Detail.CEILING}
        person = (None, row.helped_id) if row.helped_id is not None else (row.resident_id, None)
        if shared & details.which:
            found.setdefault(person, set()).add(shared & details.which)
    return [frozenset(each) for each in found.values()]


def _asked(
    places: Collection[int], since: datetime, details: Details, whose: Whose
) -> Select[tuple[int, int | None, list[str], str | None, int | None]]:
    c = tasks.c
    shared: list[ColumnElement[bool]] = []
    if Detail.LANGUAGE in details.which:
        shared.append(c.language_wanted == details.language)
    if Detail.CEILING in details.which:
        shared.append(c.ceiling == details.ceiling)
    if details.which & set(NEEDS.values()):
        shared.append(literal_column("needs <> '[]'", Boolean()))
    theirs = (
        and_(c.resident_id == whose.resident_id, c.helped_id.is_(None))
        if whose.helped_id is None
        else c.helped_id.is_not_distinct_from(whose.helped_id)
    )
    return (
        select(c.resident_id, c.helped_id, c.needs, c.language_wanted, c.ceiling)
        .where(
            c.neighbourhood_id.in_(sorted(places)),
            c.created_at >= since,
            text(TELLING),
            or_(*shared),
            c.claim_number > 0,
            not_(theirs),
        )
        .distinct()
    )
