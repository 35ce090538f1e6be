"""Whether a service is alive, asked from another process: for health checks.

It imports little, since it may be asked every minute.
"""

import http.client
import json
from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from typing import Final

from bot.clock import SystemClock
from bot.configuration import ConfigurationError, Places, load
from bot.terminal import not_allowed
from bot.web_addresses import ListenAddress

#: How old the sign of life of a running service may be.
FRESH: Final = timedelta(minutes=3)
#: How long the service may take to say how it is, in seconds; it looks at its database meanwhile.
PATIENCE: Final = 10

Say = Callable[[str], None]


class Part(StrEnum):
    """What of a service can be unwell by itself."""

    #: The messaging app was reached, and the loops begun.
    START = "start"
    LOOPS = "loops"
    HEARTBEAT = "heartbeat"
    DATABASE = "database"


class NobodyAnswersError(Exception):
    """Nothing listens at the address, or it is no service of Doorstep."""


def is_alive(say: Say) -> bool:
    """Say whether a service runs on the database: by what it says of itself, or by its sign."""
    try:
        places = load(Places)
    except ConfigurationError as error:
        say(f"mend  configuration: {error}")
        return False
    wrong = _sign_of_life(places) if places.watch is None else _own_word(places.watch)
    say("ok    service" if wrong is None else f"mend  service: {wrong}")
    return wrong is None


def unwell(address: ListenAddress) -> list[Part]:
    """Ask a service which of its parts are unwell; raises NobodyAnswersError."""
    # No proxy is asked on the way: it is this machine, or one beside it.
    connection = http.client.HTTPConnection(address.own_host, address.port, timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz")
        said = json.loads(connection.getresponse().read(1000))
        return [part for part in Part if part in said["unwell"]]
    except (OSError, http.client.HTTPException, ValueError, TypeError, KeyError):
        raise NobodyAnswersError from None
    finally:
        connection.close()


def _own_word(address: ListenAddress) -> str | None:
    try:
        parts = unwell(address)
    except NobodyAnswersError:
        return "it does not answer at DOORSTEP_WATCH; look at its log, start it again"
    return f"unwell is its {', '.join(parts)}; look at its log" if parts else None


def _sign_of_life(places: Places) -> str | None:
    try:
        age = SystemClock().now().timestamp() - places.alive_file.stat().st_mtime
    except FileNotFoundError:
        return "it never ran on this database; start it with doorstep run"
    except OSError as error:
        return not_allowed(error)
    # One of the future was left by a clock that went wrong, perhaps long ago.
    if abs(age) > FRESH.total_seconds():
        return "no sign of life for three minutes; look at its log, start it again"
    return None
