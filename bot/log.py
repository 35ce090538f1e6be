"""The log: one line of JSON for each thing that happened, holding ids and no personal content.

Messages of our own are fixed sentences; what they are about stands in fields from a short list, as
numbers and as words out of source code. Of what libraries report only the module, the level and the
type of an error are kept, because their words may quote what somebody typed, or the token. Nothing
else of the running service reaches the terminal: the second half of this file sees to that.
"""

import contextlib
import faulthandler
import json
import logging
import os
import re
import resource
import sys
import threading
import traceback
from collections import deque
from collections.abc import Container, Iterator, Mapping
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

#: What a line may hold besides its sentence; what else is handed over is left out.
ALLOWED: Final = (
    "update",
    "row",
    "work",
    "kind",
    "subject",
    "purpose",
    "action",
    "attempts",
    "seconds",
    "count",
    "part",
    "error",
    "reason",
    "frames",
    "bot",
)
OURS: Final = ("bot", "handlers", "storage")
#: Stands in the place of a value that nobody can vouch for.
WITHHELD: Final = "withheld"
#: Loggers of the standard library that are called by something else than their module.
_NAMED_OTHERWISE: Final = ("root", "py.warnings")
_LEVELS: Final = frozenset({"debug", "info", "warning", "error", "critical"})
_SOURCE_FILE: Final = re.compile(r"[A-Za-z0-9_.-]{1,60}\.pyx?")
_BOT: Final = re.compile(r"[a-z][a-z0-9-]{0,15}")
#: How many errors behind each other, and how many places in the source of each, are named.
_DEPTH: Final = 5
_PLACES: Final = 8

_LOG = logging.getLogger(__name__)


class Word(str):
    """A word out of source code, never one that somebody typed; the log takes no other text."""

    __slots__ = ()


def word(text: str, known: Container[str]) -> Word:
    """Return a text for the log where it is one of those known, else the word «other»."""
    return Word(text if text in known else "other")


def name_of(bot: str) -> dict[str, object]:
    """Return what says which bot a line is about: the word that the owner chose for it."""
    return {"bot": Word(bot if _BOT.fullmatch(bot) else WITHHELD)}


def anatomy(error: BaseException) -> dict[str, object]:
    """Return what may be said about an error: types and places in the source, never its words."""
    types: list[str] = []
    frames: list[Word] = []
    seen: BaseException | None = error
    while seen is not None and len(types) < _DEPTH:
        types.append(_type_of(seen))
        frames += _places(seen.__traceback__)
        seen = _behind(seen)
    return {"error": Word(" < ".join(types)), "frames": frames}


def kind_of(error: BaseException) -> dict[str, object]:
    """Return what may be said about an error whose places in the source are of no interest."""
    return {"error": Word(_type_of(error))}


def _behind(error: BaseException) -> BaseException | None:
    if error.__cause__ is not None:
        return error.__cause__
    if isinstance(error, BaseExceptionGroup):
        return error.exceptions[0]
    return None if error.__suppress_context__ else error.__context__


def _type_of(error: BaseException) -> str:
    """Return the name of the nearest type that stands in a module, where it was not made up."""
    for kind in type(error).__mro__:
        found: object = sys.modules.get(kind.__module__)
        for name in kind.__qualname__.split("."):
            found = getattr(found, name, None)
        if found is kind:
            return kind.__name__
    return WITHHELD


def _places(trace: TracebackType | None) -> list[Word]:
    last = deque(traceback.walk_tb(trace), maxlen=_PLACES)
    files = ((Path(frame.f_code.co_filename).name, line) for frame, line in last)
    return [
        Word(f"{name if _SOURCE_FILE.fullmatch(name) else WITHHELD}:{line}") for name, line in files
    ]


def failure(logger: logging.Logger, says: str, error: BaseException, **about: object) -> None:
    """Log that something failed: a fixed sentence, ids, and what may be said about the error."""
    # Not logger.exception: the words of an error may quote what somebody typed.
    logger.error(says, extra={**about, **anatomy(error)})


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON, with the allowed fields and values only."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        level = record.levelname.lower()
        line: dict[str, object] = {
            "at": moment,
            "level": level if level in _LEVELS else record.levelno,
            "logger": _module_of(record.name),
        }
        if record.name.partition(".")[0] in OURS:
            # The sentence as it stands in the source: arguments never get into it.
            line["says"] = record.msg if type(record.msg) is str else WITHHELD
            line.update(_allowed(record.__dict__))
        if record.exc_info and record.exc_info[1] is not None:
            line.update(anatomy(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False)


def _module_of(logger: str) -> str:
    """Return the module that a logger is called after, for its name is its maker's to choose."""
    name = logger
    while name and name not in sys.modules and name not in _NAMED_OTHERWISE:
        name = name.rpartition(".")[0]
    return name or WITHHELD


def _allowed(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: _vouched_for(fields[name]) for name in ALLOWED if name in fields}


def _vouched_for(value: object) -> object:
    """Return a number or a word out of source code; of anything else, that it is withheld."""
    match value:
        case bool() | int() | float() | None:
            return value
        case Enum() if type(value).__module__.partition(".")[0] in OURS:
            return value.value
        case Word():
            return value
        case list():
            return [_vouched_for(each) for each in value]
    return WITHHELD


def set_up(stream: TextIO | None = None) -> None:
    """Send every record to a stream, stderr by default: ours from INFO, the libraries' warnings."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    logging.captureWarnings(capture=True)


def hear_strays() -> None:
    """Write errors that nobody catches to the log, in place of Python's own words about them.

    What asyncio has to say of them comes by its logger.
    """
    # Otherwise a record that cannot be written is printed with all that is in it.
    logging.raiseExceptions = False
    sys.excepthook = _ended_the_process
    threading.excepthook = _ended_a_thread
    sys.unraisablehook = _could_not_be_raised


def _ended_the_process(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    failure(_LOG, "an error ended the process", error)


def _ended_a_thread(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None:
        failure(_LOG, "an error ended a thread", ended.exc_value)


def _could_not_be_raised(stray: "sys.UnraisableHookArgs") -> None:
    if stray.exc_value is not None:
        failure(_LOG, "an error came where nobody could hear of it", stray.exc_value)


@contextlib.contextmanager
def only_the_log() -> Iterator[None]:
    """Let nothing but the log reach the terminal, whoever writes to it, libraries in C included.

    Afterwards `sys.stdout` and `sys.stderr` lead there again, but the files that they are known by
    to everybody else stay closed: what libraries have not written yet is written at the very end.
    No picture of the memory is left behind by a crash, for the keys would be in it.
    """
    out, errors = _twin(1), _twin(2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    set_up(errors)
    # Of a crash of Python itself it writes files, lines and functions, and no values.
    faulthandler.enable(errors)
    nowhere = _nowhere()
    for own, number in ((sys.stdout, 1), (sys.stderr, 2)):
        if own is not None:
            own.flush()
        os.dup2(nowhere, number)
    os.close(nowhere)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, errors


def nothing_more() -> None:
    """Let nothing but the log reach the terminal while the process ends."""
    sys.stdout = sys.stderr = _stream(_nowhere())


def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)


def _twin(number: int) -> TextIO:
    """Open a file of this process a second time; where it is closed, what leads nowhere."""
    try:
        return _stream(os.dup(number))
    except OSError:
        return _stream(_nowhere())


def _stream(number: int) -> TextIO:
    # Open until the process ends.
    return open(number, "w", encoding="utf-8", buffering=1, errors="replace", closefd=False)
