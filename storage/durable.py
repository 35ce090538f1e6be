"""Files that are there whole or not at all, closed to other users of the machine."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

#: How a file is called until it is whole.
PART: Final = ".part"
_OWN_ONLY: Final = 0o600


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Write a file beside its place and put it there once it is whole and on disk.

    Where that fails, nothing is left of it, and what was there before stays. It can be read back
    within.
    """
    part = path.with_name(path.name + PART)
    part.unlink(missing_ok=True)
    number = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, _OWN_ONLY)
    with os.fdopen(number, "w+b") as file:
        # Held while somebody writes, so that only what a crash left is swept away.
        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have it on disk which files there are in a folder."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def sweep_parts(folder: Path) -> None:
    """Take away what a crash left half-written in a folder."""
    for part in folder.glob(f"*{PART}"):
        with contextlib.suppress(OSError), part.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()


@contextlib.contextmanager
def wiped_when_replaced(path: Path) -> Iterator[None]:
    """Overwrite what a file held before, once another one has taken its place within.

    That is as much as a program can do: some disks keep older copies of what is overwritten.
    """
    if not path.exists():
        yield
        return
    with path.open("r+b") as before:
        yield
        if os.fstat(before.fileno()).st_nlink:
            return
        length = before.seek(0, os.SEEK_END)
        before.seek(0)
        before.write(bytes(length))
        before.flush()
        os.fsync(before.fileno())
