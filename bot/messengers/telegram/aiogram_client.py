"""The Bot API on aiogram.

Calls are made of the library's own types; their results are left as they came. So a batch in which
one update is not as the library expects does not cost the others.
"""

import logging
from functools import cache
from types import new_class
from typing import Any, Final, TypeVar, cast

from aiogram import Bot, __version__, methods
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile, InputMedia, InputMediaPhoto
from aiohttp import FormData, Payload
from pydantic import ValidationError

from bot.messengers import File, RefusedError
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
        try:
            made = _raw(method)(**{name: _given(value) for name, value in parameters.items()})
        except ValidationError:
            made = None
        # Raised out here so that the library's error, which quotes the call, stays behind.
        if made is None:
            raise RefusedError("the library does not take this call")
        return await self._bot(made, request_timeout=round(timeout))


@cache
def _raw(method: str) -> type[TelegramMethod[Any]]:
    """Return the library's type of a call, but for its result, which is not parsed."""
    known = getattr(methods, method[0].upper() + method[1:])
    return cast(
        "type[TelegramMethod[Any]]",
        new_class(known.__name__, (known,), exec_body=_leave_the_result),
    )


def _leave_the_result(namespace: dict[str, Any]) -> None:
    namespace |= {"__module__": __name__, "__returning__": Any}


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
        if any(isinstance(value, InputFile | InputMedia) for value in vars(method).values()):
            return self.build_form_data(bot, method)
        # What was not set are the library's own wishes, and it has none here.
        return as_json(method.model_dump_json(exclude_unset=True))


def _given(value: Any) -> Any:
    """Return a parameter as the library takes it."""
    match value:
        case File():
            return BufferedInputFile(value.content, value.name)
        case Picture():
            file = BufferedInputFile(value.file.content, value.file.name)
            return InputMediaPhoto(media=file, caption=value.caption)
    return value
