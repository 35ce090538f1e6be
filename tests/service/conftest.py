"""A database file, a clock and a messenger for every test."""

import pytest

from tests.clock import MovableClock
from tests.service.scripted import ScriptedMessenger
from tests.storage.conftest import empty_database, file

__all__ = ["empty_database", "file"]


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def messenger(clock: MovableClock) -> ScriptedMessenger:
    return ScriptedMessenger(clock)
