"""The Bot API on aiogram.

Calls are the library's own, with parameters and results as they come, not made into its types. So a
batch in which one update is not as the library expects does not cost the others.
"""

import json
import logging
from functools import cache
from types import new_class
from typing import Any, Final, TypeVar, cast

from aiogram import Bot, __version__
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile, InputMedia, InputMediaPhoto
from aiohttp import FormData, Payload

from bot.messengers import File
from bot.messengers.telegram.client import Parameters, Picture
from bot.messengers.telegram.http import Http, as_json
from bot.messengers.telegram.meanings import result_of

# Below this level the library may write whole messages into its log.
logging.getLogger("aiogram").setLevel(logging.WARNING)

_Result = TypeVar("_Result")


class Aiogram:
    """Calls of one bot. `api` is the base address of the Bot API, without the token."""

    def __init__(self, token: str, api: str, *, connections: int) -> None:
        self.http: Final = Http(f"aiogram/{__version__}", connections=connections)
        session = _Session(self.http, TelegramAPIServer.from_base(api))
        self._bot = Bot(token, session=session)

    async def call(
        self, method: str, parameters: Parameters, read_timeout: float | None = None
    ) -> Any:
        """Make one call; raises MessengerError."""
        timeout = self.http.read_timeout if read_timeout is None else read_timeout
        made = _raw(method)(**{name: _given(value) for name, value in parameters.items()})
        return await self._bot(made, request_timeout=round(timeout))


@cache
def _raw(method: str) -> type[TelegramMethod[Any]]:
    """Return a call of the library's that takes parameters, and leaves a result, as they come.

    To make the library's types of all that is in a call takes as long as to send it.
    """
    what: dict[str, Any] = {
        "__module__": __name__,
        "__api_method__": method,
        "__returning__": Any,
    }
    made = new_class(method, (TelegramMethod[Any],), exec_body=lambda names: names.update(what))
    return cast("type[TelegramMethod[Any]]", made)


class _Session(AiohttpSession):
    """Carries the library's calls over kept connections, in place of its own HTTP."""

    def __init__(self, http: Http, api: TelegramAPIServer) -> None:
        super().__init__(api=api)
        self._http = http

    async def close(self) -> None:
        await self._http.stop()

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[_Result],
        timeout: int | None = None,  # noqa: ASYNC109 - the library names it so
    ) -> _Result:
        """Make one call; raises MessengerError."""
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        answer = await self._http.call(url, self._body(bot, method), read_timeout=timeout)
        return cast("_Result", result_of(answer))

    def _body(self, bot: Bot, method: TelegramMethod[_Result]) -> Payload | FormData:
        given = method.model_extra or {}
        if any(isinstance(value, InputFile | InputMedia) for value in given.values()):
            return self.build_form_data(bot, method)
        return as_json(json.dumps(given))


def _given(value: Any) -> Any:
    """Return a parameter as the library takes it."""
    match value:
        case File():
            return BufferedInputFile(value.content, value.name)
        case Picture():
            file = BufferedInputFile(value.file.content, value.file.name)
            return InputMediaPhoto(media=file, caption=value.caption)
    return value
