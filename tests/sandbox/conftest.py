"""A sandbox on a clock that the tests move."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from tests.clock import MovableClock
from tests.sandbox.api import Api


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def sandbox(clock: MovableClock) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock) as box:
        yield box


@pytest.fixture
async def api(sandbox: Sandbox) -> AsyncIterator[Api]:
    async with ClientSession() as session:
        yield Api(sandbox, session)


@pytest.fixture
def maria(sandbox: Sandbox) -> Person:
    """Somebody who has started the bot."""
    person = sandbox.add_person("Maria", language="es")
    person.starts()
    return person


@pytest.fixture
def tom(sandbox: Sandbox) -> Person:
    """Somebody who has never heard of the bot."""
    return sandbox.add_person("Tom")
