"""The libraries on which Telegram can be reached, each imported only where it is chosen."""

from typing import Final

from bot.messengers import Abilities
from bot.messengers.telegram.addresses import APP
from bot.messengers.telegram.client import Client
from bot.messengers.telegram.messenger import ABILITIES, Commands, TelegramMessenger

PYTHON_TELEGRAM_BOT: Final = "python-telegram-bot"
AIOGRAM: Final = "aiogram"


def telegram_messenger(
    token: str,
    api: str,
    *,
    name: str = APP,
    library: str = PYTHON_TELEGRAM_BOT,
    commands: Commands | None = None,
    abilities: Abilities = ABILITIES,
    poll_seconds: int = 45,
    connections: int = 32,
) -> TelegramMessenger:
    """Return the messenger of one bot, not yet started, on one of the libraries.

    `api` is the base address of the Bot API, without the token; `connections` bounds how many calls
    are under way at once.
    """
    base = api.rstrip("/")
    return TelegramMessenger(
        _client(library, token, base, connections),
        f"{base}/file/bot{token}",
        name=name,
        commands=commands,
        abilities=abilities,
        poll_seconds=poll_seconds,
    )


def _client(library: str, token: str, api: str, connections: int) -> Client:
    # To import one of them is a good part of what a start costs.
    if library == AIOGRAM:
        from bot.messengers.telegram.aiogram_client import Aiogram  # noqa: PLC0415

        return Aiogram(token, api, connections=connections)
    from bot.messengers.telegram.python_telegram_bot import PythonTelegramBot  # noqa: PLC0415

    return PythonTelegramBot(token, api, connections=connections)
