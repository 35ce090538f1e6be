"""One clear line: what a command says of what is wrong, and what it must never say."""

from pathlib import Path
from typing import Final

from bot.sandbox.server import TEST_TOKEN
from tests.commands import Done

#: What is said besides by the table of `test_bad_input.py`; each is tried where it belongs.
FULL: Final = "disk is full; make room there"
MARK: Final = "cannot be marked as moved"
REFUSED: Final = "is not known to Telegram"
CONTESTED: Final = "another program asks for updates with the same token"
CLOCK: Final = ("the clock has jumped ahead", "the clock was set back", "of Telegram's; set it")

PASSWORD: Final = "pass-word-7"  # noqa: S105 - opens nothing
#: Nobody answers there.
NOWHERE: Final = "http://127.0.0.1:9"
#: What must never be said: a password, a token, and what somebody has typed.
SECRETS: Final = (PASSWORD, TEST_TOKEN, TEST_TOKEN.partition(":")[2], "Ada", "Milk and bread")
#: Every file that may come and go beside the data.
PASSING: Final = (".lock", "-wal", "-shm", ".alive")


def state(folder: Path) -> dict[str, bytes]:
    """Return every file that lies in a folder, but for those that come and go."""
    files = (path for path in folder.iterdir() if path.is_file())
    return {each.name: each.read_bytes() for each in files if not each.name.endswith(PASSING)}


def settings(given: dict[str, str]) -> dict[str, str]:
    return {"DOORSTEP_TELEGRAM_TOKEN": TEST_TOKEN, "DOORSTEP_TELEGRAM_API": NOWHERE, **given}


def says_one_line(done: Done, says: str) -> None:
    assert (done.status, done.stdout) == (2, ""), done
    (line,) = done.stderr.splitlines()
    assert line.startswith("doorstep: ")
    assert says in line
    assert not [secret for secret in SECRETS if secret in line]


def doctor_says(done: Done, says: str, part: str) -> None:
    assert (done.status, done.stderr) == (1, "")
    assert [line for line in done.stdout.splitlines() if says in line and part in line[:20]]
    assert not [secret for secret in SECRETS if secret in done.stdout]
