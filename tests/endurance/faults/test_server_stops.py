"""The database server ends and comes back: nothing is lost, and nothing is done twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import is_on_server
from tests.endurance.amounts import Notes
from tests.endurance.faults.faults import stops
from tests.endurance.faults.stages import lives_through, stage_in
from tests.postgresql import MADE, Office, Server, running

pytestmark = pytest.mark.skipif(not is_on_server(), reason="about a server: --database postgresql")


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of its own, which no other test needs."""
    with running() as server:
        office = Office(str(server.folder))
        office.do(f"CREATE DATABASE town TEMPLATE {MADE}")
        office.close()
        yield server


async def test_a_server_that_stops_loses_nothing(
    tmp_path: Path, server: Server, notes: Notes
) -> None:
    async with stage_in(tmp_path, url=server.address("town")) as stage:
        await lives_through(stage, [stops(server)], notes)
