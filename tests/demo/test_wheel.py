"""The wheel holds everything that the service reads beside its source; images are made of it."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("bot", "handlers", "storage")
#: One of each kind that is read at run time, so that a moved folder is noticed.
READ_AT_RUN_TIME = (
    "handlers/locales/en/start.ftl",
    "handlers/understanding/words/es.toml",
    "storage/migrations/env.py",
    "storage/migrations/versions/0001_the_first_tables.py",
    "bot/sandbox/bot_api.json",
    "bot/sandbox/page/index.html",
    "bot/sandbox/page/script.js",
)


def test_the_wheel_holds_every_file(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own words
    (wheel,) = tmp_path.glob("doorstep-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())

    assert set(READ_AT_RUN_TIME) <= held
    assert _source_files() <= held
    assert any(name.endswith("licenses/LICENSE") for name in held)
    tops = {name.partition("/")[0] for name in held}
    assert tops == {*FLOORS, next(top for top in tops if top.endswith(".dist-info"))}


def _source_files() -> set[str]:
    return {
        str(path.relative_to(ROOT))
        for floor in FLOORS
        for path in (ROOT / floor).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
