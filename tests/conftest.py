"""What holds for every test: none fails only because the machine is busy, and on which database."""

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from hypothesis import settings

from tests.databases import POSTGRESQL, SQLITE, is_on_server, on_server
from tests.postgresql import ADDRESS, running

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

_ENDING = ExitStack()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=(SQLITE, POSTGRESQL),
        default=SQLITE,
        help="what the databases of the tests are; a server of PostgreSQL is started for them",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sqlite(why): about what SQLite alone has")
    # A worker finds the address where the run that began it has put it.
    if config.getoption("--database") == POSTGRESQL and not hasattr(config, "workerinput"):
        os.environ[ADDRESS] = str(_ENDING.enter_context(running()).folder)


def pytest_unconfigure() -> None:
    on_server.close()
    _ENDING.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if is_on_server():
        for item in items:
            mark = item.get_closest_marker("sqlite")
            if mark is not None:
                item.add_marker(pytest.mark.skip(reason=f"about SQLite: {mark.args[0]}"))


@pytest.fixture(autouse=True)
def _databases_go() -> Iterator[None]:
    """Drop the databases of a test on the server once it has ended."""
    yield
    on_server.drop_all()
