"""What is wrong with a database has a name, whichever it is."""

import pytest

from storage.failures import DatabaseUnavailableError, is_conflict, named


class _OfServerError(Exception):
    def __init__(self, sqlstate: str) -> None:
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("08006", "lost"),
        ("57P01", "lost"),
        ("28P01", "not let in"),
        ("28000", "not let in"),
        ("3D000", "missing"),
        ("40001", "busy"),
        ("40P01", "busy"),
        ("53100", "disk full"),
        ("53200", "no memory"),
        ("53300", "busy"),
        ("55P03", "locked"),
        ("25006", "read-only"),
        ("58030", "disk failing"),
    ],
)
def test_what_passes_on_a_server_is_named(state: str, reason: str) -> None:
    found = named(_OfServerError(state))
    assert isinstance(found, DatabaseUnavailableError)
    assert str(found) == reason
    assert is_conflict(_OfServerError(state)) is (state in {"40001", "40P01"})


@pytest.mark.parametrize("error", [_OfServerError("23505"), _OfServerError("42P01"), KeyError("a")])
def test_our_own_mistakes_stay_what_they_are(error: Exception) -> None:
    assert named(error) is error


def test_a_line_that_breaks_is_lost() -> None:
    assert str(named(ConnectionResetError("by peer"))) == "lost"
    assert str(named(TimeoutError())) == "lost"
