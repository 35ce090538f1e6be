"""The house as a scheme has set it up in chat, laid over what the program starts with."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from handlers.house import House
from handlers.kinds import LEVELS, strictest
from handlers.understanding.emergency import EmergencyNumbers
from handlers.understanding.identifiers.kinds import Caution
from storage import settings
from storage.database import Transaction
from storage.model import Kind, Level
from storage.retention.periods import SETTABLE


class Settled(BaseModel):
    """What was set, checked; None where the program's own value stays."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    #: How the scheme calls itself.
    scheme: str | None = None
    #: Where it is.
    time_zone: str | None = None
    #: What to ring in danger, by country.
    emergency: dict[str, EmergencyNumbers] = Field(default_factory=dict)
    #: Who may take each kind, where that is stricter than by default.
    levels: dict[Kind, Level] = Field(default_factory=dict)
    quiet_from: time | None = None
    quiet_until: time | None = None
    agreement_above: int | None = None
    fewest_homes: int | None = None
    rare_below: int | None = None
    line_caution: Caution | None = None
    open_requests_at_most: int | None = None
    claims_a_day: int | None = None
    reveals_a_day: int | None = None
    no_shows_at_most: int | None = None
    by_invitation: bool | None = None
    contact_line: str | None = None
    #: How many days things are kept: see `storage/retention/periods.py`.
    keep_requests: int | None = None
    keep_relay: int | None = None
    keep_thanks: int | None = None
    keep_how_it_went: int | None = None
    keep_worries: int | None = None
    keep_receipts: int | None = None
    keep_ledger: int | None = None
    keep_call_out_words: int | None = None
    keep_called: int | None = None
    keep_details: int | None = None
    keep_seen: int | None = None
    keep_limits: int | None = None
    keep_checks: int | None = None
    keep_blocks: int | None = None
    keep_volunteers: int | None = None
    keep_residents: int | None = None
    #: The steps of the first set-up that were gone through.
    walked: tuple[str, ...] = ()


#: Settings that take the place of the house's own value as they are.
_AS_THEY_ARE = (
    *("quiet_from", "quiet_until", "agreement_above", "fewest_homes"),
    *("rare_below", "open_requests_at_most", "claims_a_day", "reveals_a_day"),
    *("no_shows_at_most", "by_invitation", "contact_line"),
    "line_caution",
)


async def read(transaction: Transaction) -> Settled:
    """Return what was set."""
    return Settled.model_validate(await settings.all_of_them(transaction))


async def put(transaction: Transaction, **given: Any) -> None:
    """Set some of what `Settled` names, in the place of what it was before."""
    checked = Settled.model_validate(given).model_dump(mode="json")
    for name in given:
        await settings.put(transaction, name, checked[name])


async def settled(transaction: Transaction, house: House) -> House:
    """Return the house with all that was set in chat, put together once for many events."""
    name = f"house of {house.bot}"
    match transaction.recall(name):
        case (before, known) if before is house and isinstance(known, House):
            return known
    whole = _laid_over(house, await read(transaction))
    transaction.know(name, (house, whole))
    return whole


def _laid_over(house: House, found: Settled) -> House:
    levels = {kind: strictest(LEVELS[kind], found.levels.get(kind, LEVELS[kind])) for kind in Kind}
    given = {name: getattr(found, name) for name in _AS_THEY_ARE}
    days = {each.name: getattr(found, each.name) for each in SETTABLE}
    kept = {name: timedelta(days=each) for name, each in days.items() if each is not None}
    return replace(
        house,
        kept=kept,
        texts=house.texts.keeping(kept) if kept != house.kept else house.texts,
        scheme=found.scheme,
        time_zone=found.time_zone,
        emergency=found.emergency,
        levels=levels,
        **{name: value for name, value in given.items() if value is not None},
    )
