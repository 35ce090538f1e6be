"""Every library on which the service can reach Telegram; the contract runs over all of them."""

from functools import partial
from typing import Final, Protocol

from bot.configuration import LIBRARIES as KNOWN
from bot.messengers import Messenger
from bot.messengers.telegram.libraries import telegram_messenger
from bot.messengers.telegram.messenger import Commands


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


LIBRARIES: Final[dict[str, MakesMessenger]] = {
    name: partial(telegram_messenger, library=name) for name in KNOWN
}
