"""An empty scheme, made once by the migrations and copied for every test that wants one."""

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from storage.keys import Keys
from storage.migration import migrate
from tests.clock import BEGINNING
from tests.databases import copied, is_on_server, keep, url_of

_DATABASE: Final = "doorstep.sqlite"
_KEYS: Final = "doorstep.keys"


def url_in(folder: Path) -> str:
    """Return where the database in a folder is found."""
    return url_of(database_in(folder))


def database_in(folder: Path) -> Path:
    """Return the file by which the database in a folder is known."""
    return folder / _DATABASE


def keys_in(folder: Path) -> Path:
    """Return the file of the keys in a folder."""
    return folder / _KEYS


def begin_in(folder: Path) -> None:
    """Put an empty scheme into a folder: its database and its keys."""
    if is_on_server():
        url_in(folder)
        Keys(keys_in(folder)).close()
    else:
        copy_scheme(Path(_made_once().name), folder)


def keep_scheme(folder: Path) -> None:
    """Let the scheme in a folder outlast the test in which it was made."""
    keep(database_in(folder))


def copy_scheme(source: Path, folder: Path) -> None:
    """Put into a folder the scheme of another one, which nobody uses at the moment."""
    copied(database_in(source), folder)
    if keys_in(source).exists():
        shutil.copy(keys_in(source), folder)


@cache
def _made_once() -> TemporaryDirectory[str]:
    """Make one in a folder that lasts as long as the process."""
    folder = TemporaryDirectory()
    path = Path(folder.name)
    # In a thread: where this is called, a loop may be running.
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, migrate(url_in(path), BEGINNING, keys_in(path))).result()
    return folder
