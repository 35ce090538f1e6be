"""Every library on which the service can reach Telegram; the contract runs over all of them."""

from typing import Protocol

from bot.messengers import Messenger
from bot.messengers.telegram.messenger import Commands, TelegramMessenger


class MakesMessenger(Protocol):
    """Makes a messenger of one library, not yet started."""

    def __call__(
        self,
        token: str,
        api: str,
        *,
        commands: Commands | None = None,
        poll_seconds: int = 45,
    ) -> Messenger: ...


LIBRARIES: dict[str, MakesMessenger] = {
    "python-telegram-bot": TelegramMessenger,
}
