"""The bots of an installation, as the settings name them: their tokens, and whom they are for."""

import re
from dataclasses import dataclass, field
from typing import Final

from pydantic import SecretStr

from storage.model import FIRST_BOT

_TOKEN: Final = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{20,100}")
_NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,15}")
_ENTRY: Final = re.compile(
    r"(?P<name>[^=\s]+)\s*=\s*(?P<token>\S+)(?:\s+for\s+(?P<organisation>.+))?"
)
_EXAMPLE: Final = "parish=7000000002:AAF… for St Mary's Parish; tenants=7000000003:AAG…"


@dataclass(frozen=True, slots=True)
class BotToken:
    """A bot: what it is called here, its token, and the partner organisation it is for, if any."""

    name: str
    token: SecretStr = field(repr=False)
    organisation: str | None = None

    @property
    def number(self) -> str:
        """Telegram's number of the bot, which stays when its token is made anew."""
        return self.token.get_secret_value().partition(":")[0]


def looks_like_a_token(written: str) -> bool:
    """Say whether something has the form of a bot's token."""
    return _TOKEN.fullmatch(written) is not None


def more_bots(written: str, first: SecretStr | None) -> tuple[BotToken, ...]:
    """Return the bots that a setting names beside the first; raises ValueError, which quotes none.

    One looks like `parish=TOKEN`, or `parish=TOKEN for St Mary's Parish`; a semicolon or a new line
    stands between two.
    """
    entries = [entry.strip() for entry in re.split(r"[;\n]", written) if entry.strip()]
    found = tuple(_bot(place, entry) for place, entry in enumerate(entries, start=1))
    _refuse_twice([FIRST_BOT, *(each.name for each in found)], "gives a name twice")
    numbers = [each.number for each in found]
    if first is not None:
        numbers.append(first.get_secret_value().partition(":")[0])
    _refuse_twice(numbers, "names the same bot twice, perhaps that of DOORSTEP_TELEGRAM_TOKEN")
    organisations = [each.organisation.casefold() for each in found if each.organisation]
    _refuse_twice(organisations, "names an organisation twice; one has one bot")
    return found


def _bot(place: int, entry: str) -> BotToken:
    read = _ENTRY.fullmatch(entry)
    if read is None:
        raise ValueError(f"has a bot {place} that cannot be read; write it like {_EXAMPLE}")
    if not _NAME.fullmatch(read["name"]) or read["name"] == FIRST_BOT:
        raise ValueError(
            f"gives bot {place} a name that will not do; choose a short word of small letters,"
            f" digits and hyphens, 16 at most, and not {FIRST_BOT}, like parish"
        )
    if not looks_like_a_token(read["token"]):
        raise ValueError(
            f"has no bot's token for bot {place}; copy it from @BotFather whole: digits, a colon,"
            " letters"
        )
    organisation = read["organisation"]
    return BotToken(
        read["name"],
        SecretStr(read["token"]),
        " ".join(organisation.split()) if organisation else None,
    )


def _refuse_twice(words: list[str], said: str) -> None:
    if len(set(words)) < len(words):
        raise ValueError(f"{said}; take one of them away")
