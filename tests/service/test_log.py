"""The log: ids and fixed sentences, and nothing that anybody typed."""

import ast
import importlib
import io
import json
import logging
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Final

import pytest

from bot import log
from storage.outbox import Purpose
from storage.private import PrivateText

TOP: Final = Path(__file__).parents[2]


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
    assert line.keys() == {"at", "level", "logger", "says", "update"}
    assert line["says"] == "put aside"
    assert line["update"] == 7
    assert "secret" not in lines.getvalue()


def test_a_field_that_is_not_listed_is_left_out_whatever_it_holds(lines: io.StringIO) -> None:
    account = {"chat": 7001, "telegram_id": 7001, "phone": 2079460018}
    logging.getLogger("bot.inbox").info("put aside", extra=account)
    assert not only_line(lines).keys() & account.keys()
    assert "7001" not in lines.getvalue()


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


@pytest.mark.parametrize("name", ["telegram", "aiohttp", "aiosqlite", "sqlalchemy", "asyncio"])
def test_what_a_library_says_is_reduced_to_its_kind(lines: io.StringIO, name: str) -> None:
    importlib.import_module(name)
    logger = logging.getLogger(f"{name}.about my secret")
    logger.info("GET /bot123:token/getMe")
    try:
        int("my secret")
    except ValueError:
        logger.exception("could not handle my secret")
    line = only_line(lines)
    assert line["logger"] == name
    assert line["error"] == "ValueError"
    assert "says" not in line
    assert "secret" not in lines.getvalue()


@pytest.mark.parametrize(
    "value",
    [
        "my secret",
        PrivateText("my secret"),
        ["my secret"],
        ("my secret",),
        {"my secret": 1},
        b"my secret",
        ValueError("my secret"),
        Enum("Made", {"UP": "my secret"}).UP,  # type: ignore[attr-defined] # made up at run time
    ],
)
def test_a_value_that_nobody_vouches_for_is_withheld(lines: io.StringIO, value: object) -> None:
    logging.getLogger("bot.inbox").info("put aside", extra={"kind": value, "error": value})
    assert log.WITHHELD in str(only_line(lines)["kind"])
    assert "secret" not in lines.getvalue()


def test_numbers_and_words_of_the_source_are_written(lines: io.StringIO) -> None:
    about = {"row": 7, "seconds": 0.5, "purpose": Purpose.NEWS, "kind": log.word("tidy", {"tidy"})}
    logging.getLogger("bot.inbox").info("put aside", extra=about)
    line = only_line(lines)
    assert {name: line[name] for name in about} == {**about, "purpose": "news"}


def test_a_word_that_is_not_known_is_another() -> None:
    assert log.word("my secret", {"tidy"}) == "other"


def test_an_error_whose_type_was_made_up_is_named_after_what_it_is_made_of() -> None:
    made = type("Secret", (ValueError,), {"__qualname__": "my secret"})
    assert log.anatomy(made("x"))["error"] == "ValueError"


def test_a_group_of_errors_is_named_with_its_first() -> None:
    group = ExceptionGroup("my secret", [KeyError("another secret"), ValueError()])
    assert log.anatomy(group)["error"] == "ExceptionGroup < KeyError"


def test_a_place_in_code_that_is_no_file_is_not_named() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        exec(compile("1 / 0", "my secret.py", "exec"))  # noqa: S102 - code of this test
    assert "secret" not in str(log.anatomy(raised.value))


def test_a_sentence_that_is_no_text_is_withheld(lines: io.StringIO) -> None:
    logging.getLogger("bot.inbox").error(ValueError("my secret"))
    assert only_line(lines)["says"] == log.WITHHELD


def _calls(file: Path) -> Iterator[ast.Call]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _sentence(call: ast.Call) -> ast.expr | None:
    """Return what a call hands to the log as its sentence, if it calls the log."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="_LOG")) if call.args:
            return call.args[0]
        case ast.Name(id="failure") | ast.Attribute(value=ast.Name(id="log"), attr="failure"):
            return call.args[1]
    return None


def test_every_sentence_of_the_log_stands_in_the_source() -> None:
    files = [file for floor in log.OURS for file in (TOP / floor).rglob("*.py")]
    said = [each for file in files for call in _calls(file) if (each := _sentence(call))]
    assert len(said) > 10
    assert all(isinstance(each, ast.Constant) and "%" not in str(each.value) for each in said)


def test_every_module_that_logs_calls_its_logger_the_same() -> None:
    """So that the test above finds what they log."""
    offenders = [
        file
        for floor in log.OURS
        for file in (TOP / floor).rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if "getLogger(__name__)" in line and not line.startswith("_LOG = ")
    ]
    assert not offenders
