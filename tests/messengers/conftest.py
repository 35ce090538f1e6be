"""What the tests of the messengers share."""

from collections.abc import AsyncIterator

import pytest

from bot.messengers import Messenger
from tests.messengers.libraries import LIBRARIES, MakesMessenger
from tests.messengers.scripted_api import TOKEN, ScriptedApi, scripted_api


@pytest.fixture(params=list(LIBRARIES.values()), ids=list(LIBRARIES))
def make_messenger(request: pytest.FixtureRequest) -> MakesMessenger:
    made: MakesMessenger = request.param
    return made


@pytest.fixture
async def api() -> AsyncIterator[ScriptedApi]:
    async with scripted_api() as serving:
        yield serving


@pytest.fixture
async def messenger(api: ScriptedApi, make_messenger: MakesMessenger) -> AsyncIterator[Messenger]:
    made = make_messenger(TOKEN, api.address, poll_seconds=1)
    await made.start()
    try:
        yield made
    finally:
        await made.stop()
