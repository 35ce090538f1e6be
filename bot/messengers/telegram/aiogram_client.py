"""The Bot API on aiogram.

Calls are made of the library's own types; their results are left as they came. So a batch in which
one update is not as the library expects does not cost the others.
"""

import logging
from functools import cache
from http import HTTPStatus
from types import new_class
from typing import Any, Final, TypeVar, cast

from aiogram import Bot, __version__, methods
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, InputMediaPhoto
from pydantic import ValidationError

from bot.messengers import (
    ChatMovedError,
    ChatUnreachableError,
    ContestedError,
    FateUnknownError,
    File,
    MessengerError,
    NotDeliveredError,
    RefusedError,
    TokenRefusedError,
)
from bot.messengers.telegram.addresses import address_of
from bot.messengers.telegram.client import Parameters, Picture
from bot.messengers.telegram.http import Http
from bot.messengers.telegram.meanings import meaning_of

# Below this level the library may write whole messages into its log.
logging.getLogger("aiogram").setLevel(logging.WARNING)

_Result = TypeVar("_Result")

_KINDS: Final[tuple[tuple[type[AiogramError], type[MessengerError]], ...]] = (
    (TelegramUnauthorizedError, TokenRefusedError),
    # With a token of the wrong form, no method is found.
    (TelegramNotFound, TokenRefusedError),
    (TelegramForbiddenError, ChatUnreachableError),
    (TelegramConflictError, ContestedError),
)


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
        failure: MessengerError
        try:
            made = _raw(method)(**{name: _given(value) for name, value in parameters.items()})
            return await self._bot(made, request_timeout=round(timeout))
        except MessengerError as error:
            failure = error
        except AiogramError as error:
            failure = _translated(error)
        except ValidationError:
            failure = RefusedError("the library does not take this call")
        # Raised out here so that the library's error, which may quote the call, stays behind.
        raise failure


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
        """Make one call; raises the library's errors and MessengerError."""
        form = self.build_form_data(bot, method)
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        status, body = await self._http.call(url, form, read_timeout=timeout)
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise TelegramServerError(method, "a failure of the server")
        failure: Exception
        try:
            answer = self.check_response(bot, method, status, body.decode("utf-8", "replace"))
        except ClientDecodeError:
            failure = FateUnknownError("no answer from the server")
            if status >= HTTPStatus.BAD_REQUEST:
                failure = TelegramBadRequest(method, "")
        except TelegramAPIError as error:
            failure = error
            if status < HTTPStatus.MULTIPLE_CHOICES:
                failure = FateUnknownError("the answer holds no result")
        else:
            return cast("_Result", answer.result)
        # Raised out here so that an error that quotes the answer stays behind.
        raise failure


def _given(value: Any) -> Any:
    """Return a parameter as the library takes it."""
    match value:
        case File():
            return BufferedInputFile(value.content, value.name)
        case Picture():
            file = BufferedInputFile(value.file.content, value.file.name)
            return InputMediaPhoto(media=file, caption=value.caption)
    return value


def _translated(error: AiogramError) -> MessengerError:
    """Return what an error of the library means; nothing that a person typed is in it."""
    match error:
        case TelegramMigrateToChat():
            return ChatMovedError(address_of(error.migrate_to_chat_id))
        case TelegramEntityTooLarge():
            return RefusedError("the call is too large")
        case TelegramBadRequest():
            return meaning_of(error.message or "")
    # What is left: a failure of the server.
    meaning = next(
        (ours for theirs, ours in _KINDS if isinstance(error, theirs)), NotDeliveredError
    )
    return meaning(type(error).__name__)
