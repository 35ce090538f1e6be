"""HTTP for python-telegram-bot on aiohttp, in place of its own back end.

It is lighter on the way of every message, and it tells a call that never left from a call whose
answer was lost. The address of a call holds the token of the bot: no error raised here quotes it.
"""

import io
import json
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

#: Seconds to wait where the server asks to wait without saying how long.
_UNSAID_WAIT = 5.0


class ConnectionNotMadeError(NetworkError):
    """No connection could be made: the call certainly was not carried out."""

    def __init__(self) -> None:
        super().__init__("no connection to the server")


class AnswerLostError(TimedOut):
    """The call left, and no readable answer came: nobody knows whether it was carried out."""

    def __init__(self) -> None:
        super().__init__("no answer from the server")


class AskedToWaitError(TelegramError):
    """The server asks to wait so many seconds; the library's own error warns when it is made."""

    def __init__(self, seconds: float) -> None:
        super().__init__("the server asks to wait")
        self.seconds = seconds


class AiohttpRequest(BaseRequest):
    """Carries the library's calls over kept connections, at most `connections` at a time.

    Timeouts are in seconds; a call may bring its own. `connect_timeout` includes waiting for a
    free connection.
    """

    def __init__(
        self, *, connections: int, read_timeout: float = 15.0, connect_timeout: float = 10.0
    ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call and return its status and body.

        Raises ConnectionNotMadeError, AnswerLostError and AskedToWaitError.
        """
        if self._session is None or self._session.closed:
            raise ConnectionNotMadeError
        connecting = _seconds(connect_timeout, self._connect_timeout)
        connecting += _seconds(pool_timeout, 0)
        answering = _seconds(read_timeout, self._read_timeout) + _seconds(write_timeout, 0)
        try:
            async with self._session.request(
                method,
                url,
                data=_body(request_data),
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=connecting + answering, connect=connecting),
            ) as answer:
                status, payload = answer.status, await answer.read()
        except _NEVER_LEFT:
            raise ConnectionNotMadeError from None
        except _PERHAPS_LEFT:
            raise AnswerLostError from None
        if status == HTTPStatus.GATEWAY_TIMEOUT:
            raise AnswerLostError
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            raise AskedToWaitError(_asked_seconds(self.parse_json_payload(payload)))
        return status, payload

    async def download(self, url: str, most: int) -> tuple[int, bytes]:
        """Return the status and the content of a file, or of it one byte more than `most`.

        Raises what `do_request` raises.
        """
        if self._session is None or self._session.closed:
            raise ConnectionNotMadeError
        timeout = aiohttp.ClientTimeout(
            total=self._connect_timeout + self._read_timeout, connect=self._connect_timeout
        )
        content = bytearray()
        try:
            async with self._session.get(url, allow_redirects=False, timeout=timeout) as answer:
                async for piece in answer.content.iter_any():
                    content += piece
                    if len(content) > most:
                        break
                return answer.status, bytes(content[: most + 1])
        except _NEVER_LEFT:
            raise ConnectionNotMadeError from None
        except _PERHAPS_LEFT:
            raise AnswerLostError from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return an answer in a shape on which the library can rely; raises AnswerLostError.

        The library's own form of this writes an unreadable answer to its log.
        """
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):
            raise AnswerLostError from None
        if not isinstance(answer, dict):
            raise AnswerLostError
        if "result" not in answer:
            if not isinstance(answer.get("description"), str):
                answer["description"] = ""
            if not isinstance(answer.get("parameters"), dict):
                answer["parameters"] = {}
        return answer


#: Failures on the way to a connection, or before it. aiohttp's timeout of this name is raised
#: while it waits for a free connection or makes one, and never later.
_NEVER_LEFT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
#: Everything else that aiohttp raises. All of it may quote the address, so none of it goes on.
_PERHAPS_LEFT = (aiohttp.ClientError, OSError, RuntimeError, ValueError)


def _seconds(asked: object, usual: float) -> float:
    """Return a timeout that a call brings, or the usual one."""
    return float(asked) if isinstance(asked, int | float) else usual


def _asked_seconds(answer: dict[str, Any]) -> float:
    seconds = answer.get("parameters", {}).get("retry_after")
    if isinstance(seconds, int | float) and 0 < seconds < 1e9:
        return float(seconds)
    return _UNSAID_WAIT


def _body(data: RequestData | None) -> aiohttp.Payload | aiohttp.FormData | None:
    if data is None:
        return None
    if not data.contains_files:
        # Half a surrogate pair cannot be sent; the rest of the message can.
        form = data.url_encoded_parameters({"errors": "replace"}).encode()
        return aiohttp.BytesPayload(form, content_type="application/x-www-form-urlencoded")
    parts = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, content_type) in data.multipart_data.items():
        body = io.BytesIO(content) if isinstance(content, bytes) else content
        parts.add_field(name, body, filename=filename, content_type=content_type)
    return parts
