"""Disks that are small, full, or read-only: real ones where the machine lets us mount them."""

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_SIZE: Final = 4_000_000
#: What takes the room on a full disk.
FILLING: Final = "filling"


def _did(*words: str) -> bool:
    """Run a program of the system and say whether it did what it was told."""
    try:
        return subprocess.run(words, check=False, capture_output=True).returncode == 0  # noqa: S603 - our own words
    except FileNotFoundError:
        return False


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Put a disk of its own at a folder; says whether the machine lets us."""
    folder.mkdir(exist_ok=True)
    is_mounted = _did("mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder))
    try:
        yield is_mounted
    finally:
        if is_mounted:
            assert _did("umount", "-l", str(folder))


def fill(folder: Path) -> None:
    """Leave no room on the disk of a folder."""
    with (folder / FILLING).open("wb", buffering=0) as file:
        for size in (65_536, 4096, 512, 1):
            with contextlib.suppress(OSError):
                while file.write(bytes(size)) == size:
                    pass


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nobody write in a folder who minds permissions, nor in the files in it."""
    files = [path for path in folder.iterdir() if path.is_file()]
    modes = {path: path.stat().st_mode & 0o777 for path in (folder, *files)}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
