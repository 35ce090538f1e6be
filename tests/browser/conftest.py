"""Leaves the browser's tests out where there is no browser, and says so."""

import os
import sys
from pathlib import Path

import pytest

from tests.browser.chromium import find_chromium

HERE = Path(__file__).parent
LEFT_OUT = (
    "tests/browser left out: no Chromium was found. Install one or name it in CHROMIUM; "
    "REQUIRE_BROWSER=1 makes its absence a failure."
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("REQUIRE_BROWSER") == "1" or find_chromium():
        return
    left_out = [item for item in items if item.path.is_relative_to(HERE)]
    if not left_out:
        return
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)
    _announce(config)


def _announce(config: pytest.Config) -> None:
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None:
        config.get_terminal_writer().line(LEFT_OUT)
    # What workers of a run side by side report goes nowhere; the first speaks for all.
    elif worker == "gw0":
        with config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
            sys.stderr.write(f"\n{LEFT_OUT}\n")
