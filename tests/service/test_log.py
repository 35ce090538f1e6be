"""The log: ids and fixed sentences, and nothing that anybody typed."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot import log


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is logged, with logging as it was afterwards."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in log.OURS}
    stream = io.StringIO()
    log.set_up(stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    for name, old in levels.items():
        logging.getLogger(name).setLevel(old)
    logging.captureWarnings(capture=False)


def only_line(stream: io.StringIO) -> dict[str, object]:
    (line,) = stream.getvalue().splitlines()
    read: dict[str, object] = json.loads(line)
    return read


def test_a_line_says_what_happened_to_which_number(lines: io.StringIO) -> None:
    logging.getLogger("bot.inbox").info("put aside", extra={"update": 7, "words": "my secret"})
    line = only_line(lines)
    assert line["says"] == "put aside"
    assert line["update"] == 7
    assert "secret" not in lines.getvalue()


def test_what_is_put_into_a_sentence_stays_out(lines: io.StringIO) -> None:
    logging.getLogger("handlers.reception").warning("heard %s", "my secret")
    assert only_line(lines)["says"] == "heard %s"


def test_an_error_is_named_with_its_places_and_without_its_words(lines: io.StringIO) -> None:
    logger = logging.getLogger("bot.inbox")
    try:
        try:
            int("my secret")
        except ValueError as error:
            raise KeyError("another secret") from error
    except KeyError as error:
        log.failure(logger, "it failed", error, update=7)
    line = only_line(lines)
    assert line["error"] == "KeyError < ValueError"
    assert "test_log.py:" in str(line["frames"])
    assert "secret" not in lines.getvalue()


@pytest.mark.parametrize("name", ["telegram", "httpx", "aiosqlite", "sqlalchemy", "asyncio"])
def test_what_a_library_says_is_reduced_to_its_kind(lines: io.StringIO, name: str) -> None:
    logger = logging.getLogger(f"{name}.inner")
    logger.info("GET /bot123:token/getMe")
    try:
        int("my secret")
    except ValueError:
        logger.exception("could not handle my secret")
    line = only_line(lines)
    assert line["logger"] == f"{name}.inner"
    assert line["error"] == "ValueError"
    assert "says" not in line
    assert "secret" not in lines.getvalue()
