"""What a library does for the messenger: it carries a call of the Bot API and brings the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.messengers import File
from bot.messengers.telegram.http import Http

#: Parameters of one call, by name: plain JSON values, files, and pictures.
Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with words below it, to be put in the place of a file."""

    file: File
    caption: str = field(repr=False)


class Client(Protocol):
    """One library. A call raises MessengerError, without what the library's own error holds."""

    @property
    def http(self) -> Http:
        """What carries the calls; opened and closed by whoever uses the client."""
        ...

    async def call(
        self, method: str, parameters: Parameters, read_timeout: float | None = None
    ) -> Any:
        """Make one call of the Bot API and return its result as plain JSON.

        `read_timeout` in seconds, where it takes longer than usual.
        """
        ...
