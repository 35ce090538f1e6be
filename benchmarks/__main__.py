"""Measure the service beside plain bots and by itself: `python -m benchmarks [part ...]`.

A full measurement is written to docs/benchmarks.json, and from there into docs/benchmarks.md and
its picture. `python -m benchmarks detection [file ...]` measures how much of what points at people
is found; `python -m benchmarks soak [days]` lives through a month with faults.
"""

import argparse
import asyncio
import compileall
import json
import os
import platform
import sys
import sysconfig
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks import (
    comparing,
    detection,
    everybody_called,
    growth,
    picture,
    receivers,
    report,
    soak,
)
from benchmarks.extent import FULL, QUICK, Figures
from benchmarks.stage import BenchmarkError
from tests.environment import TOP

PARTS: Final = {
    "compare": comparing.compare,
    "growth": growth.growth,
    "call-out": everybody_called.call_out,
    "receivers": receivers.receivers,
}
DOCS: Final = TOP / "docs"
_OURS: Final = ("bot", "handlers", "storage", "benchmarks")


def main() -> int:
    """Run the parts that are named; 1 where one of them could not be measured."""
    if sys.argv[1:2] == ["detection"]:
        return _detection([Path(each) for each in sys.argv[2:]])
    if sys.argv[1:2] == ["soak"]:
        return soak.main(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}; compare by default"
    )
    parser.add_argument("--quick", action="store_true", help="one short round of each")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--write", action="store_true", help="into docs/ even what was quick")
    given = parser.parse_args()
    unknown = set(given.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    _compile()
    circumstances = _circumstances(quick=given.quick)
    begun, extent = time.monotonic(), QUICK if given.quick else FULL
    figures: dict[str, Figures] = {}
    try:
        for name in given.parts or ["compare"]:
            found = asyncio.run(PARTS[name](extent, _tell))
            figures[name] = {**circumstances, **found}
            print(f"\n{report.OF[name](found)}\n", flush=True)
    except BenchmarkError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    print(f"{extent.people} people at a time; took {time.monotonic() - begun:.0f} s")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if given.write or not given.quick:
        _write(figures)
    return 0


def _compile() -> None:
    """Have every module compiled, as an installation has it; it is no part of a start."""
    for folder in (sysconfig.get_path("purelib"), *(TOP / each for each in _OURS)):
        compileall.compile_dir(str(folder), quiet=2)


def _write(figures: dict[str, Figures]) -> None:
    """Write what was measured into docs/, in the place of what was measured earlier."""
    kept, page = DOCS / "benchmarks.json", DOCS / "benchmarks.md"
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    known |= figures
    kept.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")
    words = page.read_text(encoding="utf-8")
    for name in figures:
        found = known[name]
        words = report.put_in(words, name, f"{report.said_of(found)}\n\n{report.OF[name](found)}")
    page.write_text(words, encoding="utf-8")
    if "compare" in figures:
        picture.draw(figures["compare"]["bots"], DOCS / "benchmarks.png")


def _detection(files: list[Path]) -> int:
    missing = [each for each in files if not each.is_file()]
    if missing:
        print(f"benchmarks: no such file: {', '.join(map(str, missing))}", file=sys.stderr)
        return 1
    for each in files or detection.OURS:
        print(f"\n{each.name}")
        detection.run(each)
    return 0


def _tell(what: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {what}", file=sys.stderr, flush=True)


def _circumstances(*, quick: bool) -> Figures:
    """Return when and where it was measured, and how busy the machine was before."""
    return {
        "measured_on": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{os.cpu_count()} processors, {platform.system()}",
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 1),
        "is_quick": quick,
    }


if __name__ == "__main__":
    sys.exit(main())
