"""What holds for every test: none fails only because the machine is busy, and on which database."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Final
from uuid import uuid4
from zlib import crc32

import pytest
from hypothesis import settings

from tests.databases import POSTGRESQL, SQLITE, give_back, is_on_server, leave_server, lent
from tests.postgresql import ADDRESS, Office, address, running

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

_ENDING = ExitStack()
#: What reaches the database in ways of its own, of which no share is enough.
CLOSE: Final = (
    *("tests/storage/", "tests/endurance/model/", "tests/endurance/test_crash.py"),
    *("tests/endurance/test_claim_race.py", "tests/endurance/test_last_place.py"),
    *("tests/service/test_inbox.py", "tests/service/test_outbox.py"),
    *("tests/service/test_scheduler.py", "tests/service/test_crash.py"),
    *("tests/service/test_changing_keys.py", "tests/service/test_lines.py"),
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=(SQLITE, POSTGRESQL),
        default=SQLITE,
        help="what the databases of the tests are; a server of PostgreSQL is started for them",
    )
    parser.addoption(
        "--share",
        type=int,
        default=1,
        metavar="N",
        help="of what reaches the database as much else does, only every Nth test",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sqlite(why): about what SQLite alone has")
    # A worker finds the address where the run that began it has put it.
    if config.getoption("--database") == POSTGRESQL and not hasattr(config, "workerinput"):
        os.environ[ADDRESS] = str(_ENDING.enter_context(running()).folder)


def pytest_unconfigure() -> None:
    leave_server()
    _ENDING.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    share = config.getoption("--share")
    left_out = [item for item in items if not _is_in(share, item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if _is_in(share, item)]
    if is_on_server():
        for item in items:
            mark = item.get_closest_marker("sqlite")
            if mark is not None:
                item.add_marker(pytest.mark.skip(reason=f"about SQLite: {mark.args[0]}"))


def _is_in(share: int, item: pytest.Item) -> bool:
    if item.nodeid.startswith(CLOSE) or _is_about_servers(item):
        return True
    # Chosen by its name, so that it is the same one every time and for every worker.
    return crc32(item.nodeid.encode()) % share == 0


def _is_about_servers(item: pytest.Item) -> bool:
    marks = item.iter_markers("skipif")
    return any(str(mark.kwargs.get("reason")).startswith("about a server") for mark in marks)


@pytest.fixture(autouse=True)
def _databases_go() -> Iterator[None]:
    """Give back the databases of a test on the server once it has ended."""
    # Those that last for several tests are there by now.
    there = lent()
    yield
    give_back(but=there)


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """Where databases are made on a server, which is started for it unless all tests run on one."""
    with ExitStack() as stack:
        folder = os.environ.get(ADDRESS) or str(stack.enter_context(running()).folder)
        opened = Office(folder)
        yield opened
        opened.close()


@pytest.fixture
def goal(office: Office) -> Iterator[str]:
    """The URL of a database on a server, with nothing in it."""
    name = f"goal_{uuid4().hex}"
    office.do(f"CREATE DATABASE {name}")
    yield address(office.folder, name)
    office.leave(name)
    office.do(f"DROP DATABASE {name} WITH (FORCE)")
