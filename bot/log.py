"""The log: one line of JSON for each thing that happened, holding ids and no personal content.

Messages of our own are fixed sentences; what they are about stands in fields from a short list.
Of what libraries report only the name, the level and the type of an error are kept, because their
words may quote what somebody typed, or the token.
"""

import json
import logging
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TextIO

#: What a line may hold besides its sentence: numbers, and words that stand in this source.
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
    "error",
    "frames",
)
OURS: Final = ("bot", "handlers", "storage")


def anatomy(error: BaseException) -> dict[str, object]:
    """Return what may be said about an error: types and places in the source, never its words."""
    types: list[str] = []
    frames: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(types) < 5:
        types.append(type(seen).__name__)
        last = traceback.extract_tb(seen.__traceback__)[-8:]
        frames += [f"{Path(frame.filename).name}:{frame.lineno}" for frame in last]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return {"error": " < ".join(types), "frames": frames}


def failure(logger: logging.Logger, says: str, error: BaseException, **about: object) -> None:
    """Log that something failed: a fixed sentence, ids, and what may be said about the error."""
    # Not logger.exception: the words of an error may quote what somebody typed.
    logger.error(says, extra={**about, **anatomy(error)})


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON, with the allowed fields only."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "at": moment,
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.name.partition(".")[0] in OURS:
            # The sentence as it stands in the source: arguments never get into it.
            line["says"] = str(record.msg)
            line.update(_allowed(record.__dict__))
        if record.exc_info and record.exc_info[1] is not None:
            line.update(anatomy(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False)


def _allowed(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: fields[name] for name in ALLOWED if name in fields}


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
