"""Charts as pictures: bars with their numbers beside them, to be read on a phone.

What draws them takes a while and some 60 MB to import; `loaded` does so where nothing is written
to anybody's home. Everything is drawn on a figure of its own, and no setting of the library is
touched.
"""

import os
from collections.abc import Callable
from functools import cache
from importlib import import_module
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from handlers.payload import Chart

if TYPE_CHECKING:
    from bot.charts.paper import Picture

#: Where matplotlib reads its settings and keeps what it found out about fonts.
_FOLDER: Final = "MPLCONFIGDIR"


@cache
def drawer() -> Callable[[Chart], "Picture"]:
    """Return what draws charts, importing it with the first one."""
    if _FOLDER in os.environ:
        return _imported()
    # It looks there while it is imported and never again.
    with TemporaryDirectory() as folder:
        os.environ[_FOLDER] = folder
        try:
            return _imported()
        finally:
            del os.environ[_FOLDER]


def _imported() -> Callable[[Chart], "Picture"]:
    draw: Callable[[Chart], Picture] = import_module("bot.charts.drawing").draw
    return draw
