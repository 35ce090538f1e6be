"""The environment of a Doorstep that runs in a process of its own."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.configuration import PREFIX

TOP: Final = Path(__file__).parent.parent


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment with these settings of Doorstep's, and no others."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**kept, "PYTHONPATH": str(TOP), **settings}
