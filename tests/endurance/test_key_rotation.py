"""All keys are changed by another process while people ask for help, and nobody notices."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.database import Transaction
from storage.keys import Keys
from storage.keys_file import KeyGoneError
from storage.resealing import private_columns, private_tables
from storage.sealed import Sealed, Value
from tests.endurance.amounts import LIFTED, Notes, amount
from tests.endurance.neighbours import Resident
from tests.environment import environment
from tests.scene import Scene, scene_in

AT_ONCE = 6
ROTATIONS = amount(2, 8)

#: A sealed value, and where it stands.
Found = tuple[Sealed, str, tuple[Value, ...]]


async def _rotate(scene: Scene, *arguments: str) -> None:
    settings = {"DOORSTEP_DATABASE": scene.url, "DOORSTEP_KEYS": str(scene.keys)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "keys", "rotate", *arguments),
        env=environment(settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()


async def _everything_sealed(transaction: Transaction) -> list[Found]:
    found: list[Found] = []
    for table in private_tables():
        rows = (await transaction.connection.execute(select(table))).mappings().all()
        for column, bound_to in private_columns(table):
            for row in rows:
                if row[column.name] is not None:
                    place = tuple(row[name] for name in bound_to)
                    found.append((row[column.name], f"{table.name}.{column.name}", place))
    return found


def _opened(keys: Keys, sealed: list[Found]) -> Iterator[str]:
    for blob, column, place in sealed:
        try:
            yield repr(keys.open_bytes(blob, column, *place))
        except KeyGoneError:
            continue


async def _all_ask(scene: Scene, residents: list[Resident]) -> None:
    while any(resident.has_something_to_do() for resident in residents):
        for resident in residents:
            if resident.has_something_to_do():
                resident.acts()
        await scene.settles()


@pytest.mark.parametrize("arguments", [(), ("--everything",)])
async def test_all_keys_change_while_people_ask_for_help(
    tmp_path: Path, notes: Notes, arguments: tuple[str, ...]
) -> None:
    async with scene_in(tmp_path, abilities=LIFTED, enforce_pace=False) as scene:
        vic = scene.person("Vic")
        home = await scene.neighbourhood("Elm Street", scene.group("Elm Street", [vic]))
        await scene.volunteer(vic, home)
        stolen = tmp_path / "stolen.keys"
        stolen.write_bytes(scene.keys.read_bytes())
        stolen.chmod(0o600)

        rotating = asyncio.create_task(_rotate_often(scene, arguments))
        residents: list[Resident] = []
        while not rotating.done() or not residents:
            newer = [await _resident(scene, home, len(residents) + each) for each in range(AT_ONCE)]
            residents += newer
            await _all_ask(scene, newer)
        await rotating
        await scene.restart()

        assert all(resident.reference for resident in residents)
        sealed = await scene.transact(_everything_sealed)
        assert scene.database is not None
        everything = list(_opened(scene.database.keys, sealed))
        assert len(everything) == len(sealed) > len(residents)
        old = Keys(stolen)
        if arguments:
            assert list(_opened(old, sealed)) == []
            assert not set(old.fingerprints(f"telegram:{vic.id}")) & set(
                scene.database.keys.fingerprints(f"telegram:{vic.id}")
            )
        old.close()
        notes(f"rotations of keys under load {' '.join(arguments)}".strip(), ROTATIONS)
        notes("requests sent while keys were rotated", len(residents))


async def _resident(scene: Scene, home: int, number: int) -> Resident:
    ruth = scene.person(f"Ruth{number}")
    await scene.resident(ruth, home)
    return Resident(ruth, {"words": f"Bread for {number}"})


async def _rotate_often(scene: Scene, arguments: tuple[str, ...]) -> None:
    for _ in range(ROTATIONS):
        await _rotate(scene, *arguments)
