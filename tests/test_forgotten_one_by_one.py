"""People of a story are forgotten one after another: theirs goes, and what is others' stays.

Where everybody goes, a word of one that was sealed for another goes with that other. Here the other
stays, and so do copies from before, and all that was on its way for a moment and that a copy made
just then would hold: whatever of it still opens is searched for words of who went.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import select

from handlers.keeping.as_json import as_json
from storage import held_data, people
from storage.about_people import OF_PERSON
from storage.database import Transaction
from storage.keys import Keys
from storage.keys_file import KeyGoneError
from storage.model import Person
from storage.not_told import DUTIES, NOT_BY
from storage.sealed import Sealed, Value
from storage.tables import helped_people, metadata
from storage.tables import people as people_rows
from tests.endurance.amounts import ENDURE
from tests.fresh_scheme import database_in
from tests.scene import Scene, scene_in
from tests.sealed_rows import sealed_in
from tests.stage_directions import Stage
from tests.test_forgotten_wholly import PLAYED, copy_of, everybody, forgets
from tests.transcript import STORIES, read

ONE_BY_ONE: Final = (
    (*PLAYED, "forum_topics", "relay", "details_taken_back", "thanks_nobody_reads", "assigning")
    if ENDURE
    else ("costs", "by_phone_relay", "asking_for_a_neighbour")
)
#: What is on its way, or was made by the service of what is kept elsewhere.
PASSING: Final = frozenset({"outbox", "conversations", "shown_buttons", "inbox", "chats", "vault"})
#: Goes with either side of what was written.
OF_TWO: Final = "relay_messages"
#: Of each of these `/mydata` says that it is there, and never more.
NOT_TOLD: Final = frozenset(
    f"{part.column.table.name}.{name}" for part in OF_PERSON for name in part.withheld
) - frozenset(f"{part.column.table.name}.{name}" for part in OF_PERSON for name in part.shows)
#: A photo is mentioned where it is shown.
MENTIONED: Final = frozenset({"pictures.content"})
#: Longer than the last word to somebody takes.
A_WHILE: Final = timedelta(minutes=3)


@dataclass(frozen=True)
class Found:
    """Something sealed: where it stands, with whose keys, and what it says if it opens."""

    column: str
    keys: frozenset[str]
    text: str | None

    @property
    def is_passing(self) -> bool:
        """Whether it is no more than on its way."""
        return self.column.partition(".")[0] in PASSING


#: What is sealed, as `sealed_in` yields it.
Blob = tuple[str, Sealed, tuple[Value, ...]]


def _opened(blobs: Iterable[Blob], keys_file: Path) -> list[Found]:
    """Return what is sealed, opened with the keys as they are on the disk."""
    with closing(Keys(keys_file)) as keys:

        def text_of(column: str, sealed: Sealed, bound: tuple[Value, ...]) -> str | None:
            try:
                return keys.open_bytes(sealed, column, *bound).decode(errors="replace")
            except KeyGoneError:
                return None

        return [
            Found(column, frozenset(sealed.keys), text_of(column, sealed, bound))
            for column, sealed, bound in blobs
        ]


class Passing:
    """Keeps all that ever was on its way, as somebody would who copies the disk every moment."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._tables = [table for table in metadata.sorted_tables if table.name in PASSING]
        self.blobs: dict[bytes, Blob] = {}

    def look(self, _step: str) -> None:
        """Keep what is on its way now."""
        for blob in sealed_in(self._file, self._tables):
            self.blobs[blob[1].blob] = blob


@dataclass(frozen=True)
class Somebody:
    """Somebody of a story: their number, their keys, and what they alone have told."""

    number: int
    rung: bool
    keys: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


async def _cast(scene: Scene, found: list[Found]) -> list[Somebody]:
    """Return everybody who is there, each with the words that nobody else has said too."""

    async def keys(transaction: Transaction) -> dict[int, tuple[Person, frozenset[str]]]:
        made = {}
        for number in await everybody(transaction):
            person = await people.get(transaction, number)
            others = select(helped_people.c.key).where(helped_people.c.requester_id == number)
            result = await transaction.connection.execute(others)
            made[number] = (person, frozenset({person.key, *result.scalars()}))
        return made

    known = await scene.transact(keys)
    said = {
        number: {
            each.text.strip()
            for each in found
            if each.text and each.keys <= keys_of and not each.is_passing and _is_text(each)
        }
        for number, (_, keys_of) in known.items()
    }
    counted = Counter(word for words in said.values() for word in words)
    return [
        Somebody(
            number,
            person.rung,
            keys_of,
            frozenset(
                each.text
                for each in found
                if each.text and each.keys == {person.key} and each.column == "people.first_name"
            ),
            frozenset(word for word in said[number] if counted[word] == 1 and len(word) > 2),
        )
        for number, (person, keys_of) in known.items()
    ]


def _is_text(found: Found) -> bool:
    return found.column not in MENTIONED


def _has(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _left_of(somebody: Somebody, found: Iterable[Found]) -> Iterator[str]:
    """Yield what still opens and is theirs, or has a word of theirs in it."""
    for each in found:
        if each.text is None:
            continue
        if each.keys & somebody.keys:
            yield f"{each.column} opens"
        # Whoever stays may name somebody in their own words.
        words = somebody.words if each.is_passing else somebody.words - somebody.names
        yield from (f"{each.column} says {word!r}" for word in words if _has(each.text, word))


def _own_of_others(found: list[Found], somebody: Somebody) -> Counter[tuple[str, str]]:
    return Counter(
        (each.column, each.text)
        for each in found
        if each.text is not None
        and not each.keys & somebody.keys
        and not each.is_passing
        and not each.column.startswith(OF_TWO)
    )


async def _shown(scene: Scene, somebody: Somebody) -> list[str]:
    """Return every text in what `/mydata` sends to somebody."""

    async def show(transaction: Transaction) -> str:
        person = await people.get(transaction, somebody.number)
        data = await held_data.of_person(transaction, person.id, person.key, {})
        return as_json(data, "you", scene.clock.now())

    parts = json.loads(await scene.transact(show))["parts"]
    values = [value for part in parts for row in part["rows"] for value in row["values"].values()]
    return [value for value in values if isinstance(value, str)]


async def _rows_not_shown(scene: Scene, number: int) -> set[str]:
    """Return the columns by which a row names somebody without being part of their `/mydata`."""

    async def look(transaction: Transaction) -> set[str]:
        missed = set()
        for table in metadata.sorted_tables:
            keys = list(table.primary_key.columns)
            for column in table.columns:
                if column in DUTIES or column in NOT_BY:
                    continue
                if not any(key.column.table is people_rows for key in column.foreign_keys):
                    continue
                naming = select(*keys).where(column == number)
                rows = set((await transaction.connection.execute(naming)).all())
                for part in (each for each in OF_PERSON if each.column is column):
                    shown = select(*keys).where(*part.of(number))
                    rows -= set((await transaction.connection.execute(shown)).all())
                if rows:
                    missed.add(str(column))
        return missed

    return await scene.transact(look)


async def _check_shown(scene: Scene, cast: list[Somebody], found: list[Found]) -> None:
    """See that everybody is shown all that is theirs, and nothing that is others'."""
    for somebody in cast:
        assert await _rows_not_shown(scene, somebody.number) == set()
        shown = await _shown(scene, somebody)
        own = [each for each in found if each.text is not None and somebody.keys == each.keys]
        missed = {each.column for each in own if each.text not in shown} - NOT_TOLD - MENTIONED
        assert missed == set()
        others = {word for each in cast if each is not somebody for word in each.words}
        assert [word for word in others if any(_has(text, word) for text in shown)] == []


@pytest.mark.parametrize("story", ONE_BY_ONE)
async def test_one_after_another(story: str, tmp_path: Path) -> None:
    now = database_in(tmp_path)
    passing = Passing(now)
    async with scene_in(tmp_path, at_step=passing.look) as scene:
        await Stage(scene).play(read((STORIES / f"{story}.txt").read_text(encoding="utf-8")))
        await scene.settles()
        before = list(sealed_in(copy_of(scene, "before")))
        gone: list[Somebody] = []
        # Those last who look after others, and typed what these said on the phone.
        for number in reversed(await scene.transact(everybody)):
            found = _opened(sealed_in(now), scene.keys)
            cast = await _cast(scene, found)
            await _check_shown(scene, cast, found)
            somebody = next(each for each in cast if each.number == number)
            await forgets(scene, number)
            if number in await scene.transact(everybody):
                # Something of theirs is kept for a worry: see `test_forgotten_wholly`.
                continue
            await scene.passes(A_WHILE)
            gone.append(somebody)
            left = _opened(sealed_in(now), scene.keys)
            assert _own_of_others(found, somebody) <= _own_of_others(left, somebody)
            copied = _opened(before, scene.keys)
            passed = _opened(passing.blobs.values(), scene.keys)
            for who in gone:
                # What is typed on the phone has no key of theirs yet: see docs/threats.md.
                seen = (*left, *copied) if who.rung else (*left, *copied, *passed)
                assert set(_left_of(who, seen)) == set()
        assert gone
