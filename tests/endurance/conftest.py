"""Figures of the long tests, printed below their results."""

from typing import Final

import pytest

from tests.endurance.amounts import Notes

_FIGURE: Final = "figure"


@pytest.fixture
def notes(record_property: Notes) -> Notes:
    """Note a figure, such as a number of duplicates, to be printed at the end."""
    return lambda name, value: record_property(_FIGURE, f"{name}: {value}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was noted; over several processes, too, since it comes with the results."""
    figures = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, value in report.user_properties
        if name == _FIGURE
    ]
    if figures:
        terminalreporter.section("figures")
        for figure in sorted(map(str, figures)):
            terminalreporter.write_line(figure)
