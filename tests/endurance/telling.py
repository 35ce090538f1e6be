"""What the log and the metrics say, without what is a number by its making.

A log line holds numbers of rows and counts under names that are listed, a metric a value behind its
name: any of them may happen to be somebody's door. Everything else is searched, numbers too.
"""

import re
from typing import Final

from bot import log

#: What a record of the log says of the clock on the wall, of the process, and of the source.
_WHEN_AND_WHERE: Final = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:.+]+"
    r"|'(?:created|msecs|relativeCreated|thread|threadName|process|lineno|levelno)': [^,]+,"
    r"|(?<=\.py:)\d+"
)
#: A short number under a listed name; a long one, such as a phone number, is searched there too.
_COUNT: Final = re.compile(
    rf"""(?<=[{{ ])(['"](?:{"|".join(log.ALLOWED)})['"]: )-?\d{{1,5}}(?:\.\d+)?(?=[,}}])"""
)
#: The value of a metric, and the bound of a bucket.
_VALUE: Final = re.compile(r'(?<=\} )[-+\d.e]+$|^([a-z_]+ )[-+\d.e]+$|(?<=le=")[^"]+', re.MULTILINE)


def of_log(text: str) -> str:
    """Return lines of the log, without moments, places in the source, and counts."""
    return _COUNT.sub(r"\1#", _WHEN_AND_WHERE.sub("", text))


def of_metrics(text: str) -> str:
    """Return metrics without their values."""
    return _VALUE.sub(lambda found: f"{found[1] or ''}#", text)
