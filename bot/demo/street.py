"""The stage of the demo: the real service in the sandbox, on a street of invented neighbours."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from bot.clock import SystemClock
from bot.configuration import Configuration
from bot.messengers.telegram.libraries import telegram_messenger
from bot.messengers.telegram.messenger import ABILITIES
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.service import Service
from handlers.commands import described
from handlers.kinds import KINDS
from handlers.texts import Texts
from storage import neighbourhoods, people, volunteers
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.migration import migrate
from storage.model import Level
from storage.private import PrivateText
from storage.volunteers import Offer

AREA: Final = "Elm Grove"
POSTCODE: Final = "SW9"
HOMES: Final = 900
#: GeoJSON (longitude first) around the place that the sandbox's page offers to share.
OUTLINE: Final = (
    '{"type": "Polygon", "coordinates": [[[-0.13, 51.45], [-0.1, 51.45], [-0.1, 51.475],'
    " [-0.13, 51.475], [-0.13, 51.45]]]}"
)
#: Messages a second to one chat where nobody reads along.
HURRIED: Final = 50
SECONDS_TO_APPEAR: Final = 15.0
SECONDS_BETWEEN_LOOKS: Final = 0.02


class NotSeenError(Exception):
    """Something that belongs to the story was not seen; the message says what."""


@dataclass(frozen=True, slots=True)
class Street:
    """Who lives there: a resident, two volunteers, somebody new, and the owner of the scheme."""

    sandbox: Sandbox
    resident: Person
    first: Person
    second: Person
    newcomer: Person
    owner: Person
    group: Group


async def seen(what: str, look: Callable[[], bool], seconds: float = SECONDS_TO_APPEAR) -> None:
    """Return once something is to be seen; raises NotSeenError with what it was."""
    try:
        async with asyncio.timeout(seconds):
            while not look():  # noqa: ASYNC110 - what is looked at are lists that wake nobody
                await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
    except TimeoutError:
        raise NotSeenError(what) from None


@asynccontextmanager
async def open_street(
    folder: Path, *, port: int = 0, is_hurried: bool = False
) -> AsyncIterator[Street]:
    """Run the service on a database in a folder, and let the neighbours move in.

    `is_hurried` lifts the app's pace, one message a second, which is for readers.
    Raises OSError where the port is taken, NotSeenError where the service does not answer.
    """
    clock = SystemClock()
    async with Sandbox(clock=clock, port=port, enforce_pace=not is_hurried) as sandbox:
        street = _moved_in(sandbox)
        url = f"sqlite+aiosqlite:///{folder / 'doorstep.sqlite'}"
        # Neither the environment nor a file .env has a say in this.
        configuration = Configuration.model_construct(
            database=url,
            keys=folder / "doorstep.keys",
            telegram_token=SecretStr(sandbox.token),
            telegram_api=sandbox.address,
            owners=frozenset({f"telegram:{street.owner.id}"}),
        )
        await migrate(url, clock.now(), configuration.keys)
        database = Database(open_engine(url), Keys(configuration.keys))
        async with _service(configuration, database, clock, is_hurried=is_hurried):
            await _set_up(street, database, clock.now())
            yield street


def _service(
    configuration: Configuration, database: Database, clock: SystemClock, *, is_hurried: bool
) -> Service:
    texts = Texts()
    hurried = replace(ABILITIES, private_rate=HURRIED, group_rate=HURRIED)
    messenger = telegram_messenger(
        token=configuration.telegram_token.get_secret_value(),
        api=configuration.telegram_api,
        commands=described(texts),
        abilities=hurried if is_hurried else ABILITIES,
    )
    return Service(configuration, messenger, database, clock, random.SystemRandom(), texts=texts)


def _moved_in(sandbox: Sandbox) -> Street:
    # In the order in which the page shows their phones.
    names = ("Rosa", "Ben", "Priya", "Sam", "Olive")
    resident, first, second, newcomer, owner = (sandbox.add_person(name) for name in names)
    group = sandbox.add_group(f"{AREA} neighbours", [owner, first, second, newcomer])
    return Street(sandbox, resident, first, second, newcomer, owner, group)


async def _set_up(street: Street, database: Database, now: datetime) -> None:
    """Link the group as owners do, and note what the volunteers offered on another day."""
    helpers = (street.first, street.second)
    await seen("the greeting in the group", lambda: bool(street.group.from_bot))
    greeted = len(street.group.from_bot)
    street.owner.says(f"/link {AREA}", street.group)
    for person in (*helpers, street.owner):
        person.starts()
    await seen("the link of the group", lambda: len(street.group.from_bot) > greeted)
    await seen(
        "the welcome in private",
        lambda: all(person.from_bot for person in (*helpers, street.owner)),
    )

    async def note(transaction: Transaction) -> None:
        (area,) = await neighbourhoods.all_of_them(transaction)
        await neighbourhoods.set_postcodes(transaction, area.id, [POSTCODE])
        await neighbourhoods.change(transaction, area.id, homes=HOMES, outline=OUTLINE)
        for helper in helpers:
            await _note_offer(transaction, helper, area.id, now)

    await database.transact(note)


async def _note_offer(
    transaction: Transaction, helper: Person, neighbourhood_id: int, now: datetime
) -> None:
    known = await people.find(transaction, f"telegram:{helper.id}")
    if known is None:
        raise NotSeenError(f"{helper.name} in the database")
    await people.set_name(transaction, known, PrivateText(helper.name))
    await people.note_agreement(transaction, known, now, health=False)
    open_kinds = frozenset(kind for kind, of in KINDS.items() if of.level is Level.OPEN)
    offer = Offer(open_kinds, frozenset({neighbourhood_id}), tasks_at_once=2)
    await volunteers.save(transaction, known.id, offer, now)
    await volunteers.note_reviewed(transaction, known.id, known.id, now)
