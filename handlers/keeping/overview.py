"""What is kept about somebody in plain words, by topic, with the days on which each thing goes."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from handlers.house import Turn
from handlers.keeping.readable import Reading, lasting
from handlers.texts import Line, Paragraph, PublicName, T
from storage.held_data import HeldData, HeldRow
from storage.retention import periods

#: How many requests are named one by one: the newest; more has no room in one message.
MOST_NAMED: Final = 6
_FOR_OTHERS: Final = ("requests-for-another", "asked-for")


def overview(turn: Turn, data: HeldData, reading: Reading) -> list[Line]:
    """Return what is kept about somebody, a line for each topic."""
    lines: list[Line] = []
    for row in data.rows("you"):
        kept = lasting(_silence(turn, data))
        lines.append(T("mydata-you-rung" if row.values["rung"] else "mydata-you", kept=kept))
    requests = _requests(data, reading)
    if requests:
        lines.append(Paragraph(requests))
    return [*lines, *_of_requests(turn, data, reading), *_of_helping(turn, data, reading)]


def _silence(turn: Turn, data: HeldData) -> int:
    is_volunteer = bool(data.rows("offer"))
    return turn.house.keeps(periods.VOLUNTEERS if is_volunteer else periods.RESIDENTS).days


def _requests(data: HeldData, reading: Reading) -> list[Line]:
    rows = [*data.rows("requests"), *data.rows("requests-for-another")]
    named = [line for row in reversed(rows) if (line := _request(row, reading)) is not None]
    lines = named[:MOST_NAMED]
    if len(named) > MOST_NAMED:
        lines.append(T("mydata-requests-more", number=len(named) - MOST_NAMED))
    old = len(rows) - len(named)
    return [*lines, T("mydata-requests-old", number=old)] if old else lines


def _request(row: HeldRow, reading: Reading) -> Line | None:
    """Return how long a request stays; None where nothing is left of it but numbers."""
    reference = PublicName(str(row.values["reference"]))
    about = T("mydata-request", reference=reference, kind=T(f"kind-{row.values['kind']}"))
    for going in row.going:
        if going.at is None:
            return T("mydata-request-open", what=about, kept=lasting(going.days))
        day, hour = reading.moment(going.at)
        if going.name == periods.REQUESTS.name:
            return T("mydata-request-closed", what=about, day=day, hour=hour)
        if row.values["cleared_at"] is None:
            return T("mydata-request-emptied", what=about, day=day)
    return None


def _of_requests(turn: Turn, data: HeldData, reading: Reading) -> Iterator[Line]:
    if any(data.rows(name) for name in _FOR_OTHERS):
        yield T("mydata-others")
    if data.rows("weekly") or data.rows("weekly-for-another"):
        yield T("mydata-weekly")
    if data.rows("seen-by-others"):
        yield T("mydata-seen", kept=lasting(turn.house.keeps(periods.SEEN).days))
    written = [*data.rows("you-wrote"), *data.rows("written-to-you")]
    last = _last(written)
    if last is not None:
        day, hour = reading.moment(last)
        yield T("mydata-relay", number=len(written), day=day, hour=hour)
    last = _last((*data.rows("handed-in"), *data.rows("how-it-went")))
    if last is not None:
        yield T("mydata-words", day=reading.moment(last)[0])
    if any(row.going for row in data.rows("worries")):
        yield T("mydata-worries", kept=lasting(turn.house.keeps(periods.WORRIES).days))
    for row in data.rows("draft"):
        begun = row.values["updated_at"]
        if isinstance(begun, datetime):
            day, hour = reading.moment(begun + periods.DRAFTS.default)
            yield T("mydata-draft", day=day, hour=hour)


def _of_helping(turn: Turn, data: HeldData, reading: Reading) -> Iterator[Line]:
    if data.rows("offer"):
        yield T("mydata-offer")
    if data.rows("helped-with"):
        yield T("mydata-helped")
    if data.rows("checks"):
        yield T("mydata-checks", kept=lasting(turn.house.keeps(periods.CHECKS).days))
    last = _last(data.rows("costs"))
    if last is not None:
        yield T("mydata-costs", day=reading.moment(last)[0])
    if data.rows("called"):
        yield T("mydata-called", kept=lasting(turn.house.keeps(periods.CALLED).days))
    if data.rows("roles"):
        yield T("mydata-roles")


def _last(rows: Iterable[HeldRow]) -> datetime | None:
    moments = (going.at for row in rows for going in row.going)
    return max((at for at in moments if at is not None), default=None)
