"""The process ends while the keys of somebody who was forgotten are destroyed."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage import forgetting, people
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.keys_file import KeysFile, Use
from tests.clock import BEGINNING
from tests.databases import copied, url_of
from tests.sealed_rows import opened_in, sealed_in
from tests.storage.test_private_columns import say_everything

Step = Callable[[Transaction], Awaitable[object]]


async def _forget(transaction: Transaction) -> None:
    person = await people.find(transaction, "telegram:7001")
    assert person is not None
    farewell = await forgetting.forget(transaction, person, BEGINNING)
    assert farewell is not None
    await forgetting.end_farewell(transaction, farewell.chat_id, BEGINNING)


async def _destroy(transaction: Transaction) -> None:
    await forgetting.destroy_keys(transaction, BEGINNING)


async def _new_transit(transaction: Transaction) -> None:
    forgetting.begin_new_transit(transaction)


async def _end_transit(transaction: Transaction) -> bool:
    return await forgetting.end_former_transit(transaction, BEGINNING)


#: As they are done one after the other; what seals anew is done until nothing is left.
STEPS: tuple[Step, ...] = (_forget, _destroy, _new_transit, _end_transit, _end_transit)


async def _done(file: Path, *steps: Step) -> None:
    database = Database(open_engine(url_of(file)), Keys(file.with_suffix(".keys")))
    await database.start()
    for step in steps:
        await database.transact(step)
    await database.stop()


def _killed_in(step: Step) -> Step:
    async def killed(transaction: Transaction) -> None:
        await step(transaction)
        # What was changed in the file of the keys is on disk, and nothing of the database.
        os._exit(9)

    return killed


@pytest.mark.parametrize("last", range(len(STEPS)))
def test_what_was_begun_is_done_to_its_end(
    file: Path, last: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    asyncio.run(_done(file, say_everything))
    before = copied(file, tmp_path_factory.mktemp("before"))
    with closing(KeysFile(file.with_suffix(".keys"))) as keys:
        transit = keys.used_for(Use.TRANSIT)
    child = os.fork()
    if child == 0:
        asyncio.run(_done(file, *STEPS[:last], _killed_in(STEPS[last])))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    # Timed work that was not committed is done again; the last one until nothing is left.
    asyncio.run(_done(file, *STEPS[last:], _end_transit))
    with closing(Keys(file.with_suffix(".keys"))) as now:
        assert now.is_destroyed((transit,))
        assert now.file.missing([transit])
        unread = {"inbox.body", "outbox.payload"}
        assert set(opened_in(before, now)) == {"vault.probe"}
        assert set(opened_in(file, now)) <= {"vault.probe", *unread}
        assert sum(map(len, opened_in(file, now).values())) == len(list(sealed_in(file)))
