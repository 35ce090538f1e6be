"""The three floors: imports go down only, and each floor keeps to what it may know."""

import ast
import re
from collections.abc import Collection, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

import pytest

TOP: Final = Path(__file__).parent.parent
FLOORS: Final = ("storage", "handlers", "bot")
MESSAGING: Final = frozenset({"telegram", "aiogram", "aiohttp", "httpx", "nio"})
DATABASES: Final = frozenset({"sqlalchemy", "aiosqlite", "asyncpg", "sqlite3", "alembic"})


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: an import should name its floor"
            yield node.module or ""


def _files(floor: str) -> list[Path]:
    return sorted((TOP / floor).rglob("*.py"))


def _packages(file: Path) -> set[str]:
    return {name.partition(".")[0] for name in _imports(file)}


@pytest.mark.parametrize("floor", FLOORS)
def test_imports_go_down_only(floor: str) -> None:
    above = set(FLOORS[FLOORS.index(floor) + 1 :])
    offenders = {str(file.relative_to(TOP)) for file in _files(floor) if _packages(file) & above}
    assert not offenders


def _modules_needed(file: Path, modules: Collection[str]) -> set[str]:
    """Return the modules of the house that a file needs to be imported at all."""
    found: set[str] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{name.name}" for name in node.names} | {node.module or ""}
    return found & set(modules)


def test_no_module_needs_itself() -> None:
    """Whichever is imported first, none is met half made."""
    files = {
        ".".join(file.relative_to(TOP).with_suffix("").parts): file
        for floor in FLOORS
        for file in _files(floor)
        if file.stem != "__init__"
    }
    needed = {name: _modules_needed(file, files) for name, file in files.items()}
    try:
        TopologicalSorter(needed).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


@pytest.mark.parametrize("floor", FLOORS)
def test_nothing_that_runs_imports_the_tests(floor: str) -> None:
    offenders = {file for file in _files(floor) if _packages(file) & {"tests", "benchmarks"}}
    assert not offenders


def test_handlers_know_no_messaging_library_and_no_sql() -> None:
    unknown = MESSAGING | DATABASES
    offenders = {file for file in _files("handlers") if _packages(file) & unknown}
    assert not offenders


def test_handlers_see_no_tables() -> None:
    offenders = {file for file in _files("handlers") if "storage.tables" in set(_imports(file))}
    assert not offenders


def test_storage_knows_no_wording_and_no_messaging() -> None:
    offenders = {
        file for file in _files("storage") if _packages(file) & (MESSAGING | {"fluent", "babel"})
    }
    assert not offenders


def test_only_a_messenger_knows_its_library() -> None:
    libraries = {"telegram", "aiogram", "nio"}
    offenders = {
        file
        for file in _files("bot")
        if _packages(file) & libraries and "messengers" not in file.parts
    }
    assert not offenders


def test_nothing_tells_the_time_or_throws_dice_by_itself() -> None:
    """Time and randomness are handed in; here are the few places where they come from.

    The sandbox stands for the world outside, which has a clock and dice of its own.
    """
    sources = {
        "bot/clock.py",
        "bot/rotating.py",
        "bot/running.py",
        "bot/doctor.py",
        "bot/demo/street.py",
        "handlers/house.py",
        "storage/keys.py",
        "storage/keys_file.py",
    }
    telling = re.compile(
        r"datetime\.now|utcnow|date\.today|time\.time\(|monotonic\("
        r"|^import (?:random|secrets|time)$|os\.urandom|SystemRandom",
        re.MULTILINE,
    )
    offenders = {
        name
        for floor in FLOORS
        for file in _files(floor)
        if "sandbox" not in file.parts
        and telling.search(file.read_text(encoding="utf-8"))
        and (name := file.relative_to(TOP).as_posix()) not in sources
    }
    assert not offenders
