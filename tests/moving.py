"""Moving what a test has made to a server, and looking at both sides."""

import asyncio
import os
import signal
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select

from bot.configuration import Places
from bot.moving import carry_out
from storage.database import Transaction
from storage.engines import open_engine
from storage.moving import AtStep, Carried, nothing
from storage.resealing import private_columns
from storage.sealed import Sealed
from storage.tables import metadata
from tests.scene import Scene

#: Every row of every table.
State = dict[str, list[tuple[Any, ...]]]
#: What happens on the way, in this order.
STEPS: Final = (
    "tables made",
    *(f"{table.name} carried" for table in metadata.sorted_tables),
    "all carried",
    "committed",
    "marked",
)


def file_in(folder: Path) -> Places:
    """Return where a scheme lies that is in a file."""
    file, keys = folder / "doorstep.sqlite", folder / "doorstep.keys"
    return Places(database=f"sqlite+aiosqlite:///{file}", keys=keys)


def carried(folder: Path, goal: str, at_step: AtStep = nothing) -> Carried:
    """Carry the scheme in a folder to a server."""
    source = file_in(folder)
    return carry_out(source, source.model_copy(update={"database": goal}), at_step)


def killed_at(step: str, folder: Path, goal: str) -> None:
    """Carry a scheme, and be killed at a step."""

    def at_step(passed: str) -> None:
        if passed == step:
            os.kill(os.getpid(), signal.SIGKILL)

    carried(folder, goal, at_step)


async def state_of(url: str) -> State:
    """Return all that a database holds."""
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            return {
                table.name: [
                    tuple(row)
                    for row in await connection.execute(
                        select(table).order_by(*table.primary_key.columns)
                    )
                ]
                for table in metadata.sorted_tables
            }
    finally:
        await engine.dispose()


async def move(scene: Scene, goal: str) -> None:
    """Move a scheme to a server while its service has ended, and see that all of it is there."""
    before = await state_of(scene.url)
    await asyncio.to_thread(carried, scene.folder, goal)
    after = await state_of(goal)
    for name, rows in before.items():
        assert sorted(rows, key=repr) == sorted(after[name], key=repr), name
    await scene.goes_on_at(goal)


async def opened(transaction: Transaction) -> int:
    """Open all that is private, and return how much that is; raises KeyGoneError."""
    number = 0
    for table in metadata.sorted_tables:
        for column, bound_to in private_columns(table):
            rows = await transaction.connection.execute(select(table).where(column.is_not(None)))
            for row in rows:
                sealed = getattr(row, column.name)
                assert isinstance(sealed, Sealed)
                if not transaction.keys.is_destroyed(sealed.keys):
                    bound = (getattr(row, name) for name in bound_to)
                    transaction.keys.open_bytes(sealed, f"{table.name}.{column.name}", *bound)
                    number += 1
    return number
