"""The disk is full to the last byte: nothing is acknowledged, and people are answered later."""

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import is_on_server
from tests.endurance.amounts import Notes
from tests.endurance.faults.faults import FULL_DISK
from tests.endurance.faults.stages import lives_through, stage_in

SIZE = "16m"


def _does(*command: str) -> bool:
    program = shutil.which(command[0])
    if program is None:
        return False
    asked = [program, *command[1:]]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0  # noqa: S603 - our own words


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or not _does(
        "mount", "-t", "tmpfs", "-o", f"size={SIZE}", "x", str(folder)
    ):
        pytest.skip("a disk can be made by root alone, and not everywhere")
    try:
        yield folder
    finally:
        _does("umount", "--lazy", str(folder))


@pytest.mark.skipif(is_on_server(), reason="a server has a disk of its own")
async def test_a_full_disk_loses_nothing(
    disk: Path, notes: Notes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "bot"):
        async with stage_in(disk) as stage:
            caplog.clear()
            await lives_through(stage, [FULL_DISK], notes)
    said = [(each.getMessage(), getattr(each, "reason", None)) for each in caplog.records]
    # One line when it begins, and one when it is over, however often it was tried.
    assert said[:2] == [
        ("the database cannot be written; trying again", "disk full"),
        ("the database can be written again", None),
    ]
    assert len(said) <= 4
