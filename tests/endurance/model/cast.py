"""Who takes part in the stories, and what they offer when one begins."""

import asyncio
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hypothesis import strategies as st

from storage import chats, neighbourhoods, people
from storage.database import Transaction
from storage.model import Kind
from storage.private import PrivateText
from tests.clock import BEGINNING
from tests.endurance.model.stage import MARK, OWNER, Stage
from tests.endurance.model.watching import AREAS, GROUPS
from tests.fresh_scheme import begin_in, keep_scheme

ACCOUNTS: Final = {
    "Olive": OWNER,
    **{
        name: f"telegram:{7001 + number}"
        for number, name in enumerate(("Ruth", "Rose", "Nina", "Hal", "Vic", "Una", "Zoe"))
    },
}
#: They ask for help; Rose and Hal help too, and Nina has never written before.
RESIDENTS: Final = ("Ruth", "Rose", "Nina", "Hal")
VOLUNTEERS: Final = ("Hal", "Vic", "Una", "Rose")
#: They were never heard of.
NEW: Final = ("Nina", "Zoe")
#: A Monday in spring, and evenings before the clocks go forward and back.
STARTS: Final = (
    BEGINNING,
    BEGINNING.replace(month=3, day=27, hour=20, minute=30),
    BEGINNING.replace(month=10, day=23, hour=19, minute=45),
)
KINDS: Final = (
    frozenset(kind.value for kind in Kind),
    frozenset({"shopping", "errand", "dog-walk", "doorstep-chat"}),
    frozenset({"shopping", "pharmacy-run", "lift", "phone-call"}),
)
TIMES: Final = (
    frozenset[str](),
    frozenset({"weekday-morning", "weekday-afternoon"}),
    frozenset({"weekend-morning", "weekend-evening", "weekday-evening"}),
)

BOTH: Final = frozenset({1, 2})


@dataclass(frozen=True)
class Offered:
    """What somebody offers when a story begins.

    `checked` is for how many days their check is good, `paused` for how many they are away.
    """

    kinds: frozenset[str]
    areas: frozenset[int]
    at_once: int
    often: str
    times: frozenset[str]
    languages: frozenset[str]
    has_car: bool
    checked: int | None
    paused: int | None


OFFERS: Final = st.builds(
    Offered,
    kinds=st.sampled_from((KINDS[0], *KINDS)),
    areas=st.sampled_from((BOTH, BOTH, frozenset({1}), frozenset({2}))),
    at_once=st.integers(1, 3),
    often=st.sampled_from(("weekly", "weekly", "daily", "as-needed", "never")),
    times=st.sampled_from((TIMES[0], *TIMES)),
    languages=st.sampled_from((frozenset({"en"}), frozenset[str]())),
    has_car=st.booleans(),
    checked=st.sampled_from((365, 365, 2, None)),
    paused=st.sampled_from((None, None, None, 3)),
)


@cache
def template(zone: str) -> TemporaryDirectory[str]:
    """Make a database as it is before anybody acts, once for all stories."""
    folder = TemporaryDirectory()
    asyncio.run(_prepared(Path(folder.name), zone))
    return folder


async def _prepared(folder: Path, zone: str) -> None:
    begin_in(folder)
    stage = Stage(folder, BEGINNING)
    await stage.start()
    await stage.look(partial(_come, zone))
    await stage.stop()
    keep_scheme(folder)


async def _come(zone: str, transaction: Transaction) -> None:
    for number, name in AREAS.items():
        made = await neighbourhoods.make(transaction, name, zone, BEGINNING)
        chat = await chats.remember(transaction, GROUPS[number], is_private=False)
        await neighbourhoods.link_group(transaction, chat, None, made, "en")
    await neighbourhoods.set_adjacent(transaction, 1, [2])
    for name, account in ACCOUNTS.items():
        if name not in NEW:
            person = await people.add(transaction, account, "en", BEGINNING)
            await people.set_name(transaction, person, PrivateText(MARK + name))
            await people.note_agreement(transaction, person, BEGINNING, health=False)
