"""Everything that the service logs, at its most talkative."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bot import log


class _Whole(logging.Handler):
    """Writes down every field of a record, also those that the log would leave out."""

    def __init__(self, stream: io.StringIO) -> None:
        super().__init__()
        self._stream = stream

    def emit(self, record: logging.LogRecord) -> None:
        self._stream.write(f"{record.__dict__}\n{record.getMessage()}\n")


@contextmanager
def everything_logged() -> Iterator[io.StringIO]:
    """Log as the service does, but from DEBUG up, and all fields of the service's own records."""
    stream = io.StringIO()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    ours = [logging.getLogger(name) for name in log.OURS]
    whole = _Whole(stream)
    log.set_up(stream)
    root.setLevel(logging.DEBUG)
    for logger in ours:
        logger.setLevel(logging.DEBUG)
        logger.addHandler(whole)
    try:
        yield stream
    finally:
        for logger in ours:
            logger.setLevel(logging.NOTSET)
            logger.removeHandler(whole)
        root.handlers[:] = handlers
        root.setLevel(level)
        logging.captureWarnings(capture=False)
