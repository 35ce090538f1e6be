"""Telegram as a messenger, on whichever library makes the calls.

The polling loop is the service's own: it confirms an update only once it is stored.
"""

import json
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from bot.messengers import (
    LARGEST_FILE,
    Abilities,
    Delivery,
    FateUnknownError,
    File,
    FileTooLargeError,
    MessengerError,
    NotDeliveredError,
    RawUpdate,
    RefusedError,
    TokenRefusedError,
    Webhook,
)
from bot.messengers.telegram.addresses import APP, number_of
from bot.messengers.telegram.calls import (
    Parameters,
    media_parameters,
    message_parameters,
    sending_parameters,
    tap_answer_parameters,
)
from bot.messengers.telegram.client import Client
from bot.messengers.telegram.meanings import (
    MessageNotFoundError,
    NotAMemberError,
    NotModifiedError,
)
from bot.messengers.telegram.updates import WANTED_UPDATES, read_update
from bot.messengers.telegram.webhooks import (
    SECRET_HEADER,
    read_delivery,
    unpack,
    webhook_parameters,
)
from handlers.events import Event
from handlers.payload import Payload, TapAnswer

_LOG = logging.getLogger(__name__)

#: Pace: at most 30 messages in any second, about one a second in a private chat, and 20 in any
#: minute in a group (Bots FAQ). A message can be deleted for 48 hours, and changed by its bot at
#: any time (`deleteMessage` and `editMessageText` in the description of the API).
ABILITIES = Abilities(
    overall_limit=30,
    overall_seconds=1,
    private_rate=1,
    private_burst=3,
    group_rate=0.25,
    group_burst=5,
    deletes_for=timedelta(hours=48),
)

#: Commands by language, as (command, description); those under "" are for every other language.
Commands = Mapping[str, Sequence[tuple[str, str]]]

#: Where Telegram says that a file lies.
_FILE_PATH = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\.[A-Za-z0-9]+)?")

#: By what is sent: the method, and how many seconds it may take where it takes longer than usual.
_SENDING: Mapping[str, tuple[str, float | None]] = {
    "text": ("sendMessage", None),
    "photo": ("sendPhoto", 60),
    "document": ("sendDocument", 60),
}
#: Telegram hands over at most so many updates at a time.
_BATCH = 100


class TelegramMessenger:
    """Messages of one bot, whose calls a client makes; `name` is what the bot is called here.

    `files` is the address below which its files lie; it holds the token. `poll_seconds` is how long
    Telegram holds back an answer while nothing happens (at most 50).
    """

    def __init__(
        self,
        client: Client,
        files: str,
        *,
        name: str = APP,
        commands: Commands | None = None,
        abilities: Abilities = ABILITIES,
        poll_seconds: int = 45,
    ) -> None:
        self._name = name
        self._client = client
        self._files = files
        self._commands = commands or {}
        self._abilities = abilities
        self._poll_seconds = poll_seconds
        self._username: str | None = None

    @property
    def name(self) -> str:
        return self._name

    @property
    def abilities(self) -> Abilities:
        return self._abilities

    async def start(self) -> None:
        """Connect, learn who the bot is, and publish its commands."""
        await self._client.http.start()
        username = _field(await self._call("getMe"), "username")
        if not isinstance(username, str):
            raise NotDeliveredError("Telegram did not say who the bot is")
        self._username = username
        for language, commands in self._commands.items():
            listed = [{"command": name, "description": words} for name, words in commands]
            await self._call("setMyCommands", {"commands": listed, "language_code": language})

    async def stop(self) -> None:
        await self._client.http.stop()

    @property
    def secret_header(self) -> str:
        return SECRET_HEADER

    async def set_webhook(self, webhook: Webhook | None) -> None:
        if webhook is not None:
            await self._call("setWebhook", webhook_parameters(webhook))
        elif (await self.delivery()).url is not None:
            # Telegram refuses polling beside one.
            await self._call("deleteWebhook")

    async def delivery(self) -> Delivery:
        said = read_delivery(await self._call("getWebhookInfo"))
        return replace(said, at=self._client.http.answered_at)

    def unpack(self, body: bytes) -> RawUpdate:
        return unpack(body)

    async def receive(self, after: int | None) -> list[RawUpdate]:
        parameters: Parameters = {
            "timeout": self._poll_seconds,
            "limit": _BATCH,
            "allowed_updates": list(WANTED_UPDATES),
        }
        if after is not None:
            parameters["offset"] = after + 1
        # A little longer than Telegram holds back an answer.
        batch = await self._call("getUpdates", parameters, read_timeout=self._poll_seconds + 10)
        if not isinstance(batch, list):
            raise NotDeliveredError("Telegram did not answer with a list of updates")
        updates = [raw for entry in batch if (raw := _raw_update(entry)) is not None]
        if batch and not updates:
            # Without a number nothing can be confirmed; asking again at once would not help.
            raise NotDeliveredError("no update of the batch has a number")
        return updates

    def understand(self, update: RawUpdate) -> Event:
        return read_update(update.body)

    async def fetch(self, file: str, most: int = LARGEST_FILE) -> bytes:
        found = await self._call("getFile", {"file_id": file})
        path, size = _field(found, "file_path"), _field(found, "file_size")
        if isinstance(size, int) and size > most:
            raise FileTooLargeError("the file is too large")
        if not isinstance(path, str) or not _FILE_PATH.fullmatch(path):
            raise RefusedError("the file has no address")
        status, content = await self._client.http.download(f"{self._files}/{path}", most)
        if status == HTTPStatus.OK and len(content) <= most:
            return content
        raise _why_not_fetched(status)

    async def send(
        self, chat: str, payload: Payload, thread: int | None, file: File | None = None
    ) -> int:
        parameters = sending_parameters(chat, payload, thread, file, self.private_chat_link)
        method, timeout = _SENDING[file.kind if file else "text"]
        number = _field(await self._call(method, parameters, read_timeout=timeout), "message_id")
        if not isinstance(number, int):
            raise FateUnknownError("Telegram did not say which message it sent")
        return number

    async def pin(self, chat: str, message: int) -> None:
        await self._call(
            "pinChatMessage",
            {"chat_id": number_of(chat), "message_id": message, "disable_notification": True},
        )

    async def edit(
        self, chat: str, message: int, payload: Payload, instead: File | None = None
    ) -> None:
        if instead is None:
            method, timeout = "editMessageText", None
            parameters = message_parameters(chat, payload, self.private_chat_link)
        else:
            method, timeout = "editMessageMedia", _SENDING["photo"][1]
            parameters = media_parameters(chat, payload, instead, self.private_chat_link)
        parameters["message_id"] = message
        try:
            await self._call(method, parameters, read_timeout=timeout)
        except NotModifiedError:
            return

    async def delete(self, chat: str, message: int) -> None:
        parameters = {"chat_id": number_of(chat), "message_id": message}
        try:
            await self._call("deleteMessage", parameters)
        except MessageNotFoundError:
            return

    async def answer_tap(self, answer: TapAnswer) -> None:
        parameters = tap_answer_parameters(answer, self.private_chat_link)
        await self._call("answerCallbackQuery", parameters)

    async def is_member(self, chat: str, account: str) -> bool:
        parameters = {"chat_id": number_of(chat), "user_id": number_of(account)}
        try:
            member = await self._call("getChatMember", parameters)
        except NotAMemberError:
            return False
        status = _field(member, "status")
        if status == "restricted":
            return _field(member, "is_member") is True
        return status in ("creator", "administrator", "member")

    def private_chat_link(self, start: str) -> str:
        if self._username is None:
            raise NotDeliveredError("the bot does not know its own name yet")
        return f"https://t.me/{self._username}?start={start}"

    async def _call(
        self, method: str, parameters: Parameters | None = None, read_timeout: float | None = None
    ) -> Any:
        """Make one call of the Bot API and return its result as plain JSON."""
        return await self._client.call(method, parameters or {}, read_timeout)


def _why_not_fetched(status: int) -> MessengerError:
    if status == HTTPStatus.OK:
        return FileTooLargeError("the file is too large")
    if status == HTTPStatus.UNAUTHORIZED:
        return TokenRefusedError()
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return RefusedError("the file is not there")
    return NotDeliveredError("the file cannot be fetched now")


def _field(result: object, name: str) -> object:
    return result.get(name) if isinstance(result, dict) else None


def _raw_update(entry: object) -> RawUpdate | None:
    number = _field(entry, "update_id")
    if type(number) is not int:
        _LOG.warning("an update without a number was skipped")
        return None
    return RawUpdate(number=number, body=json.dumps(entry, separators=(",", ":")))
