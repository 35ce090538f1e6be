"""The Bot API on python-telegram-bot.

Calls go through the library's public raw request, which spares each message the making and parsing
of objects that nobody reads.
"""

import io
import json
import logging
from http import HTTPStatus
from typing import Any, Final

import aiohttp
from telegram import Bot, InputFile, InputMediaPhoto
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.messengers import FateUnknownError, File, MessengerError
from bot.messengers.telegram.client import Parameters, Picture
from bot.messengers.telegram.http import Http, as_json
from bot.messengers.telegram.meanings import result_of

# Below this level the library writes the token and whole messages into its log.
logging.getLogger("telegram").setLevel(logging.WARNING)


class PythonTelegramBot:
    """Calls of one bot. `api` is the base address of the Bot API, without the token."""

    def __init__(self, token: str, api: str, *, connections: int) -> None:
        self.http: Final = Http(BaseRequest.USER_AGENT, connections=connections)
        request = _Request(self.http)
        self._bot = Bot(token, base_url=f"{api}/bot", request=request, get_updates_request=request)

    async def call(
        self, method: str, parameters: Parameters, read_timeout: float | None = None
    ) -> Any:
        """Make one call; raises MessengerError."""
        timeout = self.http.read_timeout if read_timeout is None else read_timeout
        given = {name: _given(value) for name, value in parameters.items()}
        failure: MessengerError
        try:
            # The library warns where a raw call names a method for which it has a function; the
            # underscore keeps the name from being one, and the library takes it off again.
            return await self._bot.do_api_request(f"{method}_", given, read_timeout=timeout)
        except _FailedError as error:
            failure = error.failure
        except TelegramError:
            failure = FateUnknownError("the library met something that it does not know")
        # Raised out here so that the library's error, which may quote the call, stays behind.
        raise failure


class _FailedError(TelegramError):
    """A call that HTTP could not carry; the library hands on errors of its own alone."""

    def __init__(self, failure: MessengerError) -> None:
        super().__init__("the call failed")
        self.failure = failure


class _Request(BaseRequest):
    """Carries the library's calls, in place of its own heavier back end."""

    def __init__(self, http: Http) -> None:
        self._http = http

    @property
    def read_timeout(self) -> float:
        return self._http.read_timeout

    async def initialize(self) -> None:
        await self._http.start()

    async def shutdown(self) -> None:
        await self._http.stop()

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
        """Make one call and return its status and body; the other timeouts are the usual ones."""
        seconds = float(read_timeout) if isinstance(read_timeout, int | float) else None
        try:
            body = await self._http.call(
                url, _body(request_data), method=method, read_timeout=seconds
            )
        except MessengerError as error:
            raise _FailedError(error) from None
        return HTTPStatus.OK, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the part of an answer that the library looks for; raises _FailedError.

        The library's own form of this writes an unreadable answer to its log.
        """
        try:
            return {"result": result_of(payload)}
        except MessengerError as error:
            raise _FailedError(error) from None


def _given(value: Any) -> Any:
    """Return a parameter as the library takes it."""
    match value:
        case File():
            return InputFile(value.content, filename=value.name)
        case Picture():
            file = InputFile(value.file.content, filename=value.file.name, attach=True)
            return InputMediaPhoto(file, caption=value.caption)
    return value


def _body(data: RequestData | None) -> aiohttp.Payload | aiohttp.FormData | None:
    if data is None:
        return None
    if not data.contains_files:
        return as_json(json.dumps(data.parameters))
    parts = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, content_type) in data.multipart_data.items():
        body = io.BytesIO(content) if isinstance(content, bytes) else content
        parts.add_field(name, body, filename=filename, content_type=content_type)
    return parts
