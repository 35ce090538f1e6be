"""The command line in a process of its own, which is there at once: all of it is loaded before."""

import ctypes
import multiprocessing
import os
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from bot import backups, command_line, doctor, moving, restoring, rotating, running, scheme_settings
from bot.messengers.telegram import python_telegram_bot

_FORKS: Final = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([__name__])
#: Each command imports some of these by itself, and all of them are there.
_LOADED: Final = (
    backups,
    doctor,
    moving,
    python_telegram_bot,
    restoring,
    rotating,
    running,
    scheme_settings,
)
#: How long a command may take, in seconds.
_PATIENCE: Final = 60
#: Of capabilities(7): with these an administrator minds no permissions.
_MINDS_NO_PERMISSIONS: Final = 0b110
_CAPABILITY_VERSION: Final = 0x20080522


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it said."""

    status: int
    stdout: str
    stderr: str


def ran(folder: Path, *arguments: str, **settings: str) -> Done:
    """Run a command in a folder to its end."""
    return _ended(folder, arguments, settings)


def ran_by_a_user(folder: Path, *arguments: str, **settings: str) -> Done:
    """Run a command by somebody who minds permissions, whoever runs the tests."""
    return _ended(folder, arguments, settings, _mind_permissions)


def ran_without_room(folder: Path, *arguments: str, **settings: str) -> Done:
    """Run a command for which no file takes another byte."""
    return _ended(folder, arguments, settings, _have_no_room)


def _nothing() -> None:
    """Begin as everybody does."""


def _ended(
    folder: Path,
    arguments: tuple[str, ...],
    settings: dict[str, str],
    begin: Callable[[], None] = _nothing,
) -> Done:
    # Pipes, so that what is said needs no room in a file.
    pipes = [_FORKS.Pipe(duplex=False) for _ in range(2)]
    said = tuple(writer for _, writer in pipes)
    process = _FORKS.Process(target=_run, args=(folder, arguments, settings, said, begin))
    process.start()
    for writer in said:
        writer.close()
    process.join(_PATIENCE)
    if process.exitcode is None:
        process.kill()
        process.join()
    status = process.exitcode
    process.close()
    assert status is not None
    return Done(status, *(_all_of(reader) for reader, _ in pipes))


def _all_of(reader: Connection) -> str:
    with os.fdopen(os.dup(reader.fileno()), encoding="utf-8") as file:
        text = file.read()
    reader.close()
    return text


def _run(
    folder: Path,
    arguments: tuple[str, ...],
    settings: dict[str, str],
    said: tuple[Connection, ...],
    begin: Callable[[], None],
) -> None:
    os.chdir(folder)
    for name in [name for name in os.environ if name.startswith("DOORSTEP_")]:
        del os.environ[name]
    os.environ.update(settings)
    for number, writer in enumerate(said, 1):
        os.dup2(writer.fileno(), number)
        writer.close()
    sys.stdout = os.fdopen(os.dup(1), "w", buffering=1)
    sys.stderr = os.fdopen(os.dup(2), "w", buffering=1)
    begin()
    status = command_line.main(arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _have_no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _mind_permissions() -> None:
    """Be bound by permissions from now on, also as an administrator."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    # Effective, permitted and inheritable ones, in two halves.
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(head, sets) == 0
    sets[0] &= ~_MINDS_NO_PERMISSIONS
    assert libc.capset(head, sets) == 0
