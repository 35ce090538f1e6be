"""HTTP to a Bot API server on aiohttp, beneath whichever library makes the calls.

It tells a call that never left from a call whose answer was lost. The address of a call holds the
token of the bot: no error raised here quotes it.
"""

from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

import aiohttp

from bot.messengers import FateUnknownError, MessengerError, NotDeliveredError
from bot.messengers.telegram.meanings import refusal_of

#: More bytes than any answer has: a hundred of the longest updates are a third of it.
LARGEST_ANSWER: Final = 32_000_000
#: Failures on the way to a connection, or before it. aiohttp's timeout of this name is raised
#: while it waits for a free connection or makes one, and never later.
_NEVER_LEFT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
)
#: Everything else that aiohttp raises. All of it may quote the address, so none of it goes on.
_PERHAPS_LEFT: Final = (aiohttp.ClientError, OSError, RuntimeError, ValueError)


class Http:
    """Carries calls over kept connections, at most `connections` at a time.

    Timeouts are in seconds; a call may bring its own. `connect_timeout` includes waiting for a
    free connection. `agent` is how it names itself to the server.
    """

    def __init__(
        self,
        agent: str,
        *,
        connections: int,
        read_timeout: float = 15.0,
        connect_timeout: float = 10.0,
    ) -> None:
        self.read_timeout: Final = read_timeout
        self._agent = agent
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._session: aiohttp.ClientSession | None = None
        self._date: str | None = None

    @property
    def answered_at(self) -> datetime | None:
        """When the last answer was made, by the server's clock; None where it did not say."""
        try:
            said = None if self._date is None else parsedate_to_datetime(self._date)
        except (ValueError, OverflowError):
            return None
        return None if said is None or said.tzinfo is None else said

    async def start(self) -> None:
        """Be ready for calls."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self._agent},
            )

    async def stop(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()

    async def call(
        self,
        url: str,
        body: aiohttp.Payload | aiohttp.FormData | None,
        *,
        method: str = "POST",
        read_timeout: float | None = None,
    ) -> bytes:
        """Make one call and return the body of its answer, which by its status is a success.

        Raises MessengerError.
        """
        session = self._open_session()
        answering = self.read_timeout if read_timeout is None else read_timeout
        timeout = aiohttp.ClientTimeout(
            total=self._connect_timeout + answering, connect=self._connect_timeout
        )
        failure: MessengerError
        try:
            async with session.request(
                method, url, data=body, allow_redirects=False, timeout=timeout
            ) as answer:
                status, payload = answer.status, await _content(answer, LARGEST_ANSWER)
                self._date = answer.headers.get(aiohttp.hdrs.DATE)
        except (*_NEVER_LEFT, *_PERHAPS_LEFT) as error:
            failure = _meaning(error)
        else:
            if len(payload) > LARGEST_ANSWER:
                failure = _lost()
            elif HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
                return payload
            else:
                failure = refusal_of(status, payload)
        # Raised out here so that aiohttp's error, which may quote the address, stays behind.
        raise failure

    async def download(self, url: str, most: int) -> tuple[int, bytes]:
        """Return the status and the content of a file, or of it one byte more than `most`.

        Raises NotDeliveredError and FateUnknownError.
        """
        session = self._open_session()
        timeout = aiohttp.ClientTimeout(
            total=self._connect_timeout + self.read_timeout, connect=self._connect_timeout
        )
        try:
            async with session.get(url, allow_redirects=False, timeout=timeout) as answer:
                return answer.status, await _content(answer, most)
        except (*_NEVER_LEFT, *_PERHAPS_LEFT) as error:
            failure = _meaning(error)
        raise failure

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            raise _not_made()
        return self._session


async def _content(answer: aiohttp.ClientResponse, most: int) -> bytes:
    """Return what an answer holds, or of it one byte more than `most`."""
    content = bytearray()
    async for piece in answer.content.iter_any():
        content += piece
        if len(content) > most:
            break
    return bytes(content[: most + 1])


def as_json(text: str) -> aiohttp.Payload:
    """Return a call as it travels where no file goes with it: less work than a form, for both."""
    return aiohttp.BytesPayload(text.encode(), content_type="application/json")


def _meaning(error: Exception) -> NotDeliveredError | FateUnknownError:
    return _not_made() if isinstance(error, _NEVER_LEFT) else _lost()


def _not_made() -> NotDeliveredError:
    return NotDeliveredError("no connection to the server")


def _lost() -> FateUnknownError:
    return FateUnknownError("no answer from the server")
