"""Whether something was committed, asked where the answer to the commit was lost on its way."""

import asyncio
from typing import Final

from sqlalchemy import Text, bindparam, cast, func, select, text
from sqlalchemy.exc import DBAPIError

from storage.connections import AsyncConnection
from storage.failures import DatabaseUnavailableError
from storage.prepared import Prepared

#: How long to wait between two questions, in seconds.
_PAUSE: Final = 0.25
#: By what the server knows the transaction; None where it wrote nothing.
MARK: Final = Prepared(select(cast(func.pg_current_xact_id_if_assigned(), Text)))
_FATE: Final = text("SELECT pg_xact_status(CAST(CAST(:mark AS text) AS xid8))").bindparams(
    bindparam("mark")
)


async def was_committed(
    connection: AsyncConnection, mark: str, is_ending: asyncio.Event
) -> bool | None:
    """Ask over a new connection what became of a transaction, for as long as it takes.

    Returns None where the answer was not known when everything ends.
    """
    while not is_ending.is_set():
        try:
            async with connection.begin():
                fate = await connection.scalar(_FATE, {"mark": mark})
        except (DBAPIError, DatabaseUnavailableError, ConnectionError, TimeoutError):
            fate = "in progress"
        if fate != "in progress":
            return bool(fate == "committed")
        await _pause(is_ending)
    return None


async def _pause(is_ending: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(_PAUSE):
            await is_ending.wait()
    except TimeoutError:
        return
