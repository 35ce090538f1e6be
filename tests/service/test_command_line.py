"""The commands, each in a process of its own."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.server import TEST_TOKEN, Sandbox
from storage.database import Database
from storage.engines import open_engine
from storage.keys import Keys
from tests.environment import environment

GOOD = {"DOORSTEP_TELEGRAM_TOKEN": TEST_TOKEN}
OTHER = "7000000002:another-token-of-no-value-at-all"
UNKNOWN = "7000000003:a-token-that-nobody-knows-anywhere"


def doorstep(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment(settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class Running:
    """A service in a process of its own, against a sandbox."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    async def ends_by(self, number: int) -> tuple[int | None, str]:
        """Send it a signal; returns its exit status and what it logged."""
        self.process.send_signal(number)
        return await self.ends_by_itself()

    async def ends_by_itself(self) -> tuple[int | None, str]:
        """Wait for its end; returns its exit status and what it logged."""
        _, log = await self.process.communicate()
        return self.process.returncode, log.decode()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as box:
        yield box


async def start(folder: Path, sandbox: Sandbox, **settings: str) -> Running:
    """Start a service and return once it has made itself known to Telegram."""
    maria = sandbox.add_person("Maria", language="en")
    maria.starts()
    service = await begin(folder, sandbox, **settings)
    while not maria.from_bot:  # noqa: ASYNC110 - the sandbox keeps messages, it announces none
        await asyncio.sleep(0.02)
    return service


async def begin(folder: Path, sandbox: Sandbox, **settings: str) -> Running:
    """Start a service."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=folder,
        env=environment({**GOOD, "DOORSTEP_TELEGRAM_API": sandbox.address, **settings}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    return Running(process)


def test_help_names_every_command(tmp_path: Path) -> None:
    done = doorstep(tmp_path, "--help")
    assert done.returncode == 0
    for command in ("run", "demo", "doctor", "backup", "restore", "settings", "migrate"):
        assert command in done.stdout


@pytest.mark.parametrize("command", ["run", "migrate"])
def test_a_wrong_setting_ends_a_command_with_one_line(tmp_path: Path, command: str) -> None:
    done = doorstep(tmp_path, command, **GOOD, DOORSTEP_DATABASE="mysql://somewhere")
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "DOORSTEP_DATABASE" in line


def test_a_wrong_token_is_never_repeated(tmp_path: Path) -> None:
    wrong = {"DOORSTEP_TELEGRAM_TOKEN": "my-secret-token"}
    done = doorstep(tmp_path, "run", **wrong)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "DOORSTEP_TELEGRAM_TOKEN" in line
    assert "my-secret-token" not in line


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "doorstep.sqlite").write_text("a shopping list " * 100)
    for command in ("run", "migrate", "keys rotate", "settings export"):
        done = doorstep(tmp_path, *command.split(), **GOOD)
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert "doorstep.sqlite, which is not a database of Doorstep, or is damaged" in line


def test_a_folder_that_cannot_be_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = doorstep(tmp_path, "run", **GOOD, DOORSTEP_DATABASE="sqlite:///file/doorstep.sqlite")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    done = doorstep(tmp_path, "run", **GOOD, DOORSTEP_KEYS="file/doorstep.keys")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "DOORSTEP_KEYS" in line


def test_migrating_makes_a_database_and_then_has_nothing_to_do(tmp_path: Path) -> None:
    assert "was made" in doorstep(tmp_path, "migrate").stdout
    assert "up to date already" in doorstep(tmp_path, "migrate").stdout


def test_keys_of_another_database_are_refused_in_one_line(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for folder in (tmp_path, other):
        Keys(folder / "doorstep.keys").close()
        doorstep(folder, "migrate", **GOOD)
    _prove(tmp_path)
    before = (tmp_path / "doorstep.sqlite").read_bytes()
    (other / "doorstep.keys").replace(tmp_path / "doorstep.keys")
    done = doorstep(tmp_path, "run", **GOOD)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "doorstep: DOORSTEP_KEYS names doorstep.keys, which is not the file of keys that"
        " doorstep.sqlite was written with; bring back the one that belongs to it"
    ]
    assert (tmp_path / "doorstep.sqlite").read_bytes() == before
    assert "belongs to another database" in doorstep(tmp_path, "doctor", **GOOD).stdout


def _prove(folder: Path) -> None:
    async def begin() -> None:
        url = f"sqlite+aiosqlite:///{folder / 'doorstep.sqlite'}"
        database = Database(open_engine(url), Keys(folder / "doorstep.keys"))
        await database.start()
        await database.stop()

    asyncio.run(begin())


def test_keys_that_are_lost_are_not_replaced(tmp_path: Path) -> None:
    doorstep(tmp_path, "migrate")
    (tmp_path / "doorstep.keys").unlink()
    done = doorstep(tmp_path, "run", **GOOD)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "DOORSTEP_KEYS" in line
    assert not (tmp_path / "doorstep.keys").exists()


async def test_the_service_runs_on_a_database_that_was_made_before(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    await asyncio.to_thread(doorstep, tmp_path, "migrate")
    service = await start(tmp_path, sandbox)
    status, _ = await service.ends_by(signal.SIGTERM)
    assert status == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_the_service_runs_until_it_is_asked_to_end(
    tmp_path: Path, sandbox: Sandbox, number: int
) -> None:
    service = await start(tmp_path, sandbox)
    status, log = await service.ends_by(number)
    assert status == 0
    assert "the service has ended" in log
    assert "Traceback" not in log


async def test_a_second_service_on_the_same_database_is_refused(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    service = await start(tmp_path, sandbox)
    second = await asyncio.to_thread(doorstep, tmp_path, "run", **GOOD)
    await service.ends_by(signal.SIGTERM)
    assert second.returncode == 2
    (line,) = second.stderr.splitlines()
    assert "another doorstep runs" in line


async def test_the_doctor_finds_all_well(tmp_path: Path, sandbox: Sandbox) -> None:
    service = await start(tmp_path, sandbox)
    address = {"DOORSTEP_TELEGRAM_API": sandbox.address}
    full = await asyncio.to_thread(doorstep, tmp_path, "doctor", **GOOD, **address)
    quick = await asyncio.to_thread(doorstep, tmp_path, "doctor", "--quick")
    await service.ends_by(signal.SIGTERM)
    assert full.returncode == quick.returncode == 0
    found = [line.split()[:2] for line in full.stdout.splitlines()]
    assert found == [
        *(
            ["ok", f"{name}"]
            for name in (
                *("configuration", "database:", "keys:", "token:", "updates:", "clock:", "bots:"),
            )
        ),
        ["ok", "watch:"],
        ["warn", "backups:"],
        ["warn", "copy"],
    ]


async def test_the_doctor_says_what_to_mend(tmp_path: Path, sandbox: Sandbox) -> None:
    (tmp_path / "doorstep.sqlite").write_text("a shopping list " * 100)
    (tmp_path / "doorstep.keys").write_text("another list")
    (tmp_path / "doorstep.keys").chmod(0o600)
    settings = {
        "DOORSTEP_TELEGRAM_TOKEN": "7000000002:a-token-that-nobody-knows-anywhere",
        "DOORSTEP_TELEGRAM_API": sandbox.address,
    }
    done = await asyncio.to_thread(doorstep, tmp_path, "doctor", **settings)
    assert done.returncode == 1
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [
        ["ok", "configuration"],
        ["mend", "database:"],
        ["mend", "keys:"],
        ["mend", "token:"],
        ["warn", "updates:"],
        ["warn", "clock:"],
        ["ok", "bots:"],
        ["ok", "watch:"],
        ["warn", "backups:"],
        ["warn", "copy"],
    ]
    assert done.stderr == ""


def test_the_doctor_warns_where_one_loss_takes_everything(tmp_path: Path) -> None:
    doorstep(tmp_path, "migrate")
    _prove(tmp_path)
    (tmp_path / "backups").mkdir()
    settings = {"DOORSTEP_BACKUPS": "backups", "DOORSTEP_KEYS_COPY": "copy.keys", **GOOD}
    doorstep(tmp_path, "backup", **settings)
    said = doorstep(tmp_path, "doctor", **settings, DOORSTEP_TELEGRAM_API="http://127.0.0.1:9")
    assert "warn  backups: 1, but on the same disk as the database" in said.stdout
    assert "warn  copy of the keys: as the keys are, but on the same disk" in said.stdout
    settings["DOORSTEP_BACKUPS"] = "."
    said = doorstep(tmp_path, "doctor", **settings, DOORSTEP_TELEGRAM_API="http://127.0.0.1:9")
    assert "mend  backups: . is where the keys lie too" in said.stdout


def test_a_service_that_never_ran_is_not_alive(tmp_path: Path) -> None:
    done = doorstep(tmp_path, "doctor", "--quick")
    assert done.returncode == 1
    assert done.stdout.startswith("mend")


def test_a_service_without_a_sign_of_life_is_not_alive(tmp_path: Path) -> None:
    sign = tmp_path / "doorstep.sqlite.alive"
    sign.touch()
    # The latter is left by a clock that went wrong.
    for moment in (0, 4e9):
        os.utime(sign, (moment, moment))
        assert doorstep(tmp_path, "doctor", "--quick").returncode == 1


async def test_a_token_that_telegram_does_not_know_ends_the_service_with_one_line(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    settings = {
        "DOORSTEP_TELEGRAM_TOKEN": "7000000002:a-token-that-nobody-knows-anywhere",
        "DOORSTEP_TELEGRAM_API": sandbox.address,
    }
    done = await asyncio.to_thread(doorstep, tmp_path, "run", **settings)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "DOORSTEP_TELEGRAM_TOKEN" in line


async def test_a_backup_is_made_beside_the_service_and_restored_without_it(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "elsewhere").mkdir()
    settings = {
        "DOORSTEP_BACKUPS": "backups",
        "DOORSTEP_KEYS_COPY": "elsewhere/doorstep.keys",
        **GOOD,
    }
    service = await start(tmp_path, sandbox)
    made = await asyncio.to_thread(doorstep, tmp_path, "backup", **settings)
    assert made.returncode == 0, made.stderr
    (backup,) = (tmp_path / "backups").glob("*.backup")
    assert backup.name in made.stdout
    assert (tmp_path / "elsewhere" / "doorstep.keys").exists()
    refused = await asyncio.to_thread(doorstep, tmp_path, "restore", str(backup), **settings)
    assert refused.returncode == 2
    assert "another doorstep runs" in refused.stderr
    await service.ends_by(signal.SIGTERM)
    doctor = await asyncio.to_thread(doorstep, tmp_path, "doctor", **settings)
    assert "copy of the keys: as the keys are" in doctor.stdout
    refused = await asyncio.to_thread(doorstep, tmp_path, "restore", str(backup), **settings)
    assert "--replace" in refused.stderr
    done = await asyncio.to_thread(
        doorstep, tmp_path, "restore", str(backup), "--replace", **settings
    )
    assert done.returncode == 0, done.stderr
    assert "1 person, " in done.stdout


def test_a_backup_without_a_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    done = doorstep(tmp_path, "backup")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "DOORSTEP_BACKUPS" in line
    doorstep(tmp_path, "migrate")
    done = doorstep(tmp_path, "backup", "stick/backups")
    (line,) = done.stderr.splitlines()
    assert line.startswith("doorstep: no backup was made: stick/backups cannot be written")
    assert not (tmp_path / "stick").exists()


def test_settings_go_from_one_scheme_to_another(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for folder in (tmp_path, other):
        doorstep(folder, "migrate")
    file = tmp_path / "ours.toml"
    file.write_text('doorstep_settings = 1\n[rules]\nscheme = "Northside"\nrare_below = 1\n')
    wrong = doorstep(tmp_path, "settings", "import", "ours.toml")
    assert wrong.returncode == 2
    assert wrong.stderr == (
        "doorstep: ours.toml, line 4: rules.rare_below: has to be a number from 3 to 50;"
        " nothing was changed\n"
    )
    file.write_text(file.read_text().replace("rare_below = 1", "rare_below = 4"))
    # Some editors put a mark before everything, and end lines in their own way.
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    looked = doorstep(tmp_path, "settings", "import", "ours.toml")
    assert "rare_below: not set → 4" in looked.stdout
    assert "--yes" in looked.stdout
    assert "is set now" in doorstep(tmp_path, "settings", "import", "ours.toml", "--yes").stdout
    assert doorstep(tmp_path, "settings", "export", str(other / "theirs.toml")).returncode == 0
    doorstep(other, "settings", "import", "theirs.toml", "--yes")
    assert doorstep(other, "settings", "export").stdout == (other / "theirs.toml").read_text()


async def test_the_doctor_looks_at_each_bot_by_its_name(tmp_path: Path, sandbox: Sandbox) -> None:
    sandbox.add_bot(OTHER, "Parish", "ParishBot")
    settings = {
        **GOOD,
        "DOORSTEP_TELEGRAM_API": sandbox.address,
        "DOORSTEP_MORE_TOKENS": f"parish={OTHER} for St Mary's; hall={UNKNOWN}",
    }
    doorstep(tmp_path, "migrate")
    with sqlite3.connect(tmp_path / "doorstep.sqlite") as file:
        file.execute("INSERT INTO chats (is_private, bot) VALUES (1, 'old-hall')")
    file.close()
    done = await asyncio.to_thread(doorstep, tmp_path, "doctor", **settings)
    lines = done.stdout.splitlines()
    assert "ok    token of parish: Telegram knows it" in lines
    assert "ok    updates of parish: asked for (long polling); 0 waiting" in lines
    assert any(
        line.startswith("mend  token of hall: ") and "DOORSTEP_MORE_TOKENS" in line
        for line in lines
    )
    assert any(line.startswith("mend  bots: ") and "old-hall" in line for line in lines)
    assert done.returncode == 1
