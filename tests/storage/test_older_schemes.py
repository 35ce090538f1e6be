"""A scheme as an earlier Doorstep left it: after migrating everything in it can be read.

`tests/data/scheme_of_0003.sql` holds the rows of a story (a request by phone, and what its helper
wrote) that was played by the last version before accounts were sealed, and its keys.
"""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import people
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.keys_file import KeyGoneError
from storage.migration import migrate, revision_of
from storage.private import PrivateText
from storage.vault import is_readable, misfit
from tests.clock import BEGINNING
from tests.databases import url_of
from tests.sealed_rows import opened_in, sealed_in

pytestmark = pytest.mark.sqlite("as old as that, it lies in a file")

#: Some of what stands in it, of several tables.
WORDS = {b"Ada", b"Milk and bread, please.", b"020 7946 0018", b"The change is under the blue mat."}
DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The database of that scheme, beside its keys."""
    path = tmp_path / "doorstep.sqlite"
    left_by_0003(path)
    return path


def left_by_0003(path: Path) -> None:
    """Make the database of that scheme in a file, and its keys beside it."""
    url = f"sqlite+aiosqlite:///{path}"
    asyncio.run(migrate(url, BEGINNING, path.with_suffix(".keys"), "0003"))
    rows = (DATA / "scheme_of_0003.sql").read_text(encoding="utf-8")
    keys = (DATA / "scheme_of_0003_keys.sql").read_text(encoding="utf-8")
    for file, script in ((path, rows), (path.with_suffix(".keys"), keys)):
        with closing(sqlite3.connect(file)) as opened:
            opened.executescript(script)
        file.chmod(0o600)


def accounts_in(old: Path) -> list[str]:
    with closing(sqlite3.connect(old)) as opened:
        return [account for (account,) in opened.execute("SELECT account FROM people ORDER BY id")]


def test_everything_in_it_can_be_read_and_nothing_lies_open(old: Path) -> None:
    before = accounts_in(old)
    asyncio.run(migrate(url_of(old), BEGINNING, old.with_suffix(".keys")))
    with closing(Keys(old.with_suffix(".keys"))) as keys:
        assert misfit(old, keys) is None
        assert is_readable(old, keys)
        found = opened_in(old, keys)
        assert sum(map(len, found.values())) == len(list(sealed_in(old))) > 20
    assert sorted(words.decode() for words in found["people.account"]) == sorted(before)
    assert {words for each in found.values() for words in each} >= WORDS
    content = b"".join(path.read_bytes() for path in old.parent.glob("doorstep.sqlite*"))
    assert not [account for account in before if account.encode() in content]


async def test_whoever_was_known_is_found_by_their_account(old: Path) -> None:
    before = await asyncio.to_thread(accounts_in, old)
    await migrate(url_of(old), BEGINNING, old.with_suffix(".keys"))
    database = Database(open_engine(url_of(old)), Keys(old.with_suffix(".keys")))
    await database.start()

    async def names(transaction: Transaction) -> list[PrivateText | None]:
        found = [await people.find(transaction, account) for account in before]
        assert all(found)
        return [person.first_name for person in found if person]

    known = await database.transact(names)
    await database.stop()
    assert PrivateText("Ada") in known


def test_without_its_keys_it_stays_as_it_was(old: Path) -> None:
    before = old.read_bytes()
    old.with_suffix(".keys").unlink()
    with pytest.raises(KeyGoneError):
        asyncio.run(migrate(url_of(old), BEGINNING, old.with_suffix(".keys")))
    assert revision_of(old) == "0003"
    with closing(sqlite3.connect(old)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert accounts_in(old)
    assert len(old.read_bytes()) >= len(before)
