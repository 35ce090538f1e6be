"""What commands say to whoever called them, and how they end."""

import sys
from typing import Final

OK: Final = 0
TO_MEND: Final = 1
WRONG: Final = 2


class CannotGoOnError(Exception):
    """The command ends here; the message is one line that says what to do."""


def counted(number: int, one: str, several: str) -> str:
    """Return a number with what it counts: "1 person", "2 people"."""
    return f"{number} {one if number == 1 else several}"


def not_allowed(error: OSError) -> str:
    """Say that this user may not look at a file, and what to do."""
    where = "a file" if error.filename is None else error.filename
    return f"{where} cannot be looked at by this user; run doorstep as the user of the service"


def say(line: str) -> None:
    """Write a line for whoever called the command."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
