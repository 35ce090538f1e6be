"""Measure the service beside plain bots and by itself: `python -m benchmarks [part ...]`.

`python -m benchmarks detection [file ...]` measures how much of what points at people is found.
"""

import argparse
import asyncio
import json
import os
import platform
import sys
import time
from pathlib import Path
from typing import Final

from benchmarks import detection, parts, report
from benchmarks.parts import FULL, QUICK, Figures
from benchmarks.stage import BenchmarkError

PARTS: Final = {
    "speed": parts.speed,
    "start": parts.start,
    "weight": parts.weight,
    "call-out": parts.call_out,
}


def main() -> int:
    """Run the parts that are named, or all; 1 where one of them could not be measured."""
    if sys.argv[1:2] == ["detection"]:
        return _detection([Path(each) for each in sys.argv[2:]])
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}; all by default"
    )
    parser.add_argument("--quick", action="store_true", help="one short round of each")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    given = parser.parse_args()
    unknown = set(given.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    extent = QUICK if given.quick else FULL
    begun = time.monotonic()
    figures: Figures = {"machine": _machine(), "people_at_a_time": extent.people}
    try:
        for name in given.parts or PARTS:
            figures[name] = asyncio.run(PARTS[name](extent, _tell))
            if not given.json:
                print(f"\n{report.OF[name](figures[name])}\n", flush=True)
    except BenchmarkError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    if given.json:
        print(json.dumps(figures, indent=2))
    else:
        took = time.monotonic() - begun
        print(f"{extent.people} people at a time; {figures['machine']}; took {took:.0f} s")
    return 0


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
    print(what, file=sys.stderr, flush=True)


def _machine() -> str:
    python = platform.python_version()
    return f"{os.cpu_count()} processors, {platform.system()}, Python {python}"


if __name__ == "__main__":
    sys.exit(main())
