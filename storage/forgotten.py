"""The journal beside the backups: which keys were destroyed, so that no older copy of them counts.

One line each, the name of a key and a day, and nothing else. Lines are only ever added.
"""

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from storage.durable import sync_folder

NAME: Final = "forgotten"
_LINE: Final = re.compile(r"(?P<key>[0-9a-f]{16}) (?P<day>\d{4}-\d{2}-\d{2})")


def read(folder: Path) -> frozenset[str]:
    """Return the names of all keys that the journal of a folder says were destroyed."""
    try:
        text = (folder / NAME).read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return frozenset()
    # What a crash cut off is no line; it was written again.
    return frozenset(found["key"] for found in map(_LINE.fullmatch, text.splitlines()) if found)


def add(folder: Path, destroyed: Mapping[str, date]) -> None:
    """Note the names of destroyed keys, each with its day, where they are not noted yet."""
    new = sorted(set(destroyed) - read(folder))
    if not new:
        return
    path = folder / NAME
    # The first newline ends what a crash may have cut off.
    text = "\n" + "".join(f"{key} {destroyed[key]:%Y-%m-%d}\n" for key in new)
    number = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    with os.fdopen(number, "ab") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
    sync_folder(folder)
