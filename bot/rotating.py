"""What `doorstep keys rotate` does, while the service runs or while it does not."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from random import SystemRandom
from typing import Any, Final

from bot.backoff import PatientDatabase
from bot.backups import back_up, renew_copy
from bot.clock import SystemClock
from bot.configuration import Places
from bot.running import (
    keys_to_oneself,
    open_keys,
    refuse_misfit,
    refuse_unready,
    settings_of,
)
from bot.terminal import CannotGoOnError, say
from storage.database import Database, Transact, Transaction
from storage.engines import open_engine
from storage.failures import DatabaseUnavailableError
from storage.keys import Keys
from storage.keys_file import KeysFile, Use
from storage.resealing import (
    LOOKED_UP,
    WITH_KEYS,
    find_anew,
    give_new_keys,
    private_tables,
    reseal_some,
)

#: What belongs to no person; finding accounts is a matter of its own.
_USES: Final = (Use.HOUSE, Use.TRANSIT, Use.BACKUP)


def rotate(*, everything: bool) -> None:
    """Change the master key, or every key there is, and say what was done.

    Raises CannotGoOnError.
    """
    places = settings_of(Places)
    refuse_unready(places)
    with keys_to_oneself(places):
        _change(places, everything=everything)
    if not everything:
        say("every key is wrapped by a new master key; the former one opens nothing any more")
        renew_copy(places)
        return
    say("everybody has a new key, and everything was sealed anew")
    say("what was copied or backed up before cannot be read with these keys")
    # Not left to the backup, which may fail or be none: the former copy opens nothing any more.
    renew_copy(places)
    if places.backups is None:
        say("make a backup now: doorstep backup FOLDER")
    else:
        back_up(None)


def _change(places: Places, *, everything: bool) -> None:
    refuse_misfit(places)
    keys = open_keys(places)
    try:
        if everything:
            asyncio.run(_everything(places, keys))
        else:
            keys.file.rotate_master()
    except (sqlite3.Error, DatabaseUnavailableError):
        raise CannotGoOnError(
            f"{places.keys} or {places.database_name} cannot be written; may this user write"
            " there, and have their disks room? Then do the same again: nothing is lost"
        ) from None
    finally:
        keys.close()


async def _everything(places: Places, keys: Keys) -> None:
    database = Database(open_engine(places.database), keys)
    await database.start()
    try:
        transact = PatientDatabase(database.transact, SystemClock(), SystemRandom())
        await rotate_everything(keys.file, transact)
    finally:
        await database.stop()


async def rotate_everything(file: KeysFile, transact: Transact) -> None:
    """Give everybody a new key and seal everything anew; the former keys open nothing then.

    A service may run beside it. Ended half-way, it goes on where it was when it is begun again.
    Backups that were made before cannot be read afterwards.
    """
    file.rotate_master()
    for use in _USES:
        file.renew(use)
    file.begin_new_lookup()
    for table in WITH_KEYS:
        await _all_of(transact, partial(give_new_keys, table=table), 0)
    for table in LOOKED_UP:
        await _all_of(transact, partial(find_anew, table=table), 0)
    # Those alone: what the service replaces by itself meanwhile, it seals anew by itself.
    replaced = file.replaced()
    # Twice: whoever wrote while the first round went on may have begun before it.
    for _ in range(2):
        for table in private_tables():
            await _all_of(transact, partial(reseal_some, table=table, replaced=replaced), None)
    file.end_new_lookup()
    file.drop(replaced)


async def _all_of(transact: Transact, some: Callable[..., Awaitable[Any]], first: object) -> None:
    after = first

    async def next_ones(transaction: Transaction) -> object:
        return await some(transaction, after=after)

    while (last := await transact(next_ones)) is not None:
        after = last
