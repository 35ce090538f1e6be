"""A sandbox, a messenger on it, and somebody with a phone."""

from collections.abc import AsyncIterator

import pytest

from bot.messengers import Messenger
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from tests.clock import MovableClock
from tests.messengers.libraries import MakesMessenger


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def sandbox(clock: MovableClock) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock) as serving:
        yield serving
        # Whatever a scene does, the library's calls must fit the description of the Bot API.
        assert list(serving.recorder.violations) == []


@pytest.fixture
async def messenger(sandbox: Sandbox, make_messenger: MakesMessenger) -> AsyncIterator[Messenger]:
    made = make_messenger(
        sandbox.token, sandbox.address, commands={"": [("ask", "Ask")], "es": [("ask", "Pedir")]}
    )
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


@pytest.fixture
def ada(sandbox: Sandbox) -> Person:
    person = sandbox.add_person("Ada")
    person.starts()
    return person
